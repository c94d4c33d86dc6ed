#include "modules/coordination/visits/visit_rules.hpp"

#include "text/unicode.hpp"

namespace metodica::coordination {
namespace {

constexpr std::size_t longest_name = 120;

}  // namespace

const std::vector<std::string>& visit_purposes() {
  static const std::vector<std::string> purposes = {
      "evaluation", "assistance", "records", "stocktaking", "withdrawal",
      "handover",   "equipment",  "events",  "authority",   "other"};
  return purposes;
}

Result<void> check_visit(const Visit& visit, Date today) {
  if (visit.purposes.empty())
    return invalid("visit.no_purpose", {}, "purposes");
  if (visit.state != "held")
    return {};
  if (today < visit.day)
    return invalid("visit.future", {{"text", visit.day.iso()}}, "day");
  if (visit.findings.empty())
    return invalid("visit.no_findings", {}, "findings");
  return {};
}

bool visit_may_become(std::string_view from, std::string_view to) {
  if (from == "planned")
    return to == "held" || to == "cancelled";
  return from == "held" && to == "signed";
}

Result<Measure> measure_after(const Measure& measure, const MeasureStep& step, Date today) {
  if (measure.state != "open")
    return Unexpected(Problem(METODICA_CONFLICT, "measure.closed").at("measure"));
  if (today < step.day)
    return invalid("measure.future", {{"text", step.day.iso()}}, "day");
  if (step.kind != "done" && step.reason.empty())
    return invalid("measure.no_reason", {}, "reason");
  Measure after = measure;
  if (step.kind != "prolonged") {
    after.state = step.kind;
    after.ended_on = step.day;
    return after;
  }
  if (step.deadline.none())
    return invalid("measure.no_deadline", {}, "deadline");
  if (step.deadline <= measure.deadline)
    return invalid("measure.not_later", {{"text", measure.deadline.iso()}}, "deadline");
  after.deadline = step.deadline;
  return after;
}

Result<MetPerson> read_met_person(std::string_view line) {
  const std::size_t end = line.find(';');
  MetPerson person{tidy(line.substr(0, end)),
                   end == std::string_view::npos ? std::string() : tidy(line.substr(end + 1))};
  if (person.name.empty() || length(person.name) > longest_name ||
      length(person.role) > longest_name)
    return invalid("visit.person", {{"text", excerpt(line)}}, "people");
  return person;
}

const std::vector<std::string>& assistance_channels() {
  static const std::vector<std::string> channels = {"phone", "mail", "visit", "form"};
  return channels;
}

}  // namespace metodica::coordination
