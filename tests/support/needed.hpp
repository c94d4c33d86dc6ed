/// What a test needs of the machine and does not find there.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

/// Ends a test, or the SetUp of one, that cannot run here: skipped, but a failure where the
/// environment variable CI is set, so that a green run there always means all tests.
#define METODICA_MISSING(why)               \
  do {                                      \
    const std::string why_ = (why);         \
    if (std::getenv("CI") != nullptr) {     \
      FAIL() << why_ << " (and CI is set)"; \
    }                                       \
    GTEST_SKIP() << why_;                   \
  } while (false)
