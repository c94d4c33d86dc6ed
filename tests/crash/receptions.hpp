/// The act that the crash tests register again and again.
#pragma once

#include <string>

#include "json/json.hpp"

namespace metodica::test {

inline constexpr int copies_an_act = 20;

/// Arguments of registers.open: one empty register of books.
inline Json opening_of_books() {
  const Json book = Json::object({{"code", "carti"}, {"name", "Cărți"}, {"category", "book"}});
  return Json::object({{"opened_on", "2026-01-01"}, {"registers", Json::array({book})}});
}

/// Arguments of acquisition.receive: copies_an_act copies of one donated title.
inline Json reception_of_books(const std::string& number) {
  const Json act =
      Json::object({{"kind", "donation_minutes"}, {"number", number}, {"date", "2026-01-02"}});
  const Json line = Json::object({{"title", "Carte " + number},
                                  {"language", "ro"},
                                  {"udc", "821.135.1"},
                                  {"register", "carti"},
                                  {"copies", copies_an_act},
                                  {"unit_value", "10.00"}});
  return Json::object({{"source", "donation"},
                       {"partner", "Donator"},
                       {"act", act},
                       {"lines", Json::array({line})}});
}

}  // namespace metodica::test
