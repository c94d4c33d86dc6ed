#include "sample_data.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <iterator>

#include "exchange/csv.hpp"
#include "storage/sha256.hpp"
#include "store/desk_database.hpp"
#include "text/money.hpp"

namespace metodica::desk {
namespace {

namespace fs = std::filesystem;

using CellsReader = void (*)(const std::vector<std::string>& cells, SampleData& data);

std::int64_t whole_number(const std::string& text) {
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

Result<void> read_table(const fs::path& file, std::initializer_list<const char*> names,
                        SampleData& data, CellsReader take) {
  std::ifstream in(file, std::ios::binary);
  if (!in)
    return Unexpected({METODICA_NOT_FOUND, "desk.file_not_read", {{"file", file.string()}}});
  std::vector<CsvColumn> columns;
  for (const char* name : names)
    columns.push_back({name, {}, CsvKind::text, true});
  METODICA_TRY(CsvReader csv, CsvReader::open(from_stream(in), columns));
  CsvRow row;
  while (csv.next(row)) {
    if (!row.problems.empty()) {
      return invalid("desk.sample_row",
                     {{"file", file.string()}, {"row", static_cast<std::int64_t>(row.number)}});
    }
    take(row.cells, data);
  }
  return {};
}

void take_copies(const std::vector<std::string>& cells, SampleData& data) {
  SampleCopies row;
  row.control_number = cells[0];
  row.lot = cells[1];
  row.copies = whole_number(cells[2]);
  row.price = cells[3];
  row.entered = cells[4];
  row.section = cells[5];
  row.worn = cells[6] == "yes";
  row.on_loan = cells[7] == "yes";
  row.volume = cells[8];
  data.copies.push_back(std::move(row));
}

void take_lot(const std::vector<std::string>& cells, SampleData& data) {
  data.lots.push_back(
      {cells[0], cells[1], cells[2], cells[3], cells[5], static_cast<int>(whole_number(cells[4]))});
}

std::string register_of(const Json& title) {
  const std::string& kind = title["kind"].text();
  return kind == "serial" ? "periodice" : kind == "book" ? "carti" : "audiovizual";
}

std::string first_text(const Json& list) {
  return list.items().empty() ? std::string() : list.items().front().text();
}

void set_text(Json& line, std::string_view name, const std::string& text) {
  if (!text.empty())
    line.set(name, text);
}

/// What both the opening and a reception ask about a title.
Json described(const SampleCopies& row, const Json& title) {
  Json line = Json::object({{"title", title["title"].text()},
                            {"register", register_of(title)},
                            {"custody", row.section},
                            {"title_ref", title["id"].text()},
                            {"language", first_text(title["languages"])}});
  if (const auto& authors = title["authors"].items(); !authors.empty())
    set_text(line, "author", authors.front()["name"].text());
  set_text(line, "udc", first_text(title["udc"]));
  // Without a class the group of the movement register has to be said: generalities.
  if (title["udc"].items().empty())
    line.set("content", "0");
  return line;
}

std::string publication(const Json& title) {
  std::string text = title["place"].text();
  const auto add = [&](const char* between, const std::string& part) {
    if (!part.empty())
      text += (text.empty() ? "" : between) + part;
  };
  add(" : ", title["publisher"].text());
  add(", ", title["year"].text());
  return text;
}

/// As acquisition makes them: the letter of the register and seven digits.
std::string barcode(const std::string& register_code, std::int64_t number) {
  constexpr std::size_t digits = 7;
  const std::string text = std::to_string(number);
  const char letter = static_cast<char>(register_code.front() - 'a' + 'A');
  return letter + std::string(digits - text.size(), '0') + text;
}

Json holding_of(const Json& line, const std::string& volume) {
  Json copy = Json::object(
      {{"title", line["title_ref"]},
       {"barcode", line["barcode"]},
       {"number", Json::object({{"register", line["register"]}, {"number", line["number"]}})},
       {"place", line["custody"]},
       {"price", line["value"]}});
  set_text(copy, "volume", volume);
  return copy;
}

std::string with_volume(const std::string& title, std::string volume) {
  if (volume.empty())
    return title;
  if (volume.front() == 'v')
    volume.front() = 'V';
  return title + ". " + volume;
}

struct LotKind {
  std::string_view kind, source, act;
};
constexpr std::array lot_kinds = {
    LotKind{"purchase", "purchase", "invoice"}, LotKind{"donation", "donation", "donation_minutes"},
    LotKind{"serials", "serial_unit", "minutes"}, LotKind{"transfer", "transfer", "handover"}};

const LotKind& kind_of(const SampleLot& lot) {
  const auto* const found =
      std::find_if(lot_kinds.begin(), lot_kinds.end(),
                   [&](const LotKind& known) { return known.kind == lot.kind; });
  return found == lot_kinds.end() ? lot_kinds.front() : *found;
}

Result<void> check_outcomes(const std::vector<WriteOutcome>& outcomes, const char* message) {
  for (const WriteOutcome& outcome : outcomes) {
    if (!outcome.is_done())
      return invalid(message, {{"text", outcome.code}});
  }
  return {};
}

}  // namespace

fs::path sample_folder() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  const fs::path installed = program.parent_path().parent_path() / "share/metodica/sample";
  return fs::is_directory(installed, error) ? installed : fs::path(METODICA_SAMPLE_FOLDER);
}

Result<std::string> file_text(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in)
    return Unexpected({METODICA_NOT_FOUND, "desk.file_not_read", {{"file", file.string()}}});
  return std::string{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

Result<SampleData> SampleData::read() {
  SampleData data;
  data.folder = sample_folder();
  METODICA_CHECK(read_table(data.folder / "copies.csv",
                            {"control_number", "lot", "copies", "price_lei", "entered", "section",
                             "worn", "on_loan", "volume"},
                            data, take_copies));
  METODICA_CHECK(read_table(data.folder / "lots.csv",
                            {"lot", "kind", "partner", "act_number", "months_ago", "vat_percent"},
                            data, take_lot));
  std::stable_sort(data.lots.begin(), data.lots.end(), [](const SampleLot& a, const SampleLot& b) {
    return a.months_ago > b.months_ago;
  });
  return data;
}

std::vector<SampleCopies> SampleData::of_lot(const std::string& lot) const {
  std::vector<SampleCopies> rows;
  std::copy_if(copies.begin(), copies.end(), std::back_inserter(rows),
               [&](const SampleCopies& row) { return row.lot == lot; });
  return rows;
}

Result<SampleTitles> find_titles(AdapterSession& session, const std::vector<SampleCopies>& copies) {
  SampleTitles titles;
  for (const SampleCopies& row : copies) {
    if (titles.count(row.control_number) != 0)
      continue;
    METODICA_TRY(const auto found,
                 session.host().titles->find(
                     session.context(),
                     Json::object({{"control_number", row.control_number}, {"limit", 1}})));
    if (found.empty()) {
      return Unexpected({METODICA_NOT_FOUND, "desk.sample_title", {{"text", row.control_number}}});
    }
    titles[row.control_number] = found.front();
  }
  return titles;
}

const std::vector<SampleRegister>& sample_registers() {
  static const std::vector<SampleRegister> all = {
      {"carti", "desk.sample.books", "book"},
      {"periodice", "desk.sample.serials", "serial"},
      {"audiovizual", "desk.sample.recordings", "audiovisual"}};
  return all;
}

Result<SampleOpening> opening_of(const std::vector<SampleCopies>& copies,
                                 const SampleTitles& titles, Date opened_on, const Messages& say) {
  SampleOpening opening;
  std::map<std::string, std::int64_t> last;
  for (const SampleCopies& row : copies) {
    METODICA_TRY(const Money value, Money::parse_exact(row.price));
    Json line = described(row, titles.at(row.control_number));
    const std::string code = line["register"].text();
    line.set("title", with_volume(line["title"].text(), row.volume))
        .set("value", value.exact())
        .set("acquired_on", row.entered + "-06-30");
    set_text(line, "publication", publication(titles.at(row.control_number)));
    for (std::int64_t copy = 0; copy < row.copies; ++copy) {
      const std::int64_t number = ++last[code];
      line.set("number", number).set("barcode", barcode(code, number));
      opening.lines.push_back(line);
      opening.holdings.push_back(holding_of(line, row.volume));
      opening.worn.push_back(row.worn);
      opening.on_loan.push_back(row.on_loan);
    }
  }
  Json::Array registers;
  for (const SampleRegister& book : sample_registers()) {
    registers.push_back(Json::object({{"code", book.code},
                                      {"name", say(book.name)},
                                      {"category", book.category},
                                      {"last_number", last[book.code]}}));
  }
  opening.args = Json::object({{"opened_on", opened_on.iso()},
                               {"minority_language", "hu"},
                               {"registers", std::move(registers)},
                               {"copies", opening.lines}});
  return opening;
}

Json reception_of(const SampleLot& lot, const std::vector<SampleCopies>& copies,
                  const SampleTitles& titles, Date day) {
  const LotKind& kind = kind_of(lot);
  const bool net = kind.source == "purchase";
  Json::Array lines;
  for (const SampleCopies& row : copies) {
    const Json& title = titles.at(row.control_number);
    Json line = described(row, title);
    line.set("copies", row.copies).set(net ? "unit_net" : "unit_value", row.price);
    set_text(line, "volume", row.volume);
    set_text(line, "place", title["place"].text());
    set_text(line, "publisher", title["publisher"].text());
    set_text(line, "year", title["year"].text());
    set_text(line, "isbn", first_text(title["isbn"]));
    lines.push_back(std::move(line));
  }
  Json args = Json::object(
      {{"registered_on", day.iso()},
       {"source", kind.source},
       {"partner", lot.partner},
       {"act", Json::object({{"kind", kind.act}, {"number", lot.act_number}, {"date", day.iso()}})},
       {"lines", std::move(lines)}});
  if (net)
    args.set("vat_percent", lot.vat_percent);
  return args;
}

Result<void> lend(AdapterSession& session, const std::vector<std::string>& barcodes, Date today) {
  constexpr int lent_days_ago = 9;
  constexpr int days_left = 12;
  Json::Array items;
  for (const std::string& code : barcodes) {
    items.push_back(Json::object({{"barcode", code},
                                  {"since", today.plus_days(-lent_days_ago).iso()},
                                  {"due", today.plus_days(days_left).iso()}}));
  }
  METODICA_TRY(const auto outcomes, session.host().loans_list->replace(
                                        session.context("sample-loans-" + now_utc()), items));
  return check_outcomes(outcomes, "desk.sample_loans");
}

Result<void> create_holdings(AdapterSession& session, const Json::Array& holdings) {
  METODICA_TRY(
      const auto outcomes,
      session.host().holdings_write->create(
          session.context("sample-" + sha256_hex(Json::array(holdings).dump()).substr(0, 40)),
          holdings));
  return check_outcomes(outcomes, "desk.sample_copies");
}

}  // namespace metodica::desk
