/// MarcView: reading access to one raw ISO 2709 record without copying or allocating.
/// The structure is ISO 2709:2008: leader of 24 bytes, directory of 12 bytes a field, field
/// terminator 0x1E, subfield delimiter 0x1F, record terminator 0x1D. Lengths are not trusted: they
/// are checked against the terminators, and a record whose lengths lie but whose terminators agree
/// with its directory is read by the terminators (a file converted by an editor looks so).
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

#include "metodica/result.hpp"

namespace metodica {

inline constexpr char marc_record_end = '\x1d';
inline constexpr char marc_field_end = '\x1e';
inline constexpr char marc_subfield_mark = '\x1f';
inline constexpr std::size_t marc_leader_size = 24;
/// The length field has five digits, so no ISO 2709 record can be longer.
inline constexpr std::size_t marc_longest_record = 99'999;

struct MarcSubfield {
  char code = ' ';
  std::string_view value;
};

/// Walks the subfields of one field: `for (MarcSubfield part : field.subfields())`.
class MarcSubfields {
 public:
  class Iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = MarcSubfield;
    using difference_type = std::ptrdiff_t;
    using pointer = const MarcSubfield*;
    using reference = const MarcSubfield&;

    Iterator() = default;
    explicit Iterator(std::string_view rest) : rest_(rest) { step(); }
    const MarcSubfield& operator*() const { return current_; }
    const MarcSubfield* operator->() const { return &current_; }
    Iterator& operator++() {
      step();
      return *this;
    }
    bool operator==(const Iterator& other) const { return done_ == other.done_; }

   private:
    void step();

    std::string_view rest_;
    MarcSubfield current_;
    bool done_ = true;
  };

  explicit MarcSubfields(std::string_view data) : data_(data) {}
  [[nodiscard]] Iterator begin() const { return Iterator(data_); }
  [[nodiscard]] Iterator end() const { return {}; }

 private:
  std::string_view data_;
};

/// One field, as views into the record. An empty `tag` means "no such field".
struct MarcField {
  std::string_view tag;   ///< three characters
  std::string_view data;  ///< raw bytes without the terminator; indicators first in data fields

  explicit operator bool() const { return !tag.empty(); }
  /// Fields 001 to 009 have neither indicators nor subfields.
  [[nodiscard]] bool is_control() const {
    return tag.size() == 3 && tag[0] == '0' && tag[1] == '0';
  }
  /// Indicator 1 or 2; a space when the field has none.
  [[nodiscard]] char indicator(std::size_t which) const;
  /// First subfield with this code, raw; "" when there is none.
  [[nodiscard]] std::string_view subfield(char code) const;
  [[nodiscard]] MarcSubfields subfields() const { return MarcSubfields(data); }
};

/// Borrowed: valid as long as the bytes it was parsed from. [any thread]
class MarcView {
 public:
  class Iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = MarcField;
    using difference_type = std::ptrdiff_t;
    using pointer = const MarcField*;
    using reference = const MarcField&;

    Iterator(const MarcView* record, std::size_t index);
    const MarcField& operator*() const { return current_; }
    const MarcField* operator->() const { return &current_; }
    Iterator& operator++() {
      ++index_;
      load();
      return *this;
    }
    bool operator==(const Iterator& other) const { return index_ == other.index_; }

   private:
    void load();

    const MarcView* record_;
    std::size_t index_;
    std::size_t next_ = 0;  // where the next field begins when terminators lead
    MarcField current_;
  };

  /// An empty record; every look-up finds nothing.
  MarcView() = default;

  /// `raw` is one record, with or without its record terminator. Errors, all METODICA_INVALID:
  /// "exchange.record_too_short" {bytes}, "exchange.directory_bad" {bytes}.
  static Result<MarcView> parse(std::string_view raw);

  [[nodiscard]] std::string_view raw() const { return raw_; }
  [[nodiscard]] std::string_view leader() const { return raw_.substr(0, marc_leader_size); }
  /// Leader position, a space when the record is empty.
  [[nodiscard]] char leader(std::size_t position) const {
    return position < raw_.size() ? raw_[position] : ' ';
  }
  /// What the length field says; -1 when it is no number.
  [[nodiscard]] std::int64_t declared_length() const;
  /// True when the directory's lengths were wrong and the terminators were followed instead.
  [[nodiscard]] bool lengths_wrong() const { return by_terminators_; }
  /// Bytes used by leader, directory and the fields the directory names, without record terminator.
  [[nodiscard]] std::size_t used_bytes() const { return used_; }

  [[nodiscard]] std::size_t field_count() const { return count_; }
  [[nodiscard]] Iterator begin() const { return {this, 0}; }
  [[nodiscard]] Iterator end() const { return {this, count_}; }
  /// First field with this tag.
  [[nodiscard]] MarcField find(std::string_view tag) const;
  /// First subfield of the first field with this tag, raw; "" when there is none.
  [[nodiscard]] std::string_view subfield(std::string_view tag, char code) const {
    return find(tag).subfield(code);
  }

 private:
  bool follow_lengths();
  bool follow_terminators();

  std::string_view raw_;
  std::string_view data_;  // after the directory's terminator, without the record terminator
  std::size_t count_ = 0;
  std::size_t used_ = 0;
  bool by_terminators_ = false;
};

}  // namespace metodica
