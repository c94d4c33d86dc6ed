// Union data of libraries that write into the hub's own database: nothing is sent, so their
// registers are read from where the last reading ended.

#include <map>

#include "modules/hub/union_store.hpp"

namespace metodica::hub {
namespace {

constexpr std::int64_t acts_of_year = 1000000;

std::int64_t mark_of(UnitOfWork& work, const std::string& reg) {
  return work.number("SELECT number FROM union_mark WHERE library = {library} AND register = $1",
                     {reg});
}

void set_mark(UnitOfWork& work, const std::string& reg, std::int64_t number) {
  work.execute(
      "INSERT INTO union_mark (library, register, number) VALUES ({library}, $1, $2) ON CONFLICT "
      "(library, register) DO UPDATE SET number = excluded.number",
      {reg, number});
}

std::vector<const Json*> pointers(const std::vector<Json>& rows) {
  std::vector<const Json*> all;
  all.reserve(rows.size());
  for (const Json& row : rows)
    all.push_back(&row);
  return all;
}

std::vector<Json> new_entries(UnitOfWork& work, std::int64_t most) {
  std::vector<Json> rows;
  work.each<std::string, std::int64_t, std::string, std::string, std::string, std::string,
            std::string, std::string>(
      "SELECT e.register, e.number, e.title_ref, e.author, e.title, e.publication, e.isbd, "
      "e.language FROM inventory_register r JOIN inventory_entry e ON e.library = r.library AND "
      "e.register = r.code LEFT JOIN union_mark m ON m.library = r.library AND m.register = r.code "
      "WHERE r.library = {library} AND e.number > COALESCE(m.number, 0) ORDER BY e.register, "
      "e.number LIMIT $1",
      {most},
      [&](std::string reg, std::int64_t number, std::string title_ref, std::string author,
          std::string title, std::string publication, std::string isbd, std::string language) {
        rows.push_back(Json::object({{"register", std::move(reg)},
                                     {"number", number},
                                     {"title_ref", std::move(title_ref)},
                                     {"author", std::move(author)},
                                     {"title", std::move(title)},
                                     {"publication", std::move(publication)},
                                     {"isbd", std::move(isbd)},
                                     {"language", std::move(language)}}));
      });
  return rows;
}

// The classes that these copies have by now.
std::vector<Json> classes_of(UnitOfWork& work, const std::string& reg, std::int64_t first,
                             std::int64_t last) {
  std::vector<Json> rows;
  work.each<std::int64_t, std::string>(
      "SELECT number, value FROM inventory_fact WHERE library = {library} AND register = $1 AND "
      "number >= $2 AND number <= $3 AND kind = 'udc' ORDER BY number, sequence",
      {reg, first, last}, [&](std::int64_t number, std::string value) {
        rows.push_back(Json::object(
            {{"register", reg}, {"number", number}, {"kind", "udc"}, {"value", std::move(value)}}));
      });
  return rows;
}

void count_exits(UnitOfWork& work, std::int64_t sequence) {
  const std::int64_t mark = mark_of(work, "");
  std::int64_t last = mark;
  std::vector<Json> rows;
  work.each<std::string, std::int64_t, std::int64_t, std::int64_t>(
      "SELECT register, number, exit_year, exit_number FROM inventory_exit WHERE library = "
      "{library} AND (exit_year > $1 OR (exit_year = $1 AND exit_number > $2)) ORDER BY exit_year, "
      "exit_number",
      {mark / acts_of_year, mark % acts_of_year},
      [&](std::string reg, std::int64_t number, std::int64_t year, std::int64_t act) {
        rows.push_back(Json::object({{"register", std::move(reg)}, {"number", number}}));
        last = year * acts_of_year + act;
      });
  union_leave(work, pointers(rows), sequence);
  if (last != mark)
    set_mark(work, "", last);
}

}  // namespace

bool union_catch_up(UnitOfWork& work, std::int64_t most) {
  const std::vector<Json> entries = new_entries(work, most);
  const std::int64_t sequence = work.take("hub/union_own");
  union_enter(work, pointers(entries), sequence);
  std::map<std::string, std::pair<std::int64_t, std::int64_t>> ranges;
  for (const Json& row : entries) {
    const std::int64_t number = row["number"].integer();
    ranges.try_emplace(row["register"].text(), number, number).first->second.second = number;
  }
  for (const auto& [reg, range] : ranges) {
    const auto classes = classes_of(work, reg, range.first, range.second);
    union_class(work, pointers(classes), sequence);
    set_mark(work, reg, range.second);
  }
  const bool more = static_cast<std::int64_t>(entries.size()) == most;
  if (!more)
    count_exits(work, sequence);
  return more;
}

}  // namespace metodica::hub
