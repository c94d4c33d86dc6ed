#include "modules/withdrawal/withdrawal_forms.hpp"

namespace metodica::withdrawal {
namespace {

constexpr std::size_t most_copies = 2000;

void cause_field(Form& form, const Messages& say) {
  Field& cause = form.choice("cause", say("withdrawal.cause")).required();
  for (const auto& code : causes())
    cause.option(code, say("cause." + code));
}

void proposal_field(Form& form, const Messages& say) {
  form.integer("proposal", say("withdrawal.proposal")).required().min(std::int64_t{1}).fixed();
}

}  // namespace

Form propose_form(const Messages& say) {
  Form form("propose", "withdrawal.propose", say("withdrawal.propose_send"));
  cause_field(form, say);
  form.long_text("remarks", say("withdrawal.remarks"));
  Form& copies = form.lines("copies", say("withdrawal.copies"));
  copies.lines_required(1).max_rows(most_copies).help(say("withdrawal.copies_help"));
  copies.text("code", say("withdrawal.code")).required().longest(60);
  copies.text("state", say("withdrawal.state_note")).longest(300);
  return form;
}

Form check_form(const Messages& say) {
  Form form("check", "withdrawal.check", say("common.search"));
  form.reads();
  cause_field(form, say);
  Form& copies = form.lines("copies", say("withdrawal.copies"));
  copies.lines_required(1).max_rows(most_copies);
  copies.text("register", say("withdrawal.register")).longest(20);
  copies.integer("number", say("withdrawal.number")).min(std::int64_t{1});
  copies.barcode("barcode", say("withdrawal.barcode"));
  return form;
}

Form examine_form(const Messages& say) {
  Form form("examine", "withdrawal.examine", say("withdrawal.examine_send"));
  proposal_field(form, say);
  form.text("decision_number", say("withdrawal.decision_number")).required().longest(60);
  form.date("decision_date", say("withdrawal.decision_date")).required();
  form.person("chair", say("withdrawal.chair")).required().help(say("withdrawal.commission_help"));
  form.texts("members", say("withdrawal.members")).help(say("withdrawal.members_help"));
  Form& copies = form.lines("copies", say("withdrawal.copies"));
  copies.lines_required(1).max_rows(most_copies).fixed_rows();
  copies.text("copy", say("withdrawal.copy")).required().longest(60).fixed();
  copies.text("title", say("withdrawal.title")).fixed();
  Field& verdict = copies.choice("verdict", say("withdrawal.verdict")).required();
  verdict.option("accept", say("withdrawal.verdict.accept"))
      .option("reject", say("withdrawal.verdict.reject"));
  copies.text("finding", say("withdrawal.finding")).longest(300);
  form.text("minutes_number", say("withdrawal.minutes_number")).required().longest(60);
  form.date("minutes_date", say("withdrawal.minutes_date")).required();
  Field& destination = form.choice("destination", say("withdrawal.destination")).required();
  for (const auto& code : destinations())
    destination.option(code, say("withdrawal.destination." + code));
  form.long_text("conclusions", say("withdrawal.conclusions"));
  return form;
}

Minutes read_minutes(const Values& in) {
  return {in.text("decision_number"), in.date("decision_date"),  in.text("chair"),
          in.texts("members"),        in.text("minutes_number"), in.date("minutes_date"),
          in.text("destination"),     in.text("conclusions")};
}

Form approve_form(const Messages& say) {
  Form form("approve", "withdrawal.approve", say("withdrawal.approve_send"));
  proposal_field(form, say);
  form.text("decision_number", say("withdrawal.approval_number")).required().longest(60);
  form.date("decision_date", say("withdrawal.approval_date")).required();
  form.text("council", say("withdrawal.council")).longest(120).help(say("withdrawal.council_help"));
  form.danger().confirm(say("withdrawal.approve_confirm"));
  return form;
}

Form refuse_form(const Messages& say) {
  Form form("refuse", "withdrawal.refuse", say("withdrawal.refuse_send"));
  proposal_field(form, say);
  form.long_text("reason", say("withdrawal.reason")).required();
  form.text("decision_number", say("withdrawal.approval_number")).longest(60);
  form.date("decision_date", say("withdrawal.approval_date"));
  return form;
}

Form proposal_form(const Messages& say, std::string action) {
  Form form("proposal", std::move(action), say("common.open"));
  form.reads();
  form.integer("proposal", say("withdrawal.proposal")).required().min(std::int64_t{1});
  return form;
}

}  // namespace metodica::withdrawal
