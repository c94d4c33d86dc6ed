/// guarded: nothing C++ leaves through a door. What was not expected becomes METODICA_DEFECT.
#pragma once

#include <exception>

#include "metodica/abi.h"
#include "metodica/result.hpp"

namespace metodica {

/// Runs `work` and returns its status; an exception becomes a status and is told to `failed`.
template <class Work, class Failed>
metodica_status guarded(Work work, Failed failed) noexcept {
  try {
    return work();
  } catch (const std::exception& defect) {
    try {
      failed(defect.what());
    } catch (...) {
      return METODICA_DEFECT;  // not even memory to say so
    }
  } catch (...) {
    return METODICA_DEFECT;
  }
  return METODICA_DEFECT;
}

}  // namespace metodica
