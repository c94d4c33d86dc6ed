#include "storage/sql_text.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace metodica {
namespace {

bool begins_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string lower(std::string_view word) {
  std::string text(word);
  std::transform(text.begin(), text.end(), text.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  });
  return text;
}

bool is_writing_word(const std::string& word) {
  constexpr std::array<std::string_view, 8> words = {"insert", "update", "delete",   "create",
                                                     "drop",   "alter",  "truncate", "vacuum"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

char last_mark(std::string_view text) {
  const auto at = text.find_last_not_of(" \t\r\n");
  return at == std::string_view::npos ? '\0' : text[at];
}

}  // namespace

SqlText::SqlText(std::string_view sql, const TableNames& tenant_tables) : sql_(sql) {
  read(sql, tenant_tables);
  write_expanded(1);
}

void SqlText::refuse(const std::string& why) const {
  throw std::logic_error(why + ": " + sql_);
}

// Literals and comments are text, whatever stands in them. Returns `at` when none begins there.
std::size_t SqlText::skip_quoted(std::string_view sql, std::size_t at) const {
  const auto past = [&](std::string_view end, std::size_t from) {
    const auto found = sql.find(end, from);
    return found == std::string_view::npos ? sql.size() : found + end.size();
  };
  if (sql[at] == '\'') {
    return past("'", at + 1);
  }
  if (sql.substr(at, 2) == "--") {
    return past("\n", at + 2);
  }
  if (sql.substr(at, 2) == "/*") {
    return past("*/", at + 2);
  }
  return at;
}

void SqlText::read(std::string_view sql, const TableNames& tenant_tables) {
  std::string tenant_table;
  std::size_t from = 0;
  std::size_t at = 0;
  const auto end_piece = [&](std::size_t next) {
    pieces_.emplace_back(sql.substr(from, at - from));
    from = next;
  };
  while (at < sql.size()) {
    std::size_t next = skip_quoted(sql, at);
    if (next == at) {
      ++next;
      if (begins_word(sql[at])) {
        while (next < sql.size() && (begins_word(sql[next]) || is_digit(sql[next]))) {
          ++next;
        }
        const std::string word = lower(sql.substr(at, next - at));
        writes_ = writes_ || is_writing_word(word);
        // "lot.number" names a column of that table, which stands by itself elsewhere in the text.
        if ((at == 0 || sql[at - 1] != '.') && tenant_tables.count(word) != 0) {
          tenant_table = word;
        }
      } else if (sql[at] == '$' && next < sql.size() && is_digit(sql[next])) {
        while (next < sql.size() && is_digit(sql[next])) {
          ++next;
        }
        end_piece(next);
        add_placeholder(sql.substr(at + 1, next - at - 1));
      } else if (sql[at] == '{') {
        next = std::min(sql.find('}', at), sql.size() - 1) + 1;
        end_piece(next);
        add_library(sql.substr(at, next - at), pieces_.back());
      } else if (sql[at] == '?') {
        refuse("placeholders are $1, $2 ...");
      }
    }
    at = next;
  }
  end_piece(at);
  if (!tenant_table.empty() && !own_used_ && !readable_used_) {
    refuse("the tenant table " + tenant_table + " is named without {library} or {libraries}");
  }
}

void SqlText::add_placeholder(std::string_view digits) {
  const std::size_t number = digits.size() > 4 ? 0 : std::stoul(std::string(digits));
  if (number == 0 || number > binds_ + 1) {
    refuse("placeholders are first used in the order $1, $2 ...");
  }
  const bool first = number == binds_ + 1;
  binds_ = std::max(binds_, number);
  slots_.push_back({Slot::Kind::numbered, number, false, first});
}

void SqlText::add_library(std::string_view word, std::string_view before) {
  if (word == "{library}") {
    slots_.push_back({Slot::Kind::own, 0, false, !own_used_});
    own_used_ = true;
  } else if (word == "{libraries}") {
    slots_.push_back({Slot::Kind::readable, 0, last_mark(before) != '(', !readable_used_});
    readable_used_ = true;
  } else {
    refuse("unknown word " + std::string(word));
  }
}

void SqlText::write_expanded(std::size_t libraries) {
  std::vector<std::size_t> numbered(binds_ + 1);
  std::size_t own = 0;
  std::size_t readable = 0;
  std::size_t used = 0;
  const auto placeholder = [](std::size_t number) { return "$" + std::to_string(number); };
  expanded_ = pieces_.front();
  for (std::size_t i = 0; i < slots_.size(); ++i) {
    const Slot& slot = slots_[i];
    if (slot.kind == Slot::Kind::readable) {
      if (slot.first) {
        readable = used + 1;
        used += libraries;
      }
      expanded_ += slot.parentheses ? "(" : "";
      // Nobody's rows: PostgreSQL refuses an empty list.
      expanded_ += libraries == 0 ? "NULL" : "";
      for (std::size_t library = 0; library < libraries; ++library) {
        expanded_ += (library == 0 ? "" : ", ") + placeholder(readable + library);
      }
      expanded_ += slot.parentheses ? ")" : "";
    } else {
      std::size_t& number = slot.kind == Slot::Kind::own ? own : numbered[slot.number];
      if (slot.first) {
        number = ++used;
      }
      expanded_ += placeholder(number);
    }
    expanded_ += pieces_[i + 1];
  }
  expanded_for_ = libraries;
}

const std::string& SqlText::expanded(const Tenancy& tenancy) {
  if (readable_used_ && tenancy.readable.size() != expanded_for_) {
    write_expanded(tenancy.readable.size());
  }
  return expanded_;
}

std::vector<const Bind*> SqlText::arguments(const Binds& binds, const Bind& own,
                                            const Binds& readable) const {
  if (binds.size() != binds_) {
    refuse(std::to_string(binds.size()) + " values for " + std::to_string(binds_) +
           " placeholders");
  }
  std::vector<const Bind*> values;
  values.reserve(binds.size() + 1);
  for (const Slot& slot : slots_) {
    if (!slot.first) {
      continue;
    }
    if (slot.kind == Slot::Kind::numbered) {
      values.push_back(&binds[slot.number - 1]);
    } else if (slot.kind == Slot::Kind::own) {
      values.push_back(&own);
    } else {
      for (const Bind& library : readable) {
        values.push_back(&library);
      }
    }
  }
  return values;
}

}  // namespace metodica
