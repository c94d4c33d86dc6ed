/// Names of things: inventory numbers, barcodes, codes of libraries, keys of requests.
/// Each has a type, so that one cannot stand where another is meant.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "metodica/result.hpp"

namespace metodica {

/// A number in an inventory register (registru inventar). Each register counts from 1 on its own,
/// so the number alone names a copy only inside its register (domain note on registers, 3.1).
struct InventoryNumber {
  std::string register_code;  ///< "" for the main register
  std::int64_t number = 0;    ///< 0 is no number

  /// Reads the digits of a number from 1 to 999 999 999 999.
  /// Errors: METODICA_INVALID "inventory_number.invalid" {text}.
  static Result<InventoryNumber> parse(std::string register_code, std::string_view text);

  /// "4322": the number as it stands in the register, without grouping.
  [[nodiscard]] std::string shown() const;
  /// "AV 21": with the code of its register, where numbers of several registers meet.
  [[nodiscard]] std::string shown_with_register() const;

  /// By register, then by number.
  auto operator<=>(const InventoryNumber&) const = default;
};

/// What the label of a copy carries.
class Barcode {
 public:
  Barcode() = default;  ///< no barcode: text() is ""

  /// Tidied text of 1 to 40 visible characters without spaces. Leading zeros and case stay.
  /// Errors: METODICA_INVALID "barcode.missing" (nothing but space), "barcode.invalid" {text}.
  static Result<Barcode> parse(std::string_view text);

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] bool none() const { return text_.empty(); }
  auto operator<=>(const Barcode&) const = default;

 private:
  explicit Barcode(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

/// The key of a request: the same key sent again is the same request, done once.
class Key {
 public:
  Key() = default;  ///< no key: text() is ""

  /// 1 to 100 visible ASCII characters, taken as they are.
  /// Errors: METODICA_INVALID "key.invalid".
  static Result<Key> parse(std::string_view text);

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] bool none() const { return text_.empty(); }
  auto operator<=>(const Key&) const = default;

 private:
  explicit Key(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

/// The short name of a library or a branch inside the host.
class LibraryCode {
 public:
  LibraryCode() = default;  ///< no library: text() is ""

  /// 1 to 20 of the characters A-Z a-z 0-9 . _ - taken as they are.
  /// Errors: METODICA_INVALID "library_code.invalid" {text}.
  static Result<LibraryCode> parse(std::string_view text);

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] bool none() const { return text_.empty(); }
  auto operator<=>(const LibraryCode&) const = default;

 private:
  explicit LibraryCode(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

}  // namespace metodica
