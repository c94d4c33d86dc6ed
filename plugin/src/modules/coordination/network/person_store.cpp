#include "modules/coordination/network/person_store.hpp"

#include <utility>

#include "text/unicode.hpp"

namespace metodica::coordination {
namespace {

std::vector<NetworkPerson> read(UnitOfWork& work, const std::string& condition,
                                const Binds& binds) {
  std::vector<NetworkPerson> all;
  work.each<std::int64_t, std::int64_t, std::string, std::string, std::string, std::string, Date,
            std::int64_t, std::string>(
      "SELECT person, siruta, name, email, phone, purpose, kept_until, public_consent, "
      "anonymised_at FROM county_person WHERE library = {library} AND " +
          condition + " ORDER BY person",
      binds,
      [&](std::int64_t person, std::int64_t siruta, std::string name, std::string email,
          std::string phone, std::string purpose, Date kept_until, std::int64_t consent,
          std::string anonymised_at) {
        all.push_back({person, siruta, std::move(name), std::move(email), std::move(phone),
                       std::move(purpose), kept_until, consent != 0, !anonymised_at.empty()});
      });
  return all;
}

void write(UnitOfWork& work, const NetworkPerson& of) {
  work.execute(
      "UPDATE county_person SET name = $1, email = $2, phone = $3, name_key = $4, purpose = $5, "
      "kept_until = $6, public_consent = $7 WHERE library = {library} AND person = $8",
      {of.name, of.email, of.phone, folded(of.name), of.purpose, of.kept_until,
       std::int64_t{of.public_consent ? 1 : 0}, of.person});
}

}  // namespace

std::int64_t person_named(UnitOfWork& work, const NetworkPerson& wanted, const std::string& now) {
  const auto found =
      read(work, "siruta = $1 AND name_key = $2", {wanted.siruta, folded(wanted.name)});
  if (!found.empty()) {
    NetworkPerson known = found.front();
    if (known.purpose == "contact")
      known.purpose = wanted.purpose;
    if (known.kept_until < wanted.kept_until)
      known.kept_until = wanted.kept_until;
    if (!wanted.email.empty())
      known.email = wanted.email;
    if (!wanted.phone.empty())
      known.phone = wanted.phone;
    write(work, known);
    return known.person;
  }
  const std::int64_t person = work.take("county_person");
  work.execute(
      "INSERT INTO county_person (library, person, siruta, name, email, phone, name_key, purpose, "
      "kept_until, public_consent, entered_at, anonymised_at) VALUES ({library}, $1, $2, $3, $4, "
      "$5, $6, $7, $8, $9, $10, '')",
      {person, wanted.siruta, wanted.name, wanted.email, wanted.phone, folded(wanted.name),
       wanted.purpose, wanted.kept_until, std::int64_t{wanted.public_consent ? 1 : 0}, now});
  return person;
}

std::optional<NetworkPerson> network_person(UnitOfWork& work, std::int64_t person) {
  auto found = read(work, "person = $1", {person});
  if (found.empty())
    return {};
  return std::move(found.front());
}

std::vector<NetworkPerson> network_people(UnitOfWork& work, std::int64_t siruta) {
  if (siruta < 0)
    return read(work, "1 = 1", {});
  return read(work, "siruta = $1", {siruta});
}

std::map<std::int64_t, std::string> person_names(UnitOfWork& work) {
  std::map<std::int64_t, std::string> names;
  work.each<std::int64_t, std::string>(
      "SELECT person, name FROM county_person WHERE library = {library}", {},
      [&](std::int64_t person, std::string name) { names.emplace(person, std::move(name)); });
  return names;
}

void change_person(UnitOfWork& work, const NetworkPerson& person) {
  write(work, person);
}

void forget_person(UnitOfWork& work, std::int64_t person, const std::string& now) {
  work.execute(
      "UPDATE county_person SET name = '', email = '', phone = '', name_key = '', "
      "public_consent = 0, anonymised_at = $1 WHERE library = {library} AND person = $2",
      {now, person});
}

std::vector<PersonUse> uses_of_person(UnitOfWork& work, std::int64_t person) {
  std::vector<PersonUse> uses;
  work.each<std::string, std::int64_t, std::int64_t, Date, std::string>(
      "SELECT kind, number, siruta, day, text FROM ("
      "SELECT 'post' AS kind, post AS number, siruta, from_day AS day, title AS text "
      "FROM staff_post WHERE library = {library} AND person = $1 UNION ALL "
      "SELECT 'visit', v.number, v.siruta, v.day, p.role FROM visit_person p JOIN visit v ON "
      "v.library = p.library AND v.number = p.visit WHERE p.library = {library} AND p.person = $1 "
      "UNION ALL SELECT 'visit', number, siruta, day, '' FROM visit WHERE library = {library} AND "
      "methodologist = $1 UNION ALL "
      "SELECT 'request', number, siruta, received_on, topic FROM assistance WHERE "
      "library = {library} AND person = $1 UNION ALL "
      "SELECT 'handover', number, siruta, leaves_on, '' FROM handover WHERE library = {library} "
      "AND (leaver = $1 OR successor = $1 OR mentor = $1)) uses "
      "ORDER BY day DESC, kind, number",
      {person},
      [&](std::string kind, std::int64_t number, std::int64_t siruta, Date day, std::string text) {
        uses.push_back({std::move(kind), number, siruta, day, std::move(text)});
      });
  return uses;
}

}  // namespace metodica::coordination
