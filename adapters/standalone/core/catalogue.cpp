#include "standalone/core/catalogue.hpp"

#include <charconv>
#include <chrono>
#include <ctime>

#include "text/embedded.hpp"

namespace metodica {
namespace embedded {
extern const std::span<const EmbeddedFile> catalogue_migrations;
}  // namespace embedded

namespace standalone {
namespace {

constexpr std::size_t id_digits = 10;

}  // namespace

Result<std::unique_ptr<Database>> open_catalogue(const std::string& path) {
  DatabasePlace place;
  place.path = path;
  METODICA_TRY(std::unique_ptr<Database> database, Database::open(place));
  METODICA_CHECK(database->migrate({{"standalone", embedded::catalogue_migrations}}, now_utc()));
  return database;
}

Tenancy catalogue_tenancy() {
  return {"catalogue", {"catalogue"}};
}

std::string id_text(std::int64_t id) {
  const std::string digits = std::to_string(id);
  return digits.size() < id_digits ? std::string(id_digits - digits.size(), '0') + digits : digits;
}

std::int64_t id_number(std::string_view text) {
  std::int64_t id = 0;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, id);
  return read.ec == std::errc() && read.ptr == end && id > 0 ? id : 0;
}

std::string now_utc() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm parts{};
  ::gmtime_r(&now, &parts);
  std::string text(sizeof("2026-01-15T08:30:00Z"), '\0');
  text.resize(std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts));
  return text;
}

}  // namespace standalone
}  // namespace metodica
