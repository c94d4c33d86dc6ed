// What is handed out of the network: the sheet of a library, the filled request for an ISIL, the
// card for address books.

#include "app/settings.hpp"
#include "documents/table_columns.hpp"
#include "modules/coordination/network/network_actions.hpp"
#include "modules/coordination/network/network_forms.hpp"
#include "modules/coordination/network/person_store.hpp"
#include "modules/coordination/network/vcard.hpp"
#include "text/numbers.hpp"

namespace metodica::coordination {
namespace {

constexpr double table_pt = 9;

using Profile = std::map<std::string, std::string>;

std::string value_of(const Profile& profile, const char* field) {
  const auto found = profile.find(field);
  return found == profile.end() ? std::string() : found->second;
}

Result<Reply> printed(Call& call, const FlowPaper& paper, const std::string& file) {
  METODICA_TRY(Documents* const documents, call.services().documents());
  METODICA_TRY(std::string pdf, documents->flow_pdf(paper, call.say()));
  return Reply::document(file + ".pdf", "application/pdf", std::move(pdf));
}

KeyValues head_of(Call& call, const Unit& unit) {
  const Messages& say = call.say();
  const auto history = status_periods(call.work(), unit.siruta);
  const StatusPeriod* now = status_on(history, call.today());
  KeyValues lines;
  lines.lines = {
      {say("coordination.library_name"), unit.library_name},
      {say("network.unit"), say("coordination.type." + unit.type) + " " + unit.name},
      {say("coordination.siruta_label"), std::to_string(unit.siruta)},
      {say("coordination.population_label"), shown_integer(unit.population, say.lang())},
      {say("coordination.centre"), unit.methodical_centre},
      {say("network.state_label"),
       now == nullptr ? say("network.not_known") : say("network.state." + now->state)},
      {say("network.staff"),
       shown_fte(staffed_percent(staff_posts(call.work(), unit.siruta), call.today()), say)}};
  return lines;
}

// Posts without names: the sheet is put up and passed on.
FlowTable posts_block(Call& call, std::int64_t siruta) {
  const Messages& say = call.say();
  FlowTable table;
  table.caption = say("network.posts");
  table.font_pt = table_pt;
  table.columns = {weighted_column(say("network.post"), 1), text_column(say("network.norm"), 24),
                   weighted_column(say("network.contract"), 1),
                   weighted_column(say("network.qualification"), 1)};
  for (const StaffPost& post : staff_posts(call.work(), siruta)) {
    if (!post.to.none())
      continue;
    table.rows.push_back(
        {RowKind::entry,
         {post.title, shown_fte(post.norm_percent, say), say("network.contract." + post.contract),
          post.qualification.empty() ? std::string()
                                     : say("network.qualification." + post.qualification)}});
  }
  return table;
}

FlowTable points_block(Call& call, std::int64_t siruta) {
  const Messages& say = call.say();
  FlowTable table;
  table.caption = say("network.points");
  table.font_pt = table_pt;
  table.columns = {weighted_column(say("network.point_name"), 1),
                   text_column(say("network.point_kind"), 28),
                   weighted_column(say("network.profile.address"), 1),
                   weighted_column(say("network.profile.hours"), 1)};
  for (const ServicePoint& point : service_points(call.work(), siruta)) {
    if (point.to.none()) {
      table.rows.push_back(
          {RowKind::entry,
           {point.name, say("network.point." + point.kind), point.address, point.hours}});
    }
  }
  return table;
}

void add_fields(FlowPaper& paper, const Profile& profile, const Messages& say) {
  for (const char* group : {"contact", "history", "collections", "services"}) {
    KeyValues lines;
    for (const ProfileField& field : profile_fields()) {
      const std::string value = value_of(profile, std::string(field.code).c_str());
      if (field.group != group || value.empty())
        continue;
      const bool grouped = field.number && field.code != "founded";
      lines.lines.emplace_back(say("network.profile." + std::string(field.code)),
                               grouped ? grouped_digits(value, say.lang()) : value);
    }
    if (lines.lines.empty())
      continue;
    paper.blocks.emplace_back(Heading{say(std::string("network.group.") + group), 2});
    paper.blocks.emplace_back(std::move(lines));
  }
}

Result<Reply> run_profile(Call& call, const Values& in) {
  const Messages& say = call.say();
  METODICA_TRY(const Unit unit, known_unit(call, in.integer("siruta")));
  FlowPaper paper;
  paper.paper = library_paper(call, say("network.profile"), {});
  paper.paper.letterhead.date = call.today();
  paper.paper.letterhead.subtitle.push_back(library_of(unit));
  paper.blocks.emplace_back(head_of(call, unit));
  add_fields(paper, unit_profile(call.work(), unit.siruta), say);
  FlowTable posts = posts_block(call, unit.siruta);
  if (posts.rows.empty())
    paper.blocks.emplace_back(Paragraph{say("network.no_staff"), Align::left, true});
  else
    paper.blocks.emplace_back(std::move(posts));
  FlowTable points = points_block(call, unit.siruta);
  if (!points.rows.empty())
    paper.blocks.emplace_back(std::move(points));
  return printed(call, paper, "fisa-bibliotecii-" + std::to_string(unit.siruta));
}

// The National Library assigns codes on a form to libraries of its directory (CASIDRo).
Result<Reply> run_isil(Call& call, const Values& in) {
  const Messages& say = call.say();
  METODICA_TRY(const Unit unit, known_unit(call, in.integer("siruta")));
  const Profile profile = unit_profile(call.work(), unit.siruta);
  FlowPaper paper;
  paper.paper = library_paper(call, say("network.isil_title"), {});
  paper.paper.letterhead.date = call.today();
  mark_issue(call, "isil/" + std::to_string(unit.siruta), paper.paper);
  paper.blocks.emplace_back(Paragraph{say("network.isil_to")});
  paper.blocks.emplace_back(Paragraph{say("network.isil_text")});
  const std::string official = value_of(profile, "official_name");
  const std::string isil = value_of(profile, "isil");
  KeyValues lines;
  lines.lines = {
      {say("network.profile.official_name"), official.empty() ? library_of(unit) : official},
      {say("network.unit"), say("coordination.type." + unit.type) + " " + unit.name},
      {say("coordination.siruta_label"), std::to_string(unit.siruta)}};
  for (const char* field : {"address", "phone", "fax", "email", "site", "hours", "founded"})
    lines.lines.emplace_back(say(std::string("network.profile.") + field),
                             value_of(profile, field));
  lines.lines.emplace_back(say("network.isil_now"),
                           isil.empty() ? say("network.isil_none") : "ISIL " + isil);
  paper.blocks.emplace_back(std::move(lines));
  paper.blocks.emplace_back(
      Signatures{{}, {{say("visit.for_library"), ""}, {say("visit.methodologist"), ""}}});
  return printed(call, paper, "cerere-isil-" + std::to_string(unit.siruta));
}

Result<Reply> run_vcard(Call& call, const Values& in) {
  METODICA_TRY(const Unit unit, known_unit(call, in.integer("siruta")));
  const Profile profile = unit_profile(call.work(), unit.siruta);
  LibraryCard card;
  card.name = library_of(unit);
  card.place = unit.name;
  card.address = value_of(profile, "address");
  card.phone = value_of(profile, "phone");
  card.email = value_of(profile, "email");
  card.site = value_of(profile, "site");
  card.note = value_of(profile, "hours");
  card.uid = "siruta-" + std::to_string(unit.siruta);
  for (const StaffPost& post : staff_posts(call.work(), unit.siruta)) {
    const auto person = network_person(call.work(), post.person);
    if (post.to.none() && person && person->public_consent)
      card.members.push_back(person->name);
  }
  return Reply::document("biblioteca-" + std::to_string(unit.siruta) + ".vcf", "text/vcard",
                         vcard_of(card));
}

}  // namespace

void add_network_papers(ActionList& actions) {
  const auto add = [&](const char* name, ActionKind kind,
                       Result<Reply> (*run)(Call&, const Values&)) {
    actions.push_back({name,
                       kind,
                       network_readers,
                       "document",
                       [name](const Messages& say) { return network_unit_form(say, name); },
                       R"({"siruta":57706})",
                       {},
                       run,
                       {}});
  };
  add("coordination.profile_paper", ActionKind::paper, run_profile);
  add("coordination.isil_paper", ActionKind::paper, run_isil);
  add("coordination.vcard", ActionKind::read, run_vcard);
}

}  // namespace metodica::coordination
