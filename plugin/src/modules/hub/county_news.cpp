#include "modules/hub/county_news.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace metodica::hub {
namespace {

constexpr const char* counter = "hub/news";

Json parsed(const std::string& text) {
  auto json = Json::parse(text);
  return json ? *std::move(json) : Json();
}

template <class Sink>
void each_news(UnitOfWork& work, const std::string& sql, const Binds& binds, Sink sink) {
  work.each<std::int64_t, std::string, std::string, std::string, std::string>(
      sql, binds,
      [&](std::int64_t number, std::string subject, std::string key, const std::string& body,
          std::string at_utc) {
        sink(CountyNews{number, std::move(subject), std::move(key), parsed(body),
                        std::move(at_utc)});
      });
}

// The numbers of two sources are not comparable: the later publication wins, then the number.
bool newer(const CountyNews& one, const CountyNews& other) {
  return std::tie(one.at_utc, one.number) > std::tie(other.at_utc, other.number);
}

// Rows of one subject: only the last number of each key and addressee travels out of the database.
std::vector<CountyNews> latest(UnitOfWork& work, const std::string& condition, const Binds& binds) {
  std::map<std::string, CountyNews> by_key;
  each_news(work,
            "SELECT number, subject, key, body, at_utc FROM county_news n WHERE n.library = "
            "{library} AND subject = $1" +
                condition +
                " AND number = (SELECT MAX(number) FROM county_news l WHERE l.library = n.library "
                "AND l.subject = n.subject AND l.key = n.key) UNION ALL SELECT number, subject, "
                "key, body, at_utc FROM county_notice n WHERE addressee IN ('', {library}) AND "
                "subject = $1" +
                condition +
                " AND number = (SELECT MAX(number) FROM county_notice l WHERE l.county = n.county "
                "AND l.addressee = n.addressee AND l.subject = n.subject AND l.key = n.key)",
            binds, [&](CountyNews news) {
              const auto [known, fresh] = by_key.try_emplace(news.key, news);
              if (!fresh && newer(news, known->second))
                known->second = std::move(news);
            });
  std::vector<CountyNews> all;
  for (auto& [key, news] : by_key) {
    if (!news.body.is_null())
      all.push_back(std::move(news));
  }
  return all;
}

}  // namespace

std::int64_t publish_news(UnitOfWork& work, std::string_view subject, std::string_view key,
                          const Json& body, std::string_view now_utc, std::string_view addressee) {
  const std::int64_t number = work.take(counter);
  work.execute(
      "INSERT INTO county_notice (county, number, addressee, subject, key, body, at_utc) VALUES "
      "({library}, $1, $2, $3, $4, $5, $6)",
      {number, addressee, subject, key, body.dump(), now_utc});
  return number;
}

std::vector<CountyNews> latest_news_of(UnitOfWork& work, std::string_view subject) {
  return latest(work, "", {subject});
}

std::optional<CountyNews> latest_news_of(UnitOfWork& work, std::string_view subject,
                                         std::string_view key) {
  auto found = latest(work, " AND key = $2", {subject, key});
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

NewsPage news_after(UnitOfWork& work, std::int64_t number, std::int64_t most,
                    const std::string& addressee) {
  NewsPage page;
  page.upto = std::max(number, last_news(work));
  each_news(work,
            "SELECT number, subject, key, body, at_utc FROM county_notice WHERE county = {library} "
            "AND number > $1 AND addressee IN ('', $2) ORDER BY number LIMIT $3",
            {number, addressee, most}, [&](CountyNews news) {
              page.news.push_back(Json::object({{"number", news.number},
                                                {"subject", std::move(news.subject)},
                                                {"key", std::move(news.key)},
                                                {"body", std::move(news.body)},
                                                {"at_utc", std::move(news.at_utc)}}));
            });
  if (static_cast<std::int64_t>(page.news.size()) == most)
    page.upto = most == 0 ? number : page.news.back()["number"].integer();
  return page;
}

std::int64_t last_news(UnitOfWork& work) {
  return work.peek(counter) - 1;
}

void keep_news(UnitOfWork& work, const std::vector<Json>& news, std::int64_t upto) {
  for (const Json& one : news) {
    work.execute(
        "INSERT INTO county_news (library, number, subject, key, body, at_utc) "
        "VALUES ({library}, $1, $2, $3, $4, $5) ON CONFLICT (library, number) DO NOTHING",
        {one["number"].integer(), one["subject"].text(), one["key"].text(), one["body"].dump(),
         one["at_utc"].text()});
  }
  work.execute("UPDATE sync_node SET news = $1 WHERE library = {library} AND news < $1", {upto});
}

std::vector<CountyNews> newest_news(UnitOfWork& work, std::int64_t most) {
  std::vector<CountyNews> all;
  each_news(work,
            "SELECT number, subject, key, body, at_utc FROM county_news WHERE library = {library} "
            "UNION ALL SELECT number, subject, key, body, at_utc FROM county_notice WHERE "
            "addressee IN ('', {library}) ORDER BY at_utc DESC, number DESC LIMIT $1",
            {most}, [&](CountyNews news) { all.push_back(std::move(news)); });
  return all;
}

}  // namespace metodica::hub
