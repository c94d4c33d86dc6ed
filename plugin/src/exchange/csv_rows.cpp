#include "exchange/csv_rows.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace metodica {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t longest_row = std::size_t{4} << 20;
constexpr std::size_t head_size = 4096;

// Where in a cell a character stands; the same rules cut rows and cells.
class QuoteState {
 public:
  explicit QuoteState(char delimiter) : delimiter_(delimiter) {}

  enum class Step { plain = 1, quote, cell_end };

  Step step(char c, char next) {
    if (skip_) {  // the second of two quotes
      skip_ = false;
      return Step::plain;
    }
    if (quoted_ && c == '"' && next == '"') {
      skip_ = true;
      return Step::quote;
    }
    if (c == '"' && (quoted_ || at_start_)) {
      quoted_ = !quoted_;
      at_start_ = false;
      return Step::quote;
    }
    if (c == delimiter_ && !quoted_) {
      at_start_ = true;
      return Step::cell_end;
    }
    at_start_ = at_start_ && c == ' ';
    return Step::plain;
  }
  [[nodiscard]] bool quoted() const { return quoted_; }

 private:
  char delimiter_;
  bool quoted_ = false;
  bool at_start_ = true;
  bool skip_ = false;
};

}  // namespace

char guess_delimiter(std::string_view header) {
  constexpr std::array<char, 3> candidates = {';', '\t', ','};
  std::array<std::size_t, 3> counts{};
  bool quoted = false;
  for (char c : header) {
    quoted = c == '"' ? !quoted : quoted;
    const auto* hit = std::find(candidates.begin(), candidates.end(), c);
    if (!quoted && hit != candidates.end()) {
      ++counts[static_cast<std::size_t>(hit - candidates.begin())];
    }
  }
  const auto most = std::max_element(counts.begin(), counts.end()) - counts.begin();
  return candidates[static_cast<std::size_t>(most)];
}

void split_cells(std::string_view row, char delimiter, std::vector<std::string>& cells) {
  cells.assign(1, {});
  QuoteState state(delimiter);
  for (std::size_t at = 0; at < row.size(); ++at) {
    switch (state.step(row[at], at + 1 < row.size() ? row[at + 1] : '\0')) {
      case QuoteState::Step::plain:
        cells.back() += row[at];
        break;
      case QuoteState::Step::cell_end:
        cells.emplace_back();
        break;
      case QuoteState::Step::quote:
        break;
    }
  }
}

std::string_view CsvRows::head() {
  while (window_.view().size() < head_size && window_.more()) {
  }
  if (window_.offset() == 0 && window_.view().starts_with("\xEF\xBB\xBF")) {
    window_.drop(3);
  }
  return window_.view().substr(0, head_size);
}

// Position of the line end that closes the row in the window, or the window's end.
std::size_t CsvRows::end_of_row(bool& quote_open) {
  QuoteState state(delimiter_);
  std::size_t first_line_end = npos;
  std::size_t at = 0;
  for (;; ++at) {
    // One character of outlook for doubled quotes and for CR LF.
    while (at + 1 >= window_.view().size() && at < longest_row && window_.more()) {
    }
    const std::string_view view = window_.view();
    if (at >= view.size() || at >= longest_row) {
      break;
    }
    const bool line_end = view[at] == '\n' || view[at] == '\r';
    if (line_end && first_line_end == npos) {
      first_line_end = at;
    }
    if (line_end && !state.quoted()) {
      return at;
    }
    state.step(view[at], at + 1 < view.size() ? view[at + 1] : '\0');
  }
  quote_open = state.quoted() && first_line_end != npos;
  return quote_open ? first_line_end : at;
}

bool CsvRows::next(RawCsvRow& row) {
  window_.drop(std::exchange(drop_, 0));
  row.quote_open = false;
  const std::size_t end = end_of_row(row.quote_open);
  const std::string_view view = window_.view();
  if (view.empty()) {
    return false;
  }
  row.bytes = view.substr(0, end);
  row.line = line_;
  drop_ = end;
  if (end < view.size()) {
    drop_ += view.substr(end).starts_with("\r\n") ? 2U : 1U;
  }
  line_ += 1 + static_cast<std::uint64_t>(std::count(row.bytes.begin(), row.bytes.end(), '\n'));
  return true;
}

}  // namespace metodica
