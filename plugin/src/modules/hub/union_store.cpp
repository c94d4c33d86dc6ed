#include "modules/hub/union_store.hpp"

#include <algorithm>
#include <map>

#include "bibliography/isbn.hpp"
#include "modules/hub/union_share.hpp"
#include "storage/sha256.hpp"

namespace metodica::hub {
namespace {

constexpr std::size_t hash_digits = 20;
constexpr std::int64_t most_of_keys = 1000;
constexpr std::int64_t most_of_last_keys = 300;

// "București : Humanitas, 2010" and "Humanitas, București, 2010".
void read_publication(const std::string& publication, Description& description) {
  constexpr std::size_t year_digits = 4;
  std::size_t run = 0;
  for (std::size_t i = 0; i <= publication.size() && description.year == 0; ++i) {
    const bool digit = i < publication.size() && publication[i] >= '0' && publication[i] <= '9';
    if (!digit && run == year_digits)
      description.year = std::stoll(publication.substr(i - year_digits, year_digits));
    run = digit ? run + 1 : 0;
  }
  const std::size_t colon = publication.find(':');
  const std::size_t begin = colon == std::string::npos ? 0 : colon + 1;
  description.publisher = publication.substr(begin, publication.find(',', begin) - begin);
}

Description described(const std::string& author, const std::string& title,
                      const std::string& publication, const std::string& isbd,
                      const std::string& language) {
  Description description;
  description.title = title;
  description.author = author;
  description.language = language;
  read_publication(publication, description);
  if (const auto numbers = find_isbns(isbd); !numbers.empty())
    description.isbn = numbers.front().isbn13();
  return description;
}

// The host's name of the title, or what the description says, so that copies without one meet too.
std::string ref_of(const std::string& title_ref, const std::string& author,
                   const std::string& title, const std::string& publication) {
  return title_ref.empty()
             ? "=" +
                   sha256_hex(author + "\x1f" + title + "\x1f" + publication).substr(0, hash_digits)
             : title_ref;
}

// Many rows at once, as one JSON array.
std::string rows_of(Engine engine, const std::string& sqlite, const std::string& postgresql) {
  return engine == Engine::sqlite ? sqlite + " FROM json_each($1) WHERE 1 = 1" : postgresql;
}

void add_titles(UnitOfWork& work, const Json& titles) {
  work.execute(
      "INSERT INTO union_title (library, ref, title, author, publisher, isbn, language, year, "
      "copies, work) " +
          rows_of(work.engine(),
                  "SELECT json_extract(value, '$.library'), json_extract(value, '$.ref'), "
                  "json_extract(value, '$.title'), json_extract(value, '$.author'), "
                  "json_extract(value, '$.publisher'), json_extract(value, '$.isbn'), "
                  "json_extract(value, '$.language'), json_extract(value, '$.year'), "
                  "json_extract(value, '$.copies'), json_extract(value, '$.work')",
                  "SELECT library, ref, title, author, publisher, isbn, language, year, copies, "
                  "work FROM jsonb_to_recordset($1::jsonb) AS row_(library text, ref text, title "
                  "text, author text, publisher text, isbn text, language text, year bigint, "
                  "copies bigint, work text)") +
          " ON CONFLICT (library, ref) DO UPDATE SET copies = union_title.copies + "
          "excluded.copies, work = excluded.work",
      {titles.dump()});
}

void add_keys(UnitOfWork& work, const Json& keys) {
  work.execute("INSERT INTO union_key (key, library, ref) " +
                   rows_of(work.engine(),
                           "SELECT json_extract(value, '$.key'), json_extract(value, '$.library'), "
                           "json_extract(value, '$.ref')",
                           "SELECT key, library, ref FROM jsonb_to_recordset($1::jsonb) AS "
                           "row_(key text, library text, ref text)") +
                   " ON CONFLICT (key, library, ref) DO NOTHING",
               {keys.dump()});
}

struct Entered {
  Description description;
  std::int64_t copies = 0;
};

std::map<std::string, Entered> by_title(const std::vector<const Json*>& lines) {
  std::map<std::string, Entered> titles;
  for (const Json* line : lines) {
    const Json& row = *line;
    const std::string& author = row["author"].text();
    const std::string& title = row["title"].text();
    const std::string& publication = row["publication"].text();
    Entered& entered = titles[ref_of(row["title_ref"].text(), author, title, publication)];
    if (entered.copies++ == 0)
      entered.description =
          described(author, title, publication, row["isbd"].text(), row["language"].text());
  }
  return titles;
}

// "SELECT ref, n, udc FROM <list> l": what is said of some titles of the acting library.
std::string list_of(Engine engine, const std::string& bind) {
  return engine == Engine::sqlite
             ? "(SELECT json_extract(value, '$.ref') AS ref, json_extract(value, '$.n') AS n, "
               "json_extract(value, '$.udc') AS udc FROM json_each(" +
                   bind + "))"
             : "(SELECT ref, n, udc FROM jsonb_to_recordset(" + bind +
                   "::jsonb) AS row_(ref text, n bigint, udc text))";
}

// The keys of these titles are to be told anew.
void mark(UnitOfWork& work, const std::string& list, std::int64_t sequence) {
  const std::string from = " FROM union_title t JOIN " + list_of(work.engine(), "$2") +
                           " l ON l.ref = t.ref WHERE t.library = $3";
  work.execute(
      "INSERT INTO union_dirty (library, sequence, key) SELECT library, CAST($1 AS BIGINT), key "
      "FROM (SELECT t.library, 'w' || t.work AS key" +
          from + " AND t.work <> '' UNION SELECT t.library, 'i' || t.isbn AS key" + from +
          " AND t.isbn <> '') d WHERE 1 = 1 ON CONFLICT (library, sequence, key) DO NOTHING",
      {sequence, list, work.tenancy().own});
}

// The title of each copy that is named by register and number, once for each row of `copies`.
template <class Sink>
void each_ref(UnitOfWork& work, const std::vector<const Json*>& copies, Sink sink) {
  Json list = Json::array();
  for (std::size_t i = 0; i < copies.size(); ++i) {
    const Json& copy = *copies[i];
    list.add(Json::object({{"i", static_cast<std::int64_t>(i)},
                           {"register", copy["register"]},
                           {"number", copy["number"]}}));
  }
  const std::string named =
      work.engine() == Engine::sqlite
          ? "(SELECT json_extract(value, '$.i') AS i, json_extract(value, '$.register') AS "
            "register, json_extract(value, '$.number') AS number FROM json_each($1))"
          : "(SELECT i, register, number FROM jsonb_to_recordset($1::jsonb) AS row_(i bigint, "
            "register text, number bigint))";
  work.each<std::int64_t, std::string, std::string, std::string, std::string>(
      "SELECT l.i, e.title_ref, e.author, e.title, e.publication FROM " + named +
          " l JOIN inventory_entry e ON e.library = {library} AND e.register = l.register AND "
          "e.number = l.number ORDER BY l.i",
      {list.dump()},
      [&](std::int64_t i, const std::string& title_ref, const std::string& author,
          const std::string& title, const std::string& publication) {
        sink(*copies[static_cast<std::size_t>(i)], ref_of(title_ref, author, title, publication));
      });
}

// Who asks by the title alone is shown its editions, though nothing speaks for one.
Comparison compared(const TitleFacts& wanted, const Description& description) {
  const TitleFacts theirs = facts_of(description);
  Comparison comparison = compare(wanted, theirs);
  const bool by_title = wanted.title == theirs.title && wanted.volume == theirs.volume &&
                        (wanted.surname.empty() || wanted.surname == theirs.surname);
  if (by_title && comparison.likeness == Likeness::other)
    comparison.likeness = Likeness::same_work;
  return comparison;
}

// One question for all keys, and one comparison for what many libraries describe alike.
std::vector<UnionMatch> matches_of(UnitOfWork& work, const TitleFacts& wanted,
                                   const std::vector<std::string>& keys, std::int64_t most) {
  std::vector<UnionMatch> found;
  if (keys.empty())
    return found;
  Binds binds;
  std::string list;
  for (const std::string& key : keys) {
    binds.emplace_back(key);
    list += (list.empty() ? "$" : ", $") + std::to_string(binds.size());
  }
  binds.emplace_back(most);
  std::map<std::string, Comparison> known;
  work.each<std::string, std::string, std::string, std::string, std::string, std::string,
            std::int64_t, std::int64_t>(
      "SELECT t.library, t.title, t.author, t.publisher, t.isbn, t.language, t.year, t.copies FROM "
      "(SELECT DISTINCT library, ref FROM union_key WHERE key IN (" +
          list +
          ")) k JOIN union_title t ON t.library = k.library AND t.ref = k.ref WHERE "
          "t.copies > 0 LIMIT $" +
          std::to_string(binds.size()),
      binds,
      [&](std::string library, std::string title, std::string author, std::string publisher,
          std::string isbn, std::string language, std::int64_t year, std::int64_t copies) {
        UnionMatch match;
        match.library = std::move(library);
        match.description = {std::move(title),
                             std::move(author),
                             std::move(publisher),
                             std::move(isbn),
                             std::move(language),
                             {},
                             year,
                             0,
                             {}};
        match.copies = copies;
        const Description& d = match.description;
        const auto [place, fresh] =
            known.try_emplace(d.title + '\x1f' + d.author + '\x1f' + d.publisher + '\x1f' + d.isbn +
                              '\x1f' + d.language + '\x1f' + std::to_string(year));
        if (fresh)
          place->second = compared(wanted, d);
        match.comparison = place->second;
        if (match.comparison.likeness != Likeness::other)
          found.push_back(std::move(match));
      });
  return found;
}

}  // namespace

void union_enter(UnitOfWork& work, const std::vector<const Json*>& lines, std::int64_t sequence) {
  if (lines.empty())
    return;
  const std::string& library = work.tenancy().own;
  Json titles = Json::array();
  Json keys = Json::array();
  Json list = Json::array();
  for (const auto& [ref, entered] : by_title(lines)) {
    const Description& d = entered.description;
    const TitleFacts facts = facts_of(d);
    titles.add(Json::object({{"library", library},
                             {"ref", ref},
                             {"title", d.title},
                             {"author", d.author},
                             {"publisher", d.publisher},
                             {"isbn", d.isbn},
                             {"language", d.language},
                             {"year", d.year},
                             {"copies", entered.copies},
                             {"work", work_key(facts)}}));
    for (const std::string& key : blocking_keys(facts))
      keys.add(Json::object({{"key", key}, {"library", library}, {"ref", ref}}));
    list.add(Json::object({{"ref", ref}}));
  }
  add_titles(work, titles);
  add_keys(work, keys);
  mark(work, list.dump(), sequence);
}

void union_leave(UnitOfWork& work, const std::vector<const Json*>& exits, std::int64_t sequence) {
  if (exits.empty())
    return;
  std::map<std::string, std::int64_t> left;
  each_ref(work, exits, [&](const Json&, const std::string& ref) { ++left[ref]; });
  Json list = Json::array();
  for (const auto& [ref, n] : left)
    list.add(Json::object({{"ref", ref}, {"n", n}}));
  const std::string text = list.dump();
  work.execute(
      "UPDATE union_title SET copies = CASE WHEN copies > l.n THEN copies - l.n ELSE 0 END FROM " +
          list_of(work.engine(), "$1") +
          " l WHERE union_title.library = $2 AND union_title.ref = l.ref",
      {text, work.tenancy().own});
  mark(work, text, sequence);
}

void union_class(UnitOfWork& work, const std::vector<const Json*>& facts, std::int64_t sequence) {
  std::vector<const Json*> classes;
  for (const Json* fact : facts) {
    if ((*fact)["kind"].text() == "udc")
      classes.push_back(fact);
  }
  if (classes.empty())
    return;
  std::map<std::string, std::string> given;
  each_ref(work, classes,
           [&](const Json& fact, const std::string& ref) { given[ref] = fact["value"].text(); });
  Json list = Json::array();
  for (const auto& [ref, udc] : given)
    list.add(Json::object({{"ref", ref}, {"udc", udc}}));
  const std::string text = list.dump();
  work.execute("UPDATE union_title SET udc = l.udc FROM " + list_of(work.engine(), "$1") +
                   " l WHERE union_title.library = $2 AND union_title.ref = l.ref",
               {text, work.tenancy().own});
  mark(work, text, sequence);
}

void union_forget(UnitOfWork& work, std::int64_t sequence) {
  const std::string& library = work.tenancy().own;
  work.execute(
      "INSERT INTO union_dirty (library, sequence, key) SELECT library, CAST($1 AS BIGINT), key "
      "FROM (SELECT library, 'w' || work AS key FROM union_title WHERE library = $2 AND work <> '' "
      "UNION SELECT library, 'i' || isbn AS key FROM union_title WHERE library = $2 AND isbn <> "
      "'') d WHERE 1 = 1 ON CONFLICT (library, sequence, key) DO NOTHING",
      {sequence, library});
  work.execute("DELETE FROM union_key WHERE library = $1", {library});
  work.execute("DELETE FROM union_title WHERE library = $1", {library});
}

std::vector<UnionMatch> union_find(UnitOfWork& work, const Description& wanted, std::size_t most) {
  const TitleFacts facts = facts_of(wanted);
  // The books of a name and a year are many, and those with a short title: where the author is
  // known they are looked at only when nothing else was found.
  std::vector<std::string> keys, last_keys;
  for (std::string& key : asking_keys(facts))
    (key.front() == 'a' || (key.front() == 't' && !facts.surname.empty()) ? last_keys : keys)
        .push_back(std::move(key));
  std::vector<UnionMatch> found = matches_of(work, facts, keys, most_of_keys);
  if (found.empty())
    found = matches_of(work, facts, last_keys, most_of_last_keys);
  std::stable_sort(found.begin(), found.end(), [](const UnionMatch& a, const UnionMatch& b) {
    return a.comparison.points > b.comparison.points;
  });
  if (found.size() > most)
    found.resize(most);
  return found;
}

}  // namespace metodica::hub
