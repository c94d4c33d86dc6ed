/// What the county's statistics tell the libraries and what a library knows of it: campaigns,
/// forms, decisions, points set aside. At the county the rows themselves are read; at a node these
/// news.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "json/json.hpp"
#include "storage/unit_of_work.hpp"

namespace metodica::coordination {

struct CountyNews {
  std::string key;
  Json body;
};

/// The newest of each key that the county has told.
std::vector<CountyNews> county_news(UnitOfWork& work, std::string_view subject);

/// Sends a body to all libraries of the county; a later one of the same key replaces it.
void tell_nodes(UnitOfWork& work, std::string_view subject, const std::string& key,
                const Json& body, std::string_view now_utc);

}  // namespace metodica::coordination
