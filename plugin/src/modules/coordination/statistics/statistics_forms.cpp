#include "modules/coordination/statistics/statistics_forms.hpp"

#include <utility>

#include "modules/coordination/statistics/statistics_words.hpp"

namespace metodica::coordination {
namespace {

constexpr std::int64_t first_year = 1990;
constexpr std::int64_t last_year = 2200;
constexpr std::size_t most_cells = 1000;
constexpr std::size_t longest_note = 500;
constexpr std::size_t largest_form_file = 1024 * 1024;
constexpr std::int64_t most_in_a_day = 100'000;

void add_year(Form& form, const Messages& say, bool required) {
  form.integer("year", say("return.year")).required(required).min(first_year).max(last_year);
}

void add_siruta(Form& form, const Messages& say) {
  form.integer("siruta", say("return.siruta")).min(std::int64_t{0});
}

// On a screen the return is known: its year and unit go along unseen.
void add_return(Form& form, const Messages& say) {
  add_year(form, say, true);
  add_siruta(form, say);
}

Field& add_kind(Form& rows, const Messages& say) {
  Field& kind = rows.choice("kind", say("return.kind"));
  for (const char* one : {"number", "not_applicable", "not_counted", "not_reported"})
    kind.option(one, say(std::string("figure.") + one));
  return kind.initial("number");
}

std::string item_label(const SurveyItem& item, std::string_view lang) {
  const std::string row = item.row.empty() ? "" : item.row + ". ";
  const std::string& unit = item.unit.in(lang);
  return row + item.label.in(lang) + (unit.empty() ? "" : " (" + unit + ")");
}

}  // namespace

Form return_form(const Messages& say, std::string action, bool reads) {
  Form form("return", std::move(action), say(reads ? "common.open" : "common.confirm"));
  if (reads)
    form.reads();
  add_return(form, say);
  return form;
}

Form stat_year_form(const Messages& say, std::string action) {
  Form form("year", std::move(action), say("common.open"));
  form.reads();
  add_year(form, say, false);
  return form;
}

Form chapter_choice_form(const Messages& say) {
  Form form = return_form(say, "coordination.return", true);
  form.text("chapter", say("return.chapter")).longest(60);
  return form;
}

Form chapter_form(const Messages& say) {
  Form form("cells", "coordination.return_save", say("return.save"));
  form.hidden("year").required();
  form.hidden("siruta").required();
  form.hidden("chapter").required();
  Form& rows = form.lines("cells", say("return.cells"));
  rows.hidden("code").required();
  rows.hidden("revision");
  rows.hidden("was");
  rows.text("label", say("return.item")).fixed();
  rows.text("last", say("return.last")).fixed();
  rows.text("value", say("return.value")).longest(24);
  add_kind(rows, say);
  rows.text("origin", say("return.from")).fixed();
  rows.fixed_rows().max_rows(most_cells);
  return form;
}

Json chapter_values(Call& call, const ReturnWork& work, const SurveyChapter& chapter) {
  const Messages& say = call.say();
  Json::Array rows;
  for (const SurveyItem& item : chapter.items) {
    const auto known = work.cells.find(item.code);
    const ReturnCell cell = known == work.cells.end() ? ReturnCell{} : known->second;
    const std::string value = field_text(work, item, say.lang());
    const FigureKind kind = cell.revision == 0 ? FigureKind::number : cell.figure.kind;
    const bool answered = kind != FigureKind::not_reported;
    const std::string origin = cell.revision == 0 ? "" : origin_words(cell, say);
    rows.push_back(Json::object(
        {{"code", item.code},
         {"revision", std::to_string(cell.revision)},
         {"was",
          value.empty() ? std::string(name_of(answered ? kind : FigureKind::number)) : value},
         {"label", item_label(item, say.lang())},
         {"last", figure_words(figure_of(work.compared.last, item.code), item.type, say)},
         {"value", value},
         {"kind", name_of(kind)},
         {"origin", origin}}));
  }
  return Json::object({{"year", std::to_string(work.of().year)},
                       {"siruta", std::to_string(work.of().siruta)},
                       {"chapter", chapter.code},
                       {"cells", std::move(rows)}});
}

Form cells_form(const Messages& say) {
  Form form("keep", "coordination.return.keep", say("return.save"));
  add_return(form, say);
  Form& rows = form.lines("cells", say("return.cells"));
  rows.text("code", say("return.code")).required().longest(60);
  rows.text("value", say("return.value")).longest(24);
  add_kind(rows, say);
  rows.integer("revision", say("return.revision")).min(std::int64_t{0});
  rows.text("was", say("return.was")).longest(24);
  rows.lines_required().max_rows(most_cells);
  return form;
}

std::vector<TypedCell> typed_cells(const Values& in) {
  std::vector<TypedCell> cells;
  for (const Values& row : in.rows("cells")) {
    const Json& revision = row.json()["revision"];
    TypedCell cell;
    cell.code = row.text("code");
    cell.value = row.text("value");
    cell.kind = row.has("kind") ? figure_kind_of(row.text("kind")) : FigureKind::number;
    cell.revision = revision.is_integer() ? revision.integer()
                                          : std::strtoll(revision.text().c_str(), nullptr, 10);
    cell.was = row.text("was");
    cells.push_back(std::move(cell));
  }
  return cells;
}

Form answers_form(const Messages& say) {
  Form form("answers", "coordination.return_answers", say("return.answers_save"));
  form.hidden("year").required();
  form.hidden("siruta").required();
  Form& rows = form.lines("answers", say("return.answers"));
  rows.hidden("rule").required();
  rows.text("text", say("return.point")).fixed();
  rows.text("last_note", say("return.last_note")).fixed();
  rows.text("note", say("return.note")).longest(longest_note);
  rows.fixed_rows().max_rows(most_cells);
  return form;
}

Form decision_form(const Messages& say) {
  Form form("decision", "coordination.decide", say("return.decide_send"));
  add_return(form, say);
  Field& kind = form.choice("decision", say("return.decision")).required();
  for (const char* one : {"accepted", "returned", "locked", "published", "reopened"})
    kind.option(one, say(std::string("return.decide.") + one));
  form.integer("submission", say("return.submission")).min(std::int64_t{1});
  form.long_text("reason", say("return.reason")).longest(2000).help(say("return.reason_help"));
  return form;
}

Form campaign_form(const Messages& say) {
  Form form("campaign", "coordination.keep_campaign", say("campaign.keep"));
  form.integer("year", say("return.year"))
      .required()
      .min(first_year)
      .max(last_year)
      .help(say("campaign.year_help"));
  form.date("opens", say("campaign.opens")).required();
  form.date("deadline", say("campaign.deadline")).required();
  form.choice("form", say("campaign.form")).help(say("campaign.form_help"));
  form.long_text("about", say("campaign.about")).longest(2000);
  return form;
}

Form aside_form(const Messages& say) {
  Form form("aside", "coordination.set_aside", say("common.confirm"));
  add_return(form, say);
  form.text("rule", say("return.rule")).required().longest(140);
  form.yes_no("off", say("return.off"));
  form.text("reason", say("return.reason")).longest(longest_note);
  return form;
}

Form close_form(const Messages& say) {
  Form form("close", "coordination.close_points", say("campaign.close_points"));
  form.danger();
  add_year(form, say, true);
  form.text("rule", say("return.rule")).required().longest(60);
  form.text("reason", say("return.reason")).longest(longest_note);
  return form;
}

Form load_form(const Messages& say) {
  Form form("load", "coordination.load_form", say("campaign.load"));
  form.file("file", say("campaign.file"))
      .required()
      .longest(largest_form_file)
      .help(say("campaign.file_help"));
  return form;
}

Form decide_all_form(const Messages& say) {
  Form form("all", "coordination.decide_all", say("common.confirm"));
  add_year(form, say, true);
  Field& kind = form.choice("decision", say("return.decision")).required();
  for (const char* one : {"locked", "published"})
    kind.option(one, say(std::string("return.decide.") + one));
  return form;
}

Form campaign_choice_form(const Messages& say) {
  Form form = stat_year_form(say, "coordination.campaign");
  form.text("only", say("return.state")).longest(20);
  return form;
}

Form day_form(const Messages& say) {
  Form form("day", "coordination.keep_notebook_day", say("notebook.save"));
  form.date("day", say("notebook.day")).required().fixed();
  for (const NotebookGroup& group : notebook_groups()) {
    Form& part = form.part(group.code, group.title.in(say.lang()));
    part.optional();
    for (const NotebookColumn& column : group.columns) {
      part.integer(column.code, column.label.in(say.lang()))
          .min(std::int64_t{0})
          .max(most_in_a_day);
    }
  }
  return form;
}

Json day_values(const std::map<std::string, std::int64_t, std::less<>>& counts, Date day) {
  Json values = Json::object({{"day", day.iso()}});
  for (const NotebookGroup& group : notebook_groups()) {
    Json part = Json::object();
    for (const NotebookColumn& column : group.columns) {
      if (const auto known = counts.find(column.code); known != counts.end())
        part.set(column.code, known->second);
    }
    values.set(group.code, std::move(part));
  }
  return values;
}

Form notebook_event_form(const Messages& say) {
  Form form("event", "coordination.add_notebook_event", say("notebook.add_event"));
  form.date("day", say("notebook.day")).required().fixed();
  form.text("title", say("notebook.event")).required().longest(200);
  Field& kind = form.choice("kind", say("notebook.kind")).required();
  for (const NotebookColumn& one : notebook_event_kinds())
    kind.option(one.code, one.label.in(say.lang()));
  form.integer("participants", say("notebook.participants"))
      .required()
      .min(std::int64_t{0})
      .max(most_in_a_day);
  return form;
}

Form month_form(const Messages& say, std::string action) {
  Form form("month", std::move(action), say("common.open"));
  form.reads();
  add_year(form, say, false);
  form.integer("month", say("notebook.month")).min(std::int64_t{1}).max(std::int64_t{12});
  return form;
}

Form day_choice_form(const Messages& say) {
  Form form("day", "coordination.notebook_day", say("common.open"));
  form.reads();
  form.date("day", say("notebook.day"));
  return form;
}

Form number_of_event_form(const Messages& say) {
  Form form("event", "coordination.drop_notebook_event", say("common.confirm"));
  form.date("day", say("notebook.day")).required();
  form.integer("number", say("notebook.event")).required().min(std::int64_t{1});
  return form;
}

}  // namespace metodica::coordination
