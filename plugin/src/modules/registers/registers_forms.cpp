#include "modules/registers/registers_forms.hpp"

#include "modules/registers/breakdown_data.hpp"
#include "modules/registers/registers_rules.hpp"

namespace metodica::registers {
namespace {

constexpr std::size_t most_copies = 20000;

void add_amounts(Form& form, const Messages& say, const std::string& name,
                 const std::string& label) {
  Form& rows = form.lines(name, say(label));
  rows.text("column", say("registers.column")).required().longest(20);
  rows.integer("units", say("registers.units")).required().min(std::int64_t{0});
  rows.money("value", say("registers.value")).min(Money::zero());
}

void read_amounts(const Values& balance, const std::string& name, std::string_view grouping,
                  Tally& tally) {
  for (const Values& row : balance.rows(name)) {
    tally.of(grouping)[row.text("column")] += {row.integer("units"), row.money("value")};
  }
}

void add_copy_fields(Form& rows, const Messages& say) {
  rows.text("register", say("registers.register")).required().longest(20);
  rows.integer("number", say("registers.number")).required().min(std::int64_t{1});
  rows.date("acquired_on", say("registers.acquired_on"));
  rows.text("author", say("registers.author"));
  rows.text("title", say("registers.title")).required();
  rows.text("publication", say("registers.publication"));
  rows.text("isbd", say("registers.isbd")).longest(4000);
  rows.money("value", say("registers.value")).required().min(Money::zero());
  rows.text("language", say("registers.language")).required().longest(40);
  rows.udc("udc", say("registers.udc"));
  rows.text("content", say("registers.content")).longest(20);
  rows.yes_no("heritage", say("registers.is_heritage"));
  rows.text("custody", say("registers.custody")).longest(40);
  rows.barcode("barcode", say("registers.barcode"));
  rows.text("title_ref", say("registers.title_ref")).longest(100);
  rows.text("entry_act", say("registers.entry_act"));
}

}  // namespace

void add_act_part(Form& form, const Messages& say) {
  Form& act = form.part("act", say("registers.act"));
  Field& kind = act.choice("kind", say("registers.act_kind")).required();
  for (const auto& code : act_kinds())
    kind.option(code, say("act." + code));
  act.text("number", say("registers.act_number")).required().longest(60);
  act.date("date", say("registers.act_date")).required();
}

Act read_act(const Values& in) {
  const Values act = in.part("act");
  return {act.text("kind"), act.text("number"), act.date("date")};
}

Form open_form(const Messages& say) {
  Form form("opening", "registers.open", say("registers.open_send"));
  form.date("opened_on", say("registers.opened_on")).required();
  form.text("minority_language", say("registers.minority_language")).initial("hu").longest(40);
  form.yes_no("restart_yearly", say("registers.restart_yearly")).initial(true);
  form.integer("last_entry_number", say("registers.last_entry_number")).min(std::int64_t{0});
  form.integer("last_exit_number", say("registers.last_exit_number")).min(std::int64_t{0});
  form.long_text("remarks", say("registers.remarks"));
  Form& books = form.lines("registers", say("registers.inventory_registers"));
  books.lines_required(1);
  books.text("code", say("registers.register_code"))
      .required()
      .longest(20)
      .pattern("[a-z][a-z0-9_-]*", say("registers.register_code_meaning"));
  books.text("name", say("registers.register_name")).required().longest(80);
  Field& category = books.choice("category", say("registers.category")).required();
  for (const auto& column : category_columns())
    category.option(column.code, column.title_ro);
  books.integer("last_number", say("registers.last_number")).min(std::int64_t{0});
  books.text("withdrawn", say("registers.withdrawn")).longest(20000);
  books.integer("withdrawn_count", say("registers.withdrawn_count")).min(std::int64_t{0});
  Form& balance = form.part("balance", say("registers.balance"));
  balance.optional();
  balance.integer("units", say("registers.units")).required().min(std::int64_t{0});
  balance.money("value", say("registers.value")).required().min(Money::zero());
  add_amounts(balance, say, "categories", "registers.by_category");
  add_amounts(balance, say, "languages", "registers.by_language");
  add_amounts(balance, say, "contents", "registers.by_content");
  Form& copies = form.lines("copies", say("registers.existing_copies"));
  copies.max_rows(most_copies);
  add_copy_fields(copies, say);
  return form;
}

OpeningCopy read_copy(const Values& row) {
  OpeningCopy line;
  line.number = row.integer("number");
  line.acquired_on = row.date("acquired_on");
  line.entry_act = row.text("entry_act");
  line.copy.register_code = row.text("register");
  line.copy.author = row.text("author");
  line.copy.title = row.text("title");
  line.copy.publication = row.text("publication");
  line.copy.isbd = row.text("isbd");
  line.copy.value = row.money("value");
  line.copy.language = row.text("language");
  line.copy.udc = row.text("udc");
  line.copy.content = row.text("content");
  line.copy.heritage = row.yes("heritage");
  line.copy.custody = row.text("custody");
  line.copy.barcode = row.text("barcode");
  line.copy.title_ref = row.text("title_ref");
  return line;
}

Result<Opening> read_opening(const Values& in) {
  Opening opening;
  opening.opened_on = in.date("opened_on");
  opening.minority_language = in.has("minority_language") ? in.text("minority_language") : "hu";
  opening.restart_yearly = !in.has("restart_yearly") || in.yes("restart_yearly");
  opening.last_entry_number = in.integer("last_entry_number");
  opening.last_exit_number = in.integer("last_exit_number");
  opening.remarks = in.text("remarks");
  std::size_t row = 0;
  for (const Values& book : in.rows("registers")) {
    auto withdrawn = parse_ranges(book.text("withdrawn"));
    if (!withdrawn) {
      return Unexpected(
          std::move(withdrawn).error().at("registers/" + std::to_string(row) + "/withdrawn"));
    }
    opening.registers.push_back({book.text("code"), book.text("name"), book.text("category"),
                                 book.integer("last_number"), *withdrawn,
                                 book.integer("withdrawn_count", -1)});
    ++row;
  }
  opening.has_balance = in.has("balance");
  if (opening.has_balance) {
    const Values balance = in.part("balance");
    opening.balance.whole = {balance.integer("units"), balance.money("value")};
    read_amounts(balance, "categories", "category", opening.balance);
    read_amounts(balance, "languages", "language", opening.balance);
    read_amounts(balance, "contents", "content", opening.balance);
  }
  for (const Values& copy : in.rows("copies"))
    opening.copies.push_back(read_copy(copy));
  return opening;
}

Form opening_lines_form(const Messages& say) {
  Form form("opening_lines", "registers.opening_lines", say("registers.opening_lines_send"));
  Form& copies = form.lines("copies", say("registers.existing_copies"));
  copies.lines_required(1).max_rows(most_copies);
  add_copy_fields(copies, say);
  return form;
}

Form rmf_form(const Messages& say) {
  Form form("rmf", "registers.rmf", say("common.open"));
  form.reads();
  form.integer("year", say("registers.year"))
      .required()
      .min(std::int64_t{1900})
      .max(std::int64_t{2999});
  form.integer("part", say("registers.part")).required().min(std::int64_t{1}).max(std::int64_t{3});
  return form;
}

Form ri_form(const Messages& say) {
  Form form("ri", "registers.ri", say("common.open"));
  form.reads();
  form.text("register", say("registers.register")).required().longest(20);
  form.integer("from", say("registers.from")).min(std::int64_t{1});
  form.integer("to", say("registers.to")).min(std::int64_t{1});
  return form;
}

Form exit_form(const Messages& say) {
  Form form("exit", "registers.exit", say("registers.exit_send"));
  form.date("registered_on", say("registers.registered_on"));
  Field& cause = form.choice("cause", say("registers.cause")).required();
  for (const auto& code : exit_causes())
    cause.option(code, say("cause." + code));
  form.text("partner", say("registers.partner"));
  add_act_part(form, say);
  form.text("approval", say("registers.approval"));
  form.text("remarks", say("registers.remarks"));
  form.text("corrects", say("registers.corrects")).longest(20);
  Form& copies = form.lines("copies", say("registers.copies"));
  copies.lines_required(1).max_rows(most_copies);
  copies.text("register", say("registers.register")).required().longest(20);
  copies.integer("number", say("registers.number")).required().min(std::int64_t{1});
  form.danger();
  return form;
}

Result<Exit> read_exit(const Values& in, Date today) {
  Exit leaving;
  leaving.registered_on = in.has("registered_on") ? in.date("registered_on") : today;
  leaving.cause = in.text("cause");
  leaving.partner = in.text("partner");
  leaving.act = read_act(in);
  leaving.approval = in.text("approval");
  leaving.remarks = in.text("remarks");
  leaving.corrects = in.text("corrects");
  for (const Values& copy : in.rows("copies")) {
    leaving.copies.push_back({copy.text("register"), copy.integer("number")});
  }
  return leaving;
}

Form close_form(const Messages& say) {
  Form form("close_year", "registers.close_year", say("registers.close_send"));
  form.integer("year", say("registers.year"))
      .required()
      .min(std::int64_t{1900})
      .max(std::int64_t{2999});
  form.danger().confirm(say("registers.close_confirm"));
  return form;
}

Form verify_form(const Messages& say) {
  Form form("verify", "registers.verify", say("registers.verify_send"));
  form.reads();
  form.hidden("state");
  return form;
}

Form correct_form(const Messages& say) {
  Form form("correct", "registers.correct", say("registers.correct_send"));
  form.integer("year", say("registers.year")).required();
  form.integer("number", say("registers.lot_number")).required();
  form.date("registered_on", say("registers.registered_on"));
  form.long_text("reason", say("registers.correct_reason")).required();
  add_act_part(form, say);
  form.danger();
  return form;
}

}  // namespace metodica::registers
