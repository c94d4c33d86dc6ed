#include "storage/migration.hpp"

#include <charconv>
#include <stdexcept>

namespace metodica {
namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blank = " \t\r\n";
  const auto first = text.find_first_not_of(blank);
  return first == std::string_view::npos
             ? std::string_view()
             : text.substr(first, text.find_last_not_of(blank) - first + 1);
}

// Takes the next line off `rest`.
std::string_view take_line(std::string_view& rest) {
  const auto end = rest.find('\n');
  const std::string_view line = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  return line;
}

// "-- tenant: lot" with `word` "tenant" gives "lot".
std::string_view declared(std::string_view line, std::string_view word) {
  const std::string_view body = trimmed(line.substr(2));
  return body.substr(0, word.size()) == word && body.substr(word.size(), 1) == ":"
             ? trimmed(body.substr(word.size() + 1))
             : std::string_view();
}

bool is_comment(std::string_view line) {
  return trimmed(line).substr(0, 2) == "--";
}

}  // namespace

Migration read_migration(const EmbeddedFile& file) {
  Migration migration;
  const auto slash = file.path.rfind('/');
  migration.name =
      std::string(slash == std::string_view::npos ? file.path : file.path.substr(slash + 1));
  const char* const end = migration.name.data() + migration.name.size();
  const auto read = std::from_chars(migration.name.data(), end, migration.number);
  if (read.ec != std::errc() || migration.number < 1) {
    throw std::logic_error("a migration is named 0001_what.sql: " + migration.name);
  }
  migration.content = file.content;
  std::string_view rest = file.content;
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    if (line.substr(0, 2) != "--") {
      continue;
    }
    if (const auto table = declared(line, "tenant"); !table.empty()) {
      migration.tenant.emplace_back(table);
    } else if (const auto kept = declared(line, "append-only"); !kept.empty()) {
      migration.append_only.emplace_back(kept);
    } else if (const auto sent = declared(line, "replicated"); !sent.empty()) {
      migration.replicated.emplace_back(sent);
    }
  }
  return migration;
}

std::vector<std::string> statements_of(const Migration& migration, Engine engine) {
  const std::string_view mine = engine == Engine::sqlite ? "sqlite" : "postgresql";
  std::vector<std::string> statements;
  std::string statement;
  bool wanted = true;
  const auto finish = [&] {
    if (wanted && !trimmed(statement).empty()) {
      statements.emplace_back(trimmed(statement));
    }
    statement.clear();
    wanted = true;
  };
  std::string_view rest = migration.content;
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    if (is_comment(line) && trimmed(trimmed(line).substr(2)) == "next") {
      finish();
    } else if (is_comment(line) && trimmed(statement).empty()) {
      const std::string_view only = declared(trimmed(line), "only");
      wanted = wanted && (only.empty() || only == mine);
    } else {
      statement.append(line).append("\n");
    }
  }
  finish();
  return statements;
}

}  // namespace metodica
