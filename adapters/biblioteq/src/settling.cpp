#include "settling.hpp"

#include "copy_rows.hpp"
#include "json/json.hpp"
#include "title_rows.hpp"

namespace metodica::biblioteq {
namespace {

std::vector<Json> lines_of(const std::string& outcomes) {
  std::vector<Json> lines;
  for (std::size_t at = 0; at < outcomes.size();) {
    const std::size_t end = std::min(outcomes.find('\n', at), outcomes.size());
    if (auto line = Json::parse(std::string_view(outcomes).substr(at, end - at)); line) {
      lines.push_back(*std::move(line));
    }
    at = end + 1;
  }
  return lines;
}

Result<bool> is_there(Sql& sql, const std::string& operation, const Json& outcome) {
  const std::string& id = outcome["id"].text();
  if (operation == "titles.create") {
    METODICA_TRY(const auto title, title_by_id(sql, parse_title_id(id)));
    return title.has_value();
  }
  const auto copy_id = parse_copy_id(id);
  if (!copy_id) {
    return false;
  }
  METODICA_TRY(const auto copy, copy_by_id(sql, *copy_id));
  if (operation == "retire") {
    return !copy.has_value();
  }
  return copy.has_value() &&
         (operation == "create" || copy->version() == outcome["version"].text());
}

}  // namespace

Result<bool> was_committed(Sql& sql, const BegunWrite& write) {
  for (const Json& outcome : lines_of(write.outcomes)) {
    if (outcome["outcome"].text() != "done_confirmed") {
      continue;
    }
    METODICA_TRY(const bool there, is_there(sql, write.name.operation, outcome));
    if (there) {
      return true;
    }
  }
  return false;
}

Result<void> settle(Sql& sql, Journal& journal, const WriteName* only) {
  METODICA_TRY(const std::vector<BegunWrite> writes, journal.begun());
  for (const BegunWrite& write : writes) {
    if (only != nullptr && !(write.name == *only)) {
      continue;
    }
    METODICA_TRY(const bool committed, was_committed(sql, write));
    METODICA_CHECK(committed ? journal.finish(write.name, write.outcomes, is_final(write.outcomes))
                             : journal.forget(write.name));
  }
  return {};
}

bool is_final(const std::string& outcomes) {
  for (const Json& outcome : lines_of(outcomes)) {
    if (outcome["outcome"].text() == "failed") {
      return false;
    }
  }
  return true;
}

}  // namespace metodica::biblioteq
