/// The abilities of an extension, as far as this Koha answers the questions behind them.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "koha/src/koha_door.hpp"

namespace metodica::koha {

struct Offer {
  std::string_view operation;
  std::string_view question;  ///< of QUESTIONS.md, without which there is no operation
  std::string_view flags;     ///< members of the ability: "\"read\":true,\"batch\":1000"
};

[[nodiscard]] inline std::string abilities_of(const KohaDoor& door,
                                              std::initializer_list<Offer> offers) {
  std::string json = R"({"operations":{)";
  const char* comma = "";
  for (const Offer& offer : offers) {
    if (door.answers(offer.question)) {
      json += comma;
      comma = ",";
      json += '"' + std::string(offer.operation) + "\":{" + std::string(offer.flags) + '}';
    }
  }
  return json + "}}";
}

}  // namespace metodica::koha
