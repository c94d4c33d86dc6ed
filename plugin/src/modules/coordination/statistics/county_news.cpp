#include "modules/coordination/statistics/county_news.hpp"

#include "modules/hub/api.hpp"

namespace metodica::coordination {

std::vector<CountyNews> county_news(UnitOfWork& work, std::string_view subject) {
  std::vector<CountyNews> all;
  for (hub::CountyNews& news : hub::latest_news_of(work, subject))
    all.push_back({std::move(news.key), std::move(news.body)});
  return all;
}

void tell_nodes(UnitOfWork& work, std::string_view subject, const std::string& key,
                const Json& body, std::string_view now_utc) {
  hub::publish_news(work, subject, key, body, now_utc);
}

}  // namespace metodica::coordination
