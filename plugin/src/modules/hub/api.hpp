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

/// A title that somebody wants to buy, to class or to withdraw; what is not known is "".
struct WantedTitle {
  std::string title, author, isbn, language;
};

struct CountyHolding {
  std::string library, name;  ///< code, and its name when it is known
  std::int64_t copies = 0;
};

/// What the county has of a title.
struct CountyHoldings {
  bool by_isbn = false;  ///< this edition; otherwise the work, by title and surname, any edition
  std::int64_t copies = 0;
  std::vector<CountyHolding> holdings;  ///< most copies first, the caller's library among them
  std::vector<std::string> classes;     ///< UDC as these libraries gave it, the most frequent first
};

/// Whether a list of the county is here: at the hub, at a node after its first exchange.
[[nodiscard]] bool has_county_titles(UnitOfWork& work);
/// By the list that is here, without asking the network: as old as the last exchange. By the work,
/// and by the ISBN where the title is not known. Nothing: nobody has it, or no list is here.
std::optional<CountyHoldings> county_holdings(UnitOfWork& work, const WantedTitle& wanted);

}  // namespace metodica::hub
