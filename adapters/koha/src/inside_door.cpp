#include "koha/src/inside_door.hpp"

#include <utility>

namespace metodica::koha {

// The first question of a process is about Koha itself: what it answers decides what is offered.
Result<Json> InsideDoor::ask(const CallContext& context, std::string_view question,
                             const Json& args) {
  if (questions_.empty() && question != "about") {
    METODICA_CHECK(put(context, "about", Json::object()));
  }
  if (!answers(question)) {
    return Unexpected(problem_of("unsupported", question));
  }
  return put(context, question, args);
}

Result<Json> InsideDoor::put(const CallContext& context, std::string_view question,
                             const Json& args) {
  Json asked =
      Json::object({{"ask", question}, {"version", 1}, {"user", context.user}, {"args", args}});
  if (!context.key.empty()) {
    asked.set("key", context.key);
  }
  const auto said = core_.ask(context, asked.dump());
  if (!said) {
    const bool silent = said.error().status == METODICA_UNSUPPORTED;
    return Unexpected(silent ? Problem(METODICA_UNREACHABLE, "koha.not_inside")
                             : problem_of("defect", question));
  }
  Result<Json> answer = Json::parse(*said);
  if (!answer || !answer->is_object()) {
    return Unexpected(
        Problem(METODICA_DAMAGED, "koha.answer_damaged", {{"question", std::string(question)}}));
  }
  if (!(*answer)["ok"].boolean()) {
    const Json& error = (*answer)["error"];
    core_.log(METODICA_LOG_WARNING, Json::object({{"event", "koha.question_failed"},
                                                  {"question", question},
                                                  {"code", error["code"].text()},
                                                  {"detail", error["detail"].text()},
                                                  {"trace", context.trace}})
                                        .dump());
    return Unexpected(problem_of(error["code"].text(), question));
  }
  if (question == "about") {
    remember(*answer);
  }
  return answer;
}

void InsideDoor::remember(const Json& about) {
  for (const Json& name : about["questions"].items()) {
    questions_.insert(name.text());
  }
}

bool InsideDoor::answers(std::string_view question) const {
  return questions_.empty() || questions_.contains(question);
}

std::vector<SelfCheck> InsideDoor::checks(const CallContext& context) {
  std::vector<SelfCheck> lines;
  for (const char* question : {"about", "libraries"}) {
    const auto answer = ask(context, question, Json::object());
    // A command on the server stands outside; that is no fault of the set-up.
    if (!answer && answer.error().message == "koha.not_inside") {
      return {{question, "skipped", answer.error()}};
    }
    lines.push_back(answer ? SelfCheck{question, "passed"}
                           : SelfCheck{question, "failed", answer.error()});
  }
  return lines;
}

}  // namespace metodica::koha
