#include "modules/coordination/statistics/return_rules.hpp"

#include <gtest/gtest.h>

namespace metodica::coordination {
namespace {

Decision decision(std::int64_t step, std::int64_t submission, const char* kind) {
  Decision made;
  made.step = step;
  made.submission = submission;
  made.kind = kind;
  return made;
}

TEST(ReturnRules, TheStateFollowsFromWhatBothSidesDid) {
  EXPECT_EQ(state_of(false, 0, {}), ReturnState::empty);
  EXPECT_EQ(state_of(true, 0, {}), ReturnState::in_work);
  EXPECT_EQ(state_of(true, 1, {}), ReturnState::submitted);
  const std::vector<Decision> steps = {decision(1, 1, "returned"), decision(2, 2, "accepted"),
                                       decision(3, 2, "locked")};
  EXPECT_EQ(state_of(true, 1, steps), ReturnState::returned);
  EXPECT_EQ(state_of(true, 2, steps), ReturnState::locked);
  EXPECT_EQ(state_of(true, 3, steps), ReturnState::submitted) << "decided about older ones only";
}

TEST(ReturnRules, AReopenedReturnKeepsItsAcceptedVersion) {
  const std::vector<Decision> steps = {decision(1, 1, "accepted"), decision(2, 1, "reopened")};
  EXPECT_EQ(state_of(true, 1, steps), ReturnState::returned);
  EXPECT_EQ(accepted_submission(steps), 1);
  EXPECT_EQ(accepted_submission({decision(1, 1, "returned")}), 0);
}

TEST(ReturnRules, OneStepAfterTheOther) {
  EXPECT_TRUE(may_decide(ReturnState::submitted, "accepted"));
  EXPECT_TRUE(may_decide(ReturnState::accepted, "locked"));
  EXPECT_TRUE(may_decide(ReturnState::published, "reopened"));
  EXPECT_FALSE(may_decide(ReturnState::in_work, "accepted"));
  EXPECT_FALSE(may_decide(ReturnState::submitted, "locked"));
  EXPECT_FALSE(may_decide(ReturnState::accepted, "published"));
  EXPECT_FALSE(may_decide(ReturnState::returned, "reopened"));
  EXPECT_FALSE(may_decide(ReturnState::submitted, "burned"));
}

}  // namespace
}  // namespace metodica::coordination
