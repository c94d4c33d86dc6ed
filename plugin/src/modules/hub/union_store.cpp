#include "modules/hub/union_store.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "bibliography/isbn.hpp"
#include "storage/sha256.hpp"

namespace metodica::hub {
namespace {

constexpr std::size_t hash_digits = 20;
constexpr std::int64_t most_of_key = 500;

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
      "copies) " +
          rows_of(work.engine(),
                  "SELECT json_extract(value, '$.library'), json_extract(value, '$.ref'), "
                  "json_extract(value, '$.title'), json_extract(value, '$.author'), "
                  "json_extract(value, '$.publisher'), json_extract(value, '$.isbn'), "
                  "json_extract(value, '$.language'), json_extract(value, '$.year'), "
                  "json_extract(value, '$.copies')",
                  "SELECT library, ref, title, author, publisher, isbn, language, year, copies "
                  "FROM jsonb_to_recordset($1::jsonb) AS row_(library text, ref text, title text, "
                  "author text, publisher text, isbn text, language text, year bigint, copies "
                  "bigint)") +
          " ON CONFLICT (library, ref) DO UPDATE SET copies = union_title.copies + excluded.copies",
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

}  // namespace

void union_enter(UnitOfWork& work, const std::vector<const Json*>& lines) {
  if (lines.empty())
    return;
  const std::string& library = work.tenancy().own;
  Json titles = Json::array();
  Json keys = Json::array();
  for (const auto& [ref, entered] : by_title(lines)) {
    const Description& d = entered.description;
    titles.add(Json::object({{"library", library},
                             {"ref", ref},
                             {"title", d.title},
                             {"author", d.author},
                             {"publisher", d.publisher},
                             {"isbn", d.isbn},
                             {"language", d.language},
                             {"year", d.year},
                             {"copies", entered.copies}}));
    for (const std::string& key : blocking_keys(facts_of(d)))
      keys.add(Json::object({{"key", key}, {"library", library}, {"ref", ref}}));
  }
  add_titles(work, titles);
  add_keys(work, keys);
}

void union_leave(UnitOfWork& work, const std::vector<const Json*>& exits) {
  for (const Json* exit : exits) {
    const auto entry = work.one<std::string, std::string, std::string, std::string>(
        "SELECT title_ref, author, title, publication FROM inventory_entry WHERE library = "
        "{library} AND register = $1 AND number = $2",
        {(*exit)["register"].text(), (*exit)["number"].integer()});
    if (!entry)
      continue;
    const auto& [title_ref, author, title, publication] = *entry;
    work.execute(
        "UPDATE union_title SET copies = copies - 1 WHERE library = $1 AND ref = $2 AND copies > 0",
        {work.tenancy().own, ref_of(title_ref, author, title, publication)});
  }
}

void union_forget(UnitOfWork& work) {
  work.execute("DELETE FROM union_key WHERE library = $1", {work.tenancy().own});
  work.execute("DELETE FROM union_title WHERE library = $1", {work.tenancy().own});
}

std::vector<UnionMatch> union_find(UnitOfWork& work, const Description& wanted, std::size_t most) {
  const TitleFacts facts = facts_of(wanted);
  std::set<std::pair<std::string, std::string>> seen;
  std::vector<UnionMatch> found;
  const auto look_up = [&](const std::string& key) {
    work.each<std::string, std::string, std::string, std::string, std::string, std::string,
              std::string, std::int64_t, std::int64_t>(
        "SELECT t.library, t.ref, t.title, t.author, t.publisher, t.isbn, t.language, t.year, "
        "t.copies FROM union_key k JOIN union_title t ON t.library = k.library AND t.ref = k.ref "
        "WHERE k.key = $1 AND t.copies > 0 LIMIT $2",
        {key, most_of_key},
        [&](std::string library, std::string ref, std::string title, std::string author,
            std::string publisher, std::string isbn, std::string language, std::int64_t year,
            std::int64_t copies) {
          if (!seen.emplace(library, std::move(ref)).second)
            return;
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
          const TitleFacts theirs = facts_of(match.description);
          match.comparison = compare(facts, theirs);
          // Who asks by the title alone is shown its editions, though nothing speaks for one.
          const bool by_title = facts.title == theirs.title && facts.volume == theirs.volume &&
                                (facts.surname.empty() || facts.surname == theirs.surname);
          if (by_title && match.comparison.likeness == Likeness::other)
            match.comparison.likeness = Likeness::same_work;
          if (match.comparison.likeness != Likeness::other)
            found.push_back(std::move(match));
        });
  };
  for (const std::string& key : blocking_keys(facts)) {
    // The books of a name and a year are many: asked for only when nothing else was found.
    if (key.front() != 'a' || found.empty())
      look_up(key);
  }
  std::stable_sort(found.begin(), found.end(), [](const UnionMatch& a, const UnionMatch& b) {
    return a.comparison.points > b.comparison.points;
  });
  if (found.size() > most)
    found.resize(most);
  return found;
}

}  // namespace metodica::hub
