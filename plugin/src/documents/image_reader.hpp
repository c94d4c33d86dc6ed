/// Pictures that people bring: PNG and JPEG, checked before anything is decoded. Part of the
/// engine.
#pragma once

#include <cairo.h>

#include <memory>
#include <string>

#include "metodica/result.hpp"

namespace metodica::documents {

struct DestroySurface {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Picture = std::unique_ptr<cairo_surface_t, DestroySurface>;

/// Most points of a picture: what a telephone of today makes, and no more memory than 160 MiB.
inline constexpr std::int64_t most_pixels = 40'000'000;

/// The picture upright, as its camera says. Errors: METODICA_INVALID "documents.image_kind" {slot}
/// for what is neither PNG nor JPEG, "documents.image_size" {slot} for more than most_pixels,
/// "documents.image_broken" {slot}.
Result<Picture> read_image(const std::string& slot, const std::string& bytes);

}  // namespace metodica::documents
