// Copies and the list of copies on loan, into whatever host there is, through its adapter.

#include <map>
#include <optional>
#include <ostream>

#include "adapter_session.hpp"
#include "commands/import_files.hpp"
#include "exchange/csv.hpp"
#include "storage/sha256.hpp"
#include "store/desk_database.hpp"
#include "text/keys.hpp"
#include "text/money.hpp"

namespace metodica::desk {
namespace {

constexpr std::size_t batch_rows = 500;

struct Counts {
  std::int64_t done = 0;
  std::int64_t refused = 0;
};

/// Rows with the number they have in the file, so that what happened to each can be said.
struct Batch {
  Json::Array items;
  std::vector<std::uint64_t> rows;
};

void show_row(const ImportFile& file, std::uint64_t row, const std::string& text) {
  file.console.out << file.call.say("desk.import_row",
                                    {{"row", static_cast<std::int64_t>(row)}, {"text", text}})
                   << "\n";
}

void show_problems(const ImportFile& file, const CsvRow& row, Counts& counts) {
  for (const auto& problem : row.problems)
    show_row(file, row.number, file.call.say.of(problem));
  ++counts.refused;
}

void count_outcomes(const ImportFile& file, const Batch& batch,
                    const std::vector<WriteOutcome>& outcomes, Counts& counts) {
  for (std::size_t i = 0; i < outcomes.size() && i < batch.rows.size(); ++i) {
    const bool fine = outcomes[i].is_done() || outcomes[i].outcome == Outcome::handed_over;
    ++(fine ? counts.done : counts.refused);
    const std::string id = "desk.refused." + outcomes[i].code;
    if (!fine)
      show_row(file, batch.rows[i], file.call.say.has(id) ? file.call.say(id) : outcomes[i].code);
  }
}

bool summarise(const ImportFile& file, const Counts& counts) {
  file.console.wipe_progress();
  file.console.out << file.call.say("desk.import_done",
                                    {{"done", counts.done}, {"refused", counts.refused}})
                   << "\n";
  return counts.refused == 0;
}

/// The same file gives the same keys, so that a second run changes nothing.
std::string key_of(std::string_view what, const Json::Array& items) {
  return std::string(what) + "-" + sha256_hex(Json::array(items).dump()).substr(0, 40);
}

Result<std::unique_ptr<AdapterSession>> started(const Settings& settings) {
  METODICA_TRY(auto session, AdapterSession::open(settings));
  METODICA_CHECK(session->start());
  return session;
}

// Copies

enum CopyColumn : std::size_t {
  control_number,
  title,
  barcode,
  book,
  number,
  call_number,
  udc,
  price,
  state,
  branch,
  place,
  volume,
  note
};

std::vector<CsvColumn> copy_columns() {
  return {{"control_number", {"001", "nr control", "numar de control"}, CsvKind::code, false},
          {"title", {"id titlu", "title id"}, CsvKind::code, false},
          {"barcode", {"cod de bare", "cod bare"}, CsvKind::code, false},
          {"register", {"registru"}, CsvKind::text, false},
          {"number",
           {"nr inventar", "numar inventar", "nr inv", "inventory number"},
           CsvKind::code,
           false},
          {"call_number", {"cota", "call number"}, CsvKind::text, false},
          {"udc", {"czu"}, CsvKind::text, false},
          {"price", {"pret", "valoare", "price lei"}, CsvKind::money, false},
          {"state", {"stare"}, CsvKind::text, false},
          {"branch", {"filiala"}, CsvKind::text, false},
          {"place", {"gestiune", "sectia", "section"}, CsvKind::text, false},
          {"volume", {"volumul"}, CsvKind::text, false},
          {"note", {"observatii"}, CsvKind::text, false}};
}

class CopyImport {
 public:
  CopyImport(ImportFile& file, AdapterSession& session) : file_(file), session_(session) {}

  Result<void> take(const CsvRow& row) {
    if (!row.problems.empty()) {
      show_problems(file_, row, counts_);
      return {};
    }
    METODICA_TRY(const std::string id, title_of(row));
    if (id.empty()) {
      show_row(file_, row.number, file_.call.say("desk.import_no_title"));
      ++counts_.refused;
      return {};
    }
    auto copy = copy_of(row, id);
    if (!copy) {
      show_row(file_, row.number, file_.call.say.of(copy.error()));
      ++counts_.refused;
      return {};
    }
    batch_.items.push_back(*std::move(copy));
    batch_.rows.push_back(row.number);
    return batch_.items.size() < batch_rows ? Result<void>() : flush();
  }

  Result<void> flush() {
    if (batch_.items.empty())
      return {};
    METODICA_TRY(const auto outcomes,
                 session_.host().holdings_write->create(
                     session_.context(key_of("copies", batch_.items)), batch_.items));
    count_outcomes(file_, batch_, outcomes, counts_);
    batch_ = {};
    file_.console.show_progress(counts_.done + counts_.refused);
    return {};
  }

  [[nodiscard]] const Counts& counts() const { return counts_; }

 private:
  Result<std::string> title_of(const CsvRow& row) {
    if (!row.cells[title].empty())
      return row.cells[title];
    const std::string& control = row.cells[control_number];
    if (control.empty())
      return std::string();
    if (const auto known = titles_.find(control); known != titles_.end())
      return known->second;
    METODICA_TRY(const auto found, session_.host().titles->find(
                                       session_.context(),
                                       Json::object({{"control_number", control}, {"limit", 1}})));
    return titles_[control] = found.empty() ? std::string() : found.front()["id"].text();
  }

  static Result<Json> copy_of(const CsvRow& row, const std::string& title_id) {
    Json copy = Json::object({{"title", title_id}});
    const auto set = [&](std::string_view name, CopyColumn column) {
      if (!row.cells[column].empty())
        copy.set(name, row.cells[column]);
    };
    set("barcode", barcode);
    set("call_number", call_number);
    set("udc", udc);
    set("state", state);
    set("branch", branch);
    set("place", place);
    set("volume", volume);
    set("note", note);
    if (!row.cells[price].empty()) {
      METODICA_TRY(const Money value, Money::parse(row.cells[price]));
      copy.set("price", value.exact());
    }
    if (!row.cells[number].empty()) {
      METODICA_TRY(const auto inventory,
                   InventoryNumber::parse(row.cells[book], row.cells[number]));
      copy.set("number",
               Json::object({{"register", inventory.register_code}, {"number", inventory.number}}));
    }
    return copy;
  }

  ImportFile& file_;
  AdapterSession& session_;
  Batch batch_;
  Counts counts_;
  std::map<std::string, std::string> titles_;  // ids by control number
};

}  // namespace

Result<bool> import_copies(ImportFile& file) {
  METODICA_TRY(const auto session, started(file.settings));
  if (!session->host().holdings_write || !session->host().titles) {
    return Unexpected({METODICA_UNSUPPORTED, "desk.import_host_cannot"});
  }
  METODICA_TRY(CsvReader csv, CsvReader::open(from_stream(file.in), copy_columns()));
  CopyImport import(file, *session);
  CsvRow row;
  while (csv.next(row))
    METODICA_CHECK(import.take(row));
  METODICA_CHECK(import.flush());
  return summarise(file, import.counts());
}

Result<bool> import_loans(ImportFile& file) {
  METODICA_TRY(const auto session, started(file.settings));
  if (!session->host().loans_list)
    return Unexpected({METODICA_UNSUPPORTED, "desk.import_host_cannot"});
  METODICA_TRY(
      CsvReader csv,
      CsvReader::open(from_stream(file.in),
                      {{"barcode", {"cod de bare", "cod bare"}, CsvKind::code, true},
                       {"since", {"imprumutat la", "data imprumutului"}, CsvKind::date, false},
                       {"due", {"termen", "data restituirii"}, CsvKind::date, false}}));
  Batch batch;
  Counts counts;
  CsvRow row;
  while (csv.next(row)) {
    if (!row.problems.empty()) {
      show_problems(file, row, counts);
      continue;
    }
    batch.items.push_back(
        Json::object({{"barcode", row.cells[0]}, {"since", row.cells[1]}, {"due", row.cells[2]}}));
    batch.rows.push_back(row.number);
  }
  // The list is replaced as a whole, so each run is a write of its own: the same file may come
  // back.
  METODICA_TRY(const auto outcomes,
               session->host().loans_list->replace(
                   session->context(key_of("loans", batch.items) + "-" + now_utc()), batch.items));
  count_outcomes(file, batch, outcomes, counts);
  return summarise(file, counts);
}

}  // namespace metodica::desk
