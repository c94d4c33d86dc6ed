/// What other subjects may ask of the hub. Everything runs inside the caller's transaction.
///
/// News go from the county to its libraries: a subject publishes bodies under keys, a library reads
/// the newest body of each key. Three ways lead there and look the same to the reader: a node
/// gets news with the next `metodica sync`; a library in the county's own database reads them at
/// once, without any exchange; the county reads what it published to all.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "json/json.hpp"
#include "storage/unit_of_work.hpp"

namespace metodica::hub {

/// Publishes under the caller's own library and returns the number, from 1 without gaps. `subject`
/// ("visit") and `key` ("2026/14") belong to the caller; a later body of the same key replaces the
/// earlier one, Json() (null) takes the key back. With `addressee`, the code of a library, only
/// that library receives it; "" is for all. A library sees the later of both. Also where the
/// installation is no hub: the news are kept, seen by the libraries of the same database, and go to
/// nodes that enrol later. A body is public to its addressees: no readers, no secrets.
std::int64_t publish_news(UnitOfWork& work, std::string_view subject, std::string_view key,
                          const Json& body, std::string_view now_utc,
                          std::string_view addressee = {});

struct CountyNews {
  std::int64_t number = 0;
  std::string subject, key;
  Json body;
  std::string at_utc;
};

/// The newest body of each key that is for the caller's library, in the order of the keys; keys
/// that were taken back are left out.
std::vector<CountyNews> latest_news_of(UnitOfWork& work, std::string_view subject);
/// The same for one key.
std::optional<CountyNews> latest_news_of(UnitOfWork& work, std::string_view subject,
                                         std::string_view key);

}  // namespace metodica::hub
