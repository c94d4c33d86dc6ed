/// A few copies, as door tests need them: there at the opening of the registers, or given later.
#pragma once

#include <string>

#include "json/json.hpp"

namespace metodica::test {

/// A copy of the register "carti" for registers.open: barcode B1001 for number 1; `facts` are added
/// or replace what stands there.
inline Json old_copy(std::int64_t number, const Json& facts = Json::object()) {
  Json copy = Json::object({{"register", "carti"},
                            {"number", number},
                            {"title", "Titlul " + std::to_string(number)},
                            {"author", "Autor, Ana"},
                            {"value", "10.0000"},
                            {"language", "ro"},
                            {"custody", "adulti"},
                            {"barcode", "B" + std::to_string(1000 + number)},
                            {"acquired_on", "2015-01-15"}});
  for (const auto& [name, value] : facts.members())
    copy.set(name, value);
  return copy;
}

/// Arguments of registers.open in 2025, with these copies numbered from 1 on.
inline Json opening_with(const Json::Array& copies) {
  const Json books = Json::object({{"code", "carti"},
                                   {"name", "Cărți"},
                                   {"category", "book"},
                                   {"last_number", static_cast<std::int64_t>(copies.size())}});
  return Json::object(
      {{"opened_on", "2025-01-01"}, {"registers", Json::array({books})}, {"copies", copies}});
}

/// Arguments of acquisition.receive: the copies X1 and X2 of one title.
inline Json donation_of_two(const char* udc) {
  const Json line = Json::object({{"title", "Carte"},
                                  {"language", "ro"},
                                  {"udc", udc},
                                  {"register", "carti"},
                                  {"copies", 2},
                                  {"barcodes", Json::array({"X1", "X2"})},
                                  {"unit_value", "10.00"}});
  const Json act = Json::object({{"kind", "minutes"}, {"number", "1"}, {"date", "2026-01-02"}});
  return Json::object({{"source", "donation"},
                       {"partner", "Donator"},
                       {"act", act},
                       {"lines", Json::array({line})}});
}

}  // namespace metodica::test
