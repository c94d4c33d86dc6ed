#include "documents/label_sheets.hpp"

#include <charconv>
#include <string>

namespace metodica::documents {
namespace {

std::vector<std::string_view> fields(std::string_view line) {
  std::vector<std::string_view> result;
  for (;;) {
    const std::size_t comma = line.find(',');
    result.push_back(line.substr(0, comma));
    if (comma == std::string_view::npos) return result;
    line.remove_prefix(comma + 1);
  }
}

template <class Number>
bool read(std::string_view text, Number& into) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), into);
  return error == std::errc() && end == text.data() + text.size();
}

bool read_sheet(std::string_view line, LabelSheet& sheet) {
  const auto parts = fields(line);
  if (parts.size() != 11) return false;
  sheet.code = parts[0];
  sheet.page = parts[1];
  return read(parts[2], sheet.columns) && read(parts[3], sheet.rows) &&
         read(parts[4], sheet.width) && read(parts[5], sheet.height) &&
         read(parts[6], sheet.left) && read(parts[7], sheet.top) && read(parts[8], sheet.pitch_x) &&
         read(parts[9], sheet.pitch_y) && read(parts[10], sheet.corner);
}

}  // namespace

SheetSize sheet_size(std::string_view page) {
  if (page == "A4") return {210, 297};
  if (page == "Letter") return {215.9, 279.4};
  return {};
}

bool is_sound(const LabelSheet& sheet) {
  const SheetSize page = sheet_size(sheet.page);
  if (sheet.columns < 1 || sheet.rows < 1 || sheet.width < 5 || sheet.height < 5) return false;
  if (sheet.left < 0 || sheet.top < 0 || sheet.corner < 0) return false;
  if (sheet.corner > sheet.width / 2 || sheet.corner > sheet.height / 2) return false;
  // Published lengths are rounded, so neighbours may seem to overlap by hundredths.
  constexpr double slack = 0.5;
  if (sheet.columns > 1 && sheet.pitch_x + slack < sheet.width) return false;
  if (sheet.rows > 1 && sheet.pitch_y + slack < sheet.height) return false;
  return sheet.left + sheet.pitch_x * (sheet.columns - 1) + sheet.width <= page.width + slack &&
         sheet.top + sheet.pitch_y * (sheet.rows - 1) + sheet.height <= page.height + slack;
}

Result<std::vector<LabelSheet>> parse_label_sheets(std::string_view csv) {
  std::vector<LabelSheet> sheets;
  bool heading = true;
  while (!csv.empty()) {
    const std::size_t end = csv.find('\n');
    const std::string_view line = csv.substr(0, end);
    csv.remove_prefix(end == std::string_view::npos ? csv.size() : end + 1);
    if (std::exchange(heading, false) || line.empty()) continue;
    LabelSheet sheet;
    if (!read_sheet(line, sheet) || !is_sound(sheet)) {
      return Unexpected(
          Problem(METODICA_DEFECT, "documents.label_sheet", {{"text", std::string(line)}}));
    }
    sheets.push_back(std::move(sheet));
  }
  return sheets;
}

}  // namespace metodica::documents
