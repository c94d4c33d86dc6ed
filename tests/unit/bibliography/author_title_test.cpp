#include "bibliography/author_title.hpp"

#include <gtest/gtest.h>

namespace metodica {
namespace {

TEST(AuthorTitle, StandTogetherWithOneFullStop) {
  EXPECT_EQ(author_and_title("Rebreanu, Liviu", "Ion"), "Rebreanu, Liviu. Ion");
  EXPECT_EQ(author_and_title("Martin, Robert C.", "Clean Code"), "Martin, Robert C. Clean Code");
  EXPECT_EQ(author_and_title("", "Biblia"), "Biblia");
}

}  // namespace
}  // namespace metodica
