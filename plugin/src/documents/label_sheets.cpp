#include "documents/label_sheets.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>
#include <utility>

namespace metodica::documents {
namespace {

std::vector<std::string_view> fields(std::string_view line) {
  std::vector<std::string_view> result;
  for (;;) {
    const std::size_t comma = line.find(',');
    result.push_back(line.substr(0, comma));
    if (comma == std::string_view::npos)
      return result;
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
  if (parts.size() != 11)
    return false;
  sheet.code = parts[0];
  sheet.page = parts[1];
  return read(parts[2], sheet.columns) && read(parts[3], sheet.rows) &&
         read(parts[4], sheet.width) && read(parts[5], sheet.height) &&
         read(parts[6], sheet.left) && read(parts[7], sheet.top) && read(parts[8], sheet.pitch_x) &&
         read(parts[9], sheet.pitch_y) && read(parts[10], sheet.corner);
}

// Published lengths are rounded, so neighbours may seem to overlap by hundredths.
constexpr double slack = 0.5;
constexpr double least_label = 5;

std::string tenths(double millimetres) {
  const auto all = static_cast<std::int64_t>(std::llround(millimetres * 10));
  return std::to_string(all / 10) + (all % 10 == 0 ? "" : "." + std::to_string(all % 10));
}

Unexpected beyond(const char* message, double needed, double page, const char* field) {
  return invalid(message, {{"needed", tenths(needed)}, {"page", tenths(page)}}, field);
}

Result<void> check_numbers(const LabelSheet& sheet) {
  const std::pair<bool, const char*> rules[] = {{sheet.columns >= 1, "columns"},
                                                {sheet.rows >= 1, "rows"},
                                                {sheet.width >= least_label, "width"},
                                                {sheet.height >= least_label, "height"},
                                                {sheet.left >= 0, "left"},
                                                {sheet.top >= 0, "top"},
                                                {sheet.corner >= 0, "corner"}};
  for (const auto& [good, field] : rules) {
    if (!good)
      return invalid("documents.sheet_number", {}, field);
  }
  if (sheet.corner > std::min(sheet.width, sheet.height) / 2) {
    return invalid("documents.sheet_corner", {}, "corner");
  }
  return {};
}

// Across or down: neighbours must not overlap.
Result<void> check_way(int count, double label, double pitch, const char* field) {
  if (count > 1 && pitch + slack < label) {
    return invalid("documents.sheet_overlap", {{"pitch", tenths(pitch)}, {"label", tenths(label)}},
                   field);
  }
  return {};
}

}  // namespace

SheetSize sheet_size(std::string_view page) {
  if (page == "A4")
    return {210, 297};
  if (page == "Letter")
    return {215.9, 279.4};
  return {};
}

Result<void> check_sheet(const LabelSheet& sheet) {
  const SheetSize page = sheet_size(sheet.page);
  if (page.width <= 0)
    return invalid("documents.sheet_page", {{"text", sheet.page}}, "page");
  METODICA_CHECK(check_numbers(sheet));
  METODICA_CHECK(check_way(sheet.columns, sheet.width, sheet.pitch_x, "pitch_x"));
  METODICA_CHECK(check_way(sheet.rows, sheet.height, sheet.pitch_y, "pitch_y"));
  const double wide = sheet.left + sheet.pitch_x * (sheet.columns - 1) + sheet.width;
  const double high = sheet.top + sheet.pitch_y * (sheet.rows - 1) + sheet.height;
  if (wide > page.width + slack)
    return beyond("documents.sheet_wide", wide, page.width, "columns");
  if (high > page.height + slack)
    return beyond("documents.sheet_high", high, page.height, "rows");
  return {};
}

Result<std::vector<LabelSheet>> parse_label_sheets(std::string_view csv) {
  std::vector<LabelSheet> sheets;
  bool heading = true;
  while (!csv.empty()) {
    const std::size_t end = csv.find('\n');
    const std::string_view line = csv.substr(0, end);
    csv.remove_prefix(end == std::string_view::npos ? csv.size() : end + 1);
    if (std::exchange(heading, false) || line.empty())
      continue;
    LabelSheet sheet;
    if (!read_sheet(line, sheet) || !check_sheet(sheet)) {
      return Unexpected(
          Problem(METODICA_DEFECT, "documents.label_sheet", {{"text", std::string(line)}}));
    }
    sheets.push_back(std::move(sheet));
  }
  return sheets;
}

}  // namespace metodica::documents
