#include "app/settings.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace metodica {

const std::vector<SettingKind>& setting_kinds() {
  // Standards follow practice where the law is silent; each can be changed by the library.
  static const auto& kinds = *new std::vector<SettingKind>{
      {"institution.name", "", FieldKind::text},
      {"institution.seat", "", FieldKind::text},
      {"institution.fiscal_code", "", FieldKind::text},
      {"institution.siruta", "", FieldKind::integer},
      {"institution.site", "", FieldKind::text},
      {"institution.manager", "", FieldKind::person},
      {"institution.manager_title", "Manager", FieldKind::text},
      {"institution.keeper", "", FieldKind::person},
      {"institution.one_person", "", FieldKind::text},
      {"acquisition.committee_members", "3", FieldKind::integer},
      {"acquisition.vat_books", "11", FieldKind::integer},
      {"acquisition.difference_limit", "0.0500", FieldKind::money},
      {"processing.author_table", "", FieldKind::text},
      {"stocktaking.natural_loss_permille", "", FieldKind::integer},
  };
  return kinds;
}

namespace {

const SettingKind& kind_of(std::string_view name) {
  const auto& kinds = setting_kinds();
  const auto found = std::find_if(kinds.begin(), kinds.end(),
                                  [&](const SettingKind& kind) { return kind.name == name; });
  if (found == kinds.end())
    throw std::logic_error("no such setting: " + std::string(name));
  return *found;
}

}  // namespace

std::string setting(UnitOfWork& work, std::string_view name) {
  const auto row = work.one<std::string>(
      "SELECT value FROM library_setting WHERE library = {library} AND name = $1", {name});
  return row ? std::get<0>(*row) : std::string(kind_of(name).standard);
}

std::int64_t setting_number(UnitOfWork& work, std::string_view name) {
  const std::string text = setting(work, name);
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

void set_setting(UnitOfWork& work, std::string_view name, std::string_view value) {
  work.execute(
      "INSERT INTO library_setting (library, name, value) VALUES ({library}, $1, $2) "
      "ON CONFLICT (library, name) DO UPDATE SET value = excluded.value",
      {kind_of(name).name, value});
}

Paper library_paper(Call& call, std::string document_name, PageFormat format) {
  Paper paper;
  paper.format = format;
  paper.letterhead.institution = setting(call.work(), "institution.name");
  paper.letterhead.seat = setting(call.work(), "institution.seat");
  paper.letterhead.fiscal_code = setting(call.work(), "institution.fiscal_code");
  paper.letterhead.document_name = std::move(document_name);
  paper.footer.program = call.services().program();
  paper.footer.listed_on = call.today();
  const std::string exception = setting(call.work(), "institution.one_person");
  if (!exception.empty()) {
    paper.letterhead.subtitle.push_back(
        call.say()("institution.one_person_note", {{"act", exception}}));
  }
  return paper;
}

void mark_issue(Call& call, const std::string& paper_id, Paper& paper) {
  UnitOfWork& work = call.work();
  auto row = work.one<std::int64_t, Date>(
      "SELECT issue, issued_on FROM paper_issue WHERE library = {library} AND key = $1",
      {call.key()});
  if (!row) {
    const std::int64_t issue =
        1 + work.number("SELECT COUNT(*) FROM paper_issue WHERE library = {library} AND paper = $1",
                        {paper_id});
    work.execute(
        "INSERT INTO paper_issue (library, paper, issue, key, issued_on, issued_by) "
        "VALUES ({library}, $1, $2, $3, $4, $5)",
        {paper_id, issue, call.key(), call.today(), call.caller().user});
    row.emplace(issue, call.today());
  }
  paper.footer.listed_on = std::get<1>(*row);
  if (std::get<0>(*row) > 1)
    paper.reprint = Reprint{std::get<1>(*row), static_cast<int>(std::get<0>(*row))};
}

}  // namespace metodica
