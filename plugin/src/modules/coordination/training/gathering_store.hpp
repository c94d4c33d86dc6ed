/// Meetings and courses: all SQL of theirs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "modules/coordination/training/gathering_rules.hpp"
#include "storage/unit_of_work.hpp"

namespace metodica::coordination {

/// A gathering with what a list says of it.
struct GatheringLine {
  Gathering gathering;
  std::int64_t registered = 0, waiting = 0, present = 0, attested = 0;
};
/// Those of one year, by day and time.
std::vector<GatheringLine> gatherings(UnitOfWork& work, std::int64_t year);
/// The same without the counts.
std::vector<Gathering> gatherings_alone(UnitOfWork& work, std::int64_t year);
std::optional<Gathering> gathering(UnitOfWork& work, std::int64_t number);
/// Adds it, or replaces what was known of it.
void keep_gathering(UnitOfWork& work, const Gathering& gathering);

/// Someone at a gathering.
struct Guest {
  std::int64_t person = 0;
  std::string name, place, email;
  std::int64_t position = 0;                           ///< order of registration, from 1
  std::string state;                                   ///< "registered", "waiting", "withdrawn"
  std::int64_t minutes = 0;                            ///< of presence
  std::int64_t attestation = 0, attestation_year = 0;  ///< 0 = none given
};
/// By name in the order of registration.
std::vector<Guest> guests(UnitOfWork& work, std::int64_t gathering);

/// The person of this name and place who is already known, or a new one. An address given now
/// replaces the old one.
std::int64_t person_of(UnitOfWork& work, const TypedPerson& typed, const std::string& now);
/// Puts the person on the list; one who had withdrawn comes to its end again.
void register_guest(UnitOfWork& work, std::int64_t gathering, std::int64_t person,
                    std::string_view state, const std::string& now);
void set_registration(UnitOfWork& work, std::int64_t gathering, std::int64_t person,
                      std::string_view state);
void set_presence(UnitOfWork& work, std::int64_t gathering, std::int64_t person,
                  std::int64_t minutes);

struct Attestation {
  std::int64_t year = 0, number = 0, gathering = 0, person = 0, hours = 0;
  Date issued_on;
  std::string name, place;  ///< as known now; "" once the person's data were taken away
};
/// Gives the next number of the year. The person must not have one for this gathering.
void issue_attestation(UnitOfWork& work, const Attestation& attestation,
                       const std::string& issued_by);
std::optional<Attestation> attestation(UnitOfWork& work, std::int64_t year, std::int64_t number);

/// Someone who has ever registered, and where: what the library knows of one person.
struct PersonRecord {
  TypedPerson person;  ///< "" once taken away
  struct Line {
    std::int64_t gathering = 0;
    std::string title;
    Date day;
    std::int64_t minutes = 0, hours = 0;  ///< hours as attested, 0 = not attested
    std::int64_t attestation = 0, attestation_year = 0;
  };
  std::vector<Line> lines;  ///< latest day first
};
std::optional<PersonRecord> person_record(UnitOfWork& work, std::int64_t person);

/// Takes away name, place and address of a person. Numbers, hours and days stay.
void anonymise(UnitOfWork& work, std::int64_t person, const std::string& now);

}  // namespace metodica::coordination
