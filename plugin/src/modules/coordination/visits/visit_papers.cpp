// What is printed of visits: the sheet to prepare one, and the minutes that are signed on site.

#include "app/settings.hpp"
#include "documents/table_columns.hpp"
#include "modules/coordination/network/network_store.hpp"
#include "modules/coordination/network/person_store.hpp"
#include "modules/coordination/visits/assistance_store.hpp"
#include "modules/coordination/visits/visit_actions.hpp"
#include "modules/coordination/visits/visit_forms.hpp"
#include "text/numbers.hpp"

namespace metodica::coordination {
namespace {

constexpr double paper_pt = 10;
constexpr double table_pt = 9;
constexpr std::size_t visits_told = 3;
constexpr std::int64_t requests_told = 8;

Result<Reply> printed(Call& call, const FlowPaper& paper, const std::string& file) {
  METODICA_TRY(Documents* const documents, call.services().documents());
  METODICA_TRY(std::string pdf, documents->flow_pdf(paper, call.say()));
  return Reply::document(file + ".pdf", "application/pdf", std::move(pdf));
}

FlowTable measures_block(const std::vector<Measure>& measures, const Messages& say) {
  FlowTable table;
  table.caption = say("measure.table");
  table.font_pt = table_pt;
  table.columns = {order_column(say("visit.position"), 12), weighted_column(say("measure.text"), 2),
                   weighted_column(say("measure.norm"), 1), text_column(say("measure.owner"), 30),
                   text_column(say("measure.deadline"), 24)};
  std::int64_t position = 0;
  for (const Measure& measure : measures) {
    table.rows.push_back({RowKind::entry,
                          {++position, measure.text, measure.norm, measure.owner,
                           measure.deadline.shown(say.lang())}});
  }
  return table;
}

std::string name_of(const std::map<std::int64_t, std::string>& names, std::int64_t person) {
  const auto found = names.find(person);
  return found == names.end() ? std::string() : found->second;
}

void add_line(KeyValues& lines, const Messages& say, const char* id, const std::string& value) {
  if (!value.empty())
    lines.lines.emplace_back(say(id), value);
}

// The profile's words and figures, in the order of the directory's form.
KeyValues known_of(Call& call, const Unit& unit) {
  const Messages& say = call.say();
  KeyValues lines;
  add_line(lines, say, "network.unit", unit.name);
  add_line(lines, say, "coordination.library_name", unit.library_name);
  add_line(lines, say, "coordination.centre", unit.methodical_centre);
  if (unit.population > 0)
    add_line(lines, say, "coordination.population_label",
             shown_integer(unit.population, say.lang()));
  const auto history = status_periods(call.work(), unit.siruta);
  if (const StatusPeriod* now = status_on(history, call.today()))
    add_line(lines, say, "network.state_label", say("network.state." + now->state));
  const auto profile = unit_profile(call.work(), unit.siruta);
  for (const ProfileField& field : profile_fields()) {
    const auto known = profile.find(std::string(field.code));
    const bool told =
        known != profile.end() && field.group != "history" && known->second != unit.library_name;
    if (told) {
      lines.lines.emplace_back(
          say("network.profile." + std::string(field.code)),
          field.number ? grouped_digits(known->second, say.lang()) : known->second);
    }
  }
  return lines;
}

FlowTable people_block(Call& call, std::int64_t siruta) {
  const Messages& say = call.say();
  const auto names = person_names(call.work());
  FlowTable table;
  table.caption = say("network.posts");
  table.font_pt = table_pt;
  table.columns = {weighted_column(say("network.person"), 1),
                   weighted_column(say("network.post"), 1), text_column(say("network.norm"), 22),
                   text_column(say("network.from"), 24),
                   text_column(say("network.retires_on"), 28)};
  for (const StaffPost& post : staff_posts(call.work(), siruta)) {
    if (!post.to.none())
      continue;
    table.rows.push_back({RowKind::entry,
                          {post.person == 0 ? say("network.vacant") : name_of(names, post.person),
                           post.title, std::to_string(post.norm_percent) + " %",
                           post.from.shown(say.lang()), post.retires_on.shown(say.lang())}});
  }
  return table;
}

void add_last_visits(Call& call, std::int64_t siruta, std::vector<Block>& blocks) {
  const Messages& say = call.say();
  blocks.emplace_back(Heading{say("visit.before"), 2});
  std::size_t told = 0;
  for (const Visit& visit : visits_of_unit(call.work(), siruta)) {
    if (visit.state == "planned" || told == visits_told)
      continue;
    ++told;
    blocks.emplace_back(Paragraph{visit.day.shown(say.lang()) + ": " + visit.findings});
  }
  if (told == 0)
    blocks.emplace_back(Paragraph{say("visit.none_of_unit")});
}

void add_requests(Call& call, std::int64_t siruta, std::vector<Block>& blocks) {
  const Messages& say = call.say();
  const auto requests = requests_of_unit(call.work(), siruta, requests_told);
  if (requests.empty())
    return;
  FlowTable table;
  table.caption = say("assistance.last");
  table.font_pt = table_pt;
  table.columns = {text_column(say("assistance.received_on"), 24),
                   text_column(say("assistance.topic"), 36),
                   weighted_column(say("assistance.question"), 1),
                   text_column(say("assistance.answered_on"), 24)};
  for (const AssistanceRequest& request : requests) {
    table.rows.push_back(
        {RowKind::entry,
         {request.received_on.shown(say.lang()), say("gathering.topic." + request.topic),
          request.question, request.answered_on.shown(say.lang())}});
  }
  blocks.emplace_back(std::move(table));
}

Result<Reply> run_sheet(Call& call, const Values& in) {
  const Messages& say = call.say();
  METODICA_TRY(const Unit unit, known_unit(call, in.integer("siruta")));
  FlowPaper paper;
  paper.paper = library_paper(call, say("visit.sheet"), {});
  paper.paper.letterhead.date = call.today();
  paper.paper.letterhead.subtitle.push_back(library_of(unit));
  paper.font_pt = paper_pt;
  paper.blocks.emplace_back(known_of(call, unit));
  FlowTable people = people_block(call, unit.siruta);
  if (people.rows.empty())
    paper.blocks.emplace_back(Paragraph{say("network.no_staff"), Align::left, true});
  else
    paper.blocks.emplace_back(std::move(people));
  const auto open = open_measures(call.work(), unit.siruta);
  if (open.empty())
    paper.blocks.emplace_back(Paragraph{say("measure.none")});
  else
    paper.blocks.emplace_back(measures_block(open, say));
  add_last_visits(call, unit.siruta, paper.blocks);
  add_requests(call, unit.siruta, paper.blocks);
  paper.blocks.emplace_back(Heading{say("visit.notes"), 2});
  paper.blocks.emplace_back(Paragraph{say("visit.notes_lines")});
  return printed(call, paper, "vizita-" + std::to_string(unit.siruta));
}

KeyValues minutes_frame(Call& call, const Visit& visit, const Unit& unit,
                        const std::string& methodologist) {
  const Messages& say = call.say();
  KeyValues lines;
  add_line(lines, say, "visit.day", visit.day.shown(say.lang()));
  add_line(lines, say, "common.library", library_of(unit));
  add_line(lines, say, "network.unit", unit.name);
  add_line(lines, say, "visit.methodologist", methodologist);
  std::string people;
  for (const VisitPerson& one : people_met(call.work(), visit.number)) {
    if (one.name.empty())
      continue;
    people += (people.empty() ? "" : "\n") + one.name;
    people += one.role.empty() ? "" : ", " + one.role;
  }
  add_line(lines, say, "visit.people_met", people);
  std::string purposes;
  for (const std::string& purpose : visit.purposes)
    purposes += (purposes.empty() ? "" : ", ") + say("visit.purpose." + purpose);
  add_line(lines, say, "visit.purposes", purposes);
  return lines;
}

Signatures signatures(Call& call, const Visit& visit, const std::string& methodologist) {
  const Messages& say = call.say();
  const auto people = people_met(call.work(), visit.number);
  const std::string met = people.empty() ? std::string() : people.front().name;
  return {{},
          {{say("visit.methodologist"), methodologist},
           {say("visit.for_library"), met},
           {say("visit.for_authority"), ""}}};
}

Result<Reply> run_minutes(Call& call, const Values& in) {
  const Messages& say = call.say();
  METODICA_TRY(const Visit visit, known_visit(call, in.integer("number")));
  METODICA_TRY(const Unit unit, known_unit(call, visit.siruta));
  if (visit.state != "held" && visit.state != "signed")
    return Unexpected(Problem(METODICA_CONFLICT, "visit.not_held").at("number"));
  const std::string methodologist = name_of(person_names(call.work()), visit.methodologist);
  FlowPaper paper;
  paper.paper = library_paper(call, say("visit.minutes_title"), {});
  paper.paper.letterhead.number = std::to_string(visit.number);
  paper.paper.letterhead.date = visit.day;
  mark_issue(call, "visit/" + std::to_string(visit.number), paper.paper);
  paper.font_pt = paper_pt;
  paper.blocks.emplace_back(minutes_frame(call, visit, unit, methodologist));
  paper.blocks.emplace_back(Heading{say("visit.findings"), 2});
  paper.blocks.emplace_back(Paragraph{visit.findings});
  const auto measures = measures_of_visit(call.work(), visit.number);
  if (measures.empty())
    paper.blocks.emplace_back(Paragraph{say("measure.none_agreed")});
  else
    paper.blocks.emplace_back(measures_block(measures, say));
  paper.blocks.emplace_back(Paragraph{say("visit.two_copies")});
  paper.blocks.emplace_back(signatures(call, visit, methodologist));
  return printed(call, paper, "nota-de-asistenta-" + std::to_string(visit.number));
}

}  // namespace

void add_visit_papers(ActionList& actions) {
  actions.push_back(
      {"coordination.visit_sheet",
       ActionKind::paper,
       visit_readers,
       "document",
       [](const Messages& say) { return visit_unit_form(say, "coordination.visit_sheet"); },
       R"({"siruta":57706})",
       {},
       run_sheet,
       {}});
  actions.push_back(
      {"coordination.visit_minutes",
       ActionKind::paper,
       visit_readers,
       "document",
       [](const Messages& say) { return visit_number_form(say, "coordination.visit_minutes"); },
       R"({"number":1})",
       {},
       run_minutes,
       {}});
}

}  // namespace metodica::coordination
