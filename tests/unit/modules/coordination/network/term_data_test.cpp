// The terms that ship: each is read, has words in three languages, and none that a rule asks for
// is missing.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "modules/coordination/network/handover_rules.hpp"
#include "modules/coordination/visits/score_rules.hpp"
#include "text/messages.hpp"

namespace metodica::coordination {
namespace {

std::string shipped_file() {
  std::ifstream in(METODICA_SOURCE_DIR "/plugin/src/modules/coordination/data/county-terms.csv");
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(ShippedTerms, AreAllReadAndWorded) {
  const std::string file = shipped_file();
  const auto terms = terms_from_csv(file);
  EXPECT_EQ(static_cast<std::ptrdiff_t>(terms.size()) + 1,
            std::count(file.begin(), file.end(), '\n'))
      << "a line that is no term";
  for (const char* lang : {"ro", "en", "hu"}) {
    const Messages say(lang);
    for (const DatedTerm& term : terms)
      EXPECT_TRUE(say.has("term." + term.code)) << lang << " " << term.code;
  }
}

TEST(ShippedTerms, AnswerWhatTheRulesAskFor) {
  const auto terms = terms_from_csv(shipped_file());
  const Date day(2026, 1, 1);
  for (const std::string& code : score_codes())
    EXPECT_GT(term_on(terms, code, day).points, 0) << code;
  for (const std::string& step : handover_steps())
    EXPECT_FALSE(term_on(terms, "handover." + step, day).reference.empty()) << step;
  for (const char* purpose : {"staff", "contact", "county"})
    EXPECT_GT(term_on(terms, std::string("person.") + purpose, day).period, 0) << purpose;
  EXPECT_EQ(term_on(terms, "handover.stocktaking", day).reference,
            "Legea 334/2002 art. 40 alin. (9)");
  EXPECT_TRUE(term_on(terms, "handover.stocktaking", day).verified);
}

}  // namespace
}  // namespace metodica::coordination
