#include "modules/processing/udc_preview.hpp"

#include <gtest/gtest.h>

#include "modules/processing/processing_rules.hpp"
#include "modules/processing/suggestion_report.hpp"

namespace metodica::processing {
namespace {

const std::vector<ClassUse> collection{{"821.135.1-31", "821.135.1-31", 40},
                                       {"821.135.1-1", "821.135.1-1", 25},
                                       {"94(498)\"19\"", "94", 12},
                                       {"51", "51", 3}};

TEST(ShelfPreview, CountsWhatWouldMove) {
  const ShelfPreview preview =
      preview_shelf(collection, shelf_udc_rules({{"821.135.1", 0, "821RO"}}));
  EXPECT_EQ(preview.copies, 80);
  EXPECT_EQ(preview.moved, 65);
  EXPECT_EQ(preview.moves, (std::vector<ClassMove>{
                               {"821.135.1-31", "821.135.1-31", "821RO-31", 40},
                               {"821.135.1-1", "821.135.1-1", "821RO-1", 25}}));
  EXPECT_EQ(preview.classes_before, 4);
  EXPECT_EQ(preview.classes_after, 4);
}

TEST(ShelfPreview, AuxiliariesAreKeptAsTheLibraryWishes) {
  const ShelfPreview preview =
      preview_shelf(collection, shelf_udc_rules({{"821.135.1", 0, "821RO"}}, {UdcPart::place}));
  EXPECT_EQ(preview.moved, 77);
  EXPECT_EQ(preview.classes_after, 3);
  EXPECT_EQ(preview.largest_after, "821RO");
  EXPECT_EQ(preview.largest_copies, 65);
  EXPECT_EQ(preview.moves.back().after, "94(498)");
}

TEST(ShelfPreview, NothingMovesWithoutRulesOrCopies) {
  EXPECT_EQ(preview_shelf({}, {}).copies, 0);
  EXPECT_TRUE(preview_shelf(collection, {}).moves.empty());
}

TEST(SuggestionReport, AsksForEachWorkWithoutItself) {
  WorksInMemory works;
  works.add("Ion", "Rebreanu, Liviu", "821.135.1-31");
  works.add("R\u0103scoala", "Rebreanu, Liviu", "821.135.1-31");
  works.add("Ciuleandra", "Rebreanu, Liviu", "821.135.1-32");
  works.add("Geometrie", "Matei, M.", "514");
  const UdcCaptions none = UdcCaptions::of({});
  const CaptionWords words(none);
  const std::vector<TitleCue> cues;
  const SuggestionReport report = evaluate_suggestions(works, {words, cues}, 100);
  EXPECT_EQ(report.works, 4);
  EXPECT_EQ(report.abstained, 1) << "nothing is like Geometrie";
  EXPECT_EQ(report.first[2], 3);
  EXPECT_EQ(report.any[0], 3);
}

}  // namespace
}  // namespace metodica::processing
