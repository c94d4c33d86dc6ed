#include "standalone/src/handover.hpp"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <fstream>
#include <iterator>
#include <vector>

#include "json/base64.hpp"
#include "standalone/core/catalogue.hpp"

namespace metodica::standalone {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t largest_file = std::uintmax_t{6} * 1024 * 1024;
const std::string id_prefix = "h-";

// Letters, digits, dot, hyphen and underscore of the given name, which is shown to people and is
// not trusted as a path.
std::string safe_name(const std::string& name) {
  std::string safe;
  for (const char c : name) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       c == '.' || c == '-' || c == '_';
    safe += plain ? c : '_';
  }
  return safe.substr(0, 80);
}

bool is_plain_name(const std::string& name) {
  return !name.empty() && name.front() != '.' && name.find('/') == std::string::npos &&
         name.find('\0') == std::string::npos;
}

Unexpected unreachable(const fs::path& path) {
  return Unexpected({METODICA_UNREACHABLE, "standalone.folder", {{"text", path.string()}}});
}

// Whole or not at all: people see the file under its name only when it is complete.
Result<void> write_file(const fs::path& path, const std::string& content) {
  const fs::path part = path.parent_path() / ("." + path.filename().string() + ".part");
  {
    std::ofstream file(part, std::ios::binary);
    file << content;
    if (!file.flush()) {
      return unreachable(part);
    }
  }
  std::error_code failed;
  fs::rename(part, path, failed);
  if (failed) {
    return unreachable(path);
  }
  return {};
}

Result<std::string> read_file(const fs::path& path) {
  std::error_code failed;
  const std::uintmax_t size = fs::file_size(path, failed);
  if (failed) {
    return Unexpected({METODICA_NOT_FOUND, "standalone.no_file"});
  }
  if (size > largest_file) {
    return invalid("standalone.file_too_long", {{"bytes", static_cast<std::int64_t>(size)}});
  }
  std::ifstream file(path, std::ios::binary);
  std::string content{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file) {
    return unreachable(path);
  }
  return content;
}

std::string time_of(const fs::directory_entry& file) {
  std::error_code failed;
  const auto written = fs::last_write_time(file, failed);
  const auto system = std::chrono::time_point_cast<std::chrono::system_clock::duration>(
      written - fs::file_time_type::clock::now() + std::chrono::system_clock::now());
  const std::time_t seconds = std::chrono::system_clock::to_time_t(system);
  std::tm parts{};
  ::gmtime_r(&seconds, &parts);
  std::string text(sizeof("2026-01-15T08:30:00Z"), '\0');
  text.resize(std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts));
  return text;
}

std::string type_of(const fs::path& path) {
  const std::string ending = path.extension().string();
  if (ending == ".csv") {
    return "text/csv";
  }
  if (ending == ".mrc" || ending == ".marc" || ending == ".iso") {
    return "application/marc";
  }
  return ending == ".xml" ? "application/marcxml+xml" : "application/octet-stream";
}

}  // namespace

std::string Handover::abilities() const {
  return R"({"operations":{"give":{"write":true,"hand-over":true,"person-needed":true},)"
         R"("state":{"read":true,"batch":1000},"incoming":{"read":true},"take":{"read":true}}})";
}

Result<void> Handover::give(const CallContext& context, std::string_view in, Sink& out) {
  return catalogue_.write(
      "handover.give", context, in, out,
      [&](UnitOfWork& work, const Json& request) -> Result<std::string> {
        const auto content = base64_decoded(request["content"].text());
        const std::string name = safe_name(request["name"].text());
        if (!content || name.empty()) {
          return invalid("standalone.request", {}, name.empty() ? "name" : "content");
        }
        std::error_code failed;
        fs::create_directories(folder_ / "out", failed);
        if (failed) {
          return unreachable(folder_);
        }
        const std::int64_t id = work.number("SELECT COALESCE(MAX(id), 0) FROM hand_over") + 1;
        const std::string file = id_prefix + id_text(id) + "-" + name;
        METODICA_CHECK(write_file(folder_ / "out" / file, *content));
        work.execute("INSERT INTO hand_over (id, file, place, at_utc) VALUES ($1, $2, $3, $4)",
                     {id, file, request["for"].text(), now_utc()});
        return Json::object({{"outcome", "handed_over"}, {"id", id_prefix + id_text(id)}}).dump() +
               "\n";
      });
}

Result<void> Handover::state(const CallContext& /*context*/, std::string_view in, Sink& out) {
  METODICA_TRY(const Json request, read_request(in));
  METODICA_TRY(const Json::Array* const ids, list_in(request, "ids"));
  std::vector<std::string> files;
  METODICA_CHECK(catalogue_.read([&](UnitOfWork& work) -> Result<void> {
    files.clear();
    for (const Json& id : *ids) {
      const bool ours = id.text().starts_with(id_prefix);
      const std::int64_t number = ours ? id_number(id.text().substr(id_prefix.size())) : 0;
      const auto row = work.one<std::string>("SELECT file FROM hand_over WHERE id = $1", {number});
      files.push_back(row ? std::get<0>(*row) : "");
    }
    return {};
  }));
  for (std::size_t at = 0; at < files.size(); ++at) {
    std::error_code failed;
    const bool waits = fs::exists(folder_ / "out" / files[at], failed);
    const char* state = files[at].empty() ? "lost" : (waits ? "waiting" : "taken");
    METODICA_CHECK(out.line(Json::object({{"id", (*ids)[at].text()}, {"state", state}}).dump()));
  }
  return {};
}

Result<void> Handover::incoming(const CallContext& /*context*/, std::string_view /*in*/,
                                Sink& out) {
  std::vector<Json> files;
  std::error_code failed;
  for (fs::directory_iterator at(folder_ / "in", failed), end; !failed && at != end;
       at.increment(failed)) {
    const std::string name = at->path().filename().string();
    if (at->is_regular_file(failed) && is_plain_name(name)) {
      files.push_back(Json::object({{"id", name},
                                    {"name", name},
                                    {"type", type_of(at->path())},
                                    {"bytes", static_cast<std::int64_t>(at->file_size(failed))},
                                    {"at", time_of(*at)}}));
    }
  }
  std::sort(files.begin(), files.end(), [](const Json& a, const Json& b) {
    return std::pair(a["at"].text(), a["id"].text()) < std::pair(b["at"].text(), b["id"].text());
  });
  for (const Json& file : files) {
    METODICA_CHECK(out.line(file.dump()));
  }
  return {};
}

// The file moves to in/taken/, and is found there when the answer was lost and the question comes
// again.
Result<void> Handover::take(const CallContext& /*context*/, std::string_view in, Sink& out) {
  METODICA_TRY(const Json request, read_request(in));
  const std::string& id = request["id"].text();
  if (!is_plain_name(id)) {
    return Unexpected({METODICA_NOT_FOUND, "standalone.no_file"});
  }
  const fs::path waiting = folder_ / "in" / id;
  const fs::path taken = folder_ / "in" / "taken" / id;
  std::error_code failed;
  const bool is_new = fs::is_regular_file(waiting, failed);
  METODICA_TRY(const std::string content, read_file(is_new ? waiting : taken));
  METODICA_CHECK(out.line(Json::object({{"id", id}, {"content", base64_encoded(content)}}).dump()));
  if (is_new) {
    fs::create_directories(taken.parent_path(), failed);
    fs::rename(waiting, taken, failed);
  }
  return {};
}

}  // namespace metodica::standalone
