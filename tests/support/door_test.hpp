/// The base of tests through door 1 that run on each engine:
///
///   class Lots : public DoorTest {
///     void prepare() override { door().good("registers.open", opening()); }
///   };
///   TEST_P(Lots, KeepTheirNumber) { ... }
///   METODICA_ON_SHARED_ENGINES(Lots);
#pragma once

#include <gtest/gtest.h>

#include <memory>

#include "support/door.hpp"
#include "support/needed.hpp"

namespace metodica::test {

class DoorTest : public testing::TestWithParam<TestEngine> {
 protected:
  void SetUp() override {
    if (const std::string why = missing(GetParam()); !why.empty()) {
      METODICA_MISSING(why);
    }
    door_ = std::make_unique<Door>(GetParam());
    prepare();
  }

  /// What every test of the suite begins with.
  virtual void prepare() {}

  Door& door() { return *door_; }

 private:
  std::unique_ptr<Door> door_;
};

}  // namespace metodica::test
