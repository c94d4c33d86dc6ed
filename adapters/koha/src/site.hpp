/// The site's settings: which way to Koha, whose libraries these are, and which of Koha's codes
/// mean what. adapters/koha/README.md has the table of keys.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "metodica/context.hpp"
#include "metodica/result.hpp"

namespace metodica::koha {

/// One of Koha's libraries as we know it.
struct LibraryName {
  std::string koha;     ///< Koha's library code
  std::string library;  ///< our code of the library, "" when it is not ours
  std::string branch;   ///< our code of the branch, "" for the library itself
};

/// A value of one of Koha's status fields: {"not_for_loan_status", -1}.
struct StatusValue {
  std::string field;
  std::int64_t value = 0;
};

/// How the REST interface is reached; only for way = rest.
struct RestSite {
  std::string url;          ///< "https://koha.example.ro", without a slash at the end
  std::string client_file;  ///< absolute path; line 1 the client's id, line 2 its secret
  std::string ca_file;      ///< absolute path, "" for the system's certificates
  std::int64_t seconds = 8;
  std::string flavour;         ///< "UNIMARC" or "MARC21", "" to look at the first record
  bool keep_subfields = true;  ///< refuse changes that would wipe extended_subfields
};

struct Site {
  bool inside = true;
  std::string library;  ///< of Koha's libraries that are not listed
  std::string name;
  std::vector<LibraryName> libraries;                          ///< as listed
  std::map<std::string, std::string, std::less<>> places;      ///< Koha's location -> our code
  std::vector<std::pair<std::string, std::string>> registers;  ///< code, prefix of its numbers
  std::string item_type;  ///< Koha's item type of new copies, "" for none
  std::map<std::string, StatusValue, std::less<>> states;  ///< our state -> Koha's value
  std::map<std::string, std::vector<std::string>, std::less<>> roles;  ///< our role -> who has it
  RestSite rest;

  /// Whose copies a call is about: the library of the context, else that of the settings.
  [[nodiscard]] const std::string& library_of(const CallContext& context) const {
    return context.library.empty() ? library : context.library;
  }
  /// Our names of Koha's library; when none is listed each is a branch of `library`.
  [[nodiscard]] LibraryName ours(const std::string& koha) const;
  /// Koha's codes of our library, or of one branch of it when `branch` is not ""; nothing when the
  /// library is not known. An empty list means: all that Koha has.
  [[nodiscard]] std::optional<std::vector<std::string>> theirs(const std::string& library,
                                                               const std::string& branch) const;
  /// Koha's code for items of that branch, "" meaning the library itself. Nothing when unknown.
  [[nodiscard]] std::optional<std::string> home_of(const std::string& library,
                                                   const std::string& branch) const;
  [[nodiscard]] std::string our_place(const std::string& location) const;
  [[nodiscard]] std::string their_location(const std::string& place) const;

  /// "P-120" of the register whose prefix is "P-"; nothing for a register that is not listed. When
  /// none is listed each register has its code as prefix: "carti-120".
  [[nodiscard]] std::optional<std::string> stock_number(const std::string& register_code,
                                                        std::int64_t number) const;
  struct Number {
    std::string register_code;
    std::int64_t number = 0;
  };
  /// The other way; nothing when the text is no number of a listed register.
  [[nodiscard]] std::optional<Number> number_of(std::string_view stock_number) const;
};

/// Errors, METODICA_INVALID with the setting as field: "loader.unknown_setting" {name},
/// "koha.setting_missing" {name}, "koha.setting_wrong" {name, text}.
[[nodiscard]] Result<Site> read_site(std::string_view settings_json);

/// The fields of an item that hold its states, strongest first.
inline constexpr std::array<std::string_view, 4> status_fields{
    "withdrawn", "lost_status", "damaged_status", "not_for_loan_status"};

}  // namespace metodica::koha
