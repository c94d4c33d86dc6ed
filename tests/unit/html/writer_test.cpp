#include "html/writer.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace metodica::html {
namespace {

TEST(HtmlWriter, EscapesTextAndValues) {
  HtmlWriter out;
  out.open("p", {{"class", "a\"b'<c>&"}}).text("<script>alert('1') & \"2\"</script>").close();
  EXPECT_EQ(std::move(out).take().text(),
            "<p class=\"a&quot;b&#39;&lt;c&gt;&amp;\">&lt;script&gt;alert(&#39;1&#39;) &amp; "
            "&quot;2&quot;&lt;/script&gt;</p>");
}

TEST(HtmlWriter, LeavesOutControlCharacters) {
  std::string out;
  append_escaped(out, std::string_view("a\0b\x01\x1b[c\td\ne\r", 12));
  EXPECT_EQ(out, "ab[c\td\ne");
}

TEST(HtmlWriter, AttributesMayBePresentOrAbsent) {
  HtmlWriter out;
  out.single("input", {{"disabled", true},
                       {"checked", false},
                       {"maxlength", std::int64_t{7}},
                       Attribute::unless_empty("title", "")});
  EXPECT_EQ(std::move(out).take().text(), "<input disabled maxlength=\"7\">");
}

TEST(HtmlWriter, ElementsMustBalance) {
  HtmlWriter open;
  open.open("p");
  EXPECT_THROW((void)std::move(open).take(), std::logic_error);
  EXPECT_THROW(HtmlWriter().close(), std::logic_error);
}

}  // namespace
}  // namespace metodica::html
