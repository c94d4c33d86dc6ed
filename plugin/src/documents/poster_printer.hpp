#pragma once

#include <string>

#include "documents/poster.hpp"
#include "documents/poster_layout.hpp"
#include "metodica/result.hpp"

namespace metodica::documents {

/// See Documents::poster_pdf, poster_png and poster_picture.
Result<std::string> poster_pdf(const Poster& poster, const PosterSize& size,
                               PosterLetters& letters);
Result<std::string> poster_png(const Poster& poster, const PosterSize& size,
                               PosterLetters& letters);
Result<PosterPicture> poster_picture(const Poster& poster, const PosterSize& size,
                                     PosterLetters& letters);

}  // namespace metodica::documents
