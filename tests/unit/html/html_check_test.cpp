// The reader of the tests must itself see what is wrong.
#include "unit/html/html_check.hpp"

#include <gtest/gtest.h>

namespace metodica::html_check {
namespace {

TEST(HtmlCheck, SeesWhatIsWrong) {
  EXPECT_EQ(read("<p class=\"a\">b &amp; c</p>").fault, "");
  for (const char* wrong :
       {"<p>\"</p>", "<p>'</p>", "<p>></p>", "<p>&</p>", "<p>&#60;</p>", "<p", "<p><b></p></b>",
        "<p>", "</p>", "<x></x>", "<p onclick=\"a\"></p>", "<p style=\"a\"></p>",
        "<p class='a'></p>", "<p class=\"<\"></p>", "<a href=\"javascript:x\"></a>",
        "<script>x</script>", "<p id=\"a\" id=\"b\"></p>", "<p>\x01</p>"}) {
    EXPECT_NE(read(wrong).fault, "") << wrong;
  }
}

}  // namespace
}  // namespace metodica::html_check
