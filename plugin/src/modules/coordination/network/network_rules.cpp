#include "modules/coordination/network/network_rules.hpp"

#include <algorithm>

namespace metodica::coordination {
namespace {

constexpr std::size_t longest_isil = 16;

bool needs_reason(std::string_view state) {
  return state == "closed" || state == "no_library" || state == "merged";
}

bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

}  // namespace

const std::vector<std::string>& unit_states() {
  static const std::vector<std::string> states = {"full_time", "half_time",  "fewer_hours",
                                                  "closed",    "no_library", "merged"};
  return states;
}

bool is_open_state(std::string_view state) {
  return state == "full_time" || state == "half_time" || state == "fewer_hours";
}

Result<void> check_next_status(const std::vector<StatusPeriod>& known, const StatusPeriod& next) {
  if (needs_reason(next.state) && next.reason.empty())
    return invalid("network.no_reason", {}, "reason");
  const bool has_target = next.merged_into != 0 && next.merged_into != next.siruta;
  if (next.state == "merged" && !has_target)
    return invalid("network.no_target", {}, "merged_into");
  for (const StatusPeriod& period : known) {
    if (next.from <= period.from)
      return invalid("network.status_before", {{"text", period.from.iso()}}, "from");
  }
  return {};
}

const StatusPeriod* status_on(const std::vector<StatusPeriod>& known, Date day) {
  const StatusPeriod* found = nullptr;
  for (const StatusPeriod& period : known) {
    const bool holds = period.from <= day && (period.to.none() || day <= period.to);
    if (holds && (found == nullptr || found->from < period.from))
      found = &period;
  }
  return found;
}

const std::vector<std::string>& contract_forms() {
  static const std::vector<std::string> forms = {"permanent", "fixed_term", "civil", "allowance",
                                                 "volunteer"};
  return forms;
}

const std::vector<std::string>& qualifications() {
  static const std::vector<std::string> all = {"library_degree", "other_degree", "library_course",
                                               "secondary"};
  return all;
}

Result<void> check_post(const StaffPost& post) {
  if (!post.to.none() && post.to < post.from)
    return invalid("network.post_ends", {}, "to");
  if (!post.retires_on.none() && post.retires_on < post.from)
    return invalid("network.retires", {}, "retires_on");
  return {};
}

std::int64_t staffed_percent(const std::vector<StaffPost>& posts, Date day) {
  std::int64_t percent = 0;
  for (const StaffPost& post : posts) {
    const bool lasts = post.from <= day && (post.to.none() || day <= post.to);
    if (lasts && post.person != 0)
      percent += post.norm_percent;
  }
  return percent;
}

Result<void> check_isil(std::string_view isil) {
  if (isil.empty())
    return {};
  const std::size_t hyphen = isil.find('-');
  const bool has_prefix =
      hyphen != std::string_view::npos && hyphen >= 1 && hyphen <= 4 && hyphen + 1 < isil.size() &&
      std::all_of(isil.begin(), isil.begin() + static_cast<std::ptrdiff_t>(hyphen), is_letter);
  const auto allowed = [](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '/' || c == '-' || c == ':';
  };
  if (!has_prefix || isil.size() > longest_isil || !std::all_of(isil.begin(), isil.end(), allowed))
    return invalid("network.isil", {{"text", std::string(isil)}}, "isil");
  return {};
}

// CASIDRo form of 2019 (domain note on coordination, part 4).
const std::vector<ProfileField>& profile_fields() {
  static const std::vector<ProfileField> fields = {
      {"official_name", "contact"},
      {"isil", "contact"},
      {"address", "contact"},
      {"phone", "contact"},
      {"fax", "contact"},
      {"email", "contact"},
      {"site", "contact"},
      {"social", "contact"},
      {"hours", "contact", false, true},
      {"founded", "history", true},
      {"history", "history", false, true},
      {"total", "collections", true},
      {"books_ro", "collections", true},
      {"books_foreign", "collections", true},
      {"serials_ro", "collections", true},
      {"serials_foreign", "collections", true},
      {"audiovisual", "collections", true},
      {"special", "collections", false, true},
      {"electronic", "collections", true},
      {"digitised", "collections", true},
      {"catalogue", "services"},
      {"seats", "services", true},
      {"computers", "services", true},
      {"internet", "services"},
      {"services", "services", false, true},
      {"authority", "contact"},
  };
  return fields;
}

}  // namespace metodica::coordination
