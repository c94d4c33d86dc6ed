/// Every operation of the host extensions, with a harmless request for each.
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "metodica/adapter.h"

namespace metodica::conformance {

struct Operation {
  const char* extension;  ///< id
  const char* name;       ///< "copies", as in the abilities
  std::size_t offset;     ///< of the function in its table
  bool writes;
  const char* request;  ///< matches the contract, changes nothing

  [[nodiscard]] std::string full_name() const;  ///< "holdings.copies"
};

[[nodiscard]] std::span<const Operation> operations();
/// Ids of all host extensions, info first.
[[nodiscard]] std::span<const char* const> extensions();

/// The function of an operation; nullptr when the adapter does not offer it.
[[nodiscard]] metodica_operation function_of(const metodica_adapter& adapter,
                                             const Operation& operation);

}  // namespace metodica::conformance
