#include "bibliography/shelf_udc.hpp"

#include <algorithm>

namespace metodica {
namespace {

// The rule with the longest prefix that `digits` begins with; null when none does.
template <class Rule, class Prefix>
const Rule* longest_match(const std::vector<Rule>& rules, Prefix Rule::*prefix,
                          std::string_view digits) {
  const Rule* best = nullptr;
  std::size_t best_size = 0;
  for (const Rule& rule : rules) {
    const std::string wanted = digits_of(rule.*prefix);
    if (digits.starts_with(wanted) && (best == nullptr || wanted.size() > best_size)) {
      best = &rule;
      best_size = wanted.size();
    }
  }
  return best;
}

std::string shortened_main(const UdcElement& main, const ShelfUdcRules& rules) {
  const std::string digits = digits_of(main.start());
  if (const auto* replacement = longest_match(rules.replacements, &UdcReplacement::from, digits)) {
    return replacement->to;
  }
  const auto* depth = longest_match(rules.depths, &UdcDepth::prefix, digits);
  if (depth == nullptr || digits.size() <= depth->digits) {
    return std::string(main.text);
  }
  return dotted_digits(std::string_view(digits).substr(0, depth->digits));
}

}  // namespace

std::string dotted_digits(std::string_view digits) {
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && i % 3 == 0) {
      out += '.';
    }
    out += digits[i];
  }
  return out;
}

std::string shorten_udc(std::string_view notation, const ShelfUdcRules& rules) {
  const std::string normalised = udc_normalised(notation);
  std::string out;
  bool main_seen = false;
  for (const UdcElement& element : udc_elements(normalised)) {
    if (element.part == UdcPart::main) {
      main_seen = true;
      out += shortened_main(element, rules);
    } else if (element.part == UdcPart::group_open && !main_seen) {
      continue;
    } else if (is_connector(element.part) || element.part == UdcPart::group_close) {
      break;
    } else if (!main_seen ||
               std::find(rules.kept.begin(), rules.kept.end(), element.part) != rules.kept.end()) {
      out += element.after_space && !out.empty() ? " " : "";
      out += element.text;
    }
  }
  return main_seen ? out : normalised;
}

}  // namespace metodica
