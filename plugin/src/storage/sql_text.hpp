/// SqlText: one SQL text of a module, checked once and made ready for both engines.
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "storage/unit_of_work.hpp"

namespace metodica {

using TableNames = std::set<std::string, std::less<>>;

class SqlText {
 public:
  /// Reads the text. Throws std::logic_error, with the text, for a mistake of its author:
  /// placeholders that are not $1, $2 ... first used in ascending order (SQLite would silently swap
  /// them), or a tenant table without {library} or {libraries}.
  SqlText(std::string_view sql, const TableNames& tenant_tables);

  /// The text for the engine, with {library} and {libraries} numbered among the other placeholders.
  /// Valid until the next call.
  const std::string& expanded(const Tenancy& tenancy);

  /// The values in the order of the placeholders of expanded(): pointers into `binds`, `own` and
  /// `readable`. Throws std::logic_error when the number of binds is not what the text uses.
  [[nodiscard]] std::vector<const Bind*> arguments(const Binds& binds, const Bind& own,
                                                   const Binds& readable) const;

  /// It changes rows or the schema: refused in a reading transaction.
  [[nodiscard]] bool writes() const { return writes_; }

 private:
  // What stands between two pieces of plain text.
  struct Slot {
    enum class Kind : std::uint8_t { numbered = 1, own, readable };
    Kind kind;
    std::size_t number;  // of a numbered placeholder, from 1
    bool parentheses;    // a list that the author has not put in parentheses
    bool first;          // first use: takes the next number
  };

  void read(std::string_view sql, const TableNames& tenant_tables);
  std::size_t skip_quoted(std::string_view sql, std::size_t at) const;
  void add_placeholder(std::string_view digits);
  void add_library(std::string_view word, std::string_view before);
  void write_expanded(std::size_t libraries);
  [[noreturn]] void refuse(const std::string& why) const;

  std::string sql_;
  std::vector<std::string> pieces_;  // one more than slots_
  std::vector<Slot> slots_;
  std::size_t binds_ = 0;
  bool writes_ = false;
  bool own_used_ = false;
  bool readable_used_ = false;
  std::string expanded_;
  std::size_t expanded_for_ = 0;
};

}  // namespace metodica
