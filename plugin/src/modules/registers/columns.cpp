// The breakdown columns of a library and where a copy falls in them.

#include <algorithm>

#include "bibliography/languages.hpp"
#include "modules/registers/opening.hpp"
#include "text/unicode.hpp"

namespace metodica::registers {
namespace {

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (end > 0)
      parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

}  // namespace

std::string known_language(std::string_view text) {
  if (const Language* language = find_language(text))
    return std::string(language->code);
  const std::string wanted = folded(text);
  for (const auto& language : languages()) {
    for (const auto name : {language.name_ro, language.name_en, language.name_hu}) {
      if (!wanted.empty() && folded(name) == wanted)
        return std::string(language.code);
    }
  }
  return {};
}

Columns read_columns(UnitOfWork& work) {
  Columns columns;
  work.each<std::string, std::string>(
      "SELECT code, category FROM inventory_register WHERE library = {library}", {},
      [&](std::string code, std::string category) {
        columns.registers[std::move(code)] = {std::move(category)};
      });
  work.each<std::string, std::string, std::string>(
      "SELECT grouping_name, code, udc_prefixes FROM breakdown_column WHERE library = {library} "
      "ORDER BY position",
      {}, [&](std::string grouping, std::string code, std::string prefixes) {
        if (grouping == "language")
          columns.language_columns.push_back(std::move(code));
        if (grouping == "content")
          columns.contents.push_back({std::move(code), split(prefixes, ';')});
      });
  return columns;
}

std::string Columns::language_column(std::string_view language) const {
  const bool has_own = std::find(language_columns.begin(), language_columns.end(), language) !=
                       language_columns.end();
  return has_own ? std::string(language) : "other";
}

std::string Columns::content_column(std::string_view udc, bool daily) const {
  return rmf_column(contents, udc, daily);
}

bool Columns::has_content(std::string_view code) const {
  return std::any_of(contents.begin(), contents.end(),
                     [&](const ContentColumn& c) { return c.code == code; });
}

namespace {

Result<std::string> content_of(const EntryCopy& copy, const Columns& columns,
                               const std::string& path) {
  if (!copy.content.empty()) {
    if (!columns.has_content(copy.content)) {
      return invalid("registers.unknown_content", {{"text", copy.content}}, path + "content");
    }
    return copy.content;
  }
  // A copy without a class blocks the act; it never falls silently into "0" (domain note 2.2).
  std::string column = columns.content_column(copy.udc, copy.daily);
  if (column.empty()) {
    return invalid("registers.no_class", {{"title", copy.title}, {"text", copy.udc}}, path + "udc");
  }
  return column;
}

std::string isbd_of(const EntryCopy& copy) {
  if (!copy.isbd.empty())
    return copy.isbd;
  std::string isbd = copy.title;
  if (!copy.author.empty())
    isbd += " / " + copy.author;
  if (!copy.publication.empty())
    isbd += ". – " + copy.publication;
  return isbd;
}

}  // namespace

Result<EntryLine> entry_line(const EntryCopy& copy, const Columns& columns,
                             const std::string& path) {
  const auto found = columns.registers.find(copy.register_code);
  if (found == columns.registers.end()) {
    return invalid("registers.unknown_register", {{"text", copy.register_code}}, path + "register");
  }
  METODICA_TRY(std::string content, content_of(copy, columns, path));
  const std::string language = known_language(copy.language);
  if (language.empty()) {
    return invalid("registers.unknown_language", {{"text", copy.language}}, path + "language");
  }
  EntryLine line;
  line.register_code = copy.register_code;
  line.author = copy.author;
  line.title = copy.title;
  line.publication = copy.publication;
  line.isbd = isbd_of(copy);
  line.value = copy.value;
  line.category = found->second.category;
  line.language = language;
  line.language_column = columns.language_column(language);
  line.content_column = std::move(content);
  line.heritage = copy.heritage;
  line.custody = copy.custody;
  line.barcode = copy.barcode;
  line.title_ref = copy.title_ref;
  line.udc = copy.udc;
  return line;
}

std::string content_column(UnitOfWork& work, std::string_view udc) {
  return read_columns(work).content_column(udc, false);
}

std::vector<BreakdownColumn> breakdown_columns(UnitOfWork& work, std::string_view grouping,
                                               std::string_view lang) {
  std::vector<BreakdownColumn> columns;
  work.each<std::string, std::string, std::string, std::string, std::int64_t>(
      "SELECT code, title_ro, title_en, title_hu, verified FROM breakdown_column WHERE library = "
      "{library} "
      "AND grouping_name = $1 ORDER BY position",
      {grouping},
      [&](std::string code, std::string ro, std::string en, std::string hu, std::int64_t verified) {
        std::string title = lang == "en"   ? std::move(en)
                            : lang == "hu" ? std::move(hu)
                                           : std::move(ro);
        columns.push_back(
            {std::string(grouping), std::move(code), std::move(title), verified != 0});
      });
  return columns;
}

}  // namespace metodica::registers
