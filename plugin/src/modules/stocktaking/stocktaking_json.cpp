#include "modules/stocktaking/stocktaking_json.hpp"

namespace metodica::stocktaking {
namespace {

Json amount_json(const Amount& amount) {
  return Json::object({{"units", amount.units}, {"value", amount.value.exact()}});
}

Json copy_json(const ExpectedState& row) {
  return Json::object({{"register", row.copy.number.register_code},
                       {"number", row.copy.number.number},
                       {"title", row.copy.title},
                       {"value", row.copy.value.exact()},
                       {"proof", row.away_proof},
                       {"explanation", row.explanation},
                       {"worn", row.worn}});
}

Json scans_json(UnitOfWork& work, std::int64_t id, Verdict verdict) {
  Json::Array list;
  for (const auto& scan : scans_with(work, id, verdict)) {
    list.push_back(Json::object({{"code", scan.code},
                                 {"register", scan.number.register_code},
                                 {"number", scan.number.number}}));
  }
  return list;
}

Json session_json(const Session& row) {
  return Json::object({{"session", row.session},
                       {"custody", row.custody},
                       {"decision", Json::object({{"number", row.decision_number},
                                                  {"date", row.decision_date.iso()}})},
                       {"starts_on", row.starts_on.iso()},
                       {"stated", row.stated},
                       {"closed", row.closed},
                       {"expected", row.expected}});
}

}  // namespace

Json state_json(Call& call, const Session& session) {
  Balance sums;
  Json::Array missing;
  Json::Array on_loan;
  Json::Array outside;
  Json::Array worn;
  for (const auto& row : expected_copies(call.work(), session.session)) {
    sums.add(row.state(), row.copy.value);
    if (row.state() == CopyClass::missing)
      missing.push_back(copy_json(row));
    if (row.state() == CopyClass::on_loan)
      on_loan.push_back(copy_json(row));
    if (row.state() == CopyClass::outside)
      outside.push_back(copy_json(row));
    if (!row.worn.empty())
      worn.push_back(copy_json(row));
  }
  const auto last = last_scans(call.work(), session.session, call.caller().user, 1);
  Json counts = Json::object({{"expected", amount_json(sums.expected)},
                              {"found", amount_json(sums.found)},
                              {"on_loan", amount_json(sums.on_loan)},
                              {"outside", amount_json(sums.outside)},
                              {"missing", amount_json(sums.missing)}});
  return Json::object(
      {{"session", session_json(session)},
       {"counts", std::move(counts)},
       {"last_verdict", last.empty() ? std::string() : last.front().verdict},
       {"missing", std::move(missing)},
       {"on_loan", std::move(on_loan)},
       {"outside", std::move(outside)},
       {"worn", std::move(worn)},
       {"misplaced", scans_json(call.work(), session.session, Verdict::misplaced)},
       {"unregistered", scans_json(call.work(), session.session, Verdict::unknown)},
       {"gone", scans_json(call.work(), session.session, Verdict::gone)},
       {"entered_since", scans_json(call.work(), session.session, Verdict::entered_since)}});
}

std::string_view state_schema() {
  return R"({"type":"object","required":["session","counts","last_verdict","missing","on_loan","outside","worn",
"misplaced","unregistered","gone","entered_since"],"properties":{"session":{"type":"object"},
"counts":{"type":"object","required":["expected","found","on_loan","outside","missing"]},
"last_verdict":{"type":"string"},"missing":{"type":"array"},"on_loan":{"type":"array"},"outside":{"type":"array"},
"worn":{"type":"array"},"misplaced":{"type":"array"},"unregistered":{"type":"array"},"gone":{"type":"array"},
"entered_since":{"type":"array"}}})";
}

Json sessions_json(Call& call) {
  Json::Array list;
  for (const auto& row : sessions(call.work()))
    list.push_back(session_json(row));
  return Json::object({{"sessions", std::move(list)}});
}

std::string_view sessions_schema() {
  return R"({"type":"object","required":["sessions"],"properties":{"sessions":{"type":"array",
"items":{"type":"object","required":["session","custody","stated","closed","expected"]}}}})";
}

}  // namespace metodica::stocktaking
