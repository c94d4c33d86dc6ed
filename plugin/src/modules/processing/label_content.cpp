#include "modules/processing/label_content.hpp"

#include <algorithm>
#include <charconv>

#include "bibliography/format_mark.hpp"
#include "bibliography/shelf_udc.hpp"
#include "bibliography/spine_label.hpp"
#include "text/numbers.hpp"

namespace metodica::processing {
namespace {

constexpr std::size_t hex_digits = 6;
constexpr std::int64_t most_hundredths = 99'900;
constexpr std::size_t decimals = 2;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (is_digit(c))
      digits += c;
  }
  return digits;
}

bool is_main_number(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == '.'; });
}

std::string trimmed(std::string_view text) {
  const std::size_t from = text.find_first_not_of(' ');
  if (from == std::string_view::npos)
    return {};
  return std::string(text.substr(from, text.find_last_not_of(' ') - from + 1));
}

bool is_running_number(std::string_view text) {
  return text.size() > 3 && std::all_of(text.begin(), text.end(), is_digit);
}

}  // namespace

std::optional<Colour> colour_of(std::string_view hex) {
  if (hex.size() != hex_digits + 1 || hex.front() != '#')
    return {};
  std::uint32_t value = 0;
  const auto read = std::from_chars(hex.data() + 1, hex.data() + hex.size(), value, 16);
  if (read.ec != std::errc() || read.ptr != hex.data() + hex.size())
    return {};
  return Colour{static_cast<std::uint8_t>(value >> 16U), static_cast<std::uint8_t>(value >> 8U),
                static_cast<std::uint8_t>(value)};
}

std::string hex_of(Colour colour) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text = "#";
  for (const std::uint8_t part : {colour.red, colour.green, colour.blue})
    (text += digits[part >> 4U]) += digits[part & 15U];
  return text;
}

Result<void> check_colours(const std::vector<ClassColour>& colours) {
  for (std::size_t row = 0; row < colours.size(); ++row) {
    const ClassColour& one = colours[row];
    const std::string at = "colours/" + std::to_string(row) + "/prefix";
    if (!is_main_number(one.prefix))
      return invalid("labels.colour_prefix", {{"text", one.prefix}}, at);
    for (std::size_t before = 0; before < row; ++before) {
      if (digits_of(colours[before].prefix) == digits_of(one.prefix))
        return invalid("labels.colour_twice", {{"text", one.prefix}}, at);
    }
  }
  return {};
}

std::optional<ColourBand> band_of(const std::vector<ClassColour>& colours, std::string_view udc) {
  const std::string main = first_main_digits(udc);
  const ClassColour* best = nullptr;
  for (const ClassColour& one : colours) {
    const std::string digits = digits_of(one.prefix);
    if (main.starts_with(digits) &&
        (best == nullptr || digits.size() > digits_of(best->prefix).size()))
      best = &one;
  }
  if (best == nullptr)
    return {};
  return ColourBand{best->colour, best->prefix};
}

std::optional<std::int64_t> hundredths(std::string_view millimetres) {
  const bool below = millimetres.starts_with('-');
  if (below || millimetres.starts_with('+'))
    millimetres.remove_prefix(1);
  const std::size_t sign = millimetres.find_first_of(".,");
  const std::string_view whole = millimetres.substr(0, sign);
  std::string part(sign == std::string_view::npos ? "" : millimetres.substr(sign + 1));
  if (part.size() > decimals || (sign != std::string_view::npos && part.empty()))
    return {};
  part.resize(decimals, '0');
  const std::string digits = std::string(whole) + part;
  if (whole.empty() || digits.size() > 8 || !std::all_of(digits.begin(), digits.end(), is_digit))
    return {};
  std::int64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (value > most_hundredths)
    return {};
  return below ? -value : value;
}

std::string shown_hundredths(std::int64_t value, std::string_view lang) {
  const std::int64_t size = value < 0 ? -value : value;
  std::string text = (value < 0 ? "-" : "") + std::to_string(size / 100);
  std::string part = std::to_string(size % 100 + 100).substr(1);
  part.erase(part.find_last_not_of('0') + 1);
  return part.empty() ? text : text + decimal_sign(lang) + part;
}

ShelfSpan shelf_span(std::string_view text) {
  for (const std::string_view sign : {" – ", " — ", " - ", " ... ", " … "}) {
    const std::size_t at = text.find(sign);
    if (at != std::string_view::npos)
      return {trimmed(text.substr(0, at)), trimmed(text.substr(at + sign.size()))};
  }
  return {trimmed(text), {}};
}

std::string text_of(const ShelfSpan& span) {
  return span.to.empty() ? span.from : span.from + " – " + span.to;
}

std::string class_in(std::string_view mark) {
  if (is_running_number(mark) || FormatMark::parse(mark))
    return {};
  return parse_call_number(mark).udc;
}

std::vector<std::string> spine_lines(std::string_view call_number, std::size_t max_characters) {
  if (const auto format = FormatMark::parse(call_number)) {
    const std::string numeral = roman_numeral(format->height_class);
    return {format->prefix.empty() ? numeral : format->prefix + " " + numeral,
            std::to_string(format->number) + format->further};
  }
  if (is_running_number(call_number))
    return {std::string(call_number)};
  return label_lines(parse_call_number(call_number), max_characters);
}

}  // namespace metodica::processing
