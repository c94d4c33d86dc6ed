#include "modules/coordination/network/network_forms.hpp"

namespace metodica::coordination {
namespace {

constexpr std::int64_t most_count = 100'000'000;
constexpr std::int64_t most_months = 600;
constexpr std::size_t longest_profile = 4000;

void siruta_field(Form& form, const Messages& say) {
  form.integer("siruta", say("coordination.siruta_label")).required().min(std::int64_t{1}).fixed();
}

void days(Form& form, const Messages& say) {
  form.date("from", say("network.from")).required();
  form.date("to", say("network.to")).help(say("network.to_help"));
}

void options(Field& field, const std::vector<std::string>& values, const std::string& prefix,
             const Messages& say) {
  for (const std::string& value : values)
    field.option(value, say(prefix + value));
}

}  // namespace

Form network_unit_form(const Messages& say, std::string action, const char* number) {
  Form form("unit", std::move(action), say("common.open"));
  form.reads();
  form.integer("siruta", say("coordination.siruta_label")).required().min(std::int64_t{1});
  if (number != nullptr)
    form.integer(number, say("network.number")).min(std::int64_t{1});
  return form;
}

Form status_form(const Messages& say, const UnitChoice& units) {
  Form form("status", "coordination.set_status", say("network.set_status"));
  siruta_field(form, say);
  options(form.choice("state", say("network.state_label")).required(), unit_states(),
          "network.state.", say);
  form.date("from", say("network.from")).required();
  unit_field(form, say, units, "merged_into", "network.merged_with").show_if("state", "merged");
  form.text("reason", say("network.reason")).longest(500).help(say("network.reason_help"));
  return form;
}

StatusPeriod read_status(const Values& in) {
  StatusPeriod period;
  period.siruta = in.integer("siruta");
  period.state = in.text("state");
  period.from = in.date("from");
  period.reason = in.text("reason");
  period.merged_into = in.integer("merged_into");
  return period;
}

Form point_form(const Messages& say) {
  Form form("point", "coordination.keep_point", say("network.keep_point"));
  siruta_field(form, say);
  form.integer("point", say("network.number")).min(std::int64_t{1}).fixed();
  form.text("name", say("network.point_name")).required().longest(200);
  options(form.choice("kind", say("network.point_kind")).required().initial("branch"),
          {"branch", "point", "mobile"}, "network.point.", say);
  form.text("address", say("network.profile.address")).longest(300);
  form.text("hours", say("network.profile.hours")).longest(300);
  form.text("email", say("network.profile.email")).longest(120);
  days(form, say);
  return form;
}

ServicePoint read_point(const Values& in) {
  return {in.integer("point"), in.integer("siruta"), in.text("name"),
          in.text("kind"),     in.text("address"),   in.text("hours"),
          in.text("email"),    in.date("from"),      in.date("to")};
}

Json shown_point(const ServicePoint& of) {
  return Json::object({{"siruta", of.siruta},
                       {"point", of.point},
                       {"name", of.name},
                       {"kind", of.kind},
                       {"address", of.address},
                       {"hours", of.hours},
                       {"email", of.email},
                       {"from", of.from.iso()},
                       {"to", of.to.iso()}});
}

Form post_form(const Messages& say) {
  Form form("post", "coordination.keep_post", say("network.keep_post"));
  siruta_field(form, say);
  form.integer("post", say("network.number")).min(std::int64_t{1}).fixed();
  form.text("title", say("network.post")).required().longest(120);
  form.integer("norm_percent", say("network.norm"))
      .required()
      .min(std::int64_t{1})
      .max(std::int64_t{100})
      .unit("%")
      .help(say("network.norm_help"));
  options(form.choice("contract", say("network.contract")).required().initial("permanent"),
          contract_forms(), "network.contract.", say);
  options(form.choice("qualification", say("network.qualification")), qualifications(),
          "network.qualification.", say);
  form.person("name", say("network.holder")).longest(120).help(say("network.holder_help"));
  form.text("email", say("network.profile.email")).longest(120);
  form.text("phone", say("network.profile.phone")).longest(60);
  form.yes_no("public_consent", say("network.consent")).help(say("network.consent_help"));
  days(form, say);
  form.date("retires_on", say("network.retires_on")).help(say("network.retires_help"));
  return form;
}

StaffPost read_post(const Values& in) {
  StaffPost post;
  post.post = in.integer("post");
  post.siruta = in.integer("siruta");
  post.title = in.text("title");
  post.norm_percent = in.integer("norm_percent");
  post.contract = in.text("contract");
  post.qualification = in.text("qualification");
  post.from = in.date("from");
  post.to = in.date("to");
  post.retires_on = in.date("retires_on");
  return post;
}

Json shown_post(const StaffPost& of, const std::string& person) {
  return Json::object({{"siruta", of.siruta},
                       {"post", of.post},
                       {"title", of.title},
                       {"norm_percent", of.norm_percent},
                       {"contract", of.contract},
                       {"qualification", of.qualification},
                       {"name", person},
                       {"from", of.from.iso()},
                       {"to", of.to.iso()},
                       {"retires_on", of.retires_on.iso()}});
}

Form profile_form(const Messages& say) {
  Form form("profile", "coordination.keep_profile", say("network.keep_profile"));
  siruta_field(form, say);
  for (const ProfileField& field : profile_fields()) {
    const std::string code(field.code);
    const std::string label = say("network.profile." + code);
    if (field.number)
      form.integer(code, label).min(std::int64_t{0}).max(most_count);
    else if (field.lines)
      form.long_text(code, label).longest(longest_profile);
    else
      form.text(code, label).longest(300);
  }
  return form;
}

std::map<std::string, std::string> read_profile(const Values& in) {
  std::map<std::string, std::string> profile;
  for (const ProfileField& field : profile_fields()) {
    if (!in.has(field.code))
      continue;
    profile.emplace(field.code,
                    field.number ? std::to_string(in.integer(field.code)) : in.text(field.code));
  }
  return profile;
}

Form centre_form(const Messages& say) {
  Form form("centre", "coordination.assign_centre", say("network.assign"));
  form.text("centre", say("coordination.centre")).longest(100).help(say("network.centre_help"));
  form.texts("places", say("network.places"))
      .required()
      .longest(120)
      .help(say("network.places_help"));
  return form;
}

Form months_form(const Messages& say) {
  Form form("months", "coordination.retirements", say("common.open"));
  form.reads();
  form.integer("months", say("network.months")).min(std::int64_t{1}).max(most_months);
  return form;
}

}  // namespace metodica::coordination
