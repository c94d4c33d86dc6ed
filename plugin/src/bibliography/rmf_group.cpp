#include "bibliography/rmf_group.hpp"

#include "bibliography/udc_elements.hpp"

namespace metodica {
namespace {

constexpr std::string_view kNewspaperClass = "050";

}  // namespace

std::string rmf_column(const std::vector<ContentColumn>& columns, std::string_view notation,
                       bool newspaper) {
  const std::string digits = newspaper ? std::string(kNewspaperClass) : first_main_digits(notation);
  const ContentColumn* best = nullptr;
  std::size_t best_length = 0;
  for (const ContentColumn& column : columns) {
    for (const std::string& prefix : column.prefixes) {
      const std::string wanted = digits_of(prefix);
      if (wanted.size() > best_length && digits.starts_with(wanted)) {
        best = &column;
        best_length = wanted.size();
      }
    }
  }
  return best == nullptr ? std::string() : best->code;
}

}  // namespace metodica
