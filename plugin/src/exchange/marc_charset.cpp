#include "exchange/marc_charset.hpp"

#include <algorithm>

#include "exchange/double_utf8.hpp"
#include "exchange/quick_tidy.hpp"
#include "text/unicode.hpp"

namespace metodica {
namespace {

bool has_high_bytes(std::string_view bytes) {
  unsigned char all = 0;
  for (char c : bytes) {  // no early exit: this way many bytes are taken at once
    all = static_cast<unsigned char>(all | static_cast<unsigned char>(c));
  }
  return all >= 0x80;
}

// UNIMARC 100 $a: 26-27 the basic set, 28-29 the additional one.
std::optional<Charset> unimarc_charset(std::string_view general_data) {
  if (general_data.size() < 28) {
    return std::nullopt;
  }
  const std::string_view basic = general_data.substr(26, 2);
  const std::string_view additional = general_data.substr(28, 2);
  if (basic == "50") {
    return Charset::utf8;
  }
  if (basic == "03" || (basic == "01" && additional == "03")) {
    return Charset::iso5426;
  }
  return std::nullopt;
}

}  // namespace

std::vector<Problem> text_remarks(const TextReport& report) {
  std::vector<Problem> remarks;
  const auto add = [&remarks](const char* message, MessageArgument argument) {
    remarks.emplace_back(METODICA_INVALID, message,
                         std::vector<MessageArgument>{std::move(argument)});
  };
  if (report.reason == CharsetReason::assumed) {
    add("exchange.charset_assumed", {"charset", std::string(charset_name(report.charset))});
  }
  if (report.repaired_values > 0) {
    add("exchange.double_utf8", {"count", static_cast<std::int64_t>(report.repaired_values)});
  }
  if (report.lost_characters > 0) {
    add("exchange.characters_lost", {"count", static_cast<std::int64_t>(report.lost_characters)});
  }
  return remarks;
}

std::optional<Charset> declared_charset(const MarcView& record, MarcFormat format) {
  if (format == MarcFormat::unimarc) {
    return unimarc_charset(record.subfield("100", 'a'));
  }
  return record.leader(9) == 'a' ? Charset::utf8 : Charset::marc8;
}

CharsetConverter& RecordText::converter(Charset charset) {
  std::unique_ptr<CharsetConverter>& made = converters_[charset];
  if (!made) {
    made = std::make_unique<CharsetConverter>(charset);
  }
  return *made;
}

void RecordText::begin(const MarcView& record, MarcFormat format) {
  report_ = {};
  all_utf8_ = true;
  maybe_double_ = false;
  double_throughout_.reset();
  record_ = record;
  const std::string_view bytes = record.raw();
  const bool plain = !has_high_bytes(bytes);
  if (plain && bytes.find('\x1b') == std::string_view::npos && !options_.forced) {
    return;
  }
  decide(record, format);
  maybe_double_ = report_.charset == Charset::utf8 && all_utf8_ && may_be_double_utf8(bytes);
}

void RecordText::decide(const MarcView& record, MarcFormat format) {
  const std::string_view bytes = record.raw();
  const bool plain = !has_high_bytes(bytes);
  report_.declared = declared_charset(record, format);
  all_utf8_ = is_utf8(bytes);
  if (options_.forced) {
    report_.charset = *options_.forced;
    report_.reason = CharsetReason::forced;
  } else if (plain) {  // an escape, which only MARC-8 gives a meaning
    const bool marc8 = report_.declared == Charset::marc8;
    report_.charset = marc8 ? Charset::marc8 : Charset::utf8;
    report_.reason = marc8 ? CharsetReason::declared : CharsetReason::ascii;
  } else if (all_utf8_) {
    report_.charset = Charset::utf8;
    report_.reason =
        report_.declared == Charset::utf8 ? CharsetReason::declared : CharsetReason::found;
  } else if (report_.declared && *report_.declared != Charset::utf8 &&
             converter(*report_.declared).plausible(bytes.substr(marc_leader_size))) {
    report_.charset = *report_.declared;
    report_.reason = CharsetReason::declared;
  } else {
    report_.charset = options_.fallback;
    report_.reason = CharsetReason::assumed;
  }
}

// Whether some value of the record was surely encoded twice and none holds good text.
bool RecordText::is_double_throughout() {
  if (double_throughout_) {
    return *double_throughout_;
  }
  bool proof = false;
  bool good_text = false;
  for (const MarcField& field : record_) {
    for (MarcSubfield part : field.subfields()) {
      if (has_high_bytes(part.value)) {
        const std::optional<UndoneUtf8> undone = undo_double_utf8(part.value);
        proof = proof || (undone && undone->sure);
        good_text = good_text || !undone;
      }
    }
  }
  double_throughout_ = proof && !good_text;
  return *double_throughout_;
}

void RecordText::read(std::string_view raw, std::string& out) {
  const bool plain = !has_high_bytes(raw) && report_.charset != Charset::marc8;
  if (plain) {
    quick_tidy(raw, out);
    return;
  }
  // In a record that mixes sets, a value that is UTF-8 is taken as such.
  const bool guessed = report_.reason == CharsetReason::assumed;
  const bool as_utf8 = report_.charset == Charset::utf8 || guessed;
  if (as_utf8 && (all_utf8_ || is_utf8(raw))) {
    if (maybe_double_) {
      const std::optional<UndoneUtf8> undone = undo_double_utf8(raw);
      if (undone && (undone->sure || is_double_throughout())) {
        ++report_.repaired_values;
        quick_tidy(undone->text, out);
        return;
      }
    }
    quick_tidy(raw, out);
    return;
  }
  converted_.clear();
  report_.lost_characters += converter(report_.charset).append(raw, converted_);
  quick_tidy(converted_, out);
}

}  // namespace metodica
