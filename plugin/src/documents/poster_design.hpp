/// A design read from its SVG file. Only what posters need of SVG is known, so that a designer can
/// open the file in any program and see the poster:
///
///   <svg viewBox="0 0 210 297" data-accent="#1d4f91">   the colour that stands for the accent
///   <rect x y width height fill/>
///   <image data-slot x y width height data-fit="cover|contain" data-align="start|end"/>
///   <g data-when="photo1"> or <g data-unless="photo1">  only with, only without this slot
///   <g data-stack="x y width height" data-valign="top|middle|bottom">  texts below each other
///     <text data-slot font-size data-least data-gap font-weight fill data-on text-anchor/>
///
/// `data-on` is the colour behind the letters, `data-least` the least size they may shrink to,
/// `data-gap` the space above when another text is before. x and y of a text are for viewers only.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "documents/canvas.hpp"
#include "metodica/result.hpp"

namespace metodica::documents {

/// When something is drawn.
struct Condition {
  std::string slot;
  bool present = true;
};

struct DesignRect {
  Box box;
  Colour fill;
};

struct DesignImage {
  std::string slot;
  Box box;
  bool cover = false;  ///< fills the box, else lies inside of it
  Align align = Align::left;
};

struct DesignText {
  std::string slot;
  double size = 0, least = 0, gap = 0;
  bool bold = false;
  Colour ink, ground;
  Align align = Align::left;
};

struct DesignStack {
  Box box;
  enum class Place { top = 1, middle, bottom } place = Place::top;
  std::vector<DesignText> texts;
};

struct DesignPart {
  std::vector<Condition> when;
  std::variant<DesignRect, DesignImage, DesignStack> what;
};

struct Design {
  double width = 0, height = 0;
  std::vector<DesignPart> parts;  ///< in the order in which they are drawn
};

/// `accent` replaces the accent colour of the file. Errors: METODICA_INVALID
/// "documents.poster_design" {text} naming what was not understood.
Result<Design> read_design(std::string_view svg, Colour accent);

}  // namespace metodica::documents
