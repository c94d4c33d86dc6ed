#include "modules/coordination/visits/assistance_forms.hpp"

#include "modules/coordination/training/gathering_rules.hpp"
#include "modules/coordination/visits/visit_rules.hpp"

namespace metodica::coordination {
namespace {

constexpr std::int64_t most_minutes = 10'000;

Field& topic_field(Form& form, const Messages& say) {
  Field& field = form.choice("topic", say("assistance.topic"));
  for (const std::string& topic : gathering_topics())
    field.option(topic, say("gathering.topic." + topic));
  return field;
}

void whole(Form& form, const char* name, std::string label) {
  form.integer(name, std::move(label)).min(std::int64_t{1});
}

}  // namespace

Form request_form(const Messages& say, const UnitChoice& units) {
  Form form("request", "coordination.keep_request", say("assistance.keep"));
  form.integer("number", say("assistance.number"))
      .min(std::int64_t{1})
      .fixed()
      .help(say("assistance.number_help"));
  form.hidden("from_library");
  form.hidden("from_number");
  unit_field(form, say, units).required();
  Field& channel = form.choice("channel", say("assistance.channel")).required().initial("phone");
  for (const std::string& one : assistance_channels())
    channel.option(one, say("assistance.channel." + one));
  topic_field(form, say).required();
  form.date("received_on", say("assistance.received_on")).required();
  form.person("asker", say("assistance.asker")).longest(120).help(say("assistance.asker_help"));
  form.long_text("question", say("assistance.question")).required();
  form.long_text("answer", say("assistance.answer")).help(say("assistance.answer_help"));
  form.integer("article", say("assistance.article")).min(std::int64_t{1}).fixed();
  form.integer("minutes", say("assistance.minutes"))
      .min(std::int64_t{0})
      .max(most_minutes)
      .unit(say("assistance.minutes_unit"));
  form.date("answered_on", say("assistance.answered_on")).help(say("assistance.answered_on_help"));
  return form;
}

AssistanceRequest read_request(const Values& in, Date today) {
  AssistanceRequest request;
  request.number = in.integer("number");
  request.from_library = in.text("from_library");
  request.from_number = in.integer("from_number");
  request.siruta = in.integer("siruta");
  request.channel = in.text("channel");
  request.topic = in.text("topic");
  request.received_on = in.date("received_on");
  request.question = in.text("question");
  request.answer = in.text("answer");
  request.article = in.integer("article");
  request.minutes = in.integer("minutes");
  if (!request.answer.empty())
    request.answered_on = in.has("answered_on") ? in.date("answered_on") : today;
  return request;
}

Json shown_request(const AssistanceRequest& of, const std::string& asker) {
  Json values = Json::object({{"channel", of.channel},
                              {"topic", of.topic},
                              {"received_on", of.received_on.iso()},
                              {"asker", asker},
                              {"question", of.question},
                              {"answer", of.answer},
                              {"minutes", of.minutes},
                              {"answered_on", of.answered_on.iso()}});
  if (of.siruta != 0)
    values.set("siruta", std::to_string(of.siruta));
  if (of.number != 0)
    values.set("number", of.number);
  if (of.article != 0)
    values.set("article", of.article);
  if (!of.from_library.empty()) {
    values.set("from_library", of.from_library);
    values.set("from_number", std::to_string(of.from_number));
  }
  return values;
}

Form open_request_form(const Messages& say) {
  Form form("open", "coordination.request", say("common.open"));
  form.reads();
  whole(form, "number", say("assistance.number"));
  form.text("from_library", say("common.library")).longest(60);
  whole(form, "from_number", say("assistance.number"));
  whole(form, "siruta", say("coordination.siruta_label"));
  whole(form, "article", say("assistance.article"));
  return form;
}

Form requests_year_form(const Messages& say, std::string action) {
  Form form("year", std::move(action), say("common.open"));
  form.reads();
  form.integer("year", say("visit.year")).min(std::int64_t{1990}).max(std::int64_t{2200});
  return form;
}

Form ask_form(const Messages& say) {
  Form form("ask", "coordination.ask_county", say("assistance.ask"));
  topic_field(form, say).required();
  form.long_text("question", say("assistance.question"))
      .required()
      .help(say("assistance.ask_help"));
  return form;
}

Form article_form(const Messages& say) {
  Form form("article", "coordination.keep_article", say("knowledge.keep"));
  form.integer("number", say("knowledge.number"))
      .min(std::int64_t{1})
      .fixed()
      .help(say("knowledge.number_help"));
  form.integer("request", say("assistance.number")).min(std::int64_t{1}).fixed();
  form.text("title", say("knowledge.title")).required().longest(200);
  topic_field(form, say).required();
  form.long_text("answer", say("assistance.answer")).required().help(say("knowledge.answer_help"));
  form.text("norm", say("measure.norm")).longest(300);
  return form;
}

Form open_article_form(const Messages& say) {
  Form form("open", "coordination.article", say("common.open"));
  form.reads();
  whole(form, "number", say("knowledge.number"));
  whole(form, "request", say("assistance.number"));
  return form;
}

Form knowledge_form(const Messages& say) {
  Form form("search", "coordination.knowledge", say("common.search"));
  form.reads();
  form.text("text", say("knowledge.search")).longest(100);
  topic_field(form, say);
  return form;
}

}  // namespace metodica::coordination
