#include "documents/signature_places.hpp"

#include <algorithm>

namespace metodica::documents {
namespace {

constexpr TextStyle small{6.5, Face::regular, 0.92};
constexpr TextStyle role_style{8.5, Face::regular, 0.95};
constexpr TextStyle name_style{8.5, Face::bold, 0.95};
constexpr double gap = 14;  // points between neighbours

}  // namespace

double page_signatures_height(std::size_t places) {
  return places == 0 ? 0 : 26;
}

void draw_page_signatures(Canvas& canvas, double left, double top, double width,
                          const std::vector<Signature>& places) {
  const double each = width / static_cast<double>(std::max<std::size_t>(places.size(), 1));
  for (std::size_t i = 0; i < places.size(); ++i) {
    const double x = left + each * static_cast<double>(i);
    const Signature& place = places[i];
    const std::string who = place.name.empty() ? place.role : place.role + ": " + place.name;
    canvas.text(x, each - gap, top + 6 + small.ascent(), who, small);
    canvas.rule(x, top + 24, x + each - gap, top + 24, 0.3);
  }
}

double signature_row_height() {
  return 2 * role_style.line_height() + mm(11) + 10;
}

void draw_signature_row(Canvas& canvas, double left, double top, double width,
                        const std::vector<Signature>& places, std::size_t first) {
  const std::size_t count = std::min(places.size() - first, signatures_in_a_row);
  // A single row is spread over the width; later rows keep the columns of the first.
  const std::size_t columns = std::min(places.size(), signatures_in_a_row);
  const double each = width / static_cast<double>(std::max<std::size_t>(columns, 2));
  for (std::size_t i = 0; i < count; ++i) {
    const double x = left + each * static_cast<double>(i);
    const double line = top + role_style.line_height() + mm(11);
    canvas.text(x, each - gap, top + role_style.ascent(), places[first + i].role, role_style,
                Align::centre);
    canvas.rule(x + gap, line, x + each - 2 * gap, line, 0.4);
    canvas.text(x, each - gap, line + 2 + name_style.ascent(), places[first + i].name, name_style,
                Align::centre);
  }
}

}  // namespace metodica::documents
