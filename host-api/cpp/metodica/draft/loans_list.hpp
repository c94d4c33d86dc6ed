/// The draft extension of ext/draft/loans_list.h as a class to derive from.
#pragma once

#include "metodica/ext/draft/loans_list.h"
#include "metodica/extensions.hpp"

namespace metodica {

/// The list of copies on loan. See ext/draft/loans_list.h. [call]
class LoansListExtension : public Extension {
 public:
  static constexpr std::string_view extension_id = METODICA_HOST_LOANS_LIST;
  [[nodiscard]] std::string_view id() const final { return extension_id; }
  [[nodiscard]] const void* table() const final;

  virtual Result<void> replace(const CallContext&, std::string_view, Sink&) {
    return detail::not_offered();
  }
  virtual Result<void> add(const CallContext&, std::string_view, Sink&) {
    return detail::not_offered();
  }
  virtual Result<void> remove(const CallContext&, std::string_view, Sink&) {
    return detail::not_offered();
  }
  virtual Result<void> list(const CallContext&, std::string_view, Sink&) {
    return detail::not_offered();
  }
};

namespace detail {

inline constexpr metodica_host_loans_list loans_list_table = {
    sizeof(metodica_host_loans_list),
    &abilities<LoansListExtension>,
    &operation<LoansListExtension, &LoansListExtension::replace>,
    &operation<LoansListExtension, &LoansListExtension::add>,
    &operation<LoansListExtension, &LoansListExtension::remove>,
    &operation<LoansListExtension, &LoansListExtension::list>};

}  // namespace detail

inline const void* LoansListExtension::table() const {
  return &detail::loans_list_table;
}

}  // namespace metodica
