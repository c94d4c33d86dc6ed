#include "modules/hub/union_share.hpp"

#include <algorithm>
#include <map>

#include "app/settings.hpp"
#include "storage/sha256.hpp"

namespace metodica::hub {
namespace {

constexpr std::size_t work_digits = 16;
constexpr std::size_t most_classes = 5;
constexpr const char* counter = "hub/union";

struct Share {
  std::map<std::string, std::int64_t> holders;
  std::map<std::string, std::int64_t> classes;  // how many libraries gave it
};

Json classes_json(const Share& share) {
  std::vector<std::pair<std::string, std::int64_t>> all(share.classes.begin(), share.classes.end());
  std::stable_sort(all.begin(), all.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  Json list = Json::array();
  for (std::size_t i = 0; i < std::min(most_classes, all.size()); ++i)
    list.add(all[i].first);
  return list;
}

// One JSON array as a table of texts.
std::string values_of(Engine engine) {
  return engine == Engine::sqlite ? "(SELECT value FROM json_each($1))"
                                  : "(SELECT jsonb_array_elements_text($1::jsonb) AS value)";
}

Json taken_keys(UnitOfWork& work, std::int64_t most, bool& more) {
  std::vector<std::string> keys;
  std::int64_t rows = 0;
  Json taken = Json::array();
  work.each<std::string, std::int64_t, std::string>(
      "SELECT library, sequence, key FROM union_dirty ORDER BY library, sequence, key LIMIT $1",
      {most}, [&](const std::string& library, std::int64_t sequence, std::string key) {
        taken.add(Json::object({{"library", library}, {"sequence", sequence}, {"key", key}}));
        keys.push_back(std::move(key));
        ++rows;
      });
  more = rows == most;
  work.execute(
      work.engine() == Engine::sqlite
          ? "DELETE FROM union_dirty WHERE (library, sequence, key) IN (SELECT "
            "json_extract(value, '$.library'), json_extract(value, '$.sequence'), "
            "json_extract(value, '$.key') FROM json_each($1))"
          : "DELETE FROM union_dirty d USING jsonb_to_recordset($1::jsonb) AS t (library text, "
            "sequence bigint, key text) WHERE d.library = t.library AND d.sequence = t.sequence "
            "AND d.key = t.key",
      {taken.dump()});
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  Json list = Json::array();
  for (std::string& key : keys)
    list.add(std::move(key));
  return list;
}

void count(UnitOfWork& work, const char* column, char kind, const Json& keys,
           std::map<std::string, Share>& shares) {
  Json mine = Json::array();
  for (const Json& key : keys.items()) {
    if (key.text().front() == kind) {
      mine.add(key.text().substr(1));
      shares[key.text()];  // nobody has it any more: told as well
    }
  }
  work.each<std::string, std::string, std::int64_t, std::string>(
      std::string("SELECT t.") + column + ", t.library, t.copies, t.udc FROM " +
          values_of(work.engine()) + " k JOIN union_title t ON t." + column +
          " = k.value WHERE t." + column + " <> '' AND t.copies > 0",
      {mine.dump()},
      [&](const std::string& key, const std::string& library, std::int64_t copies,
          const std::string& udc) {
        Share& share = shares[kind + key];
        share.holders[library] += copies;
        if (!udc.empty())
          ++share.classes[udc];
      });
}

void write_shares(UnitOfWork& work, const Json& rows) {
  const bool sqlite = work.engine() == Engine::sqlite;
  work.execute(
      std::string("INSERT INTO union_share (key, number, holders, classes) SELECT ") +
          (sqlite ? "json_extract(value, '$[1]'), json_extract(value, '$[0]'), "
                    "json_extract(value, '$[2]'), json_extract(value, '$[3]') FROM json_each($1) "
                    "WHERE 1 = 1"
                  : "value->>1, (value->>0)::bigint, (value->2)::text, (value->3)::text FROM "
                    "jsonb_array_elements($1::jsonb)") +
          " ON CONFLICT (key) DO UPDATE SET number = excluded.number, holders = "
          "excluded.holders, classes = excluded.classes",
      {rows.dump()});
}

Json parsed(const std::string& text) {
  auto json = Json::parse(text);
  return json ? *std::move(json) : Json();
}

std::optional<CountyHoldings> holdings_of(UnitOfWork& work, const std::string& key) {
  const auto row = work.one<std::string, std::string>(
      "SELECT holders, classes FROM union_share WHERE key = $1 AND holders <> '{}'", {key});
  if (!row)
    return std::nullopt;
  CountyHoldings found;
  found.by_isbn = key.front() == 'i';
  const Json holders = parsed(std::get<0>(*row));
  const Json classes = parsed(std::get<1>(*row));
  auto names = names_of_libraries(work);
  for (const auto& [library, copies] : holders.members()) {
    found.holdings.push_back({library, std::move(names[library]), copies.integer()});
    found.copies += copies.integer();
  }
  std::stable_sort(found.holdings.begin(), found.holdings.end(),
                   [](const auto& a, const auto& b) { return a.copies > b.copies; });
  for (const Json& udc : classes.items())
    found.classes.push_back(udc.text());
  return found;
}

}  // namespace

std::string work_key(const TitleFacts& facts) {
  return facts.title.empty() ? std::string()
                             : sha256_hex(facts.title + "\x1f" + std::to_string(facts.volume) +
                                          "\x1f" + facts.surname)
                                   .substr(0, work_digits);
}

bool refresh_shares(UnitOfWork& work, std::int64_t most) {
  bool more = false;
  const Json keys = taken_keys(work, most, more);
  if (keys.items().empty())
    return false;
  std::map<std::string, Share> shares;
  count(work, "isbn", 'i', keys, shares);
  count(work, "work", 'w', keys, shares);
  std::int64_t number = work.take(counter, static_cast<std::int64_t>(shares.size()));
  Json rows = Json::array();
  for (const auto& [key, share] : shares) {
    Json holders = Json::object();
    for (const auto& [library, copies] : share.holders)
      holders.set(library, copies);
    rows.add(Json::array({number++, key, std::move(holders), classes_json(share)}));
  }
  write_shares(work, rows);
  return more;
}

Json::Array shares_after(UnitOfWork& work, std::int64_t after, std::int64_t most) {
  Json::Array rows;
  work.each<std::int64_t, std::string, std::string, std::string>(
      "SELECT number, key, holders, classes FROM union_share WHERE number > $1 ORDER BY number "
      "LIMIT $2",
      {after, most},
      [&](std::int64_t number, std::string key, const std::string& holders,
          const std::string& classes) {
        rows.push_back(Json::array({number, std::move(key), parsed(holders), parsed(classes)}));
      });
  return rows;
}

std::int64_t last_share(UnitOfWork& work) {
  return work.number("SELECT COALESCE(MAX(number), 0) FROM union_share");
}

std::map<std::string, std::string> names_of_libraries(UnitOfWork& work) {
  std::map<std::string, std::string> names;
  work.each<std::string, std::string>(
      "SELECT library, name FROM union_library UNION ALL SELECT library, name FROM register_lock "
      "WHERE reason = 'foreign'",
      {},
      [&](std::string library, std::string name) { names[std::move(library)] = std::move(name); });
  if (std::string own = setting(work, "institution.name"); !own.empty())
    names[work.tenancy().own] = std::move(own);
  return names;
}

void keep_shares(UnitOfWork& work, const Json& rows, const Json& names) {
  write_shares(work, rows);
  for (const auto& [library, name] : names.members()) {
    work.execute(
        "INSERT INTO union_library (library, name) VALUES ($1, $2) ON CONFLICT (library) DO UPDATE "
        "SET name = excluded.name",
        {library, name.text()});
  }
}

void forget_shares(UnitOfWork& work) {
  work.execute("DELETE FROM union_share");
}

bool has_county_titles(UnitOfWork& work) {
  return work.number("SELECT COUNT(*) FROM (SELECT 1 FROM union_share LIMIT 1) s") != 0;
}

std::optional<CountyHoldings> county_holdings(UnitOfWork& work, const WantedTitle& wanted) {
  Description description;
  description.title = wanted.title;
  description.author = wanted.author;
  description.isbn = wanted.isbn;
  description.language = wanted.language;
  const TitleFacts facts = facts_of(description);
  std::optional<CountyHoldings> found;
  if (const std::string key = work_key(facts); !key.empty())
    found = holdings_of(work, "w" + key);
  if (!found && !facts.isbn.empty())
    found = holdings_of(work, "i" + facts.isbn);
  return found;
}

}  // namespace metodica::hub
