#include "modules/coordination/network/people.hpp"

#include "modules/coordination/network/term_store.hpp"

namespace metodica::coordination {

std::int64_t remembered(Call& call, std::int64_t siruta, const std::string& name,
                        const std::string& purpose, Date day) {
  if (name.empty())
    return 0;
  NetworkPerson person;
  person.siruta = siruta;
  person.name = name;
  person.purpose = purpose;
  const DatedTerm term = term_on(county_terms(call.work()), "person." + purpose, day);
  person.kept_until = day.plus_months(static_cast<int>(term.period));
  return person_named(call.work(), person, call.now_utc());
}

Result<NetworkPerson> known_person(Call& call, std::int64_t person) {
  auto found = network_person(call.work(), person);
  if (!found)
    return Unexpected(Problem(METODICA_NOT_FOUND, "network.unknown_person").at("person"));
  return *std::move(found);
}

}  // namespace metodica::coordination
