#include "exchange/csv.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "exchange/csv_rows.hpp"
#include "exchange/file_kind.hpp"
#include "exchange/quick_tidy.hpp"
#include "exchange/spreadsheet_damage.hpp"
#include "text/unicode.hpp"

namespace metodica {
namespace {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

std::string_view refusal(FileKind kind) {
  switch (kind) {
    case FileKind::empty:
      return "exchange.csv_empty";
    case FileKind::zip:
      return "exchange.not_csv.zip";
    case FileKind::gzip:
      return "exchange.not_csv.gzip";
    case FileKind::pdf:
      return "exchange.not_csv.pdf";
    case FileKind::utf16:
      return "exchange.not_csv.utf16";
    case FileKind::html:
      return "exchange.not_csv.html";
    case FileKind::iso2709:
    case FileKind::marcxml:
      return "exchange.not_csv.marc";
    default:
      return {};
  }
}

std::vector<MessageArgument> in_row(const CsvRow& row, std::vector<MessageArgument> more = {}) {
  more.insert(more.begin(), {"row", static_cast<std::int64_t>(row.number)});
  return more;
}

}  // namespace

struct CsvReader::State {
  CsvRows rows;
  std::vector<CsvColumn> columns;
  std::vector<std::size_t> places;  // of each wanted column in the file, or nowhere
  std::vector<std::string> unknown_headers;
  std::vector<std::string> raw_cells;
  std::optional<CharsetConverter> converter;
  std::string decoded;
  std::size_t width = 0;
  std::uint64_t number = 0;

  State(ByteSource source, std::vector<CsvColumn> wanted)
      : rows(std::move(source)), columns(std::move(wanted)) {}

  Result<void> read_header();
  Result<void> place_columns();
  std::string_view decode(std::string_view bytes);
  void take_cells(CsvRow& row);
  void find_damage(CsvRow& row) const;
  [[nodiscard]] bool is_blank() const;
};

Result<void> CsvReader::State::read_header() {
  const std::string_view head = rows.head();
  if (rows.failed()) {
    return Unexpected(Problem(METODICA_UNREACHABLE, "exchange.read_failed",
                              {{"number", std::int64_t{0}}, {"offset", std::int64_t{0}}}));
  }
  if (const std::string_view why = refusal(file_kind(head)); !why.empty()) {
    return invalid(std::string(why));
  }
  const std::size_t line_end = head.find_first_of("\r\n");
  const bool told = head.starts_with("sep=") && head.size() > 4 && line_end == 5;
  rows.set_delimiter(told ? head[4] : guess_delimiter(head.substr(0, line_end)));
  RawCsvRow raw;
  for (bool skip_first = told; rows.next(raw); skip_first = false) {
    ++number;
    split_cells(decode(raw.bytes), rows.delimiter(), raw_cells);
    if (!skip_first && !is_blank()) {
      return place_columns();
    }
  }
  return invalid("exchange.csv_empty");
}

Result<void> CsvReader::State::place_columns() {
  places.assign(columns.size(), nowhere);
  width = raw_cells.size();
  std::string found;
  for (std::size_t place = 0; place < raw_cells.size(); ++place) {
    const std::string header = tidy(raw_cells[place]);
    const std::string key = folded(header);
    const auto column =
        std::find_if(columns.begin(), columns.end(), [&key](const CsvColumn& wanted) {
          return folded(wanted.name) == key ||
                 std::any_of(wanted.aliases.begin(), wanted.aliases.end(),
                             [&key](const std::string& alias) { return folded(alias) == key; });
        });
    found += (found.empty() ? "" : ", ") + header;
    if (key.empty() || column == columns.end()) {
      if (!key.empty()) {
        unknown_headers.push_back(header);
      }
      continue;
    }
    std::size_t& known = places[static_cast<std::size_t>(column - columns.begin())];
    if (known != nowhere) {
      return invalid("exchange.csv_column_twice", {{"column", header}}, column->name);
    }
    known = place;
  }
  for (std::size_t index = 0; index < columns.size(); ++index) {
    if (columns[index].required && places[index] == nowhere) {
      const CsvColumn& missing = columns[index];
      return invalid("exchange.csv_column_missing",
                     {{"column", missing.aliases.empty() ? missing.name : missing.aliases.front()},
                      {"found", found}},
                     missing.name);
    }
  }
  return {};
}

std::string_view CsvReader::State::decode(std::string_view bytes) {
  if (is_utf8(bytes)) {
    return bytes;
  }
  if (!converter) {
    converter.emplace(Charset::windows1250);
  }
  decoded.clear();
  converter->append(bytes, decoded);
  return decoded;
}

bool CsvReader::State::is_blank() const {
  return std::all_of(raw_cells.begin(), raw_cells.end(),
                     [](const std::string& cell) { return tidy(cell).empty(); });
}

void CsvReader::State::take_cells(CsvRow& row) {
  row.cells.resize(columns.size());
  for (std::size_t index = 0; index < columns.size(); ++index) {
    const std::size_t place = places[index];
    if (place < raw_cells.size()) {
      quick_tidy(raw_cells[place], row.cells[index]);
    } else {
      row.cells[index].clear();
    }
  }
  while (raw_cells.size() > width && tidy(raw_cells.back()).empty()) {
    raw_cells.pop_back();  // spreadsheets pad rows on the right
  }
  if (raw_cells.size() != width) {
    row.problems.emplace_back(METODICA_INVALID, "exchange.csv_cell_count",
                              in_row(row, {{"found", static_cast<std::int64_t>(raw_cells.size())},
                                           {"expected", static_cast<std::int64_t>(width)}}));
  }
}

void CsvReader::State::find_damage(CsvRow& row) const {
  for (std::size_t index = 0; index < columns.size(); ++index) {
    const std::string& cell = row.cells[index];
    if (columns[index].kind != CsvKind::code || cell.empty()) {
      continue;
    }
    const bool scientific = is_scientific(cell);
    if (scientific || is_date_like(cell)) {
      row.problems.push_back(
          Problem(METODICA_INVALID,
                  scientific ? "exchange.csv_scientific" : "exchange.csv_date_in_code",
                  in_row(row, {{"column", columns[index].name}, {"text", cell}}))
              .at(columns[index].name));
    }
  }
}

Result<CsvReader> CsvReader::open(ByteSource source, std::vector<CsvColumn> columns) {
  auto state = std::make_unique<State>(std::move(source), std::move(columns));
  METODICA_CHECK(state->read_header());
  return CsvReader(std::move(state));
}

CsvReader::CsvReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
CsvReader::CsvReader(CsvReader&&) noexcept = default;
CsvReader& CsvReader::operator=(CsvReader&&) noexcept = default;
CsvReader::~CsvReader() = default;

bool CsvReader::next(CsvRow& row) {
  RawCsvRow raw;
  while (state_->rows.next(raw)) {
    ++state_->number;
    split_cells(state_->decode(raw.bytes), state_->rows.delimiter(), state_->raw_cells);
    if (state_->is_blank()) {
      continue;
    }
    row.number = state_->number;
    row.line = raw.line;
    row.problems.clear();
    if (raw.quote_open) {
      row.problems.emplace_back(METODICA_INVALID, "exchange.csv_quote_open", in_row(row));
    }
    state_->take_cells(row);
    state_->find_damage(row);
    return true;
  }
  return false;
}

char CsvReader::delimiter() const {
  return state_->rows.delimiter();
}

Charset CsvReader::charset() const {
  return state_->converter ? Charset::windows1250 : Charset::utf8;
}

const std::vector<std::string>& CsvReader::unknown_headers() const {
  return state_->unknown_headers;
}

bool CsvReader::has(std::string_view column) const {
  for (std::size_t index = 0; index < state_->columns.size(); ++index) {
    if (state_->columns[index].name == column) {
      return state_->places[index] != nowhere;
    }
  }
  return false;
}

}  // namespace metodica
