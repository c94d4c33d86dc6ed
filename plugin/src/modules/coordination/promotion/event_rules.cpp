#include "modules/coordination/promotion/event_rules.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "text/unicode.hpp"

namespace metodica::coordination {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_time(std::string_view time) {
  if (time.size() != 5 || time[2] != ':' || !is_digit(time[0]) || !is_digit(time[1]) ||
      !is_digit(time[3]) || !is_digit(time[4]))
    return false;
  return time.substr(0, 2) < "24" && time.substr(3) < "60";
}

Result<void> check_where(const LibraryEvent& event) {
  if (event.mode != "online" && event.place.empty())
    return invalid("event.no_place", {}, "place");
  if (event.mode != "in_person" && event.link.empty())
    return invalid("event.no_link", {}, "link");
  const bool web = event.link.starts_with("https://") || event.link.starts_with("http://");
  if (!event.link.empty() && !web)
    return invalid("event.link", {{"text", excerpt(event.link)}}, "link");
  return {};
}

std::int64_t byte_at(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}
std::int64_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::int64_t value = 0;
  for (std::size_t i = 0; i < size; ++i)
    value = value * 256 + byte_at(bytes, at + i);
  return value;
}

// The size stands in the first frame header: marks C0 to CF without C4, C8 and CC.
PictureFacts jpeg_facts(std::string_view bytes) {
  PictureFacts facts{"image/jpeg"};
  for (std::size_t at = 2; byte_at(bytes, at) == 0xff;) {
    const std::int64_t mark = byte_at(bytes, at + 1);
    const bool frame = mark >= 0xc0 && mark <= 0xcf && mark != 0xc4 && mark != 0xc8 && mark != 0xcc;
    if (frame) {
      facts.height = number_at(bytes, at + 5, 2);
      facts.width = number_at(bytes, at + 7, 2);
      return facts;
    }
    at += 2 + static_cast<std::size_t>(number_at(bytes, at + 2, 2));
  }
  return facts;
}

std::optional<PictureFacts> facts_of(std::string_view bytes) {
  constexpr std::string_view png = "\x89PNG\r\n\x1a\n";
  if (bytes.starts_with(png))
    return PictureFacts{"image/png", number_at(bytes, 16, 4), number_at(bytes, 20, 4)};
  if (bytes.starts_with("\xff\xd8\xff"))
    return jpeg_facts(bytes);
  return {};
}

}  // namespace

const std::vector<std::string>& event_kinds() {
  static const auto& kinds = *new std::vector<std::string>{
      "workshop", "reading", "launch", "exhibition", "club", "film", "lecture", "course", "other"};
  return kinds;
}

const std::vector<std::string>& event_modes() {
  static const auto& modes = *new std::vector<std::string>{"in_person", "online", "both"};
  return modes;
}

Result<void> check_event(const LibraryEvent& event) {
  if (!is_time(event.starts))
    return invalid("event.time", {{"text", excerpt(event.starts)}}, "starts");
  if (!event.ends.empty() && !is_time(event.ends))
    return invalid("event.time", {{"text", excerpt(event.ends)}}, "ends");
  if (!event.ends.empty() && event.ends <= event.starts)
    return invalid("event.ends_before", {}, "ends");
  return check_where(event);
}

bool event_may_follow(std::string_view from, std::string_view to) {
  return (from == "draft" && (to == "announced" || to == "cancelled")) ||
         (from == "announced" && to == "cancelled");
}

std::string hashtag_of(std::string_view text) {
  std::string tag;
  bool capital = true;
  for (const char c : folded(text)) {
    const bool letter = c >= 'a' && c <= 'z';
    if (letter || is_digit(c)) {
      tag += letter && capital ? static_cast<char>(c - 'a' + 'A') : c;
      capital = false;
    } else {
      capital = true;
    }
  }
  return tag.empty() ? tag : "#" + tag;
}

Result<Rgb> read_colour(std::string_view text) {
  std::uint32_t value = 0;
  const bool shaped = text.size() == 7 && text[0] == '#';
  const char* const end = text.data() + text.size();
  if (!shaped || std::from_chars(text.data() + 1, end, value, 16).ptr != end)
    return invalid("promotion.accent", {{"text", excerpt(text)}}, "accent");
  return Rgb{static_cast<std::uint8_t>(value >> 16U), static_cast<std::uint8_t>(value >> 8U),
             static_cast<std::uint8_t>(value)};
}

Result<PictureFacts> check_picture(std::string_view bytes, std::int64_t needed) {
  const auto facts = facts_of(bytes);
  if (!facts)
    return invalid("promotion.picture_kind", {}, "file");
  if (std::min(facts->width, facts->height) < needed) {
    return invalid("promotion.picture_small",
                   {{"width", facts->width}, {"height", facts->height}, {"needed", needed}},
                   "file");
  }
  return *facts;
}

}  // namespace metodica::coordination
