#include <gtest/gtest.h>

#include <algorithm>

#include "exchange/iso2709_reader.hpp"
#include "exchange/marc_reader.hpp"
#include "text/messages.hpp"
#include "unit/exchange/samples.hpp"

namespace metodica {
namespace {

std::vector<std::string> our_ids(std::string_view lang) {
  std::vector<std::string> ids = Messages(lang).ids();
  ids.erase(std::remove_if(ids.begin(), ids.end(),
                           [](const std::string& id) { return !id.starts_with("exchange."); }),
            ids.end());
  return ids;
}

TEST(ExchangeLocaleTest, EveryLanguageHasEveryMessage) {
  const std::vector<std::string> romanian = our_ids("ro");
  EXPECT_GT(romanian.size(), 70U);
  EXPECT_EQ(our_ids("en"), romanian);
  EXPECT_EQ(our_ids("hu"), romanian);
}

TEST(ExchangeLocaleTest, AFaultIsASentenceWithItsFigures) {
  const std::string bytes = test::small_raw("1", "Unu") + test::small_raw("2", "Doi").substr(0, 60);
  Iso2709Reader reader(from_memory(bytes));
  MarcOutcome outcome;
  ASSERT_TRUE(reader.next(outcome));
  ASSERT_TRUE(reader.next(outcome));
  EXPECT_EQ(Messages("ro").of(outcome.problems.at(0)),
            "Înregistrarea 2 (octetul " + std::to_string(outcome.offset) +
                ") se întrerupe înainte de sfârșit: are numai 60 de octeți.");
  EXPECT_EQ(Messages("en").of(outcome.problems.at(0)),
            "Record 2 (byte " + std::to_string(outcome.offset) +
                ") breaks off before its end: 60 bytes are left.");
}

}  // namespace
}  // namespace metodica
