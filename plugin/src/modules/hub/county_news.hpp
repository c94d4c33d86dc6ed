/// News of the county as they stand in the database: at a hub what was published, at a node what
/// was received. Other subjects see api.hpp only.
#pragma once

#include <vector>

#include "modules/hub/api.hpp"

namespace metodica::hub {

/// A page of what a library has still to read.
struct NewsPage {
  Json::Array news;       ///< objects number, subject, key, body, at_utc
  std::int64_t upto = 0;  ///< all up to here was looked at: where the next page begins
};
/// At a hub: at most `most` news behind `number` for these addressees and for all.
NewsPage news_after(UnitOfWork& work, std::int64_t number, std::int64_t most,
                    const std::string& addressee);
/// At a hub: the number of the last one.
std::int64_t last_news(UnitOfWork& work);

/// At a node: keeps news of the hub, which has nothing else up to `upto`; known numbers are
/// skipped.
void keep_news(UnitOfWork& work, const std::vector<Json>& news, std::int64_t upto);

/// Whatever the subject: the newest first, at most `most`, replaced ones too.
std::vector<CountyNews> newest_news(UnitOfWork& work, std::int64_t most);

}  // namespace metodica::hub
