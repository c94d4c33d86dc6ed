/// Posters, flyers and pictures for pages, filled into a design that ships with the program
/// (plugin/data/posters/*.svg). Plain data.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>

#include "documents/labels.hpp"
#include "text/date.hpp"

namespace metodica {

/// A format in which a design is made. Designs are drawn for a ratio, not for a size.
struct PosterSize {
  std::string_view code;   ///< "a4"
  std::string_view ratio;  ///< of the design: "sheet"
  double width = 0;        ///< millimetres in print, else pixels
  double height = 0;
  bool print = false;
};

/// Domain note on coordination, section 4 (sizes).
inline constexpr std::array<PosterSize, 9> poster_sizes = {{
    {"a3", "sheet", 297, 420, true},
    {"a4", "sheet", 210, 297, true},
    {"a5", "sheet", 148, 210, true},
    {"dl", "slim", 99, 210, true},
    {"link", "wide", 1200, 630, false},
    {"square", "square", 1080, 1080, false},
    {"portrait", "portrait", 1080, 1350, false},
    {"story", "story", 1080, 1920, false},
    {"cover", "wide", 1920, 1005, false},
}};

/// What a printer cuts off on each side.
inline constexpr double poster_bleed_mm = 3;
/// Least contrast of letters and ground (WCAG 2.1, 1.4.3).
inline constexpr double least_contrast = 4.5;

struct Poster {
  std::string design = "poster";              ///< "poster" or "collage"
  std::map<std::string, std::string> texts;   ///< by slot: "kind", "title", "about", "day", "time",
                                              ///< "place", "host", "note"; absent ones are left out
  std::map<std::string, std::string> images;  ///< by slot: PNG or JPEG bytes; "photo1" to "photo4",
                                              ///< "county_logo", "library_logo"
  Colour accent;
  std::string title;   ///< of the PDF
  std::string author;  ///< of the PDF
  Date made_on;
};

/// A poster in small for a screen.
struct PosterPicture {
  std::string svg;
};

}  // namespace metodica
