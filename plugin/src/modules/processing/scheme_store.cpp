#include "modules/processing/scheme_store.hpp"

#include "modules/processing/processing_rules.hpp"

namespace metodica::processing {
namespace {

MarkScheme scheme_of(std::string register_code, std::string custody, std::string section,
                     const std::string& first, const std::string& second, std::string prefix,
                     const std::string& author) {
  MarkScheme scheme;
  scheme.register_code = std::move(register_code);
  scheme.custody = std::move(custody);
  scheme.section = std::move(section);
  scheme.first = family_named(first).value_or(MarkFamily::systematic);
  scheme.second = family_named(second);
  scheme.prefix = std::move(prefix);
  scheme.author = author_rule_named(author);
  return scheme;
}

}  // namespace

std::vector<MarkScheme> mark_schemes(UnitOfWork& work) {
  std::vector<MarkScheme> schemes;
  using Text = std::string;
  work.each<Text, Text, Text, Text, Text, Text, Text, Text, Text, Text, Text>(
      "SELECT register, custody, section, first_family, second_family, prefix, author_rule, "
      "particles, number_unit, number_source, uniqueness FROM mark_scheme WHERE library = "
      "{library} ORDER BY position",
      {},
      [&](Text code, Text custody, Text section, const Text& first, const Text& second, Text prefix,
          const Text& author, const Text& particles, const Text& unit, const Text& source,
          const Text& uniqueness) {
        MarkScheme scheme = scheme_of(std::move(code), std::move(custody), std::move(section),
                                      first, second, std::move(prefix), author);
        scheme.particles = particles == "joined" ? Particles::joined : Particles::separate;
        scheme.each_copy = unit == "copy";
        scheme.from_inventory = source == "inventory";
        scheme.unique = uniqueness_named(uniqueness);
        schemes.push_back(std::move(scheme));
      });
  return schemes;
}

void replace_schemes(UnitOfWork& work, const std::vector<MarkScheme>& schemes) {
  work.execute("DELETE FROM mark_scheme WHERE library = {library}");
  std::int64_t position = 0;
  for (const MarkScheme& scheme : schemes) {
    work.execute(
        "INSERT INTO mark_scheme (library, position, register, custody, section, first_family, "
        "second_family, prefix, author_rule, particles, number_unit, number_source, uniqueness) "
        "VALUES ({library}, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        {++position, scheme.register_code, scheme.custody, scheme.section, name_of(scheme.first),
         scheme.second ? name_of(*scheme.second) : std::string_view(), scheme.prefix,
         name_of(scheme.author),
         std::string_view(scheme.particles == Particles::joined ? "joined" : "separate"),
         std::string_view(scheme.each_copy ? "copy" : "title"),
         std::string_view(scheme.from_inventory ? "inventory" : "counter"),
         name_of(scheme.unique)});
  }
}

std::vector<std::int64_t> height_limits(UnitOfWork& work) {
  std::vector<std::int64_t> limits;
  work.each<std::int64_t>(
      "SELECT upto FROM height_limit WHERE library = {library} ORDER BY position", {},
      [&](std::int64_t upto) { limits.push_back(upto); });
  return limits.empty() ? usual_height_limits() : limits;
}

void replace_limits(UnitOfWork& work, const std::vector<std::int64_t>& limits) {
  work.execute("DELETE FROM height_limit WHERE library = {library}");
  std::int64_t position = 0;
  for (const std::int64_t upto : limits) {
    work.execute("INSERT INTO height_limit (library, position, upto) VALUES ({library}, $1, $2)",
                 {++position, upto});
  }
}

std::string NumberRun::counter() const {
  return "mark/" + prefix + "/" + std::to_string(height_class);
}

std::int64_t serial_of(UnitOfWork& work, const InventoryNumber& copy, const NumberRun& run) {
  return work.number(
      "SELECT serial FROM mark_number WHERE library = {library} AND register = $1 AND number = $2 "
      "AND prefix = $3 AND height_class = $4",
      {copy.register_code, copy.number, run.prefix, run.height_class});
}

std::int64_t serial_of_title(UnitOfWork& work, const std::string& identity, const NumberRun& run) {
  return work.number(
      "SELECT MIN(serial) FROM mark_number WHERE library = {library} AND identity = $1 AND prefix "
      "= $2 AND height_class = $3 HAVING COUNT(*) > 0",
      {identity, run.prefix, run.height_class});
}

std::optional<InventoryNumber> other_title_with(UnitOfWork& work, const GivenNumber& given) {
  const auto row = work.one<std::string, std::int64_t>(
      "SELECT register, number FROM mark_number WHERE library = {library} AND prefix = $1 AND "
      "height_class = $2 AND serial = $3 AND identity <> $4 ORDER BY register, number LIMIT 1",
      {given.run.prefix, given.run.height_class, given.serial, given.identity});
  if (!row)
    return {};
  return InventoryNumber{std::get<0>(*row), std::get<1>(*row)};
}

void keep_number(UnitOfWork& work, const GivenNumber& given) {
  work.execute(
      "INSERT INTO mark_number (library, register, number, prefix, height_class, serial, identity) "
      "VALUES ({library}, $1, $2, $3, $4, $5, $6) ON CONFLICT (library, register, number, prefix, "
      "height_class) DO UPDATE SET serial = excluded.serial, identity = excluded.identity",
      {given.copy.register_code, given.copy.number, given.run.prefix, given.run.height_class,
       given.serial, given.identity});
}

void drop_number(UnitOfWork& work, const InventoryNumber& copy, const NumberRun& run) {
  work.execute(
      "DELETE FROM mark_number WHERE library = {library} AND register = $1 AND number = $2 AND "
      "prefix = $3 AND height_class = $4",
      {copy.register_code, copy.number, run.prefix, run.height_class});
}

std::string second_mark_of(UnitOfWork& work, const InventoryNumber& copy) {
  const auto row = work.one<std::string>(
      "SELECT call_number FROM second_mark WHERE library = {library} AND register = $1 AND number "
      "= $2",
      {copy.register_code, copy.number});
  return row ? std::get<0>(*row) : std::string();
}

void keep_second_mark(UnitOfWork& work, const InventoryNumber& copy, const std::string& text,
                      Date on, std::string_view by) {
  if (text.empty()) {
    work.execute(
        "DELETE FROM second_mark WHERE library = {library} AND register = $1 AND number = $2",
        {copy.register_code, copy.number});
    return;
  }
  work.execute(
      "INSERT INTO second_mark (library, register, number, call_number, shelf_key, given_on, "
      "given_by) VALUES ({library}, $1, $2, $3, $4, $5, $6) ON CONFLICT (library, register, "
      "number) DO UPDATE SET call_number = excluded.call_number, shelf_key = excluded.shelf_key, "
      "given_on = excluded.given_on, given_by = excluded.given_by",
      {copy.register_code, copy.number, text, shelf_key_text(text), on, by});
}

std::optional<InventoryNumber> other_copy_with(UnitOfWork& work, const std::string& call_number,
                                               const InventoryNumber& but) {
  const auto row = work.one<std::string, std::int64_t>(
      "SELECT register, number FROM shelf_mark WHERE library = {library} AND call_number = $1 AND "
      "NOT (register = $2 AND number = $3) ORDER BY register, number LIMIT 1",
      {call_number, but.register_code, but.number});
  if (!row)
    return {};
  return InventoryNumber{std::get<0>(*row), std::get<1>(*row)};
}

}  // namespace metodica::processing
