#include "app/doctor.hpp"

#include "app/core_actions.hpp"

namespace metodica {
namespace {

/// The adapter's code as a problem, so that its sentence and its hint are found like any other.
Problem problem_in(const Json& line) {
  Problem problem(METODICA_DEFECT, line["code"].text());
  for (const auto& [name, value] : line["arguments"].members()) {
    if (value.is_integer()) {
      problem.arguments.push_back({name, value.integer()});
    } else {
      problem.arguments.push_back({name, value.text()});
    }
  }
  return problem;
}

std::string words_of(const Json& line, const Messages& say) {
  const std::string& check = line["check"].text();
  if (line["result"].text() == "passed") {
    const std::string id = "host.check." + check;
    return say.has(id) ? say(id) : say("host.check", {{"check", check}});
  }
  const Problem problem = problem_in(line);
  std::string text = say.has(problem.message)
                         ? say.of(problem)
                         : say("host.check_failed", {{"check", check}, {"text", problem.message}});
  const std::string& detail = line["detail"].text();
  if (!detail.empty() && text.find(detail) == std::string::npos) {
    text += " (" + detail + ")";
  }
  return text;
}

Json worded(const Json& line, const Messages& say) {
  Json check = Json::object(
      {{"check", line["check"]}, {"result", line["result"]}, {"text", words_of(line, say)}});
  const std::string hint = say.hint(problem_in(line));
  if (!hint.empty()) {
    check.set("hint", hint);
  }
  return check;
}

Json worded(const Problem& problem, const Messages& say) {
  Json check = Json::object({{"check", "host"}, {"result", "failed"}, {"text", say.of(problem)}});
  if (const std::string hint = say.hint(problem); !hint.empty()) {
    check.set("hint", hint);
  }
  return check;
}

Result<Reply> run_doctor(Call& call) {
  Json::Array checks;
  const auto lines = call.host().info->self_test(call.host_context());
  if (!lines) {
    checks.push_back(worded(lines.error(), call.say()));
  }
  for (const Json& line : lines ? *lines : std::vector<Json>()) {
    checks.push_back(worded(line, call.say()));
  }
  return Reply::data(Json::object({{"checks", std::move(checks)}}));
}

}  // namespace

void add_doctor(ActionList& actions) {
  actions.push_back(
      {"app.doctor",
       ActionKind::read,
       {Role::administrator},
       "data",
       no_arguments,
       "{}",
       R"({"type":"object","properties":{"checks":{"type":"array"}},"required":["checks"]})",
       [](Call& call, const Values&) { return run_doctor(call); },
       {}});
}

}  // namespace metodica
