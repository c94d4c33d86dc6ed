/// Meetings and courses that a county library holds for its libraries (domain note on coordination,
/// 1.2, 1.5 point 6): what they are, and what can be said of them without the database.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "metodica/result.hpp"
#include "text/date.hpp"

namespace metodica::coordination {

struct Gathering {
  std::int64_t number = 0;  ///< of this library, from 1
  std::string kind;         ///< one of gathering_kinds()
  std::string title;
  std::string topic;         ///< one of gathering_topics(), "" for none
  Date day;                  ///< civil day in the library's zone
  std::string starts, ends;  ///< civil time of that day, "09:30"
  std::int64_t hours = 0;    ///< as attested; 0: none are
  std::string mode;          ///< "in_person", "online", "both"
  std::string place;
  std::string link;           ///< of the video room, kept out of public output
  std::string passcode;       ///< the same
  std::string centre;         ///< methodical centre, "" for the whole county
  std::int64_t capacity = 0;  ///< seats, 0 = no limit
  bool authorised = false;    ///< an authorised course: its paper may be called a certificate
  std::string about;
  std::string state = "planned";  ///< "planned", "announced", "held", "cancelled"
  std::int64_t revision = 0;      ///< of what guests were told (RFC 5545, SEQUENCE)
  std::string changed_at;         ///< UTC
};

/// "annual" (the analysis in March), "centre" (in a methodical centre), "working", "course",
/// "colloquium".
const std::vector<std::string>& gathering_kinds();
/// Stages of the book's life, which courses follow: "acquisition", "processing", "shelving",
/// "records", "stocktaking", "withdrawal", then "promotion", "law", "other".
const std::vector<std::string>& gathering_topics();
const std::vector<std::string>& gathering_modes();

/// Minutes of a time of day, "09:30" to 570; -1 when it is none.
[[nodiscard]] std::int64_t minutes_of_day(std::string_view time);
/// Length in minutes. Both times must be valid.
[[nodiscard]] std::int64_t length_of(const Gathering& gathering);

/// Errors, METODICA_INVALID at the field: "gathering.time" {text}, "gathering.ends_before",
/// "gathering.no_place", "gathering.no_link", "gathering.link" {text}.
Result<void> check_gathering(const Gathering& gathering);

/// Whether a state may follow another: planned to announced or cancelled, announced to held or
/// cancelled, held and cancelled to none.
[[nodiscard]] bool may_follow(std::string_view from, std::string_view to);

/// "registered" while there is a seat, then "waiting". `capacity` 0: always a seat.
[[nodiscard]] std::string_view seat_for(std::int64_t capacity, std::int64_t taken);

/// A line of the box for people, "Pop Ana; Florești; ana@example.ro": name, place, e-mail, the last
/// two may be absent.
struct TypedPerson {
  std::string name, place, email;
};
/// Errors: METODICA_INVALID "gathering.person" {text} without a name or with a broken address.
Result<TypedPerson> read_person(std::string_view line);

}  // namespace metodica::coordination
