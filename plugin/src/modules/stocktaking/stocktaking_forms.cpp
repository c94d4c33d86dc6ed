#include "modules/stocktaking/stocktaking_forms.hpp"

namespace metodica::stocktaking {
namespace {

void session_field(Form& form, const Messages& say) {
  form.integer("session", say("stocktaking.session")).required().min(std::int64_t{1}).fixed();
}

}  // namespace

Form open_form(const Messages& say) {
  Form form("open", "stocktaking.open", say("stocktaking.open_send"));
  form.text("custody", say("stocktaking.custody"))
      .longest(40)
      .help(say("stocktaking.custody_help"));
  Field& reason = form.choice("reason", say("stocktaking.reason")).required();
  for (const auto& code : reasons())
    reason.option(code, say("stocktaking.reason." + code));
  Field& method = form.choice("method", say("stocktaking.method")).required();
  for (const auto& code : methods())
    method.option(code, say("stocktaking.method." + code));
  form.text("decision_number", say("stocktaking.decision_number")).required().longest(60);
  form.date("decision_date", say("stocktaking.decision_date")).required();
  form.person("chair", say("stocktaking.chair"))
      .required()
      .help(say("stocktaking.commission_help"));
  form.texts("members", say("stocktaking.members")).help(say("stocktaking.members_help"));
  form.date("starts_on", say("stocktaking.starts_on")).required();
  form.date("ends_on", say("stocktaking.ends_on"));
  return form;
}

Session read_session(const Values& in) {
  Session session;
  session.custody = in.text("custody");
  session.reason = in.text("reason");
  session.method = in.text("method");
  session.decision_number = in.text("decision_number");
  session.decision_date = in.date("decision_date");
  session.commission = {in.text("chair"), in.texts("members")};
  session.starts_on = in.date("starts_on");
  session.ends_on = in.date("ends_on");
  return session;
}

Form statement_form(const Messages& say) {
  Form form("statement", "stocktaking.statement", say("stocktaking.statement_send"));
  session_field(form, say);
  form.person("keeper", say("stocktaking.keeper")).required();
  form.date("stated_on", say("stocktaking.stated_on")).required();
  form.text("last_entry", say("stocktaking.last_entry"))
      .required()
      .help(say("stocktaking.last_entry_help"));
  form.text("last_exit", say("stocktaking.last_exit"))
      .required()
      .help(say("stocktaking.last_exit_help"));
  form.long_text("places", say("stocktaking.places"));
  form.long_text("third_party", say("stocktaking.third_party"));
  form.long_text("differences", say("stocktaking.known_differences"));
  form.long_text("in_transit", say("stocktaking.in_transit"));
  form.long_text("without_papers", say("stocktaking.without_papers"));
  form.long_text("unrecorded", say("stocktaking.unrecorded"));
  return form;
}

Statement read_statement(const Values& in) {
  return {in.date("stated_on"),   in.text("keeper"),     in.text("last_entry"),
          in.text("last_exit"),   in.text("places"),     in.text("third_party"),
          in.text("differences"), in.text("in_transit"), in.text("without_papers"),
          in.text("unrecorded")};
}

Form close_form(const Messages& say) {
  Form form("close", "stocktaking.close", say("stocktaking.close_send"));
  session_field(form, say);
  form.text("minutes_number", say("stocktaking.minutes_number")).required().longest(60);
  form.date("minutes_date", say("stocktaking.minutes_date")).required();
  form.date("ended_on", say("stocktaking.ended_on")).required();
  form.long_text("causes", say("stocktaking.causes"))
      .required()
      .help(say("stocktaking.causes_help"));
  form.long_text("measures", say("stocktaking.measures"));
  form.long_text("storage", say("stocktaking.storage"));
  form.danger().confirm(say("stocktaking.close_confirm"));
  return form;
}

Close read_close(const Values& in) {
  return {in.text("minutes_number"), in.date("minutes_date"), in.date("ended_on"),
          in.text("causes"),         in.text("measures"),     in.text("storage")};
}

Form session_form(const Messages& say, std::string action) {
  Form form("session", std::move(action), say("common.open"));
  form.reads();
  form.integer("session", say("stocktaking.session")).required().min(std::int64_t{1});
  return form;
}

Form session_write_form(const Messages& say, std::string action) {
  Form form("session", std::move(action), say("common.confirm"));
  form.integer("session", say("stocktaking.session")).required().min(std::int64_t{1});
  return form;
}

Form scan_form(const Messages& say) {
  Form form("scan", "stocktaking.scan", say("stocktaking.scan_send"));
  form.integer("session", say("stocktaking.session")).required().min(std::int64_t{1});
  form.text("code", say("stocktaking.code")).required().longest(60);
  return form;
}

Form copy_form(const Messages& say) {
  Form form("copy", "stocktaking.copy", say("common.open"));
  form.reads();
  form.integer("session", say("stocktaking.session")).required().min(std::int64_t{1});
  form.text("register", say("stocktaking.register")).required().longest(20);
  form.integer("number", say("stocktaking.number")).required().min(std::int64_t{1});
  return form;
}

Form note_form(const Messages& say) {
  Form form("note", "stocktaking.note", say("stocktaking.note_send"));
  session_field(form, say);
  form.text("register", say("stocktaking.register")).required().longest(20).fixed();
  form.integer("number", say("stocktaking.number")).required().min(std::int64_t{1}).fixed();
  Field& kind = form.choice("kind", say("stocktaking.note_kind")).required();
  for (const std::string code : {"explanation", "loan", "outside", "back", "worn"}) {
    kind.option(code, say("stocktaking.note." + code));
  }
  form.long_text("text", say("stocktaking.note_text")).required();
  return form;
}

}  // namespace metodica::stocktaking
