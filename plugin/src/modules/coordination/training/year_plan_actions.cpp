// The usual meetings of a year put into the plan at once.

#include <algorithm>
#include <set>

#include "app/settings.hpp"
#include "modules/coordination/network/unit_store.hpp"
#include "modules/coordination/training/gathering_actions.hpp"
#include "modules/coordination/training/gathering_forms.hpp"
#include "modules/coordination/training/year_plan_rules.hpp"
#include "text/embedded.hpp"

namespace metodica {
namespace embedded {
extern const std::span<const EmbeddedFile> coordination_data;
}

namespace coordination {
namespace {

std::string_view plan_file() {
  const auto& files = embedded::coordination_data;
  const auto found = std::find_if(files.begin(), files.end(), [](const EmbeddedFile& file) {
    return file.path == "year-plan.csv";
  });
  return found == files.end() ? std::string_view() : found->content;
}

// Without a centre in the directory one meeting stands for all of them.
std::vector<std::string> centres(UnitOfWork& work) {
  std::set<std::string> all;
  for (const Unit& unit : units(work)) {
    if (!unit.methodical_centre.empty())
      all.insert(unit.methodical_centre);
  }
  if (all.empty())
    return {""};
  return {all.begin(), all.end()};
}

bool is_there(const std::vector<GatheringLine>& planned, const Gathering& of) {
  return std::any_of(planned.begin(), planned.end(), [&](const GatheringLine& line) {
    const Gathering& other = line.gathering;
    return other.kind == of.kind && other.topic == of.topic && other.centre == of.centre;
  });
}

Gathering gathering_of(const PlannedKind& kind, int year, const std::string& centre,
                       const Messages& say) {
  Gathering of;
  of.kind = kind.kind;
  of.topic = kind.topic;
  of.title = kind.kind == "course" ? say("gathering.topic." + kind.topic)
                                   : say("gathering.kind." + kind.kind);
  of.centre = centre;
  of.day = day_of(year, kind);
  of.starts = kind.starts;
  of.ends = kind.ends;
  of.hours = kind.hours;
  of.mode = kind.mode;
  return of;
}

Result<Reply> run_plan(Call& call, const Values& in) {
  const auto year = static_cast<int>(in.integer("year"));
  const auto planned = gatherings(call.work(), year);
  const std::string home = setting(call.work(), "institution.name");
  std::int64_t added = 0;
  for (const PlannedKind& kind : year_plan(plan_file())) {
    const auto places = kind.each_centre ? centres(call.work()) : std::vector<std::string>{""};
    for (const std::string& centre : places) {
      Gathering of = gathering_of(kind, year, centre, call.say());
      if (is_there(planned, of))
        continue;
      of.number = call.work().take("gathering");
      of.place = centre.empty() ? home : centre;
      of.changed_at = call.now_utc();
      keep_gathering(call.work(), of);
      ++added;
    }
  }
  return Reply::go("coordination.gatherings", Json::object({{"year", in.integer("year")}}),
                   call.say()("gathering.planned", {{"count", added}}));
}

Form plan_form(const Messages& say) {
  Form form("plan", "coordination.plan_year", say("gathering.plan_year"));
  form.integer("year", say("gathering.year"))
      .required()
      .min(std::int64_t{1990})
      .max(std::int64_t{2200});
  return form;
}

}  // namespace

void add_year_plan_actions(ActionList& actions) {
  actions.push_back({"coordination.plan_year",
                     ActionKind::write,
                     arrangers,
                     "screen",
                     plan_form,
                     R"({"year":2026})",
                     {},
                     run_plan,
                     {}});
}

}  // namespace coordination
}  // namespace metodica
