#include "app/problem_json.hpp"

namespace metodica {

std::string_view status_name(metodica_status status) {
  switch (status) {
    case METODICA_OK:
      return "ok";
    case METODICA_INVALID:
      return "invalid";
    case METODICA_UNSUPPORTED:
      return "unsupported";
    case METODICA_NOT_FOUND:
      return "not_found";
    case METODICA_DENIED:
      return "denied";
    case METODICA_CONFLICT:
      return "conflict";
    case METODICA_BUSY:
      return "busy";
    case METODICA_UNREACHABLE:
      return "unreachable";
    case METODICA_DAMAGED:
      return "damaged";
    case METODICA_FORKED:
      return "forked";
    default:
      return "defect";
  }
}

Json problem_json(const Problem& problem, const Messages& say, const std::string& trace) {
  Json json = Json::object(
      {{"kind", "problem"}, {"code", status_name(problem.status)}, {"text", say.of(problem)}});
  if (!problem.message.empty())
    json.set("message", problem.message);
  if (!problem.field.empty())
    json.set("field", problem.field);
  if (std::string hint = say.hint(problem); !hint.empty())
    json.set("hint", std::move(hint));
  json.set("trace", trace);
  return json;
}

}  // namespace metodica
