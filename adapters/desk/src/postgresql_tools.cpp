#include "postgresql_tools.hpp"

#include <Poco/Exception.h>
#include <Poco/Process.h>

#include <sstream>

namespace metodica::desk {
namespace {

constexpr std::string_view password_word = "password=";

Result<void> run_tool(const std::string& tool, Poco::Process::Args arguments,
                      const DatabasePlace& place) {
  // The whole schema is kept and put back: the row policies let every library through.
  Poco::Process::Env environment{{"PGOPTIONS", "-c metodica.every_library=yes"}};
  std::string connection;
  std::istringstream words(place.connection);
  for (std::string word; words >> word;) {
    if (word.rfind(password_word, 0) == 0) {
      environment["PGPASSWORD"] = word.substr(password_word.size());
    } else {
      connection += (connection.empty() ? "" : " ") + word;
    }
  }
  arguments.push_back("--dbname=" + connection);
  try {
    const auto process =
        Poco::Process::launch(tool, arguments, nullptr, nullptr, nullptr, environment);
    if (process.wait() == 0)
      return {};
  } catch (const Poco::Exception&) {
    // said below: the tool is not installed
  }
  return Unexpected({METODICA_UNREACHABLE, "desk.tool", {{"tool", tool}}});
}

}  // namespace

Result<void> dump_postgresql(const DatabasePlace& place, const std::string& file) {
  const std::string schema = place.schema.empty() ? "public" : place.schema;
  return run_tool("pg_dump",
                  {"--no-owner", "--no-privileges", "--enable-row-security", "--clean",
                   "--if-exists", "--schema=" + schema, "--file=" + file},
                  place);
}

Result<void> load_postgresql(const DatabasePlace& place, const std::string& file) {
  return run_tool(
      "psql",
      {"--quiet", "--no-psqlrc", "--single-transaction", "--set=ON_ERROR_STOP=1", "--file=" + file},
      place);
}

}  // namespace metodica::desk
