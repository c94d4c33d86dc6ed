// bench_hub_union [COPIES] [LIBRARIES]: the duplicate check of one title in a county of that size,
// on a PostgreSQL of its own, in this process with the connection open. Prints the median and the
// 95th of a hundred. 4000000 copies need about 4 GB and some minutes to fill.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <random>

#include "app/core_actions.hpp"
#include "app/module.hpp"
#include "bibliography/isbn.hpp"
#include "modules/hub/api.hpp"
#include "modules/hub/union_share.hpp"
#include "modules/hub/union_store.hpp"
#include "support/test_database.hpp"

namespace metodica::bench {
namespace {

constexpr std::size_t questions = 2000;
constexpr std::size_t works_at_once = 10000;
constexpr double copies_of_title = 1.6;

std::mt19937_64 chance(4);  // the same county each time

std::string word() {
  static constexpr const char* syllables[] = {"ba", "ce", "di", "fo", "gu", "ha", "je", "li", "mo",
                                              "nu", "pa", "re", "si", "to", "vu", "za", "re", "na"};
  std::string text;
  for (std::uint64_t i = 0, many = 2 + chance() % 3; i < many; ++i)
    text += syllables[chance() % std::size(syllables)];
  return text;
}

// Every fourth work is another edition of the one before it.
std::vector<hub::Description> titles(std::size_t many) {
  std::vector<hub::Description> all(many);
  for (std::size_t i = 0; i < many; ++i) {
    hub::Description& one = all[i];
    if (i % 4 == 3) {
      one = all[i - 1];
    } else {
      for (std::uint64_t words = 1 + chance() % 5; words > 0; --words)
        one.title += (one.title.empty() ? "" : " ") + word();
      one.author = word() + ", " + word();
    }
    one.publisher = word();
    one.year = 1950 + static_cast<std::int64_t>(chance() % 76);
    if (one.year >= 1970) {
      const std::string core = "973" + std::to_string(100000 + i % 900000);
      for (char check = '0'; check <= '9'; ++check) {
        if (const auto isbn = Isbn::parse("978" + core + check))
          one.isbn = isbn->isbn13();
      }
    }
    one.language = "ro";
  }
  return all;
}

void check(const Result<void>& done) {
  if (!done) {
    std::fprintf(stderr, "%s %s\n", done.error().message.c_str(), done.error().text.c_str());
    std::exit(1);
  }
}

void write(Database& database, const std::function<void(UnitOfWork&)>& work) {
  check(database.write({"CJ", {"CJ"}}, [&](UnitOfWork& unit) -> Result<void> {
    work(unit);
    return {};
  }));
}

void store_works(Database& database, const std::vector<hub::Description>& all) {
  for (std::size_t from = 0; from < all.size(); from += works_at_once) {
    Json rows = Json::array();
    for (std::size_t i = from; i < std::min(all.size(), from + works_at_once); ++i) {
      const hub::TitleFacts facts = hub::facts_of(all[i]);
      Json keys = Json::array();
      for (std::string& key : hub::blocking_keys(facts))
        keys.add(std::move(key));
      rows.add(Json::object({{"w", static_cast<std::int64_t>(i)},
                             {"title", all[i].title},
                             {"author", all[i].author},
                             {"publisher", all[i].publisher},
                             {"isbn", all[i].isbn},
                             {"year", all[i].year},
                             {"work", hub::work_key(facts)},
                             {"keys", std::move(keys)}}));
    }
    write(database, [&](UnitOfWork& work) {
      work.execute(
          "INSERT INTO bench_work SELECT w, title, author, publisher, isbn, year, work, keys FROM "
          "jsonb_to_recordset($1::jsonb) AS r (w bigint, title text, author text, publisher text, "
          "isbn text, year bigint, work text, keys jsonb)",
          {rows.dump()});
    });
  }
}

// Few titles are in every library, most in one or two.
void fill(Database& database, std::size_t works, std::int64_t copies, std::int64_t libraries) {
  const auto titles_each = static_cast<std::int64_t>(static_cast<double>(copies) / copies_of_title /
                                                     static_cast<double>(libraries));
  write(database, [&](UnitOfWork& work) {
    work.execute(
        "INSERT INTO union_title (library, ref, title, author, publisher, isbn, language, year, "
        "copies, work) SELECT library, w::text, title, author, publisher, isbn, 'ro', year, 1 + "
        "(w + length(library) * 7) % 10 / 4, work FROM (SELECT DISTINCT (70000 + l)::text AS "
        "library, floor($1 * power(random(), 2))::bigint AS w FROM generate_series(1, $2) l, "
        "generate_series(1, $3) t) held JOIN bench_work USING (w)",
        {static_cast<std::int64_t>(works), libraries, titles_each * 5 / 4});
  });
  write(database, [](UnitOfWork& work) {
    work.execute(
        "INSERT INTO union_key (key, library, ref) SELECT k, t.library, t.ref FROM union_title t "
        "JOIN bench_work b ON b.w = t.ref::bigint, jsonb_array_elements_text(b.keys) k ON CONFLICT "
        "DO NOTHING");
  });
  write(database, [](UnitOfWork& work) {
    work.execute(
        "INSERT INTO union_share (key, number, holders, classes) SELECT 'w' || work, row_number() "
        "OVER (), jsonb_object_agg(library, n)::text, '[]' FROM (SELECT work, library, SUM(copies) "
        "AS n FROM union_title GROUP BY work, library) s GROUP BY work");
    for (const char* const table : {"union_title", "union_key", "union_share"})
      work.execute(std::string("ANALYZE ") + table);
  });
}

void measure(Database& database, const char* name, const std::vector<hub::Description>& all,
             const std::function<std::size_t(UnitOfWork&, const hub::Description&)>& ask) {
  std::vector<double> times;
  std::size_t found = 0;
  for (std::size_t i = 0; i < questions; ++i) {
    const hub::Description& wanted = all[chance() % all.size()];
    const auto begin = std::chrono::steady_clock::now();
    check(database.read({"CJ", {"CJ"}}, [&](UnitOfWork& work) -> Result<void> {
      found += ask(work, wanted) == 0 ? 0U : 1U;
      return {};
    }));
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
    times.push_back(took.count());
  }
  std::sort(times.begin(), times.end());
  std::printf("%s: median %.2f ms, p95 %.2f ms, most %.2f ms; %zu of %zu found\n", name,
              times[questions / 2], times[questions * 95 / 100], times.back(), found, questions);
}

int run(std::int64_t copies, std::int64_t libraries) {
  test::TestDatabase place(test::TestEngine::postgresql);
  Database& database = *place;
  std::vector<Migrations> migrations = {core_migrations()};
  const auto modules = make_modules();
  for (const auto& module : modules)
    migrations.push_back(module->migrations());
  check(database.migrate(migrations, "2026-06-01T08:00:00.000Z"));
  const auto all = titles(static_cast<std::size_t>(copies / 8));
  write(database, [](UnitOfWork& work) {
    work.execute(
        "CREATE TABLE bench_work (w bigint PRIMARY KEY, title text, author text, publisher text, "
        "isbn text, year bigint, work text, keys jsonb)");
  });
  store_works(database, all);
  fill(database, all.size(), copies, libraries);
  check(database.read({"CJ", {"CJ"}}, [&](UnitOfWork& work) -> Result<void> {
    std::printf("%lld copies, %lld titles of libraries, %lld keys, %lld works\n",
                static_cast<long long>(work.number("SELECT SUM(copies)::bigint FROM union_title")),
                static_cast<long long>(work.number("SELECT COUNT(*) FROM union_title")),
                static_cast<long long>(work.number("SELECT COUNT(*) FROM union_key")),
                static_cast<long long>(work.number("SELECT COUNT(*) FROM union_share")));
    return {};
  }));
  constexpr std::size_t most = 200;
  measure(database, "hub.union.find", all, [](UnitOfWork& work, const hub::Description& wanted) {
    return hub::union_find(work, wanted, most).size();
  });
  measure(database, "hub.union.find by title alone", all,
          [](UnitOfWork& work, const hub::Description& wanted) {
            hub::Description less;
            less.title = wanted.title;
            return hub::union_find(work, less, most).size();
          });
  measure(database, "county_holdings", all, [](UnitOfWork& work, const hub::Description& wanted) {
    const auto found =
        hub::county_holdings(work, {wanted.title, wanted.author, wanted.isbn, wanted.language});
    return found ? found->holdings.size() : 0;
  });
  return 0;
}

}  // namespace
}  // namespace metodica::bench

int main(int argc, char** argv) {
  return metodica::bench::run(argc > 1 ? std::atoll(argv[1]) : 400000,
                              argc > 2 ? std::atoll(argv[2]) : 80);
}
