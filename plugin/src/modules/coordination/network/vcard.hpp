/// A library as a vCard 4.0 (RFC 6350), which address books take in.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace metodica::coordination {

/// What the card says; empty parts are left out.
struct LibraryCard {
  std::string name;     ///< of the library
  std::string place;    ///< of the unit
  std::string address;  ///< street and number, in one line
  std::string phone, email, site;
  std::string note;                  ///< opening hours
  std::string uid;                   ///< any text that stays the same
  std::vector<std::string> members;  ///< names of people who agreed to be public
};

/// The card with CRLF line ends, lines folded at 75 bytes between characters.
[[nodiscard]] std::string vcard_of(const LibraryCard& card);

}  // namespace metodica::coordination
