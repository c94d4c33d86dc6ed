#include "bibliography/udc_captions.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "bibliography/csv_records.hpp"
#include "bibliography/udc.hpp"
#include "bibliography/udc_key.hpp"
#include "text/unicode.hpp"

namespace metodica {
namespace {

constexpr char kEnd = 0x21;
constexpr std::size_t kNoColumn = static_cast<std::size_t>(-1);

// Without the ends of numbers and brackets, "(498)" is a beginning of "(498.4)".
std::string stem(std::string_view notation) {
  std::string key;
  append_udc_key(key, notation);
  while (!key.empty() && key.back() == kEnd) {
    key.pop_back();
  }
  return key;
}

bool is_digit_or_letter(char byte) {
  return byte >= '0';
}

std::string_view without_comments(std::string_view text) {
  while (text.starts_with('#')) {
    text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  }
  return text;
}

struct Columns {
  std::size_t notation = kNoColumn;
  std::array<std::size_t, 4> said{kNoColumn, kNoColumn, kNoColumn, kNoColumn};

  explicit Columns(const std::vector<std::string>& header) {
    for (std::size_t i = 0; i < header.size(); ++i) {
      if (header[i] == "notation") {
        notation = i;
      }
      constexpr std::array<std::string_view, 4> kNames{"caption_ro", "caption_en", "caption_hu",
                                                       "replaced_by"};
      for (std::size_t name = 0; name < kNames.size(); ++name) {
        if (header[i] == kNames[name]) {
          said[name] = i;
        }
      }
    }
  }
  [[nodiscard]] bool usable() const {
    return notation != kNoColumn &&
           std::any_of(said.begin(), said.end(), [](std::size_t i) { return i != kNoColumn; });
  }
  [[nodiscard]] UdcCaption read(const std::vector<std::string>& record) const {
    const auto cell = [&](std::size_t column) {
      return column < record.size() && is_utf8(record[column]) ? tidy(record[column])
                                                               : std::string();
    };
    return {cell(notation), cell(said[0]), cell(said[1]), cell(said[2]), cell(said[3])};
  }
};

// Rows such as "+", "[ ]", "A/Z" or "=..." explain the table and name no class.
bool explains(std::string_view notation) {
  return notation.find("...") != std::string_view::npos || notation == "A/Z" ||
         std::none_of(notation.begin(), notation.end(),
                      [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

const std::string& UdcCaption::in(std::string_view lang) const {
  if (lang == "ro" && !ro.empty()) {
    return ro;
  }
  if (lang == "hu" && !hu.empty()) {
    return hu;
  }
  if (!en.empty()) {
    return en;
  }
  return ro.empty() ? hu : ro;
}

Result<UdcCaptions> UdcCaptions::from_csv(std::string_view text) {
  const auto records = csv_records(without_comments(text));
  if (records.empty() || !Columns(records.front()).usable()) {
    return invalid("udc_captions.header");
  }
  const Columns columns(records.front());
  UdcCaptions captions;
  for (std::size_t i = 1; i < records.size(); ++i) {
    UdcCaption caption = columns.read(records[i]);
    if (!caption.notation.empty() && explains(caption.notation)) {
      continue;
    }
    if (!Udc::parse(caption.notation) ||
        (caption.in("ro").empty() && caption.replaced_by.empty())) {
      return invalid("udc_captions.line", {{"line", static_cast<std::int64_t>(i + 1)},
                                           {"text", excerpt(caption.notation)}});
    }
    captions.entries_.push_back({stem(caption.notation), std::move(caption)});
  }
  if (captions.entries_.empty()) {
    return invalid("udc_captions.empty");
  }
  captions.sort();
  return captions;
}

UdcCaptions UdcCaptions::of(std::vector<UdcCaption> captions) {
  UdcCaptions made;
  made.entries_.reserve(captions.size());
  for (UdcCaption& caption : captions) {
    std::string key = stem(caption.notation);
    made.entries_.push_back({std::move(key), std::move(caption)});
  }
  made.sort();
  return made;
}

// The later of two with the same class wins where it says something.
void UdcCaptions::sort() {
  std::stable_sort(entries_.begin(), entries_.end(),
                   [](const Entry& a, const Entry& b) { return a.key < b.key; });
  std::vector<Entry> single;
  single.reserve(entries_.size());
  for (Entry& entry : entries_) {
    if (single.empty() || single.back().key != entry.key) {
      single.push_back(std::move(entry));
      continue;
    }
    const auto take = [](std::string& to, std::string& from) {
      if (!from.empty()) {
        to = std::move(from);
      }
    };
    UdcCaption& known = single.back().caption;
    take(known.ro, entry.caption.ro);
    take(known.en, entry.caption.en);
    take(known.hu, entry.caption.hu);
    take(known.replaced_by, entry.caption.replaced_by);
  }
  entries_ = std::move(single);
}

void UdcCaptions::add(const UdcCaptions& others) {
  entries_.insert(entries_.end(), others.entries_.begin(), others.entries_.end());
  sort();
}

const UdcCaptions::Entry* UdcCaptions::at(std::string_view key) const {
  const auto place =
      std::lower_bound(entries_.begin(), entries_.end(), key,
                       [](const Entry& entry, std::string_view k) { return entry.key < k; });
  return place != entries_.end() && place->key == key ? &*place : nullptr;
}

const UdcCaptions::Entry* UdcCaptions::worded(std::string_view key) const {
  const Entry* entry = at(key);
  return entry != nullptr && !entry->caption.in("ro").empty() ? entry : nullptr;
}

// The longest beginning of the key that is known; a beginning ends after a digit or letter.
const UdcCaptions::Entry* UdcCaptions::above(std::string_view key) const {
  for (; !key.empty(); key.remove_suffix(1)) {
    if (!is_digit_or_letter(key.back())) {
      continue;
    }
    if (const Entry* entry = worded(key)) {
      return entry;
    }
  }
  return nullptr;
}

const UdcCaption* UdcCaptions::find(std::string_view notation) const {
  const Entry* entry = worded(stem(notation));
  return entry == nullptr ? nullptr : &entry->caption;
}

const UdcCaption* UdcCaptions::nearest(std::string_view notation) const {
  const Entry* entry = above(stem(notation));
  return entry == nullptr ? nullptr : &entry->caption;
}

const UdcCaption* UdcCaptions::nearest_special(std::string_view main,
                                               std::string_view auxiliary) const {
  const std::string tail = stem(auxiliary);
  for (std::string key = stem(main); !key.empty(); key.pop_back()) {
    for (std::string_view part = tail; part.size() > 1; part.remove_suffix(1)) {
      if (const Entry* entry = worded(key + std::string(part))) {
        return &entry->caption;
      }
    }
  }
  return nullptr;
}

const UdcCaption* UdcCaptions::outdated(std::string_view notation) const {
  const std::string key = stem(notation);
  for (std::size_t size = 1; size <= key.size(); ++size) {
    const Entry* entry = at(std::string_view(key).substr(0, size));
    if (entry != nullptr && !entry->caption.replaced_by.empty()) {
      return &entry->caption;
    }
  }
  return nullptr;
}

std::vector<const UdcCaption*> UdcCaptions::below(std::string_view notation) const {
  const std::string key = stem(notation);
  std::vector<const UdcCaption*> found;
  std::string_view last;
  auto at =
      std::upper_bound(entries_.begin(), entries_.end(), key,
                       [](const std::string& k, const Entry& entry) { return k < entry.key; });
  for (; at != entries_.end() && at->key.starts_with(key); ++at) {
    const bool main = !key.empty() || is_digit_or_letter(at->key.front());
    if (main && !at->caption.in("ro").empty() && (last.empty() || !at->key.starts_with(last))) {
      found.push_back(&at->caption);
      last = at->key;
    }
  }
  return found;
}

std::vector<const UdcCaption*> UdcCaptions::all() const {
  std::vector<const UdcCaption*> every;
  every.reserve(entries_.size());
  for (const Entry& entry : entries_) {
    every.push_back(&entry.caption);
  }
  return every;
}

}  // namespace metodica
