#include "koha/src/info.hpp"

#include "koha/src/abilities.hpp"
#include "koha/src/codes.hpp"

namespace metodica::koha {
namespace {

template <class Number>
Json limit(Number most) {
  return {static_cast<std::int64_t>(most)};
}

Json line_of(const SelfCheck& check) {
  Json line = Json::object({{"check", check.check}, {"result", check.result}});
  if (!check.why.message.empty()) {
    line.set("code", check.why.message);
  }
  if (!check.detail.empty()) {
    line.set("detail", check.detail);
  }
  Json arguments = Json::object();
  for (const MessageArgument& one : check.why.arguments) {
    const auto* const number = std::get_if<std::int64_t>(&one.value);
    arguments.set(one.name,
                  number != nullptr ? Json(*number) : Json(std::get<std::string>(one.value)));
  }
  if (!arguments.members().empty()) {
    line.set("arguments", std::move(arguments));
  }
  return line;
}

}  // namespace

std::string Info::abilities() const {
  return R"({"operations":{"describe":{"read":true},"self_test":{"read":true}}})";
}

Result<void> Info::describe(const CallContext& context, std::string_view /*in*/, Sink& out) {
  METODICA_TRY(const Json about, door_.ask(context, "about", Json::object()));
  Json described = Json::object({{"product", "Koha"}});
  if (!about["version"].text().empty()) {
    described.set("version", about["version"]);
  }
  if (!about["flavour"].text().empty()) {
    described.set("formats",
                  Json::array({about["flavour"].text() == "UNIMARC" ? "unimarc" : "marc21"}));
  }
  described.set("character_set", "utf-8");
  if (!about["time_zone"].text().empty()) {
    described.set("time_zone", about["time_zone"]);
  }
  described.set("limits",
                Json::object({{"barcode_characters", limit(barcode_length)},
                              {"inventory_number_characters", limit(inventory_number_length)},
                              {"call_number_characters", limit(call_number_length)}}));
  return out.line(described.dump());
}

Result<void> Info::self_test(const CallContext& context, std::string_view /*in*/, Sink& out) {
  for (const SelfCheck& check : door_.checks(context)) {
    METODICA_CHECK(out.line(line_of(check).dump()));
  }
  return {};
}

}  // namespace metodica::koha
