// What a librarian gives at each step of a draft.

#include <algorithm>

#include "modules/acquisition/acquisition_forms.hpp"
#include "modules/acquisition/codes.hpp"
#include "modules/acquisition/line_fields.hpp"

namespace metodica::acquisition {
namespace {

constexpr std::size_t id_length = 60;

void add_document(Form& form, const Messages& say) {
  add_source(form, say);
  add_act(form, say);
  form.money("total", say("acquisition.total"))
      .min(Money::zero())
      .unit(say("acquisition.lei"))
      .help(say("acquisition.total_help"));
  form.text("remarks", say("acquisition.remarks")).help(say("acquisition.remarks_help"));
  form.text("corrects", say("acquisition.corrects"))
      .longest(20)
      .help(say("acquisition.corrects_help"));
}

Form draft_form(const Messages& say, const std::string& name, const std::string& send) {
  Form form(name, "acquisition." + name, say(send));
  form.hidden("id").required().longest(id_length);
  return form;
}

void add_line_number(Form& lines) {
  lines.hidden("line").required();
}

/// The line of copies that a row speaks about; rows carry the number shown, from 1.
Result<Line*> line_of(const Values& row, std::size_t at, Act& act) {
  const std::int64_t number = row.integer("line");
  if (number >= 1 && number <= static_cast<std::int64_t>(act.lines.size())) {
    Line& line = act.lines[static_cast<std::size_t>(number - 1)];
    if (line.price.charge == Charge::none)
      return &line;
  }
  return invalid("acquisition.line_unknown", {{"line", number}},
                 "lines/" + std::to_string(at) + "/line");
}

void keep_class(const std::vector<Line>& before, Line& line) {
  const auto same = std::find_if(before.begin(), before.end(), [&](const Line& old) {
    return old.title == line.title && old.author == line.author && old.isbn == line.isbn;
  });
  if (same == before.end())
    return;
  line.udc = same->udc;
  line.content = same->content;
  line.daily = same->daily;
  line.register_code = same->register_code;
  line.custody = same->custody;
  line.heritage = same->heritage;
}

}  // namespace

Form start_form(const Messages& say) {
  Form form("start", "acquisition.start", say("acquisition.start_send"));
  add_document(form, say);
  return form;
}

Form amend_form(const Messages& say) {
  Form form = draft_form(say, "amend", "acquisition.amend_send");
  add_document(form, say);
  return form;
}

void read_document(const Values& in, Act& act) {
  read_source(in, act);
  const Values paper = in.part("act");
  act.kind = paper.text("kind");
  act.number = paper.text("number");
  act.date = paper.date("date");
  act.has_total = in.has("total");
  act.total = in.money("total");
  act.remarks = in.text("remarks");
  act.corrects = in.text("corrects");
}

Json document_values(const Act& act) {
  Json values = Json::object(
      {{"id", act.id},
       {"source", act.source},
       {"partner", act.partner},
       {"act",
        Json::object({{"kind", act.kind}, {"number", act.number}, {"date", act.date.iso()}})},
       {"remarks", act.remarks},
       {"corrects", act.corrects}});
  if (act.has_total)
    values.set("total", act.total.exact());
  return values;
}

Form lines_form(const Messages& say) {
  Form form = draft_form(say, "save_lines", "acquisition.save_lines_send");
  Form& lines = form.lines("lines", say("acquisition.lines"));
  lines.lines_required(1);
  add_description(lines, say);
  add_whole_description(lines, say);
  lines.integer("copies", say("acquisition.copies"))
      .required()
      .min(std::int64_t{1})
      .max(std::int64_t{20000});
  add_prices(lines, say);
  return form;
}

Form lines_form_shown(const Messages& say, const Act& act, Percent usual_vat) {
  Form form = draft_form(say, "save_lines", "acquisition.save_lines_send");
  Form& lines = form.lines("lines", say("acquisition.lines"));
  lines.help(
      say(is_valued(act.source) ? "acquisition.lines_help_valued" : "acquisition.lines_help"));
  lines.text("author", say("acquisition.author"));
  lines.text("title", say("acquisition.title")).required();
  lines.text("publication", say("acquisition.publication")).longest(400);
  lines.isbn("isbn", say("acquisition.isbn"));
  lines.text("language", say("acquisition.language")).longest(40).initial("ro");
  lines.integer("copies", say("acquisition.copies")).required().min(std::int64_t{1}).total();
  if (is_valued(act.source)) {
    lines.money("unit_value", say("acquisition.unit_value")).min(Money::zero());
    lines.text("value_note", say("acquisition.value_note")).longest(200);
    return form;
  }
  lines.money("unit_net", say("acquisition.unit_net")).min(Money::zero());
  add_percent(lines, "discount_percent", say("acquisition.discount_percent"));
  add_percent(lines, "vat_percent", say("acquisition.vat_percent"))
      .help(say("acquisition.vat_percent_help",
                {{"percent", Money::from_e4(usual_vat.e4).shown(say.lang())}}));
  Field& charge = lines.choice("charge", say("acquisition.charge")).initial("none");
  for (const Charge kind : {Charge::none, Charge::by_value, Charge::by_copy, Charge::kept_out}) {
    const std::string code(code_of(kind));
    charge.option(code, say("acquisition.charge." + code));
  }
  return form;
}

Result<void> read_lines(const Values& in, Percent usual_vat, Act& act) {
  std::vector<Line> lines;
  for (const Values& row : in.rows("lines")) {
    METODICA_TRY(Line line, read_line(row, lines.size(), usual_vat));
    keep_class(act.lines, line);
    line.price.accepted = line.price.copies;
    lines.push_back(std::move(line));
  }
  act.lines = std::move(lines);
  act.counted = false;
  return {};
}

Json lines_values(const Act& act) {
  Json::Array rows;
  for (const auto& line : act.lines) {
    Json row = Json::object({{"author", line.author},
                             {"title", line.title},
                             {"publication", full_publication(line)},
                             {"isbn", line.isbn},
                             {"language", line.language},
                             {"copies", line.price.copies},
                             {code_of(line.price.kind) == "unit_value" ? "unit_value" : "unit_net",
                              line.price.amount.exact()},
                             {"value_note", line.price.zero_reason},
                             {"vat_percent", percent_json(line.price.vat)},
                             {"charge", code_of(line.price.charge)}});
    if (line.price.discount.e4 != 0)
      row.set("discount_percent", percent_json(line.price.discount));
    rows.push_back(std::move(row));
  }
  return Json::object({{"id", act.id}, {"lines", std::move(rows)}});
}

Form count_form(const Messages& say) {
  Form form = draft_form(say, "count", "acquisition.count_send");
  Form& lines = form.lines("lines", say("acquisition.count_lines"));
  lines.lines_required(1).fixed_rows();
  add_line_number(lines);
  lines.text("title", say("acquisition.title")).fixed();
  lines.integer("copies", say("acquisition.copies_on_act")).fixed().total();
  lines.integer("accepted", say("acquisition.accepted")).required().min(std::int64_t{0}).total();
  lines.integer("refused", say("acquisition.refused")).min(std::int64_t{0}).total();
  lines.text("note", say("acquisition.count_note")).longest(200);
  form.text("minutes_number", say("acquisition.minutes_number"))
      .longest(60)
      .help(say("acquisition.minutes_help"));
  form.date("minutes_date", say("acquisition.minutes_date"));
  return form;
}

Result<void> read_count(const Values& in, Act& act) {
  std::size_t at = 0;
  for (const Values& row : in.rows("lines")) {
    METODICA_TRY(Line* const line, line_of(row, at, act));
    line->price.accepted = row.integer("accepted");
    line->refused = row.integer("refused");
    line->count_note = row.text("note");
    if (line->price.accepted + line->refused > line->price.copies) {
      return invalid("acquisition.count_too_many",
                     {{"title", line->title}, {"copies", line->price.copies}},
                     "lines/" + std::to_string(at) + "/accepted");
    }
    ++at;
  }
  act.minutes = {in.text("minutes_number"), in.date("minutes_date")};
  if (has_differences(act) && act.minutes.number.empty()) {
    return invalid("acquisition.no_minutes", {}, "minutes_number");
  }
  act.counted = true;
  return {};
}

Json count_values(const Act& act) {
  Json::Array rows;
  for (std::size_t at = 0; at < act.lines.size(); ++at) {
    const Line& line = act.lines[at];
    if (line.price.charge != Charge::none)
      continue;
    rows.push_back(Json::object({{"line", std::to_string(at + 1)},
                                 {"title", full_title(line)},
                                 {"copies", line.price.copies},
                                 {"accepted", line.price.accepted},
                                 {"refused", line.refused},
                                 {"note", line.count_note}}));
  }
  return Json::object({{"id", act.id},
                       {"lines", std::move(rows)},
                       {"minutes_number", act.minutes.number},
                       {"minutes_date", act.minutes.date.iso()}});
}

Form classify_form(const Messages& say, const Options& contents, const Options& registers) {
  Form form = draft_form(say, "classify", "acquisition.classify_send");
  Form& lines = form.lines("lines", say("acquisition.class_lines"));
  lines.lines_required(1).fixed_rows();
  add_line_number(lines);
  lines.text("title", say("acquisition.title")).fixed();
  lines.udc("udc", say("acquisition.udc"));
  lines.text("group", say("acquisition.group")).fixed();
  Field& content = lines.choice("content", say("acquisition.content"));
  for (const auto& [code, label] : contents)
    content.option(code, label);
  lines.yes_no("daily", say("acquisition.daily"));
  Field& book = lines.choice("register", say("acquisition.register"));
  for (const auto& [code, label] : registers)
    book.option(code, label);
  lines.text("custody", say("acquisition.custody")).longest(40);
  lines.yes_no("heritage", say("acquisition.heritage"));
  return form;
}

Result<void> read_classes(const Values& in, Act& act) {
  std::size_t at = 0;
  for (const Values& row : in.rows("lines")) {
    METODICA_TRY(Line* const line, line_of(row, at++, act));
    line->udc = row.text("udc");
    line->content = row.text("content");
    line->daily = row.yes("daily");
    line->register_code = row.text("register");
    line->custody = row.text("custody");
    line->heritage = row.yes("heritage");
  }
  return {};
}

Form prices_form(const Messages& say) {
  Form form = draft_form(say, "prices", "acquisition.prices_send");
  form.money("total", say("acquisition.total"))
      .min(Money::zero())
      .unit(say("acquisition.lei"))
      .help(say("acquisition.total_help"));
  form.text("difference_note", say("acquisition.difference_note"))
      .longest(300)
      .help(say("acquisition.difference_help"));
  return form;
}

void read_prices(const Values& in, Act& act) {
  act.has_total = in.has("total");
  act.total = in.money("total");
  act.difference_note = in.text("difference_note");
}

Json prices_values(const Act& act) {
  Json values = Json::object({{"id", act.id}, {"difference_note", act.difference_note}});
  if (act.has_total)
    values.set("total", act.total.exact());
  return values;
}

Form sign_form(const Messages& say) {
  Form form = draft_form(say, "sign", "acquisition.sign_send");
  form.date("registered_on", say("acquisition.registered_on")).required();
  form.texts("committee", say("acquisition.committee"))
      .longest(100)
      .required()
      .help(say("acquisition.committee_help"));
  return form;
}

Form cancel_form(const Messages& say) {
  Form form = draft_form(say, "cancel", "acquisition.cancel_send");
  form.text("reason", say("acquisition.cancel_reason")).required().longest(300);
  form.danger();
  return form;
}

Form act_form(const Messages& say) {
  Form form("act", "acquisition.act", say("common.open"));
  form.reads();
  form.text("id", say("acquisition.act_id")).required().longest(id_length);
  form.integer("step", say("acquisition.step")).min(std::int64_t{1}).max(std::int64_t{5});
  return form;
}

Form acts_form(const Messages& say) {
  Form form("acts", "acquisition.acts", say("common.open"));
  form.reads();
  form.text("before", say("acquisition.act_id")).longest(id_length);
  return form;
}

}  // namespace metodica::acquisition
