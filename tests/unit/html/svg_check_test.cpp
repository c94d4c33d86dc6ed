#include "html/svg_check.hpp"

#include <gtest/gtest.h>

namespace metodica::html {
namespace {

std::string checked(std::string_view svg) {
  return SvgCheck::checked(svg).text();
}

TEST(SvgCheck, PassesShapesAndText) {
  EXPECT_EQ(
      checked("<svg viewBox=\"0 0 10 10\">\n<g transform=\"translate(1,2) rotate(45)\"><path "
              "d=\"M0 0L1.5-2e3z\" fill=\"rgb(1,2,3)\"/></g>"
              "<text x=\"1\" font-family=\"Noto Sans, serif\">a &lt; b &amp; c</text></svg>\n"),
      "<svg viewBox=\"0 0 10 10\">\n<g transform=\"translate(1,2) rotate(45)\"><path d=\"M0 "
      "0L1.5-2e3z\" fill=\"rgb(1,2,3)\"></path></g>"
      "<text x=\"1\" font-family=\"Noto Sans, serif\">a &lt; b &amp; c</text></svg>");
  EXPECT_NE(checked("<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>"), "");
}

TEST(SvgCheck, RefusesEverythingElse) {
  for (const char* wrong : {"",
                            "x",
                            "<svg>",
                            "<svg></svg>x",
                            "<svg/><svg/>",
                            "<g></g>",
                            "<svg><svg></svg></svg>",
                            "<svg><script>alert(1)</script></svg>",
                            "<svg onload=\"alert(1)\"></svg>",
                            "<svg style=\"x\"></svg>",
                            "<svg><a href=\"x\"></a></svg>",
                            "<svg><use href=\"#a\"/></svg>",
                            "<svg><image href=\"x\"/></svg>",
                            "<svg><style>a</style></svg>",
                            "<svg id=\"content\"></svg>",
                            "<svg><rect fill=\"url(#a)\"/></svg>",
                            "<svg><rect fill=\"u\\72l(x)\"/></svg>",
                            "<svg><rect fill='red'/></svg>",
                            "<svg><rect fill=red /></svg>",
                            "<svg><rect fill=\"&#x75;rl(x)\"/></svg>",
                            "<svg><!-- x --></svg>",
                            "<!DOCTYPE svg><svg></svg>",
                            "<?xml version=\"1.0\"?><svg></svg>",
                            "<svg><text>&nbsp;</text></svg>",
                            "<svg><text>&#x3c;</text></svg>",
                            "<svg xmlns=\"javascript:x\"></svg>",
                            "<svg><foreignObject></foreignObject></svg>",
                            "<svg><g></svg></g>",
                            "<svg><animate attributeName=\"x\"/></svg>",
                            "<SVG></SVG>",
                            "<svg",
                            "<svg ",
                            "<svg viewBox",
                            "<svg viewBox=",
                            "<svg viewBox=\"",
                            "<svg><text>",
                            "<svg></",
                            "<svg><rect fill=\"expression(1)\"/></svg>"}) {
    EXPECT_EQ(checked(wrong), "") << wrong;
  }
  std::string deep;
  for (int i = 0; i < 100; ++i) {
    deep += "<g>";
  }
  EXPECT_EQ(checked("<svg>" + deep), "");
}

}  // namespace
}  // namespace metodica::html
