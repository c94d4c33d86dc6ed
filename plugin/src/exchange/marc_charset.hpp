/// The text of a record: decides its character set and gives its values as UTF-8, NFC, with the
/// comma-below letters. Files lie about their set, so the declaration comes second:
///  1. bytes that are valid UTF-8 with multi-byte sequences are UTF-8, whatever is declared;
///  2. else the declared set (UNIMARC 100 $a 26-29, MARC 21 leader/9), when the bytes agree with
///  it;
///  3. else the set that the person who imports has named (windows-1250 by default).
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/charset.hpp"
#include "exchange/marc_format.hpp"
#include "exchange/marc_view.hpp"
#include "metodica/result.hpp"

namespace metodica {

/// Why a record was read in the set that it was read in.
enum class CharsetReason {
  ascii = 1,  ///< nothing but ASCII: every set agrees
  declared,   ///< as the record says
  found,      ///< it is UTF-8, though the record says otherwise
  assumed,    ///< the declaration is missing, unknown or wrong
  forced      ///< the caller said so
};

/// What was done to the text of one record.
struct TextReport {
  Charset charset = Charset::utf8;
  CharsetReason reason = CharsetReason::ascii;
  std::optional<Charset> declared;
  std::size_t repaired_values = 0;  ///< that had been encoded to UTF-8 twice
  std::size_t lost_characters = 0;  ///< shown as U+FFFD
};

/// The parts of a report that a person should hear of, as remarks: "exchange.charset_assumed"
/// {charset}, "exchange.double_utf8" {count}, "exchange.characters_lost" {count}.
[[nodiscard]] std::vector<Problem> text_remarks(const TextReport& report);

/// The set that a record declares; nothing when it declares none, or one that is not read here.
[[nodiscard]] std::optional<Charset> declared_charset(const MarcView& record, MarcFormat format);

/// Used for many records, one after the other. [one thread at a time]
class RecordText {
 public:
  struct Options {
    std::optional<Charset> forced;            ///< read every record in this set
    Charset fallback = Charset::windows1250;  ///< where neither bytes nor declaration help
  };

  RecordText() = default;
  explicit RecordText(const Options& options) : options_(options) {}

  /// Takes up the next record; the values read afterwards are its own. Its bytes have to stay until
  /// the next call.
  void begin(const MarcView& record, MarcFormat format);
  /// Sets `out` to the text of one raw value; `out` keeps its room.
  void read(std::string_view raw, std::string& out);
  [[nodiscard]] std::string read(std::string_view raw) {
    std::string out;
    read(raw, out);
    return out;
  }
  /// Of the record taken up last; the counts grow with the values read.
  [[nodiscard]] const TextReport& report() const { return report_; }

 private:
  CharsetConverter& converter(Charset charset);
  void decide(const MarcView& record, MarcFormat format);
  bool is_double_throughout();

  Options options_;
  TextReport report_;
  bool all_utf8_ = true;  // the whole record is valid UTF-8
  bool maybe_double_ = false;
  std::optional<bool> double_throughout_;  // found out when a value asks
  MarcView record_;
  std::map<Charset, std::unique_ptr<CharsetConverter>> converters_;
  std::string converted_;
};

}  // namespace metodica
