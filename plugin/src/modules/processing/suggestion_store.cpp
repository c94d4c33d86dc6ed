#include "modules/processing/suggestion_store.hpp"

#include <algorithm>
#include <charconv>

#include "bibliography/title_match.hpp"
#include "bibliography/udc_terms.hpp"

namespace metodica::processing {
namespace {

std::vector<ClassedWork> read_works(UnitOfWork& work, const std::string& rest, const Binds& binds) {
  std::vector<ClassedWork> works;
  work.each<std::int64_t, std::string, std::string, std::string, std::int64_t>(
      "SELECT id, title, author, udc, terms FROM udc_work WHERE library = {library} " + rest, binds,
      [&](std::int64_t id, std::string title, std::string author, std::string udc,
          std::int64_t terms) {
        works.push_back({id, std::move(title), std::move(author), std::move(udc), terms});
      });
  return works;
}

std::int64_t limit_of(std::size_t most) {
  return static_cast<std::int64_t>(most);
}

// A little more than any question takes of a word.
constexpr std::size_t longest_list = 500;

std::vector<std::int64_t> ids_in(std::string_view list) {
  std::vector<std::int64_t> ids;
  for (const char* at = list.data(); at < list.data() + list.size(); ++at) {
    std::int64_t id = 0;
    at = std::from_chars(at, list.data() + list.size(), id).ptr;
    ids.push_back(id);
  }
  return ids;
}

std::string ids_of(UnitOfWork& work, const std::string& term) {
  const auto row = work.one<std::string>(
      "SELECT ids FROM udc_term WHERE library = {library} AND term = $1", {term});
  return row ? std::get<0>(*row) : std::string();
}

void keep_terms(UnitOfWork& work, std::int64_t id, const std::vector<std::string>& terms) {
  for (const auto& term : terms) {
    std::string ids = ids_of(work, term);
    if (static_cast<std::size_t>(std::count(ids.begin(), ids.end(), ' ')) >= longest_list)
      continue;
    ids += (ids.empty() ? "" : " ") + std::to_string(id);
    work.execute(
        "INSERT INTO udc_term (library, term, ids) VALUES ({library}, $1, $2) "
        "ON CONFLICT (library, term) DO UPDATE SET ids = excluded.ids",
        {term, ids});
  }
}

}  // namespace

std::int64_t ClassedWorksInDatabase::size() {
  // Ids have no gaps but those of works that left: near enough for the weight of words.
  return work_.number("SELECT id FROM udc_work WHERE library = {library} ORDER BY id DESC LIMIT 1");
}

std::vector<ClassedWork> ClassedWorksInDatabase::same_work(std::string_view title_key,
                                                           std::string_view author_key) {
  return read_works(work_, "AND title_key = $1 AND author_key = $2 ORDER BY id LIMIT 20",
                    {title_key, author_key});
}

std::vector<ClassedWork> ClassedWorksInDatabase::by_author(std::string_view author_key,
                                                           std::size_t most) {
  return read_works(work_, "AND author_key = $1 ORDER BY id LIMIT $2",
                    {author_key, limit_of(most)});
}

std::vector<std::int64_t> ClassedWorksInDatabase::with_term(const std::string& term,
                                                            std::size_t most) {
  std::vector<std::int64_t> ids = ids_in(ids_of(work_, term));
  ids.resize(std::min(ids.size(), most + 1));
  return ids;
}

std::vector<ClassedWork> ClassedWorksInDatabase::read(const std::vector<std::int64_t>& ids) {
  if (ids.empty())
    return {};
  std::string list;
  Binds binds;
  for (const std::int64_t id : ids) {
    binds.emplace_back(id);
    list += (list.empty() ? "$" : ", $") + std::to_string(binds.size());
  }
  return read_works(work_, "AND id IN (" + list + ") ORDER BY id", binds);
}

std::int64_t classed_id(UnitOfWork& work, const std::string& identity) {
  return work.number("SELECT id FROM udc_work WHERE library = {library} AND identity = $1",
                     {identity});
}

bool learn_class(UnitOfWork& work, const NamedWork& named, const std::string& udc) {
  const auto known = work.one<std::int64_t, std::string>(
      "SELECT id, udc FROM udc_work WHERE library = {library} AND identity = $1", {named.identity});
  if (known) {
    if (std::get<1>(*known) == udc)
      return false;
    work.execute("UPDATE udc_work SET udc = $1 WHERE library = {library} AND identity = $2",
                 {udc, named.identity});
    return true;
  }
  const auto terms = udc_terms(named.title);
  const std::int64_t id = work.take("udc_work");
  work.execute(
      "INSERT INTO udc_work (library, id, identity, title_key, author_key, title, author, udc, "
      "terms) VALUES ({library}, $1, $2, $3, $4, $5, $6, $7, $8)",
      {id, named.identity, title_key(named.title, named.language), author_key(named.author),
       named.title, named.author, udc, static_cast<std::int64_t>(terms.size())});
  keep_terms(work, id, terms);
  return true;
}

std::vector<ClassedWork> classed_works(UnitOfWork& work, std::int64_t most) {
  return read_works(work, "ORDER BY id LIMIT $1", {most});
}

void keep_choice(UnitOfWork& work, const Choice& choice, Date on, std::string_view by) {
  work.execute(
      "INSERT INTO udc_choice (library, seq, identity, suggested, reason, chosen, place, "
      "chosen_on, "
      "chosen_by) VALUES ({library}, $1, $2, $3, $4, $5, $6, $7, $8)",
      {work.take("udc_choice"), choice.identity, choice.suggested, choice.reason, choice.chosen,
       choice.place, on, by});
}

ChoiceCounts choice_counts(UnitOfWork& work) {
  ChoiceCounts counts;
  work.each<std::int64_t, std::int64_t>(
      "SELECT place, COUNT(*) FROM udc_choice WHERE library = {library} GROUP BY place", {},
      [&](std::int64_t place, std::int64_t count) {
        std::int64_t& to = place == 0   ? counts.none
                           : place == 1 ? counts.first
                                        : counts.second_or_third;
        to += count;
      });
  return counts;
}

}  // namespace metodica::processing
