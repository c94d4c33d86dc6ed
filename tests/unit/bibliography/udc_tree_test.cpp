#include "bibliography/udc_tree.hpp"

#include <gtest/gtest.h>

#include <string>

#include "test_data.hpp"
#include "udc_samples.hpp"

namespace metodica {
namespace {

// "(number main:94 place:(498)(main:498))" for "94(498)".
std::string shape(const std::vector<UdcNode>& tree, std::uint32_t at = 0) {
  const UdcNode& node = tree[at];
  std::string children;
  for (std::uint32_t child = at + 1; child < node.end; child = tree[child].end) {
    children += (children.empty() ? "" : " ") + shape(tree, child);
  }
  switch (node.kind) {
    case UdcNodeKind::expression:
      return "{" + children + "}";
    case UdcNodeKind::number:
      return "<" + children + ">";
    case UdcNodeKind::group:
      return "[" + children + "]";
    default:
      return std::string(node.text) + (children.empty() ? "" : "{" + children + "}");
  }
}

TEST(UdcTree, HasMembersGroupsAndTheInsideOfBrackets) {
  EXPECT_EQ(shape(udc_tree("94(498)")), "{<94 (498){498}>}");
  EXPECT_EQ(shape(udc_tree("539.4.019:[535-15+537.8.029.6]")),
            "{<539.4 .019> : [{<535 -15> + <537.8 .029.6>}]}");
  EXPECT_EQ(shape(udc_tree("[622+669](485)")), "{[{<622> + <669>} (485){485}]}");
  EXPECT_EQ(shape(udc_tree("=111(02.053.2)53")), "{<=111 (02.053.2){02 .053.2} 53>}");
  EXPECT_EQ(shape(udc_tree("908(498-35 Mure\u0219)")),
            "{<908 (498-35 Mure\u0219){498 -35 Mure\u0219}>}");
  EXPECT_EQ(shape(udc_tree("94(44+460)")), "{<94 (44+460){44 + 460}>}");
  EXPECT_EQ(shape(udc_tree("")), "{}");
}

TEST(UdcTree, KnowsTheTextOfEveryNode) {
  const std::vector<UdcNode> tree = udc_tree("37:[622+669](485) Abel");
  std::vector<std::string> texts;
  for (const UdcNode& node : tree) {
    if (node.kind != UdcNodeKind::element) {
      texts.emplace_back(node.text);
    }
  }
  EXPECT_EQ(texts, (std::vector<std::string>{"37:[622+669](485) Abel", "37", "[622+669](485) Abel",
                                             "622+669", "622", "669"}));
}

TEST(UdcTree, ReadsUnbalancedAndDeepGroupsWithoutRecursion) {
  EXPECT_EQ(shape(udc_tree("5]6")), "{<5> <] 6>}");
  EXPECT_EQ(shape(udc_tree("[5")), "{[{<5>}]}");
  const std::string deep = std::string(100'000, '[') + "5" + std::string(100'000, ']');
  EXPECT_EQ(udc_tree(deep).size(), 2U * 100'000U + 3U);
}

// Leaves outside brackets give the notation back, and every subtree is a run inside its parent.
void expect_sound(std::string_view notation) {
  const std::vector<UdcNode> tree = udc_tree(notation);
  std::string joined;
  std::uint32_t bracket_end = 0;
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    ASSERT_GT(tree[i].end, i) << notation;
    ASSERT_LE(tree[i].end, tree.size()) << notation;
    if (tree[i].kind == UdcNodeKind::element && i >= bracket_end) {
      joined += tree[i].text;
      bracket_end = tree[i].end;
    } else if (tree[i].kind == UdcNodeKind::group) {
      joined += "[";
    }
  }
  std::string wanted(notation);
  std::erase(wanted, ' ');
  std::erase(wanted, ']');
  std::erase(joined, ' ');
  std::erase(joined, ']');
  ASSERT_EQ(joined, wanted);
}

TEST(UdcTree, LosesNothing) {
  test::UdcSamples samples(21);
  for (int i = 0; i < 50'000; ++i) {
    expect_sound(udc_normalised(i % 2 == 0 ? samples.notation() : samples.noise()));
  }
}

TEST(UdcTree, LosesNothingOfRealNotations) {
  METODICA_DATA_ROWS(rows, "udc-real-world.csv");
  for (const auto& row : rows) {
    expect_sound(udc_normalised(row[5]));
  }
}

}  // namespace
}  // namespace metodica
