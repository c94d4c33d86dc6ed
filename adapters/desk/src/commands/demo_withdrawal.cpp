// The second half of the walk: out of the records, and what the registers then say.

#include <algorithm>
#include <ostream>

#include "commands/demo_walk.hpp"

namespace metodica::desk {
namespace {

constexpr const char* books = "carti";

Json proposed(const std::string& code, const std::string& state) {
  return Json::object(
      {{"cause", "worn"},
       {"copies", Json::array({Json::object({{"code", code}, {"state", state}})})}});
}

}  // namespace

Result<void> DemoWalk::refuse_young_copy() {
  heading("desk.demo.refusal");
  const Json reply = door_.answer("withdrawal.propose", proposed(young_, say_("desk.demo.worn")));
  METODICA_CHECK(expect(reply["message"].text(), "withdrawal.refused.too_young"));
  tell("desk.demo.refused", {{"barcode", young_}, {"text", reply["text"].text()}});
  return {};
}

Result<void> DemoWalk::withdraw_worn_copy() {
  heading("desk.demo.withdrawal");
  const auto worn =
      std::find_if(held_.begin(), held_.end(), [](const Held& copy) { return copy.worn; });
  if (worn == held_.end())
    return expect("0", "1");
  METODICA_TRY(const Json begun,
               door_.ask("withdrawal.propose", proposed(worn->barcode, say_("desk.demo.worn"))));
  const Json proposal = begun["at"]["args"]["proposal"];
  const std::string copy = std::string(books) + " " + std::to_string(worn->number);
  METODICA_TRY(const Json examined,
               door_.ask("withdrawal.examine",
                         Json::object({{"proposal", proposal},
                                       {"decision_number", "19"},
                                       {"decision_date", today_.iso()},
                                       {"chair", "Maria Ionescu"},
                                       {"members", Json::array({"Ion Rus", "Eva Nagy"})},
                                       {"minutes_number", "7"},
                                       {"minutes_date", today_.iso()},
                                       {"destination", "waste_paper"},
                                       {"copies", Json::array({Json::object(
                                                      {{"copy", copy},
                                                       {"verdict", "accept"},
                                                       {"finding", say_("desk.demo.worn")}})})}})));
  METODICA_TRY(const Json approved,
               door_.ask("withdrawal.approve", Json::object({{"proposal", proposal},
                                                             {"decision_number", "21"},
                                                             {"decision_date", today_.iso()}})));
  tell("desk.demo.approved", {{"copy", copy}, {"title", worn->title}});
  METODICA_TRY(
      const Json line,
      door_.ask("registers.ri",
                Json::object({{"register", books}, {"from", worn->number}, {"to", worn->number}})));
  const Json exit = line["lines"].items().at(0)["exit"];
  METODICA_CHECK(expect(exit["cause"].text(), "worn"));
  tell("desk.demo.annotated", {{"copy", copy},
                               {"lot", std::to_string(exit["number"].integer()) + "/" +
                                           std::to_string(exit["year"].integer())},
                               {"cause", say_("cause." + exit["cause"].text())}});
  return keep_paper("eliminare.pdf", "withdrawal.minutes_paper",
                    Json::object({{"proposal", proposal}}));
}

Result<void> DemoWalk::show_registers() {
  heading("desk.demo.registers");
  const auto of_part = [&](int part) {
    return Json::object({{"year", today_.year()}, {"part", part}});
  };
  for (const int part : {1, 2}) {
    METODICA_TRY(const Json rows, door_.ask("registers.rmf", of_part(part)));
    tell(part == 1 ? "desk.demo.part1" : "desk.demo.part2",
         {{"rows", static_cast<std::int64_t>(rows["rows"].items().size())},
          {"count", rows["totals"]["units"].integer()},
          {"value", lei(rows["totals"]["value"])}});
  }
  METODICA_TRY(const Json part3, door_.ask("registers.rmf", of_part(3)));
  for (const char* what : {"opening", "entries", "total", "exits", "closing"}) {
    tell(std::string("desk.demo.part3.") + what,
         {{"count", part3[what]["units"].integer()}, {"value", lei(part3[what]["value"])}});
  }
  METODICA_CHECK(keep_paper("rmf-1.pdf", "registers.rmf_paper", of_part(1)));
  METODICA_CHECK(keep_paper("rmf-2.pdf", "registers.rmf_paper", of_part(2)));
  METODICA_CHECK(keep_paper("rmf-3.pdf", "registers.rmf_paper", of_part(3)));
  return keep_paper("ri-carti.pdf", "registers.ri_paper", Json::object({{"register", books}}));
}

Result<void> DemoWalk::check_everything() {
  heading("desk.demo.check");
  METODICA_TRY(const Json found, door_.ask("registers.verify"));
  METODICA_CHECK(expect(std::to_string(found["problems"].items().size()), "0"));
  tell("desk.demo.checked", {{"rows", found["rows"].integer()}});
  return {};
}

}  // namespace metodica::desk
