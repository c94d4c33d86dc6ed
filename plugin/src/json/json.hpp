/// A JSON value: what crosses the doors, held as ordinary data.
/// Poco::JSON reads, our own few lines write: screens of 30 KB are written on every request.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "metodica/result.hpp"

namespace metodica {

/// null, boolean, integer, number, text, array or object. Objects keep the order of insertion.
class Json {
 public:
  using Array = std::vector<Json>;
  using Member = std::pair<std::string, Json>;
  using Object = std::vector<Member>;

  Json() = default;
  ~Json();  // out of line, like the four below: inlined variants are large and g++ 12 misreads them
  Json(const Json& other);
  Json(Json&& other) noexcept;
  Json& operator=(const Json& other);
  Json& operator=(Json&& other) noexcept;

  // NOLINTBEGIN(google-explicit-constructor): so that {"count", 3} is a member
  Json(std::nullptr_t) {}
  Json(bool value) : value_(value) {}
  Json(std::int64_t value) : value_(value) {}
  Json(int value) : value_(static_cast<std::int64_t>(value)) {}
  Json(double value) : value_(value) {}
  Json(std::string value) : value_(std::move(value)) {}
  Json(std::string_view value) : value_(std::string(value)) {}
  Json(const char* value) : value_(std::string(value)) {}
  Json(Array value) : value_(std::move(value)) {}
  Json(Object value) : value_(std::move(value)) {}
  // NOLINTEND(google-explicit-constructor)

  /// Json::object({{"kind", "data"}, {"count", 3}})
  static Json object(Object members = {}) { return Json(std::move(members)); }
  static Json array(Array items = {}) { return Json(std::move(items)); }

  [[nodiscard]] bool is_null() const { return value_.index() == 0; }
  [[nodiscard]] bool is_bool() const { return std::holds_alternative<bool>(value_); }
  [[nodiscard]] bool is_integer() const { return std::holds_alternative<std::int64_t>(value_); }
  [[nodiscard]] bool is_number() const {
    return is_integer() || std::holds_alternative<double>(value_);
  }
  [[nodiscard]] bool is_text() const { return std::holds_alternative<std::string>(value_); }
  [[nodiscard]] bool is_array() const { return std::holds_alternative<Array>(value_); }
  [[nodiscard]] bool is_object() const { return std::holds_alternative<Object>(value_); }

  /// The value, or the fallback when it has another type.
  [[nodiscard]] bool boolean(bool fallback = false) const;
  [[nodiscard]] std::int64_t integer(std::int64_t fallback = 0) const;
  [[nodiscard]] double number(double fallback = 0) const;
  [[nodiscard]] const std::string& text() const;  ///< "" when not text
  [[nodiscard]] const Array& items() const;       ///< empty when not an array
  [[nodiscard]] const Object& members() const;    ///< empty when not an object

  /// Member of an object; a shared null when absent or when this is no object.
  [[nodiscard]] const Json& operator[](std::string_view name) const;
  [[nodiscard]] bool has(std::string_view name) const;

  /// Sets or replaces a member; a null value becomes an object first. Returns *this for chaining.
  /// Throws std::bad_variant_access when this is neither null nor an object.
  Json& set(std::string_view name, Json value);
  /// Appends to an array; a null value becomes an array first. Throws like set().
  Json& add(Json value);

  /// Compact JSON. A decimal keeps its ".0" and reads back as the same number; what JSON cannot
  /// say (infinity, NaN) becomes null.
  [[nodiscard]] std::string dump() const;
  void dump(std::string& out) const;  ///< appended to `out`

  bool operator==(const Json&) const = default;

  /// Parses one JSON value, nested at most 64 deep. Stricter than RFC 8259: integers must fit 64
  /// bits, names in an object must differ, text must not hold U+0000.
  /// Errors: METODICA_INVALID "json.syntax" with {line} (from 1) and {what} (English, for
  /// developers); "json.utf8" when the bytes are not UTF-8.
  static Result<Json> parse(std::string_view text);

 private:
  std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object> value_;
};

/// Appends `text` as a quoted JSON string. The text must be UTF-8.
void append_quoted(std::string& out, std::string_view text);

}  // namespace metodica
