#include "bibliography/udc_key.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "test_data.hpp"
#include "udc_samples.hpp"

namespace metodica {
namespace {

std::string key(std::string_view notation) {
  std::string out;
  append_udc_key(out, notation);
  return out;
}

TEST(UdcKey, FilesTheSummaryInScheduleOrder) {
  METODICA_DATA_ROWS(rows, "udc-summary.csv");
  std::string before;
  std::string before_notation;
  int count = 0;
  for (const auto& row : rows) {
    if (row[4] != "main") {
      continue;
    }
    const std::string now = key(row[0]);
    EXPECT_LT(before, now) << before_notation << " must stand before " << row[0];
    before = now;
    before_notation = row[0];
    ++count;
  }
  EXPECT_EQ(count, 1808);
}

TEST(UdcKey, FilesCompoundNumbersAsListed) {
  METODICA_DATA_ROWS(rows, "udc-filing-order.csv");
  EXPECT_EQ(rows.size(), 123U);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    EXPECT_LT(key(rows[i - 1][1]), key(rows[i][1])) << rows[i - 1][1] << " < " << rows[i][1];
  }
}

TEST(UdcKey, FollowsTheSeriesOfSigns) {
  const std::vector<std::string> series{"61+62",    "61/62",  "61",      "61:62",    "61::62",
                                        "61[62]",   "61=111", "61(038)", "61(498)",  "61(=135)",
                                        "61\"19\"", "61*2",   "61 Abc",  "61-053.2", "61-1",
                                        "61.01",    "61'2",   "611"};
  for (std::size_t i = 1; i < series.size(); ++i) {
    EXPECT_LT(key(series[i - 1]), key(series[i])) << series[i - 1] << " < " << series[i];
  }
}

TEST(UdcKey, PutsTheLongerRangeFirst) {
  EXPECT_LT(key("272/279"), key("272/273"));
  EXPECT_LT(key("272/273"), key("272"));
  EXPECT_LT(key("523.41/.43"), key("523.41/.42"));
  EXPECT_LT(key("\"1903/...\""), key("\"1903/1910\""));
}

TEST(UdcKey, CompletesShortenedRangeEnds) {
  EXPECT_EQ(key("523.41/.43"), key("523.41/523.43"));
  EXPECT_EQ(key("582.261/.279"), key("582.261/582.279"));
  EXPECT_EQ(key("616-01/-099"), key("616-01/099"));
}

TEST(UdcKey, IgnoresDotsSpacesAndTypography) {
  EXPECT_EQ(key("821.135.1-31"), key("821135.1 \u2013 31"));
  EXPECT_EQ(key("94(498)\"19\""), key("94 (498) \u201E19\u201D"));
  EXPECT_EQ(key("81'22"), key("81\u201922"));
  EXPECT_EQ(key("81'22"), key("81`22"));
}

TEST(UdcKey, FilesLettersWithoutMarksWordByWord) {
  EXPECT_EQ(key("929 \u0218tef\u0103nescu"), key("929 \u015Etef\u0103nescu"));
  EXPECT_EQ(key("929 Stefanescu"), key("929 \u0218TEF\u0102NESCU"));
  EXPECT_LT(key("929 Popa, I."), key("929 Popescu, A."));
  EXPECT_LT(key("821"), key("821RO"));
  EXPECT_LT(key("821RO"), key("821.1"));
}

TEST(UdcKey, SkipsAGroupAtTheStart) {
  EXPECT_LT(key("[622+669]"), key("622"));
  EXPECT_LT(key("[622+669](485)"), key("623"));
  EXPECT_LT(key("621"), key("[622+669](485)"));
}

TEST(UdcKey, PutsYearsBeforeOurEraFirst) {
  EXPECT_LT(key("94\"-0300\""), key("94\"-0044\""));
  EXPECT_LT(key("94\"-0044\""), key("94\"0014\""));
}

TEST(UdcKey, AppendsToWhatIsThere) {
  std::string out = "A";
  append_udc_key(out, "5");
  EXPECT_EQ(out, std::string("A5\x21"));
}

TEST(UdcKey, UsesOnlyTheBytesOfTheDesignAndNeverFails) {
  test::UdcSamples samples(1);
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = samples.noise();
    const std::string made = key(text);
    const bool right = std::all_of(made.begin(), made.end(), [](char c) {
      return (c >= 0x1F && c <= 0x39) || (c >= 'A' && c <= 'Z');
    });
    ASSERT_TRUE(right) << text;
    ASSERT_EQ(made.back(), 0x21) << text;
  }
}

TEST(UdcKey, DecidesAtTheNextSignWhateverFollows) {
  test::UdcSamples samples(2);
  for (int i = 0; i < 5'000; ++i) {
    const std::string stem = samples.notation();
    if (stem.find_first_of("+:") != std::string::npos) {
      continue;
    }
    const std::string tail = samples.notation();
    ASSERT_LT(key(stem + "+" + tail), key(stem)) << stem << " " << tail;
    ASSERT_LT(key(stem), key(stem + ":" + tail)) << stem << " " << tail;
    ASSERT_LT(key(stem + ":" + tail), key(stem + "=135.1")) << stem << " " << tail;
    ASSERT_LT(key(stem + "=135.1"), key(stem + "(498)")) << stem;
  }
}

TEST(UdcKey, HostSafeOrderIsTheBinaryOrder) {
  test::UdcSamples samples(3);
  for (int i = 0; i < 20'000; ++i) {
    const bool noisy = i % 2 == 0;
    const std::string a = noisy ? samples.noise() : samples.notation();
    const std::string b = noisy ? samples.noise() : samples.notation();
    const int binary = key(a).compare(key(b));
    const int safe = host_safe_udc_key(a).compare(host_safe_udc_key(b));
    ASSERT_EQ(binary < 0, safe < 0) << a << " | " << b;
    ASSERT_EQ(binary == 0, safe == 0) << a << " | " << b;
  }
}

TEST(UdcKey, HostSafeKeysHaveOnlyCapitalsAndDigitsAndFit) {
  const std::string safe = host_safe_udc_key("821.135.1-3 Rebreanu" + std::string(400, 'z'));
  EXPECT_EQ(safe.size(), 254U);  // pairs of letters are never cut in two
  EXPECT_TRUE(std::all_of(safe.begin(), safe.end(),
                          [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); }));
  EXPECT_EQ(host_safe_udc_key("5"), "M2");
}

}  // namespace
}  // namespace metodica
