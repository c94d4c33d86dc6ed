/// What the operations of door 2 have in common: their documents, ids and outcomes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "json/json.hpp"
#include "metodica/context.hpp"
#include "metodica/result.hpp"

namespace metodica::koha {

/// The document of an operation. Errors: METODICA_INVALID of Json::parse, or "koha.request".
[[nodiscard]] Result<Json> read_request(std::string_view in);
/// Errors: METODICA_INVALID "koha.request" with the name as field when `name` is no list.
[[nodiscard]] Result<const Json::Array*> list_in(const Json& request, std::string_view name);
/// `limit` of a request, between 1 and 1000; `fallback` when absent.
[[nodiscard]] std::int64_t limit_in(const Json& request, std::int64_t fallback);
/// The items of a write. Errors: those of list_in; METODICA_INVALID "koha.no_key".
[[nodiscard]] Result<const Json::Array*> items_in(const CallContext& context, const Json& request);

/// Koha's ids as they leave the adapter: ten digits, so that their order as bytes is their order.
[[nodiscard]] std::string id_text(std::int64_t id);
/// 0 for what is no id, "" too. Leading zeros do not matter.
[[nodiscard]] std::int64_t id_number(std::string_view text);

/// Outcomes of a write (schema/outcome.json).
[[nodiscard]] Json done_confirmed(std::string_view id, std::string_view version);
[[nodiscard]] Json refused(std::string_view code);
[[nodiscard]] Json failed(std::string_view code, bool retry);
/// The outcome for an error code of QUESTIONS.md.
[[nodiscard]] Json outcome_of_error(const std::string& code);

}  // namespace metodica::koha
