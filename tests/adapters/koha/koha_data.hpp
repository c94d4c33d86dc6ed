/// A small Koha in memory: what its tables hold and how its own code behaves when it writes. Made
/// for the tests from published names and measured behaviour; the two doors of it are
/// answering_koha.hpp (questions inside) and rest_koha.hpp (REST outside).
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "json/json.hpp"

namespace metodica::koha::test {

/// How a write of an item ended: the item as it stands now, and why it was refused.
struct Written {
  Json item;
  std::string error;  ///< a code of QUESTIONS.md, "" when it was written
};

class KohaData {
 public:
  KohaData();

  /// Adds an item made of REST names; returns its id. What is not named is as Koha sets it.
  std::int64_t add_item(Json fields);
  std::int64_t add_title(const std::string& marcxml, const std::string& title);
  /// `count` items of the title, barcodes RO0000001 and up; for figures.
  void fill(std::int64_t count, std::int64_t biblio);

  [[nodiscard]] const Json* item(std::int64_t id) const;
  [[nodiscard]] std::vector<Json> items_where(
      const std::function<bool(const Json&)>& wanted, std::int64_t after = 0,
      std::size_t limit = static_cast<std::size_t>(-1)) const;
  /// Items whose field is one of the values by the database's comparison: case, Romanian marks and
  /// trailing blanks do not count.
  [[nodiscard]] std::vector<Json> items_by(std::string_view field, const Json::Array& values) const;

  /// As Koha::Item->set->store: fields that are not named stay, long texts are cut without a word.
  Written update(std::int64_t id, const Json& set);
  Written create(const Json& fields);
  /// What another librarian does on a page of Koha.
  void change_elsewhere(std::int64_t id, std::string_view field, const Json& value);

  void remove_item(std::int64_t id);
  /// Local subfields without a column, which a change over REST empties.
  void wipe_subfields(std::int64_t id);
  /// Replaces the record of a title, or makes one (id 0).
  std::int64_t keep_title(std::int64_t id, const std::string& marcxml, const std::string& title);

  [[nodiscard]] const std::map<std::int64_t, Json>& items() const { return items_; }
  [[nodiscard]] const std::map<std::int64_t, Json>& titles() const { return titles_; }

  std::string version = "24.05.03.000";
  std::string flavour = "UNIMARC";
  Json::Array libraries;
  std::map<std::string, Json::Array> values;             ///< category -> authorised values
  std::map<std::string, Json, std::less<>> users;        ///< userid -> answer of "user"
  std::map<std::string, Json::Array, std::less<>> rows;  ///< vendors, funds ... by question
  int writes = 0;                                        ///< of items, that changed something

 private:
  [[nodiscard]] std::string tick();
  [[nodiscard]] bool barcode_taken(const Json& barcode, std::int64_t except) const;

  std::map<std::int64_t, Json> items_;
  std::map<std::int64_t, Json> titles_;
  std::map<std::string, std::int64_t> by_barcode_;
  std::int64_t seconds_ = 0;
};

/// The database's comparison of codes: ASCII and Romanian letters, as much as the tests need.
[[nodiscard]] std::string collated(std::string_view text);

/// A record of one title in MARCXML, UNIMARC or MARC 21.
[[nodiscard]] std::string record_of(const std::string& flavour, const std::string& title,
                                    const std::string& isbn = {});

}  // namespace metodica::koha::test
