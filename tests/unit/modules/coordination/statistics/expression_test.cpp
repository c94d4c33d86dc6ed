#include "modules/coordination/statistics/expression.hpp"

#include <gtest/gtest.h>

namespace metodica::coordination {
namespace {

YearFigure lookup(std::string_view space, std::string_view code) {
  if (code == "loans")
    return YearFigure::whole(space == "last" ? 100 : 130);
  if (code == "users")
    return YearFigure::whole(8);
  if (code == "area")
    return YearFigure::decimal(12'5000);
  return code == "unread" ? YearFigure::none(FigureKind::not_counted) : YearFigure{};
}

std::string value_of(std::string_view text) {
  const auto read = Expression::parse(text);
  if (!read)
    return "error at " + std::get<std::string>(read.error().arguments.back().value);
  const auto value = read->value(lookup);
  return value ? std::to_string(*value) : "unknown";
}

TEST(Expression, CalculatesExactly) {
  EXPECT_EQ(value_of("1 + 2 * 3"), "70000");
  EXPECT_EQ(value_of("(1 + 2) * 3"), "90000");
  EXPECT_EQ(value_of("loans / users"), "162500");
  EXPECT_EQ(value_of("-area + 0.25"), "-122500");
  EXPECT_EQ(value_of("1 / 3"), "3333");
  EXPECT_EQ(value_of("2 / 3"), "6667");
  EXPECT_EQ(value_of("-2 / 3"), "-6667");
  EXPECT_EQ(value_of("abs(last.loans - loans) > 0.3 * last.loans"), "0");
  EXPECT_EQ(value_of("abs(last.loans - loans) >= 0.3 * last.loans"), "10000");
}

TEST(Expression, WhatIsNotKnownStaysNotKnown) {
  EXPECT_EQ(value_of("missing + 1"), "unknown");
  EXPECT_EQ(value_of("missing = 0"), "unknown");
  EXPECT_EQ(value_of("loans / 0"), "unknown");
  EXPECT_EQ(value_of("sum(missing, users, unread)"), "80000");
  EXPECT_EQ(value_of("sum(missing, unread)"), "unknown");
  EXPECT_EQ(value_of("known(missing)"), "0");
  EXPECT_EQ(value_of("known(unread)"), "0");
  EXPECT_EQ(value_of("answered(unread)"), "10000");
  EXPECT_EQ(value_of("answered(missing)"), "0");
  EXPECT_EQ(value_of("missing > 1 and users > 9"), "0") << "one side settles it";
  EXPECT_EQ(value_of("missing > 1 or users > 7"), "10000");
  EXPECT_EQ(value_of("missing > 1 and users > 7"), "unknown");
  EXPECT_EQ(value_of("not missing"), "unknown");
}

TEST(Expression, TooLargeIsNotKnown) {
  EXPECT_EQ(value_of("900000000000000 * 900000000000000"), "unknown");
}

TEST(Expression, SaysWhereItCannotBeRead) {
  EXPECT_EQ(value_of("loans +"), "error at 8");
  EXPECT_EQ(value_of("loans ) 1"), "error at 7");
  EXPECT_EQ(value_of("sqrt(loans)").substr(0, 5), "error");
  EXPECT_EQ(value_of("known(1, 2)").substr(0, 5), "error");
  EXPECT_EQ(value_of("answered(1 + 1)").substr(0, 5), "error");
  EXPECT_EQ(value_of("").substr(0, 5), "error");
  EXPECT_EQ(value_of("1 < 2 < 3").substr(0, 5), "error");
  EXPECT_EQ(value_of(std::string(2000, '(')).substr(0, 5), "error");
  EXPECT_EQ(value_of(std::string(500, '(') + "1").substr(0, 5), "error") << "brackets too deep";
  EXPECT_EQ(value_of(std::string(900, '-') + "1").substr(0, 5), "error");
}

TEST(Expression, NamesWhatItAsksFor) {
  const auto read = Expression::parse("loans > last.loans and loans > users");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->names(), (std::vector<std::string>{"loans", "last.loans", "users"}));
}

}  // namespace
}  // namespace metodica::coordination
