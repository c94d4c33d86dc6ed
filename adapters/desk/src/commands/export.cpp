// metodica export: everything of one library in forms that any other program reads.

#include <filesystem>
#include <fstream>
#include <ostream>
#include <set>

#include "command.hpp"
#include "door.hpp"
#include "files.hpp"
#include "settings.hpp"
#include "standalone/core/catalogue.hpp"

namespace metodica::desk {
namespace fs = std::filesystem;
namespace {

constexpr std::int64_t first_year = 1990;  // no register kept with this program is older

// A cell of a spreadsheet: quoted where it must be; what a spreadsheet would run is made a text.
std::string csv_cell(const std::string& text) {
  const bool formula = !text.empty() &&
                       std::string_view("=+-@\t").find(text.front()) != std::string_view::npos &&
                       text.find_first_not_of("+-0123456789.,") != std::string::npos;
  const std::string shown = formula ? "'" + text : text;
  if (shown.find_first_of(";\"\r\n") == std::string::npos)
    return shown;
  std::string quoted = "\"";
  for (const char c : shown) {
    quoted += c;
    if (c == '"')
      quoted += c;
  }
  return quoted + "\"";
}

// Nested members get names with dots: {"act":{"number":"7"}} is the column act.number.
void flatten(const std::string& name, const Json& value,
             std::vector<std::pair<std::string, std::string>>& out) {
  if (value.is_object()) {
    for (const auto& [key, member] : value.members())
      flatten(name.empty() ? key : name + "." + key, member, out);
  } else if (value.is_text()) {
    out.emplace_back(name, value.text());
  } else {
    out.emplace_back(name, value.is_null() ? "" : value.dump());
  }
}

class Exporter {
 public:
  Exporter(Door& door, const Settings& settings, const Invocation& call, fs::path folder)
      : door_(door), settings_(settings), call_(call), folder_(std::move(folder)) {}

  Result<void> all() {
    METODICA_TRY(const Json about, ask("app.about", Json::object()));
    METODICA_CHECK(write_file(folder_ / "library.json", about.dump() + "\n"));
    METODICA_TRY(const Json verified, ask("registers.verify", Json::object()));
    METODICA_CHECK(write_file(folder_ / "verify.json", verified.dump() + "\n"));
    for (const Json& chain : verified["chains"].items()) {
      const std::string& name = chain["chain"].text();
      if (name.rfind("ri-", 0) == 0)
        METODICA_CHECK(inventory(name.substr(3)));
    }
    const std::int64_t this_year = std::stoll(about["today"].text().substr(0, 4));
    for (std::int64_t year = first_year; year <= this_year; ++year)
      METODICA_CHECK(movement(year));
    return catalogue();
  }

 private:
  Result<Json> ask(const std::string& action, Json args) {
    Json reply = door_.finish(operator_request(action, std::move(args), call_.say.lang()));
    METODICA_CHECK(check_reply(reply));
    return reply;
  }

  /// The same rows twice: as lines of JSON with everything, and as a table.
  Result<void> write_rows(const std::string& name, const Json::Array& rows) {
    std::string lines;
    std::vector<std::string> columns;
    std::set<std::string> known;
    std::vector<std::vector<std::pair<std::string, std::string>>> flat;
    for (const Json& row : rows) {
      lines += row.dump() + "\n";
      flat.emplace_back();
      flatten("", row, flat.back());
      for (const auto& [column, value] : flat.back()) {
        if (known.insert(column).second)
          columns.push_back(column);
      }
    }
    std::string csv;
    for (const auto& column : columns)
      csv += (csv.empty() ? "" : ";") + csv_cell(column);
    csv += "\r\n";
    for (const auto& row : flat) {
      for (std::size_t i = 0; i < columns.size(); ++i) {
        if (i > 0)
          csv += ';';
        for (const auto& [column, value] : row) {
          if (column == columns[i])
            csv += csv_cell(value);
        }
      }
      csv += "\r\n";
    }
    METODICA_CHECK(write_file(folder_ / (name + ".jsonl"), lines));
    return write_file(folder_ / (name + ".csv"), csv);
  }

  Result<void> paper(const std::string& name, const std::string& action, const Json& args) {
    const Json request = operator_request(action, args, call_.say.lang());
    const Json reply = door_.finish(request);
    METODICA_CHECK(check_reply(reply));
    METODICA_TRY(const std::string bytes, door_.document_bytes(reply, request));
    return write_file(folder_ / (name + ".pdf"), bytes);
  }

  Result<void> inventory(const std::string& code) {
    Json::Array rows;
    Json next = 1;
    while (!next.is_null()) {
      METODICA_TRY(
          const Json slice,
          ask("registers.ri", Json::object({{"register", code}, {"from", std::move(next)}})));
      rows.insert(rows.end(), slice["lines"].items().begin(), slice["lines"].items().end());
      next = slice["next"];
    }
    METODICA_CHECK(write_rows("ri-" + code, rows));
    if (rows.empty() || call_.has("no-papers"))
      return {};
    return paper("ri-" + code, "registers.ri_paper", Json::object({{"register", code}}));
  }

  Result<void> movement(std::int64_t year) {
    bool any = false;
    for (std::int64_t part = 1; part <= 2; ++part) {
      const Json args = Json::object({{"year", year}, {"part", part}});
      METODICA_TRY(const Json reply, ask("registers.rmf", args));
      if (reply["rows"].items().empty())
        continue;
      any = true;
      const std::string name = "rmf-" + std::to_string(year) + "-" + std::to_string(part);
      METODICA_CHECK(write_rows(name, reply["rows"].items()));
      if (!call_.has("no-papers"))
        METODICA_CHECK(paper(name, "registers.rmf_paper", args));
    }
    if (!any)
      return {};
    METODICA_TRY(const Json sums,
                 ask("registers.rmf", Json::object({{"year", year}, {"part", 3}})));
    return write_file(folder_ / ("rmf-" + std::to_string(year) + "-3.json"), sums.dump() + "\n");
  }

  // Records as they are kept: ISO 2709 in UTF-8 with the items fields of their import.
  Result<void> catalogue() {
    std::error_code error;
    if (settings_.catalogue.empty() || !fs::exists(settings_.catalogue, error))
      return {};
    METODICA_TRY(const auto database, standalone::open_catalogue(settings_.catalogue));
    std::ofstream out(folder_ / "catalogue.mrc", std::ios::binary);
    METODICA_CHECK(
        database->read(standalone::catalogue_tenancy(), [&](UnitOfWork& work) -> Result<void> {
          work.each<std::string>("SELECT record FROM title ORDER BY id", {},
                                 [&](const std::string& record) { out << record; });
          return {};
        }));
    out.close();
    if (!out) {
      return Unexpected(
          {METODICA_UNREACHABLE, "desk.file_not_written", {{"file", "catalogue.mrc"}}});
    }
    return {};
  }

  Door& door_;
  const Settings& settings_;
  const Invocation& call_;
  fs::path folder_;
};

Result<void> run(const Invocation& call, Console& console) {
  METODICA_TRY(const std::string config, config_file(call));
  METODICA_TRY(const Settings settings, Settings::read(config));
  METODICA_TRY(Door door, Door::open(config));
  const fs::path folder = fs::absolute(call.words[0]).lexically_normal();
  std::error_code error;
  if (fs::exists(folder, error) && !fs::is_empty(folder, error)) {
    return Unexpected({METODICA_CONFLICT, "desk.folder_not_empty", {{"folder", folder.string()}}});
  }
  fs::create_directories(folder, error);
  METODICA_CHECK(Exporter(door, settings, call, folder).all());
  METODICA_TRY(const Json files, list_files(folder));
  for (const Json& file : files.items()) {
    console.out << file["name"].text() << "\t" << file["bytes"].integer() << "\n";
  }
  console.out << call.say("desk.export_done", {{"folder", folder.string()}}) << "\n";
  return {};
}

}  // namespace

int run_export(const Invocation& call, Console& console) {
  const auto done = run(call, console);
  return done ? exit_fine : report(done.error(), call, console);
}

}  // namespace metodica::desk
