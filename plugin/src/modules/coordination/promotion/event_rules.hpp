/// Public events of libraries, and what can be said of them without the database (domain note on
/// coordination, 1.5 point 8, 3.4 point 6).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "metodica/result.hpp"
#include "text/date.hpp"

namespace metodica::coordination {

struct LibraryEvent {
  std::string library;  ///< whose event it is
  std::int64_t number = 0;
  std::string kind;  ///< one of event_kinds()
  std::string title, about;
  Date day;
  std::string starts, ends;  ///< civil time, "17:00"; `ends` may be ""
  std::string mode;          ///< "in_person", "online", "both"
  std::string place;
  std::string link;      ///< public page or stream, "" for none
  std::string audience;  ///< "copii de 6–10 ani"
  bool free = true;
  std::string host;             ///< name of the library as the public knows it
  std::int64_t unit = 0;        ///< SIRUTA code of its place, 0 = not known
  std::string state = "draft";  ///< "draft", "announced", "cancelled"
  std::int64_t revision = 0;
  std::string changed_at;  ///< UTC
};

/// "workshop", "reading", "launch", "exhibition", "club", "film", "lecture", "course", "other".
const std::vector<std::string>& event_kinds();
const std::vector<std::string>& event_modes();

/// Errors, METODICA_INVALID at the field: "event.time" {text}, "event.ends_before",
/// "event.no_place", "event.no_link", "event.link" {text}.
Result<void> check_event(const LibraryEvent& event);

/// Draft to announced, draft and announced to cancelled.
[[nodiscard]] bool event_may_follow(std::string_view from, std::string_view to);

/// A tag of social networks: words put together with capitals, without marks, which not all
/// networks take: "Ora poveștilor" is "#OraPovestilor"; "" when nothing is left.
[[nodiscard]] std::string hashtag_of(std::string_view text);

/// "#1d4f91" as red, green, blue. Errors: METODICA_INVALID "promotion.accent" {text} at "accent".
struct Rgb {
  std::uint8_t red = 0, green = 0, blue = 0;
};
Result<Rgb> read_colour(std::string_view text);

/// What may be brought as a picture. Errors, METODICA_INVALID at "file": "promotion.picture_kind"
/// for what is neither PNG nor JPEG, "promotion.picture_small" {width} {height} {needed} when the
/// shorter side has fewer pixels than `needed`.
struct PictureFacts {
  std::string media;  ///< "image/png", "image/jpeg"
  std::int64_t width = 0, height = 0;
};
Result<PictureFacts> check_picture(std::string_view bytes, std::int64_t needed);

}  // namespace metodica::coordination
