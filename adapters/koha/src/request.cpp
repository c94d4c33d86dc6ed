#include "koha/src/request.hpp"

#include <algorithm>
#include <charconv>

namespace metodica::koha {
namespace {

constexpr std::int64_t most_lines = 1000;

}  // namespace

Result<Json> read_request(std::string_view in) {
  METODICA_TRY(Json request, Json::parse(in));
  if (!request.is_object()) {
    return invalid("koha.request");
  }
  return request;
}

Result<const Json::Array*> list_in(const Json& request, std::string_view name) {
  const Json& list = request[name];
  if (!list.is_array()) {
    return invalid("koha.request", {}, std::string(name));
  }
  return &list.items();
}

std::int64_t limit_in(const Json& request, std::int64_t fallback) {
  return std::clamp<std::int64_t>(request["limit"].integer(fallback), 1, most_lines);
}

Result<const Json::Array*> items_in(const CallContext& context, const Json& request) {
  METODICA_TRY(const Json::Array* const items, list_in(request, "items"));
  if (context.key.empty()) {
    return invalid("koha.no_key");
  }
  return items;
}

std::string id_text(std::int64_t id) {
  const std::string digits = std::to_string(id);
  return std::string(digits.size() < 10 ? 10 - digits.size() : 0, '0') + digits;
}

std::int64_t id_number(std::string_view text) {
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  return error == std::errc() && end == text.data() + text.size() && id > 0 ? id : 0;
}

Json done_confirmed(std::string_view id, std::string_view version) {
  return Json::object({{"outcome", "done_confirmed"}, {"id", id}, {"version", version}});
}

Json refused(std::string_view code) {
  return Json::object({{"outcome", "refused"}, {"code", code}});
}

Json failed(std::string_view code, bool retry) {
  return Json::object({{"outcome", "failed"}, {"retry", retry}, {"code", code}});
}

// Repeating is harmless because each write looks first whether Koha already has what is wanted.
Json outcome_of_error(const std::string& code) {
  if (code == "busy" || code == "unreachable" || code == "defect" || code.empty()) {
    return failed(code.empty() ? std::string("defect") : code, true);
  }
  return refused(code == "conflict" ? std::string("newer_version") : code);
}

}  // namespace metodica::koha
