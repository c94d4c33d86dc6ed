/// SQL of the titles.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "standalone/core/catalogue_record.hpp"
#include "storage/unit_of_work.hpp"

namespace metodica::standalone {

struct TitleRow {
  std::int64_t id = 0;
  std::int64_t version = 0;
  MarcFormat format = MarcFormat::unimarc;
  std::string record;
};

/// All members that are not empty must match.
struct TitleQuery {
  std::string words;  ///< a MATCH expression of the full text index
  std::string isbn;   ///< isbn_key
  std::string control_number;
  std::string udc;  ///< udc_key; finds also what begins with it
  std::int64_t after = 0;
  std::int64_t limit = 20;
};

struct TitleChange {
  std::int64_t id = 0;
  std::int64_t version = 0;
  std::int64_t sequence = 0;
};

/// "lucea* eminescu*" as an expression: every word, or one that begins so when it has at least
/// three letters. "" when `text` has no word.
[[nodiscard]] std::string match_expression(const std::string& text);

/// Ascending by id.
[[nodiscard]] std::vector<TitleRow> find_titles(UnitOfWork& work, const TitleQuery& query);
[[nodiscard]] std::optional<TitleRow> title_row(UnitOfWork& work, std::int64_t id);
[[nodiscard]] bool control_in_use(UnitOfWork& work, const std::string& control);
[[nodiscard]] std::int64_t next_title_id(UnitOfWork& work);
void add_title(UnitOfWork& work, std::int64_t id, const CatalogueRecord& record);
/// Replaces `old` and returns the new version.
std::int64_t replace_title(UnitOfWork& work, const TitleRow& old, const CatalogueRecord& record);
/// Ascending by sequence, after that sequence.
[[nodiscard]] std::vector<TitleChange> title_changes(UnitOfWork& work, std::int64_t after,
                                                     std::int64_t limit);
[[nodiscard]] std::int64_t last_sequence(UnitOfWork& work);

}  // namespace metodica::standalone
