#include "text/markup.hpp"

#include <gtest/gtest.h>

namespace metodica {
namespace {

TEST(Markup, EscapesWhatHasAMeaningAndDropsWhatXmlForbids) {
  std::string out = "= ";
  append_escaped(out, "„Tom & Jerry” <1> \"x\" 'y'\n\x01ș");
  EXPECT_EQ(out, "= „Tom &amp; Jerry” &lt;1&gt; &quot;x&quot; 'y'ș");
}

}  // namespace
}  // namespace metodica
