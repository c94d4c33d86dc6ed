#include "loader/host_tables.hpp"

#include <gmock/gmock.h>

#include "unit/loader/fake_adapter.hpp"

namespace metodica {
namespace {

class HostTables : public testing_support::WithFakeAdapter {};

TEST_F(HostTables, WhatIsNotOfferedIsEmpty) {
  EXPECT_NE(host_.info, nullptr);
  EXPECT_NE(host_.holdings, nullptr);
  EXPECT_EQ(host_.titles, nullptr);
  EXPECT_EQ(host_.draw, nullptr);
}

TEST_F(HostTables, ListsAreCutIntoBatchesAndJoinedInOrder) {
  const std::vector<std::string> barcodes = {"A", "B", "C", "D", "E"};
  const auto copies = host_.holdings->copies(context_, barcodes);
  ASSERT_TRUE(copies);
  ASSERT_EQ(copies->size(), 5U);
  EXPECT_EQ((*copies)[4]["barcode"].text(), "E");
  ASSERT_EQ(fake().asked_.size(), 3U);
  EXPECT_EQ(fake().asked_[0].in, R"({"barcodes":["A","B"]})");
  EXPECT_EQ(fake().asked_[2].in, R"({"barcodes":["E"]})");
}

TEST_F(HostTables, TheContextArrivesWhole) {
  ASSERT_TRUE(host_.holdings->copies(context_, std::vector<std::string>{"A"}));
  const CallContext& seen = fake().asked_.at(0).context;
  EXPECT_EQ(seen.library, "57706");
  EXPECT_EQ(seen.branch, "F3");
  EXPECT_EQ(seen.user, "mpop");
  EXPECT_EQ(seen.key, "key-1");
  EXPECT_EQ(seen.trace, "t1");
}

TEST_F(HostTables, LinesComeBeforeTheProblemOfTheAdapter) {
  std::vector<std::string> seen;
  const auto walked = host_.holdings->walk(context_, Json::object(), "", [&](const Json& copy) {
    seen.push_back(copy["id"].text());
    return true;
  });
  EXPECT_EQ(seen, (std::vector<std::string>{"1", "2"}));
  ASSERT_FALSE(walked);
  EXPECT_EQ(walked.error().status, METODICA_UNREACHABLE);
  EXPECT_EQ(walked.error().message, "fake.lost");
  EXPECT_EQ(walked.error().arguments, (std::vector<MessageArgument>{{"count", std::int64_t{2}}}));
}

TEST_F(HostTables, EnoughIsNoFailure) {
  int seen = 0;
  const auto walked = host_.holdings->walk(context_, Json::object(), "", [&](const Json& /*copy*/) {
    ++seen;
    return false;
  });
  EXPECT_TRUE(walked);
  EXPECT_EQ(seen, 1);
}

TEST_F(HostTables, WhatThePluginThrowsPassesBehindTheAdapter) {
  EXPECT_THROW(static_cast<void>(host_.holdings->walk(
                   context_, Json::object(), "",
                   [](const Json& /*copy*/) -> bool { throw std::logic_error("ours"); })),
               std::logic_error);
}

TEST_F(HostTables, OutcomesOfADonePartAreNeverLost) {
  const Json::Array items(5, Json::object({{"id", "1"}}));
  const auto outcomes = host_.holdings_write->retire(context_, items);
  ASSERT_TRUE(outcomes);
  ASSERT_EQ(outcomes->size(), 5U);
  EXPECT_EQ((*outcomes)[0], (WriteOutcome{Outcome::done_confirmed, false, "1", "2", ""}));
  EXPECT_EQ((*outcomes)[1], (WriteOutcome{Outcome::refused, false, "", "", "on_loan"}));
  for (std::size_t i = 2; i < 5; ++i) {
    EXPECT_EQ((*outcomes)[i], (WriteOutcome{Outcome::failed, true, "", "", "fake.gone"}));
  }
  EXPECT_EQ(fake().asked_.at(0).context.key, "key-1");
  EXPECT_EQ(fake().asked_.at(1).context.key, "key-1/2");
  EXPECT_EQ(fake().asked_.size(), 2U) << "nothing is tried after a failure";
}

TEST_F(HostTables, WritesNeedAKey) {
  context_.key.clear();
  const auto outcomes = host_.holdings_write->retire(context_, {Json::object()});
  ASSERT_FALSE(outcomes);
  EXPECT_EQ(outcomes.error().message, "loader.no_key");
  EXPECT_TRUE(fake().asked_.empty());
}

TEST_F(HostTables, AnUnknownOutcomeIsADefect) {
  const auto outcomes = host_.holdings_write->change(context_, {Json::object()});
  ASSERT_FALSE(outcomes);
  EXPECT_EQ(outcomes.error().message, "loader.outcome");
}

TEST_F(HostTables, AnOperationThatIsNotOverriddenIsUnsupported) {
  const auto numbered = host_.holdings->numbered(context_, std::vector<HostNumber>{{"RI", 1}});
  ASSERT_FALSE(numbered);
  EXPECT_EQ(numbered.error().status, METODICA_UNSUPPORTED);
  EXPECT_EQ(numbered.error().message, "loader.not_offered");
}

TEST_F(HostTables, AnExceptionOfTheAdapterStaysInside) {
  const auto report = host_.info->self_test(context_);
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().status, METODICA_DEFECT);
  EXPECT_EQ(report.error().message, "loader.adapter_exception");
  EXPECT_EQ(report.error().arguments, (std::vector<MessageArgument>{{"what", "no \"test\" here"}}));
}

TEST(ExportCreate, AFailureKeepsItsField) {
  CoreTable core{{}};
  const detail::TextSink problem;
  const metodica_adapter* made = nullptr;
  EXPECT_EQ(Export<testing_support::FakeAdapter>::create(&core.table(), "fail", 4, &problem, &made),
            METODICA_INVALID);
  EXPECT_EQ(made, nullptr);
  EXPECT_EQ(problem.text,
            "{\"kind\":\"problem\",\"code\":\"invalid\",\"message\":\"fake.settings\","
            "\"arguments\":{\"text\":\"x\"},\"field\":\"staff_url\"}\n");
}

}  // namespace
}  // namespace metodica
