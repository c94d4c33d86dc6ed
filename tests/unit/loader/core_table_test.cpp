#include "loader/core_table.hpp"

#include <gtest/gtest.h>

#include <thread>

#include "metodica/adapter.hpp"

namespace metodica {
namespace {

class CoreTableTest : public testing::Test {
 protected:
  CoreTable::Offers offers() {
    return {[this](std::int32_t level, std::string_view event) {
              levels_.push_back(level);
              events_.emplace_back(event);
            },
            [](const CallContext& context, std::string_view question) -> Result<std::string> {
              return context.library + " " + std::string(question);
            },
            [this](const CallContext& /*context*/, const Json& change) -> Result<void> {
              changed_ = change["id"].text();
              return {};
            }};
  }

  std::vector<std::int32_t> levels_;
  std::vector<std::string> events_;
  std::string changed_;
  CoreTable table_{offers()};
  Core core_{&table_.table()};
  CallContext context_{"57706", "", "", "", "", ""};
};

TEST_F(CoreTableTest, AnswersWhileInsideACall) {
  const CoreTable::Inside inside(table_);
  const auto answer = core_.ask(context_, R"({"q":1})");
  ASSERT_TRUE(answer);
  EXPECT_EQ(*answer, R"(57706 {"q":1})");
  EXPECT_TRUE(core_.changed(context_, R"({"what":"copy","id":"1201"})"));
  EXPECT_EQ(changed_, "1201");
}

TEST_F(CoreTableTest, OutsideOfACallIsAFaultOfTheAdapter) {
  const auto answer = core_.ask(context_, "{}");
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().status, METODICA_INVALID);
  EXPECT_EQ(levels_, std::vector<std::int32_t>{METODICA_LOG_ADAPTER_FAULT});
  EXPECT_EQ(events_.at(0), R"({"event":"loader.outside_call","function":"ask"})");
}

TEST_F(CoreTableTest, AnotherThreadIsOutside) {
  const CoreTable::Inside inside(table_);
  metodica_status status = METODICA_OK;
  std::thread([&] { status = core_.changed(context_, "{}").error().status; }).join();
  EXPECT_EQ(status, METODICA_INVALID);
}

TEST_F(CoreTableTest, InsideEndsWithItsScope) {
  { const CoreTable::Inside inside(table_); }
  EXPECT_FALSE(core_.ask(context_, "{}"));
}

TEST_F(CoreTableTest, TextsAreChecked) {
  const CoreTable::Inside inside(table_);
  EXPECT_EQ(core_.ask(context_, "\xff").error().status, METODICA_INVALID);
  EXPECT_EQ(core_.changed(context_, "not json").error().status, METODICA_INVALID);
  EXPECT_EQ(core_.changed(context_, "[1]").error().status, METODICA_INVALID);
}

TEST_F(CoreTableTest, LogLinesAreCheckedAndUnknownLevelsAreInfo) {
  core_.log(METODICA_LOG_WARNING, R"({"event":"koha.slow"})");
  core_.log(99, R"({"event":"koha.new"})");
  core_.log(METODICA_LOG_ERROR, "not an object");
  EXPECT_EQ(levels_, (std::vector<std::int32_t>{METODICA_LOG_WARNING, METODICA_LOG_INFO,
                                                METODICA_LOG_ADAPTER_FAULT}));
  EXPECT_EQ(events_.at(2), R"({"event":"loader.bad_log_line"})");
}

TEST(CoreTable, WithoutAnswersItIsUnsupported) {
  CoreTable table{{}};
  const CoreTable::Inside inside(table);
  const Core core(&table.table());
  EXPECT_EQ(core.ask({}, "{}").error().status, METODICA_UNSUPPORTED);
  EXPECT_TRUE(core.changed({}, "{}")) << "news that nobody wants are no failure";
  core.log(METODICA_LOG_INFO, "{}");
}

TEST(CoreTable, WhatAnAnswerThrowsStaysInside) {
  CoreTable table{{{},
                   [](const CallContext&, std::string_view) -> Result<std::string> {
                     throw std::runtime_error("host");
                   },
                   {}}};
  const CoreTable::Inside inside(table);
  EXPECT_EQ(Core(&table.table()).ask({}, "{}").error().status, METODICA_DEFECT);
}

}  // namespace
}  // namespace metodica
