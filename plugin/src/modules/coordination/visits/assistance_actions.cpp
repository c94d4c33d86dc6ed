#include "modules/coordination/visits/assistance_actions.hpp"

#include "modules/coordination/network/people.hpp"
#include "modules/coordination/visits/assistance_forms.hpp"
#include "modules/coordination/visits/visit_actions.hpp"
#include "modules/hub/api.hpp"

namespace metodica::coordination {
namespace {

void tell_library(Call& call, const AssistanceRequest& request, const std::string& norm) {
  const Json body = Json::object(
      {{"answer", request.answer}, {"norm", norm}, {"answered_on", request.answered_on.iso()}});
  hub::publish_news(call.work(), answer_news, std::to_string(request.from_number), body,
                    call.now_utc(), request.from_library);
}

// A request that a node sent is taken up once: the library's code and number find its row again.
Result<void> find_source(Call& call, AssistanceRequest& request) {
  if (request.from_library.empty())
    return {};
  const auto sent = sent_request(call.work(), request.from_library, request.from_number);
  if (!sent) {
    return Unexpected(Problem(METODICA_NOT_FOUND, "assistance.unknown",
                              {{"number", std::to_string(request.from_number)}})
                          .at("number"));
  }
  request.number = sent->number;
  request.channel = "form";
  request.question = sent->question;
  request.received_on = sent->received_on;
  return {};
}

Result<Reply> run_keep(Call& call, const Values& in) {
  AssistanceRequest request = read_request(in, call.today());
  METODICA_CHECK(known_unit(call, request.siruta));
  if (request.number != 0) {
    METODICA_TRY(const AssistanceRequest before, known_request(call, request.number));
    request.from_library = before.from_library;
    request.from_number = before.from_number;
  }
  METODICA_CHECK(find_source(call, request));
  if (call.today() < request.received_on)
    return invalid("assistance.future", {{"text", request.received_on.iso()}}, "received_on");
  const bool answered = !request.answered_on.none();
  if (answered && request.answered_on < request.received_on)
    return invalid("assistance.answered_before", {}, "answered_on");
  std::string norm;
  if (request.article != 0) {
    METODICA_TRY(const KnowledgeArticle article, known_article(call, request.article));
    norm = article.norm;
  }
  request.person =
      remembered(call, request.siruta, in.text("asker"), "contact", request.received_on);
  const std::int64_t number = keep_request(call.work(), request, call.caller().user);
  if (answered && !request.from_library.empty())
    tell_library(call, request, norm);
  return Reply::go("coordination.request", Json::object({{"number", number}}),
                   call.say()(answered ? "assistance.answered" : "assistance.kept"));
}

Result<Reply> run_keep_article(Call& call, const Values& in) {
  KnowledgeArticle article;
  article.number = in.integer("number");
  if (article.number != 0)
    METODICA_CHECK(known_article(call, article.number));
  article.title = in.text("title");
  article.topic = in.text("topic");
  article.answer = in.text("answer");
  article.norm = in.text("norm");
  article.revised_on = call.today();
  const std::int64_t number = keep_article(call.work(), article);
  if (in.has("request")) {
    METODICA_TRY(AssistanceRequest request, known_request(call, in.integer("request")));
    request.article = number;
    keep_request(call.work(), request, call.caller().user);
  }
  return Reply::go("coordination.article", Json::object({{"number", number}}),
                   call.say()("knowledge.kept"));
}

Result<Reply> request_again(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  return request_screen(call, {}, typed, problems);
}

Result<Reply> article_again(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  return article_screen(call, 0, 0, typed, problems);
}

}  // namespace

Result<AssistanceRequest> known_request(Call& call, std::int64_t number) {
  auto found = assistance_request(call.work(), number);
  if (found)
    return *std::move(found);
  return Unexpected(
      Problem(METODICA_NOT_FOUND, "assistance.unknown", {{"number", std::to_string(number)}})
          .at("number"));
}

Result<KnowledgeArticle> known_article(Call& call, std::int64_t number) {
  auto found = knowledge_article(call.work(), number);
  if (found)
    return *std::move(found);
  return Unexpected(
      Problem(METODICA_NOT_FOUND, "knowledge.unknown", {{"number", std::to_string(number)}})
          .at("number"));
}

void add_assistance_actions(ActionList& actions) {
  actions.push_back({"coordination.keep_request",
                     ActionKind::write,
                     visitors,
                     "screen",
                     [](const Messages& say) { return request_form(say); },
                     R"({"siruta":"57706","channel":"phone","topic":"withdrawal",
                         "received_on":"2026-03-02","asker":"Ilie Marin",
                         "question":"Când se pot elimina ziarele?",
                         "answer":"După șase luni de la intrare.","minutes":15})",
                     {},
                     run_keep,
                     request_again});
  actions.push_back({"coordination.keep_article",
                     ActionKind::write,
                     visitors,
                     "screen",
                     article_form,
                     R"({"title":"Eliminarea ziarelor","topic":"withdrawal",
                         "answer":"După șase luni de la intrare.","norm":"Legea 334/2002 art. 40"})",
                     {},
                     run_keep_article,
                     article_again});
}

}  // namespace metodica::coordination
