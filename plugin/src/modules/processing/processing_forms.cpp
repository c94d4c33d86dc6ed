#include "modules/processing/processing_forms.hpp"

#include <algorithm>

namespace metodica::processing {
namespace {

constexpr std::int64_t most_copies = 9999;
constexpr std::int64_t most_height = 200;  // centimetres
constexpr std::size_t most_rules = 200;
constexpr std::size_t largest_table = 2 * 1024 * 1024;

// Beside the special ones, which stay unless they are dropped.
constexpr UdcPart kept_by_choice[] = {UdcPart::point, UdcPart::apostrophe, UdcPart::general,
                                      UdcPart::place, UdcPart::ancestry,   UdcPart::time,
                                      UdcPart::form,  UdcPart::language,   UdcPart::name};

std::string keep_field(UdcPart part) {
  return "keep_" + std::string(name_of(part));
}

void add_copy_fields(Form& form, const Messages& say) {
  form.text("register", say("processing.register")).required().longest(20);
  form.integer("number", say("processing.number")).required().min(std::int64_t{1});
}

void add_section(Form& form, const Messages& say) {
  form.text("section", say("processing.section"))
      .pattern("(-|[A-Za-z]{1,4})", say("processing.section_meaning"))
      .help(say("processing.section_help"));
}

void add_systematic_fields(Form& form, const Messages& say) {
  form.text("shelf_udc", say("processing.shelf_udc"))
      .longest(60)
      .help(say("processing.shelf_udc_help"));
  form.text("author_mark", say("processing.author_mark")).longest(12);
  form.text("work_mark", say("processing.work_mark"))
      .longest(12)
      .help(say("processing.work_mark_help"));
  form.text("volume", say("processing.volume")).longest(20);
  form.integer("copy", say("processing.copy_number"))
      .min(std::int64_t{1})
      .max(most_copies)
      .help(say("processing.copy_number_help"));
}

void add_height(Form& form, const Messages& say) {
  form.integer("height", say("call_numbers.height"))
      .min(std::int64_t{1})
      .max(most_height)
      .unit("cm")
      .help(say("call_numbers.height_help"));
}

void add_typed_number(Form& form, const Messages& say, const char* name) {
  form.text(name, say(std::string("call_numbers.typed_") + name))
      .longest(40)
      .help(say("call_numbers.typed_help"));
}

void add_scope(Form& form, const Messages& say) {
  Field& scope = form.choice("scope", say("processing.scope"));
  for (const char* code : {"one", "waiting", "all"})
    scope.option(code, say(std::string("processing.scope.") + code));
  form.hidden("as_typed");  // "1" from the screen, where an empty field was emptied by a person
}

}  // namespace

Form queue_form(const Messages& say) {
  Form form("queue", "processing.queue", say("common.search"));
  form.reads();
  form.text("text", say("processing.search")).help(say("processing.search_help"));
  form.text("lot", say("processing.lot")).pattern("\\d{1,9}/\\d{4}", say("processing.lot_meaning"));
  form.hidden("register");
  form.hidden("after_register");
  form.hidden("after");
  return form;
}

Form copy_form(const Messages& say) {
  Form form("copy", "processing.copy", say("common.open"));
  form.reads();
  add_copy_fields(form, say);
  form.text("udc", say("processing.udc")).longest(200);
  return form;
}

Form class_form(const Messages& say) {
  Form form("class", "processing.copy", say("processing.class_send"));
  form.reads();
  form.hidden("register");
  form.hidden("number");
  form.text("udc", say("processing.udc")).required().longest(200).help(say("processing.udc_help"));
  return form;
}

Form save_form(const Messages& say, const std::string& action) {
  Form form("mark", action, say("processing.save_send"));
  add_copy_fields(form, say);
  form.text("udc", say("processing.udc")).longest(200);
  add_section(form, say);
  add_systematic_fields(form, say);
  add_height(form, say);
  add_typed_number(form, say, "mark");
  add_typed_number(form, say, "second");
  add_scope(form, say);
  return form;
}

Form mark_form(const Messages& say, const MarkScheme& scheme) {
  Form form("mark", "processing.save", say("processing.save_send"));
  form.hidden("register");
  form.hidden("number");
  form.text("udc", say("processing.udc")).longest(200).fixed();
  add_section(form, say);
  if (scheme.first == MarkFamily::systematic) {
    add_systematic_fields(form, say);
  } else {
    add_typed_number(form, say, "mark");
  }
  if (scheme.uses(MarkFamily::format))
    add_height(form, say);
  if (scheme.second)
    add_typed_number(form, say, "second");
  add_scope(form, say);
  return form;
}

MarkRequest read_mark(const Values& in) {
  MarkRequest request;
  request.number = {in.text("register"), in.integer("number")};
  request.udc = in.text("udc");
  request.section = in.text("section");
  request.shelf_udc = in.text("shelf_udc");
  request.author_mark = in.text("author_mark");
  request.work_mark = in.text("work_mark");
  request.volume = in.text("volume");
  request.height = in.integer("height");
  request.mark = in.text("mark");
  request.second = in.text("second");
  request.copy = in.integer("copy");
  request.as_typed = in.has("as_typed");
  request.scope = scope_of(in.text("scope")).value_or(Scope::one);
  return request;
}

Form shelf_list_form(const Messages& say) {
  Form form("shelf", "processing.shelf_list", say("processing.shelf_send"));
  form.reads();
  form.hidden("section");
  form.text("from", say("processing.from_mark"))
      .longest(100)
      .help(say("processing.from_mark_help"));
  form.text("custody", say("processing.custody")).longest(40);
  form.hidden("after");
  form.hidden("after_register");
  form.hidden("after_number");
  return form;
}

Form shelf_paper_form(const Messages& say) {
  Form form("shelf_paper", "processing.shelf_list_paper", say("processing.print_shelf"));
  form.text("section", say("processing.section")).longest(4);
  form.text("from", say("processing.from_mark")).longest(100);
  form.text("custody", say("processing.custody")).longest(40);
  return form;
}

Form rules_form(const Messages& say, const std::string& action) {
  const bool saves = action == "processing.rules_save";
  Form form("rules", action, say(saves ? "processing.rules_send" : "processing.rules_look"));
  Form& rows = form.lines("rules", say("processing.rules_rows"));
  rows.max_rows(most_rules);
  rows.text("prefix", say("processing.rule_class")).longest(40);
  rows.integer("depth", say("processing.rule_depth")).min(std::int64_t{1}).max(std::int64_t{20});
  rows.text("replacement", say("processing.rule_replacement")).longest(20);
  form.yes_no("drop_special", say("processing.drop_special"));
  for (const UdcPart part : kept_by_choice)
    form.yes_no(keep_field(part), say("processing." + keep_field(part)));
  return form;
}

std::vector<UdcPart> read_kept(const Values& in) {
  std::vector<UdcPart> kept;
  if (!in.yes("drop_special"))
    kept.push_back(UdcPart::special);
  for (const UdcPart part : kept_by_choice) {
    if (in.yes(keep_field(part)))
      kept.push_back(part);
  }
  return kept;
}

Json rules_json(const std::vector<ShelfRule>& rules, const std::vector<UdcPart>& kept) {
  Json::Array rows;
  for (const auto& rule : rules) {
    Json row = Json::object({{"prefix", rule.prefix}, {"replacement", rule.replacement}});
    if (rule.depth > 0)
      row.set("depth", rule.depth);
    rows.push_back(std::move(row));
  }
  const auto stays = [&](UdcPart part) {
    return std::find(kept.begin(), kept.end(), part) != kept.end();
  };
  Json values = Json::object({{"rules", std::move(rows)}});
  values.set("drop_special", !stays(UdcPart::special));
  for (const UdcPart part : kept_by_choice)
    values.set(keep_field(part), stays(part));
  return values;
}

std::vector<ShelfRule> read_rules(const Values& in) {
  std::vector<ShelfRule> rules;
  for (const Values& row : in.rows("rules"))
    rules.push_back({row.text("prefix"), row.integer("depth"), row.text("replacement")});
  return rules;
}

Form author_table_form(const Messages& say) {
  Form form("author_table", "processing.author_table_load", say("processing.table_send"));
  form.text("name", say("processing.table_name"))
      .required()
      .longest(80)
      .help(say("processing.table_name_help"));
  form.file("file", say("processing.table_file"))
      .required()
      .longest(largest_table)
      .help(say("processing.table_file_help"));
  return form;
}

}  // namespace metodica::processing
