/// Forms as JSON: those that are shipped and those that a county loads. Shape:
/// {"name","title":{ro,en,hu},"source","verified","from_year","chapters":[{"code","title","items":
/// [{"code","row","label","help","type","unit","required","carried"}],"totals":[{"label","code",
/// "sum"}]}],"rules":[{"code","severity","breaks","each","at","text","source"}]}. A text may be a
/// plain string instead of an object. "each" may be ["*"]: every item that is counted.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "modules/coordination/statistics/survey_rules.hpp"

namespace metodica::coordination {

/// Errors, METODICA_INVALID: json.syntax; "survey.form" {where}{what} with the member at fault;
/// "survey.expression". At most 1000 items and 300 rules.
Result<Survey> survey_from(std::string_view json);

/// The forms of this program, newest first. Read once.
const std::vector<std::shared_ptr<const Survey>>& shipped_surveys();

}  // namespace metodica::coordination
