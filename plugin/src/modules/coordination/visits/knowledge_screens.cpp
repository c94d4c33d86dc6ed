// Knowledge on screen: what was answered before, found again by its words.

#include "modules/coordination/visits/assistance_actions.hpp"
#include "modules/coordination/visits/assistance_forms.hpp"
#include "modules/coordination/visits/visit_actions.hpp"
#include "text/numbers.hpp"
#include "text/unicode.hpp"

namespace metodica::coordination {
namespace {

constexpr std::size_t answer_shown = 160;

Result<Reply> run_knowledge(Call& call, const Values& in) {
  const Messages& say = call.say();
  Screen screen("coordination.knowledge", say("knowledge.list_title"));
  screen.sub(say("knowledge.sub"));
  add_assistance_tabs(screen, 2, say);
  if (call.caller().roles.any_of(visitors))
    screen.actions({{say("knowledge.new"), "coordination.article", {}, true}});
  screen.form(knowledge_form(say), say, in.json());
  screen.table(knowledge_table(knowledge(call.work(), in.text("text"), in.text("topic")), say));
  return Reply::screen(screen);
}

Json values_of(const KnowledgeArticle& article) {
  Json values = Json::object({{"title", article.title},
                              {"topic", article.topic},
                              {"answer", article.answer},
                              {"norm", article.norm}});
  if (article.number != 0)
    values.set("number", article.number);
  return values;
}

}  // namespace

// With `use`, the arguments of a request, each row can be taken over as its answer.
Table knowledge_table(const std::vector<KnowledgeArticle>& articles, const Messages& say,
                      const Json& use) {
  Table table("knowledge");
  table.column("title", say("knowledge.title"))
      .column("answer", say("assistance.answer"))
      .column("norm", say("measure.norm"))
      .column("uses", say("knowledge.uses"), CellKind::integer)
      .column("revised", say("knowledge.revised_on"), CellKind::date)
      .empty(say("knowledge.none"));
  for (const KnowledgeArticle& article : articles) {
    std::vector<Button> buttons;
    if (use.is_object()) {
      Json args = use;
      args.set("article", article.number);
      buttons.push_back({say("knowledge.use"), "coordination.request", std::move(args)});
    }
    table.row({Cell::link(article.title, "coordination.article",
                          Json::object({{"number", article.number}}))
                   .note(say("gathering.topic." + article.topic)),
               excerpt(article.answer, answer_shown), article.norm,
               shown_integer(article.uses, say.lang()), article.revised_on.shown(say.lang())},
              std::move(buttons));
  }
  return table;
}

Result<Reply> article_screen(Call& call, std::int64_t number, std::int64_t request,
                             const Json& typed, const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  KnowledgeArticle article;
  Json values;
  if (number != 0) {
    METODICA_TRY(article, known_article(call, number));
    values = values_of(article);
  } else if (request != 0) {
    METODICA_TRY(const AssistanceRequest of, known_request(call, request));
    article.topic = of.topic;
    article.title = excerpt(of.question, answer_shown);
    article.answer = of.answer;
    values = values_of(article);
    values.set("request", request);
  }
  Screen screen("coordination.article", number == 0 ? say("knowledge.new") : article.title);
  screen.sub(say("knowledge.article_sub"));
  if (call.caller().roles.any_of(visitors)) {
    screen.form(article_form(say), say, typed.is_object() ? typed : values, problems);
  } else {
    screen.text(article.answer);
    screen.text(article.norm);
  }
  return Reply::screen(screen);
}

void add_knowledge_screens(ActionList& actions) {
  actions.push_back({"coordination.knowledge",
                     ActionKind::read,
                     visit_readers,
                     "screen",
                     knowledge_form,
                     R"({"text":"ziare"})",
                     {},
                     run_knowledge,
                     {}});
  actions.push_back({"coordination.article",
                     ActionKind::read,
                     visit_readers,
                     "screen",
                     open_article_form,
                     "{}",
                     {},
                     [](Call& call, const Values& in) {
                       return article_screen(call, in.integer("number"), in.integer("request"), {},
                                             {});
                     },
                     {}});
}

}  // namespace metodica::coordination
