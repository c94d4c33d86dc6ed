#include "web/first_steps.hpp"

#include <algorithm>
#include <array>

namespace metodica::desk {
namespace {

bool has(const Json& settings, std::string_view name) {
  return !settings[name].text().empty();
}

FirstStep step(const Messages& say, const std::string& name, std::string url, bool done) {
  const std::string id = "desk.first." + name;
  return {say(id), say(id + "_why"), say(id + "_link"), std::move(url), done};
}

// What papers cannot be printed without.
bool named(const Json& settings) {
  constexpr std::array<std::string_view, 4> needed = {"institution_name", "institution_seat",
                                                      "institution_manager", "institution_keeper"};
  return std::all_of(needed.begin(), needed.end(),
                     [&](std::string_view name) { return has(settings, name); });
}

}  // namespace

std::vector<FirstStep> first_steps(const SetUp& known, const Messages& say) {
  const bool alone = has(known.settings, "institution_one_person");
  return {step(say, "institution", "/do/institution.settings", named(known.settings)),
          step(say, "registers", "/do/registers.opening", known.registers_open),
          step(say, "people", "/users", known.users > 1 || alone)};
}

bool all_done(const std::vector<FirstStep>& steps) {
  return std::all_of(steps.begin(), steps.end(), [](const FirstStep& one) { return one.done; });
}

void draw_first_steps(html::HtmlWriter& out, const std::vector<FirstStep>& steps,
                      const Messages& say) {
  const auto now =
      std::find_if(steps.begin(), steps.end(), [](const FirstStep& one) { return !one.done; });
  out.open("section", {{"class", "card"}}).element("h2", {}, say("desk.first_steps"));
  out.open("ol", {{"class", "steps"}});
  for (const FirstStep& one : steps) {
    const bool current = now != steps.end() && &one == &*now;
    out.open("li", {html::Attribute::unless_empty("class", one.done  ? "done"
                                                           : current ? "now"
                                                                     : ""),
                    html::Attribute::unless_empty("aria-current", current ? "step" : "")});
    out.text(one.title);
    if (one.done)
      out.element("span", {{"class", "spoken"}}, " – " + say("desk.first_done"));
    out.close();
  }
  out.close();
  if (now != steps.end()) {
    out.element("p", {}, now->why).open("div", {{"class", "actions"}});
    out.element("a", {{"class", "button primary"}, {"href", now->url}}, now->label).close();
  }
  out.close().line();
}

Json values_of_form(const Json& screen) {
  Json values = Json::object();
  for (const Json& block : screen["blocks"].items()) {
    for (const Json& field : block["fields"].items())
      values.set(field["name"].text(), field["value"]);
  }
  return values;
}

}  // namespace metodica::desk
