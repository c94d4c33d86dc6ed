#include "exchange/iso2709_reader.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace metodica {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t longest_chunk = std::size_t{16} << 20;

// Line ends, padding of tapes and blocks, and the end-of-file mark of old systems.
bool is_separator(char c) {
  return c == '\r' || c == '\n' || c == '\0' || c == ' ' || c == '\x1a' || c == '\t';
}

bool digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Whether these bytes have the outside of a leader: numbers where numbers stand, and letters for
// status and type, which keeps directories (digits throughout) from passing.
bool looks_like_leader(std::string_view text) {
  return text.size() > marc_leader_size && digits(text.substr(0, 5)) &&
         digits(text.substr(12, 5)) && !digits(text.substr(5, 1)) && letter(text[6]);
}

bool record_begins(std::string_view text) {
  return looks_like_leader(text) && MarcView::parse(text).has_value();
}

// Position of a whole record that sits behind the remains of another one; npos when there is none.
// The number of trials is limited: a file made on purpose could ask for millions.
std::size_t record_inside(std::string_view chunk) {
  int trials = 100;
  for (std::size_t at = 1; at + marc_leader_size < chunk.size() && trials > 0; ++at) {
    const bool digit = chunk[at] >= '0' && chunk[at] <= '9';
    if (!digit || !looks_like_leader(chunk.substr(at))) {
      continue;
    }
    --trials;
    if (MarcView::parse(chunk.substr(at))) {
      return at;
    }
  }
  return npos;
}

// ESC is part of MARC-8; everything else below the space has no business in a record. Without a
// branch in the loop, so that the compiler can take many bytes at once.
std::size_t control_characters(std::string_view bytes) {
  std::size_t count = 0;
  for (char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const bool low = byte < 0x20;
    const bool allowed = byte == 0x1b || byte >= 0x1d;
    count += static_cast<std::size_t>(low & !allowed);
  }
  return count;
}

MessageArgument bytes_argument(std::size_t bytes) {
  return {"bytes", static_cast<std::int64_t>(bytes)};
}

}  // namespace

void Iso2709Reader::skip(std::size_t bytes) {
  totals_.separator_bytes += bytes;
  window_.drop(bytes);
}

void Iso2709Reader::skip_separators() {
  if (window_.offset() == 0) {
    window_.more();
    skip(window_.view().starts_with("\xef\xbb\xbf") ? 3 : 0);
  }
  std::size_t count = 0;
  for (;;) {
    const std::string_view view = window_.view();
    while (count < view.size() && is_separator(view[count])) {
      ++count;
    }
    if (count < view.size()) {
      break;
    }
    // Padding can be long; the last five bytes may turn out to be a leader's.
    const std::size_t kept = std::min<std::size_t>(count, 5);
    skip(count - kept);
    count = kept;
    if (!window_.more()) {
      skip(count);
      return;
    }
  }
  // Some programs leave the length blank: then the five spaces in front belong to the leader.
  const std::string_view view = window_.view();
  const bool blank_length =
      count >= 5 && view.substr(count - 5, 5) == "     " && letter(view[count]);
  skip(blank_length ? count - 5 : count);
}

bool Iso2709Reader::next(MarcOutcome& outcome) {
  window_.drop(std::exchange(drop_, 0));
  skip_separators();
  start(outcome, window_.offset());
  if (window_.view().empty()) {
    return window_.failed() && read_failed(outcome);
  }
  std::size_t end = npos;
  for (std::size_t searched = 0;;) {
    end = window_.view().find(marc_record_end, searched);
    if (end != npos) {
      break;
    }
    searched = window_.view().size();
    if (searched > longest_chunk) {
      return endless(outcome);
    }
    if (!window_.more()) {
      return cut_off(outcome);
    }
  }
  const std::string_view chunk = window_.view().substr(0, end + 1);
  const Result<MarcView> record = MarcView::parse(chunk);
  if (!record) {
    return salvage(outcome, chunk, record.error());
  }
  if (record->lengths_wrong() && mend(outcome, chunk, true)) {
    return true;
  }
  return accept(outcome, *record, chunk.size());
}

bool Iso2709Reader::read_failed(MarcOutcome& outcome) {
  if (std::exchange(failure_told_, true)) {
    return false;
  }
  add_problem(outcome, "exchange.read_failed");
  return finish(outcome, false, 0);
}

bool Iso2709Reader::cut_off(MarcOutcome& outcome) {
  const std::string_view rest = window_.view();
  const Result<MarcView> record = MarcView::parse(rest);
  if (record && !record->lengths_wrong() && record->used_bytes() == rest.size()) {
    add_problem(outcome, "exchange.record_end_missing");
    return accept(outcome, *record, rest.size());
  }
  add_problem(outcome, "exchange.cut_off", {bytes_argument(rest.size())});
  outcome.raw = rest;
  drop_ = rest.size();
  return finish(outcome, false, rest.size());
}

bool Iso2709Reader::endless(MarcOutcome& outcome) {
  std::size_t size = 0;
  std::size_t end = npos;
  do {
    const std::size_t room = window_.view().size();
    end = window_.view().find(marc_record_end);
    const std::size_t count = end == npos ? room : end + 1;
    size += count;
    window_.drop(count);
  } while (end == npos && window_.more());
  add_problem(outcome, "exchange.no_record_end", {bytes_argument(size)});
  return finish(outcome, false, size);
}

bool Iso2709Reader::accept(MarcOutcome& outcome, const MarcView& record, std::size_t size) {
  const std::size_t body = record.raw().size();
  std::size_t taken = size;
  outcome.record = record;
  if (record.used_bytes() < body) {
    if (record_begins(record.raw().substr(record.used_bytes()))) {
      // This record lost its terminator and ran into the next one.
      taken = record.used_bytes();
      add_problem(outcome, "exchange.record_end_missing");
    } else {
      add_problem(outcome, "exchange.bytes_unused",
                  {{"count", static_cast<std::int64_t>(body - record.used_bytes())}});
    }
  }
  const bool ended = taken == size && size > body;
  const std::size_t length = ended ? taken : taken + 1;
  const std::int64_t declared = record.declared_length();
  if (length > marc_longest_record) {
    add_problem(outcome, "exchange.record_too_long", {bytes_argument(length)});
  } else if (declared != static_cast<std::int64_t>(length)) {
    MessageArgument told{"declared", declared};
    if (declared < 0) {
      told.value = "?";
    }
    add_problem(outcome, "exchange.length_wrong", {told, bytes_argument(length)});
  }
  if (record.lengths_wrong()) {
    add_problem(outcome, "exchange.field_lengths_wrong");
  }
  outcome.raw = window_.view().substr(0, taken);
  if (const std::size_t count = control_characters(outcome.raw); count > 0) {
    add_problem(outcome, "exchange.control_characters",
                {{"count", static_cast<std::int64_t>(count)}});
  }
  drop_ = taken;
  return finish(outcome, true, taken);
}

// Files that went through an editor or old programs have lines of fixed width.
bool Iso2709Reader::mend(MarcOutcome& outcome, std::string_view chunk, bool only_if_exact) {
  mended_ = chunk;
  mended_.erase(
      std::remove_if(mended_.begin(), mended_.end(), [](char c) { return c == '\r' || c == '\n'; }),
      mended_.end());
  if (mended_.size() == chunk.size()) {
    return false;
  }
  const Result<MarcView> record = MarcView::parse(mended_);
  if (!record || (only_if_exact && record->lengths_wrong())) {
    return false;
  }
  add_problem(outcome, "exchange.line_ends_inside",
              {{"count", static_cast<std::int64_t>(chunk.size() - mended_.size())}});
  outcome.record = *record;
  outcome.raw = mended_;
  drop_ = chunk.size();
  return finish(outcome, true, chunk.size());
}

bool Iso2709Reader::salvage(MarcOutcome& outcome, std::string_view chunk, const Problem& cause) {
  const std::size_t inside = record_inside(chunk);
  if (inside == npos && mend(outcome, chunk, false)) {
    return true;
  }
  const std::size_t size = inside == npos ? chunk.size() : inside;
  add_problem(outcome, cause);
  outcome.raw = chunk.substr(0, size);
  drop_ = size;
  return finish(outcome, false, size);
}

}  // namespace metodica
