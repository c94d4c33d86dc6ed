// Files whose rows go to actions of the plugin.

#include <filesystem>
#include <iterator>
#include <ostream>
#include <sstream>

#include "commands/import_files.hpp"
#include "door.hpp"
#include "exchange/csv.hpp"
#include "json/base64.hpp"
#include "storage/sha256.hpp"

namespace metodica::desk {
namespace {

constexpr std::size_t batch_rows = 1000;

std::vector<CsvColumn> opening_columns() {
  return {
      {"register", {"registru", "ri"}, CsvKind::text, true},
      {"number",
       {"nr inventar", "numar inventar", "nr inv", "inventory number"},
       CsvKind::code,
       true},
      {"title", {"titlu", "titlul", "autorul si titlul"}, CsvKind::text, true},
      {"value", {"pret", "valoare", "valoare lei", "price"}, CsvKind::money, true},
      {"language", {"limba", "limba documentului"}, CsvKind::text, true},
      {"acquired_on", {"data intrarii", "data achizitiei", "data", "date"}, CsvKind::date, false},
      {"author", {"autor", "autorul"}, CsvKind::text, false},
      {"publication", {"publicare", "editura", "loc editura an"}, CsvKind::text, false},
      {"udc", {"czu", "clasificare", "clasificarea"}, CsvKind::text, false},
      {"content", {"grupa", "grupa rmf"}, CsvKind::text, false},
      {"custody", {"gestiune", "sectia", "filiala"}, CsvKind::text, false},
      {"barcode", {"cod de bare", "cod bare"}, CsvKind::code, false},
      {"title_ref", {"id titlu"}, CsvKind::code, false},
      {"entry_act", {"act", "lot", "nr rmf"}, CsvKind::text, false}};
}

void show_row(const ImportFile& file, std::uint64_t row, const std::string& text) {
  file.console.out << file.call.say("desk.import_row",
                                    {{"row", static_cast<std::int64_t>(row)}, {"text", text}})
                   << "\n";
}

/// Rows of the file, sent in batches. A batch with a wrong row is refused as a whole by the plugin,
/// so its rows are then sent one by one: each good one is kept, each wrong one is named.
class OpeningImport {
 public:
  OpeningImport(ImportFile& file, Door& door) : file_(file), door_(door) {}

  void take(Json line, std::uint64_t row) {
    lines_.push_back(std::move(line));
    rows_.push_back(row);
    if (lines_.size() >= batch_rows)
      flush();
  }

  void refuse(std::uint64_t row, const std::string& text) {
    show_row(file_, row, text);
    ++refused_;
  }

  void flush() {
    if (lines_.empty())
      return;
    const Json reply = send(lines_);
    if (!is_problem(reply)) {
      kept_ = reply["kept"].integer();
    } else {
      send_singly();
    }
    lines_.clear();
    rows_.clear();
    file_.console.show_progress(kept_);
  }

  bool summarise() {
    file_.console.wipe_progress();
    file_.console.out << file_.call.say("desk.import_opening_done",
                                        {{"kept", kept_}, {"refused", refused_}})
                      << "\n";
    return refused_ == 0;
  }

 private:
  Json send(const Json::Array& lines) {
    Json request = operator_request("registers.opening_lines", Json::object({{"copies", lines}}),
                                    file_.call.say.lang());
    return door_.finish(std::move(request));
  }

  void send_singly() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Json reply = send({lines_[i]});
      if (is_problem(reply)) {
        refuse(rows_[i], reply["text"].text());
      } else {
        kept_ = reply["kept"].integer();
      }
    }
  }

  ImportFile& file_;
  Door& door_;
  Json::Array lines_;
  std::vector<std::uint64_t> rows_;
  std::int64_t kept_ = 0;
  std::int64_t refused_ = 0;
};

// Sends the file as the argument "file" of an action.
Result<Json> sent_whole(ImportFile& file, std::string_view action, Json args) {
  METODICA_TRY(Door door, Door::open(file.settings.file));
  const std::string bytes{std::istreambuf_iterator<char>(file.in),
                          std::istreambuf_iterator<char>()};
  args.set("file",
           Json::object({{"name", std::filesystem::path(file.call.word(1)).filename().string()},
                         {"base64", base64_encoded(bytes)}}));
  const Json reply = door.finish(operator_request(action, std::move(args), file.call.say.lang()));
  METODICA_CHECK(check_reply(reply));
  return reply;
}

}  // namespace

Result<bool> import_opening(ImportFile& file) {
  METODICA_TRY(Door door, Door::open(file.settings.file));
  const std::vector<CsvColumn> columns = opening_columns();
  METODICA_TRY(CsvReader csv, CsvReader::open(from_stream(file.in), columns));
  OpeningImport import(file, door);
  CsvRow row;
  while (csv.next(row)) {
    for (const auto& problem : row.problems)
      import.refuse(row.number, file.call.say.of(problem));
    if (!row.problems.empty())
      continue;
    Json line = Json::object();
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (!row.cells[i].empty())
        line.set(columns[i].name, row.cells[i]);
    }
    import.take(std::move(line), row.number);
  }
  import.flush();
  return import.summarise();
}

Result<bool> import_units(ImportFile& file) {
  METODICA_TRY(const Json reply, sent_whole(file, "coordination.import_units", Json::object()));
  file.console.out << reply.dump() << "\n";
  return reply["problems"].items().empty();
}

Result<bool> import_udc(ImportFile& file) {
  Json args = Json::object();
  if (file.call.has("notice"))
    args.set("notice", file.call.option("notice"));
  METODICA_TRY(const Json reply, sent_whole(file, "processing.udc.captions_load", std::move(args)));
  file.console.out << reply["notice"].text() << "\n";
  return true;
}

Result<bool> import_authors(ImportFile& file) {
  const std::string base = std::filesystem::path(file.call.word(1)).stem().string();
  METODICA_TRY(const Json reply,
               sent_whole(file, "processing.author_table_load",
                          Json::object({{"name", file.call.option("name", base)}})));
  file.console.out << reply["notice"].text() << "\n";
  return true;
}

}  // namespace metodica::desk
