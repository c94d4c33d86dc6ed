/// What goes into and comes out of SQL: integers and text, never NULL.
/// Columns are declared NOT NULL; an absent text is '' and an absent number is 0, because the two
/// engines and Poco differ in how they hand out NULL.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "text/date.hpp"
#include "text/money.hpp"

namespace metodica {

/// One bound parameter.
class Bind {
 public:
  template <class Integer, std::enable_if_t<std::is_integral_v<Integer>, int> = 0>
  Bind(Integer value)
      : value_(static_cast<std::int64_t>(value)) {}      // NOLINT(google-explicit-constructor)
  Bind(std::string value) : value_(std::move(value)) {}  // NOLINT(google-explicit-constructor)
  Bind(std::string_view value)
      : value_(std::string(value)) {}                      // NOLINT(google-explicit-constructor)
  Bind(const char* value) : value_(std::string(value)) {}  // NOLINT(google-explicit-constructor)
  Bind(Money value) : value_(value.e4()) {}                // NOLINT(google-explicit-constructor)
  Bind(Date value) : value_(value.iso()) {}                // NOLINT(google-explicit-constructor)

  [[nodiscard]] const std::variant<std::int64_t, std::string>& value() const { return value_; }

 private:
  std::variant<std::int64_t, std::string> value_;
};

using Binds = std::vector<Bind>;

enum class ColumnKind : std::uint8_t { integer = 1, text };

/// One row of an answer, valid only inside the callback that receives it.
class Row {
 public:
  virtual ~Row() = default;
  [[nodiscard]] virtual std::int64_t integer(std::size_t column) const = 0;
  [[nodiscard]] virtual const std::string& text(std::size_t column) const = 0;
};

/// Many rows to insert at once, kept by column.
class Batch {
 public:
  struct Column {
    std::string name;
    ColumnKind kind;
    std::vector<std::int64_t> integers;
    std::vector<std::string> texts;
  };

  /// Batch("inventory_entry", {{"number", ColumnKind::integer}, {"title", ColumnKind::text}})
  Batch(std::string table, std::vector<std::pair<std::string, ColumnKind>> columns);

  /// One value per column, in the order of the columns.
  void add(std::vector<Bind> row);

  [[nodiscard]] std::size_t rows() const { return rows_; }
  [[nodiscard]] const std::string& table() const { return table_; }
  [[nodiscard]] const std::vector<Column>& columns() const { return columns_; }

 private:
  std::string table_;
  std::vector<Column> columns_;
  std::size_t rows_ = 0;
};

}  // namespace metodica
