#include "exchange/marc_view.hpp"

#include <algorithm>
#include <cstring>

namespace metodica {
namespace {

constexpr std::size_t entry_size = 12;
constexpr std::size_t npos = std::string_view::npos;

// The number in `digits`, or -1: the fields of leader and directory are digits only.
std::int64_t number(std::string_view digits) {
  std::int64_t value = 0;
  for (char digit : digits) {
    if (digit < '0' || digit > '9') {
      return -1;
    }
    value = value * 10 + (digit - '0');
  }
  return value;
}

bool tag_character(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// memchr instead of string_view::find: this is the innermost loop of an import.
std::size_t find_byte(std::string_view text, char byte, std::size_t from) {
  if (from >= text.size()) {
    return npos;
  }
  const void* hit = std::memchr(text.data() + from, byte, text.size() - from);
  return hit == nullptr ? npos
                        : static_cast<std::size_t>(static_cast<const char*>(hit) - text.data());
}

}  // namespace

void MarcSubfields::Iterator::step() {
  const std::size_t mark = find_byte(rest_, marc_subfield_mark, 0);
  if (mark == npos || mark + 1 >= rest_.size()) {
    done_ = true;
    return;
  }
  rest_.remove_prefix(mark + 1);
  const std::size_t end = std::min(find_byte(rest_, marc_subfield_mark, 0), rest_.size());
  if (end == 0) {  // two marks in a row: a subfield without even a code
    current_ = {};
  } else {
    current_ = {rest_[0], rest_.substr(1, end - 1)};
  }
  rest_.remove_prefix(end);
  done_ = false;
}

char MarcField::indicator(std::size_t which) const {
  const std::size_t index = which - 1;
  if (is_control() || index > 1 || index >= data.size()) {
    return ' ';
  }
  const std::size_t mark = data.substr(0, 2).find(marc_subfield_mark);
  return mark != npos && mark <= index ? ' ' : data[index];
}

std::string_view MarcField::subfield(char code) const {
  for (MarcSubfield part : subfields()) {
    if (part.code == code) {
      return part.value;
    }
  }
  return {};
}

MarcView::Iterator::Iterator(const MarcView* record, std::size_t index)
    : record_(record), index_(index) {
  load();
}

void MarcView::Iterator::load() {
  if (index_ >= record_->count_) {
    return;
  }
  const std::string_view entry =
      record_->raw_.substr(marc_leader_size + index_ * entry_size, entry_size);
  current_.tag = entry.substr(0, 3);
  if (record_->by_terminators_) {
    const std::size_t end =
        std::min(find_byte(record_->data_, marc_field_end, next_), record_->data_.size());
    current_.data = record_->data_.substr(next_, end - next_);
    next_ = std::min(end + 1, record_->data_.size());
    return;
  }
  const auto length = static_cast<std::size_t>(number(entry.substr(3, 4)));
  const auto start = static_cast<std::size_t>(number(entry.substr(7, 5)));
  current_.data = record_->data_.substr(start, length - 1);
}

Result<MarcView> MarcView::parse(std::string_view raw) {
  const auto bytes = static_cast<std::int64_t>(raw.size());
  if (!raw.empty() && raw.back() == marc_record_end) {
    raw.remove_suffix(1);
  }
  if (raw.size() < marc_leader_size + 1) {
    return invalid("exchange.record_too_short", {{"bytes", bytes}});
  }
  MarcView view;
  view.raw_ = raw;
  const std::size_t directory_end = find_byte(raw, marc_field_end, marc_leader_size);
  if (directory_end == npos || (directory_end - marc_leader_size) % entry_size != 0) {
    return invalid("exchange.directory_bad", {{"bytes", bytes}});
  }
  view.count_ = (directory_end - marc_leader_size) / entry_size;
  view.data_ = raw.substr(directory_end + 1);
  for (std::size_t index = 0; index < view.count_; ++index) {
    const char* tag = raw.data() + marc_leader_size + index * entry_size;
    if (!tag_character(tag[0]) || !tag_character(tag[1]) || !tag_character(tag[2])) {
      return invalid("exchange.directory_bad", {{"bytes", bytes}});
    }
  }
  if (view.count_ == 0 || (!view.follow_lengths() && !view.follow_terminators())) {
    return invalid("exchange.directory_bad", {{"bytes", bytes}});
  }
  return view;
}

bool MarcView::follow_lengths() {
  std::size_t last = 0;
  for (std::size_t index = 0; index < count_; ++index) {
    const std::string_view entry = raw_.substr(marc_leader_size + index * entry_size, entry_size);
    const std::int64_t length = number(entry.substr(3, 4));
    const std::int64_t start = number(entry.substr(7, 5));
    if (length < 1 || start < 0) {
      return false;
    }
    const auto end = static_cast<std::size_t>(start + length);
    if (end > data_.size() || data_[end - 1] != marc_field_end) {
      return false;
    }
    // A length that swallows a terminator joins two fields into one.
    if (find_byte(data_, marc_field_end, static_cast<std::size_t>(start)) != end - 1) {
      return false;
    }
    last = std::max(last, end);
  }
  used_ = raw_.size() - data_.size() + last;
  return true;
}

bool MarcView::follow_terminators() {
  auto ends = static_cast<std::size_t>(std::count(data_.begin(), data_.end(), marc_field_end));
  if (!data_.empty() && data_.back() != marc_field_end) {
    ++ends;
  }
  if (ends != count_) {
    return false;
  }
  // Only a directory in the order of the data can be matched to terminators.
  std::int64_t previous = -1;
  for (std::size_t index = 0; index < count_; ++index) {
    const std::int64_t start = number(raw_.substr(marc_leader_size + index * entry_size + 7, 5));
    if (start >= 0 && start < previous) {
      return false;
    }
    previous = std::max(previous, start);
  }
  by_terminators_ = true;
  used_ = raw_.size();
  return true;
}

std::int64_t MarcView::declared_length() const {
  return number(raw_.substr(0, 5));
}

MarcField MarcView::find(std::string_view tag) const {
  for (const MarcField& field : *this) {
    if (field.tag == tag) {
      return field;
    }
  }
  return {};
}

}  // namespace metodica
