/// Places where people sign.
#pragma once

#include <cstddef>
#include <vector>

#include "documents/canvas.hpp"

namespace metodica::documents {

/// Small places at the foot of every page, side by side, from `top` down.
double page_signatures_height(std::size_t places);
void draw_page_signatures(Canvas& canvas, double left, double top, double width,
                          const std::vector<Signature>& places);

/// Rows of up to three places: role, room for the hand, a line, the name.
inline constexpr std::size_t signatures_in_a_row = 3;
double signature_row_height();
/// Draws the row that starts with place number `first`.
void draw_signature_row(Canvas& canvas, double left, double top, double width,
                        const std::vector<Signature>& places, std::size_t first);

}  // namespace metodica::documents
