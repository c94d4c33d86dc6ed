#include "exchange/marc_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "exchange/iso2709_reader.hpp"
#include "support/needed.hpp"
#include "unit/exchange/samples.hpp"

namespace metodica {
namespace {

using test::read_iso2709;
using test::Seen;
using test::SeenFile;
using test::small_raw;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

std::uint64_t terminators(std::string_view bytes) {
  return static_cast<std::uint64_t>(std::count(bytes.begin(), bytes.end(), marc_record_end));
}

// What holds for every file: each byte is counted once, numbers run on, offsets rise.
void expect_accounted(const SeenFile& file, std::string_view bytes) {
  EXPECT_EQ(file.totals.bytes(), bytes.size());
  EXPECT_EQ(file.totals.records + file.totals.faults, file.outcomes.size());
  std::uint64_t end = 0;
  std::uint64_t number = 0;
  for (const Seen& seen : file.outcomes) {
    EXPECT_EQ(seen.number, ++number);
    EXPECT_GE(seen.offset, end);
    end = seen.offset + seen.size;
  }
  EXPECT_LE(end, bytes.size());
}

class FaultTableTest : public testing::Test {
 protected:
  const std::string first_ = small_raw("1", "Amintiri din copilărie");
  const std::string second_ = small_raw("2", "Pădurea spânzuraților");
  const std::string third_ = small_raw("3", "Țiganiada");
};

TEST_F(FaultTableTest, WholeFile) {
  const std::string bytes = first_ + second_ + third_;
  const SeenFile file = read_iso2709(bytes);
  expect_accounted(file, bytes);
  ASSERT_EQ(file.outcomes.size(), terminators(bytes));
  EXPECT_EQ(file.outcomes[2].control_number, "3");
  EXPECT_EQ(file.outcomes[2].offset, first_.size() + second_.size());
  EXPECT_THAT(file.outcomes[2].problems, IsEmpty());
  EXPECT_EQ(file.totals.remarks, 0U);
  EXPECT_EQ(file.totals.separator_bytes, 0U);
}

TEST_F(FaultTableTest, LineEndsBetweenRecords) {
  const std::string bytes = first_ + "\r\n" + second_ + "\n\n" + third_ + "\r\n\x1a";
  const SeenFile file = read_iso2709(bytes);
  expect_accounted(file, bytes);
  ASSERT_EQ(file.outcomes.size(), 3U);
  EXPECT_EQ(file.totals.records, 3U);
  EXPECT_EQ(file.totals.separator_bytes, 7U);
  EXPECT_EQ(file.outcomes[1].offset, first_.size() + 2);
}

TEST_F(FaultTableTest, LastRecordCutOff) {
  const std::string bytes = first_ + second_.substr(0, second_.size() - 20);
  const SeenFile file = read_iso2709(bytes);
  expect_accounted(file, bytes);
  ASSERT_EQ(file.outcomes.size(), terminators(bytes) + 1);
  EXPECT_TRUE(file.outcomes[0].is_record);
  EXPECT_FALSE(file.outcomes[1].is_record);
  EXPECT_EQ(file.outcomes[1].offset, first_.size());
  EXPECT_THAT(file.outcomes[1].problems, ElementsAre("exchange.cut_off"));
}

TEST_F(FaultTableTest, LengthTooSmall) {
  const std::string bytes = "00040" + first_.substr(5) + second_;
  const SeenFile file = read_iso2709(bytes);
  expect_accounted(file, bytes);
  ASSERT_EQ(file.outcomes.size(), terminators(bytes));
  EXPECT_EQ(file.outcomes[0].control_number, "1");
  EXPECT_THAT(file.outcomes[0].problems, ElementsAre("exchange.length_wrong"));
  EXPECT_EQ(file.outcomes[1].control_number, "2");
  EXPECT_EQ(file.totals.remarks, 1U);
}

TEST_F(FaultTableTest, LengthZero) {
  const std::string bytes = "00000" + first_.substr(5) + second_;
  const SeenFile file = read_iso2709(bytes);
  expect_accounted(file, bytes);
  EXPECT_EQ(file.totals.records, 2U);
  EXPECT_THAT(file.outcomes[0].problems, ElementsAre("exchange.length_wrong"));
}

TEST_F(FaultTableTest, LengthTooLargeDoesNotSwallowTheNext) {
  const std::string bytes = "09999" + first_.substr(5) + second_ + third_;
  const SeenFile file = read_iso2709(bytes);
  expect_accounted(file, bytes);
  EXPECT_EQ(file.totals.records, 3U);
}

TEST_F(FaultTableTest, RecordOver99999BytesThenAGoodOne) {
  MarcRecord serial = test::small_record("77", "Buletinul bibliotecii");
  for (int copy = 0; copy < 4'000; ++copy) {
    serial.add("995").add('f', "2000000" + std::to_string(copy)).add('k', "P II 33");
  }
  std::string big;
  pack_record(serial, big);
  ASSERT_GT(big.size(), marc_longest_record);
  const std::string bytes = big + first_;
  const SeenFile file = read_iso2709(bytes);
  expect_accounted(file, bytes);
  ASSERT_EQ(file.outcomes.size(), 2U);
  EXPECT_EQ(file.outcomes[0].control_number, "77");
  EXPECT_THAT(file.outcomes[0].problems, Contains("exchange.record_too_long"));
  EXPECT_EQ(file.outcomes[1].control_number, "1");
}

TEST_F(FaultTableTest, DirectoryDamaged) {
  std::string broken = second_;
  broken[marc_leader_size + 1] = '\x02';
  const std::string bytes = first_ + broken + third_;
  const SeenFile file = read_iso2709(bytes);
  expect_accounted(file, bytes);
  ASSERT_EQ(file.outcomes.size(), terminators(bytes));
  EXPECT_THAT(file.outcomes[1].problems, ElementsAre("exchange.directory_bad"));
  EXPECT_EQ(file.outcomes[1].offset, first_.size());
  EXPECT_EQ(file.outcomes[2].control_number, "3");
}

TEST_F(FaultTableTest, ControlCharactersAreReportedAndTheRecordKept) {
  std::string broken = second_;
  std::replace(broken.begin(), broken.end(), 'z', '\x03');
  const std::string bytes = first_ + broken;
  const SeenFile file = read_iso2709(bytes);
  expect_accounted(file, bytes);
  EXPECT_EQ(file.totals.records, 2U);
  EXPECT_THAT(file.outcomes[1].problems, ElementsAre("exchange.control_characters"));
}

TEST_F(FaultTableTest, MiddleRecordLostItsTail) {
  // No terminator of its own: the next record must not go down with it.
  const std::string bytes = first_ + second_.substr(0, 70) + third_;
  const SeenFile file = read_iso2709(bytes);
  expect_accounted(file, bytes);
  ASSERT_EQ(file.outcomes.size(), terminators(bytes) + 1);
  EXPECT_FALSE(file.outcomes[1].is_record);
  EXPECT_EQ(file.outcomes[1].size, 70U);
  EXPECT_TRUE(file.outcomes[2].is_record);
  EXPECT_EQ(file.outcomes[2].control_number, "3");
  EXPECT_EQ(file.outcomes[2].offset, first_.size() + 70);
}

TEST_F(FaultTableTest, MissingTerminatorBetweenTwoWholeRecords) {
  const std::string bytes = first_.substr(0, first_.size() - 1) + second_ + third_;
  const SeenFile file = read_iso2709(bytes);
  expect_accounted(file, bytes);
  EXPECT_EQ(file.totals.records, 3U);
  EXPECT_THAT(file.outcomes[0].problems, ElementsAre("exchange.record_end_missing"));
  EXPECT_EQ(file.outcomes[1].control_number, "2");
}

TEST_F(FaultTableTest, MissingTerminatorAtTheEndOfTheFile) {
  const std::string bytes = first_ + second_.substr(0, second_.size() - 1);
  const SeenFile file = read_iso2709(bytes);
  expect_accounted(file, bytes);
  EXPECT_EQ(file.totals.records, 2U);
  EXPECT_THAT(file.outcomes[1].problems, ElementsAre("exchange.record_end_missing"));
}

TEST_F(FaultTableTest, TerminatorInsideARecordCostsThatRecordOnly) {
  std::string broken = second_;
  broken[broken.find("Pădurea")] = marc_record_end;
  const std::string bytes = first_ + broken + third_;
  const SeenFile file = read_iso2709(bytes);
  expect_accounted(file, bytes);
  EXPECT_EQ(file.outcomes.size(), terminators(bytes));
  EXPECT_EQ(file.totals.records, 2U);
  EXPECT_EQ(file.totals.faults, 2U);
  EXPECT_EQ(file.outcomes.back().control_number, "3");
}

TEST_F(FaultTableTest, LineEndsInsideRecords) {
  std::string wrapped;
  for (std::size_t at = 0; at < first_.size(); at += 80) {
    wrapped += first_.substr(at, 80) + "\r\n";
  }
  const std::string bytes = wrapped + second_;
  const SeenFile file = read_iso2709(bytes);
  expect_accounted(file, bytes);
  EXPECT_EQ(file.totals.records, 2U);
  EXPECT_THAT(file.outcomes[0].problems, ElementsAre("exchange.line_ends_inside"));
  EXPECT_EQ(file.outcomes[0].control_number, "1");
}

TEST_F(FaultTableTest, GarbageInFrontOfTheFirstRecord) {
  const std::string bytes = "cursor error, see log " + first_ + second_;
  const SeenFile file = read_iso2709(bytes);
  expect_accounted(file, bytes);
  EXPECT_EQ(file.totals.faults, 1U);
  EXPECT_EQ(file.totals.records, 2U);
  EXPECT_EQ(file.outcomes[1].control_number, "1");
}

TEST_F(FaultTableTest, SixteenMebibytesWithoutTerminator) {
  const std::string bytes = std::string(std::size_t{20} << 20, 'x') + "\x1d" + first_;
  const SeenFile file = read_iso2709(bytes);
  expect_accounted(file, bytes);
  ASSERT_EQ(file.outcomes.size(), 2U);
  EXPECT_THAT(file.outcomes[0].problems, ElementsAre("exchange.no_record_end"));
  EXPECT_EQ(file.outcomes[1].control_number, "1");
}

TEST_F(FaultTableTest, BlocksOfAnySizeGiveTheSame) {
  const std::string bytes =
      first_ + second_.substr(0, 70) + "00000" + third_.substr(5) + "\r\n" + first_;
  const SeenFile whole = read_iso2709(bytes);
  for (std::size_t block : {1U, 7U, 64U, 100U}) {
    const SeenFile pieces = read_iso2709(bytes, block);
    expect_accounted(pieces, bytes);
    ASSERT_EQ(pieces.outcomes.size(), whole.outcomes.size()) << block;
    for (std::size_t index = 0; index < whole.outcomes.size(); ++index) {
      EXPECT_EQ(pieces.outcomes[index].offset, whole.outcomes[index].offset);
      EXPECT_EQ(pieces.outcomes[index].problems, whole.outcomes[index].problems);
    }
  }
}

TEST_F(FaultTableTest, ProblemsNameRecordAndOffset) {
  const std::string bytes = first_ + "00000" + second_.substr(5);
  Iso2709Reader reader(from_memory(bytes));
  MarcOutcome outcome;
  ASSERT_TRUE(reader.next(outcome));
  ASSERT_TRUE(reader.next(outcome));
  ASSERT_EQ(outcome.problems.size(), 1U);
  const auto has = [&outcome](const MessageArgument& argument) {
    const auto& all = outcome.problems[0].arguments;
    return std::find(all.begin(), all.end(), argument) != all.end();
  };
  EXPECT_TRUE(has({"number", std::int64_t{2}}));
  EXPECT_TRUE(has({"offset", static_cast<std::int64_t>(first_.size())}));
  EXPECT_TRUE(has({"declared", std::int64_t{0}}));
  EXPECT_TRUE(has({"bytes", static_cast<std::int64_t>(second_.size())}));
}

TEST(MarcReaderTest, AFailingMediumIsToldOnce) {
  const std::string bytes = small_raw("1", "Unu");
  bool first = true;
  Iso2709Reader reader([&](char* to, std::size_t) -> std::int64_t {
    if (!first) {
      return -1;
    }
    first = false;
    return static_cast<std::int64_t>(bytes.copy(to, bytes.size()));
  });
  MarcOutcome outcome;
  ASSERT_TRUE(reader.next(outcome));
  EXPECT_TRUE(outcome.is_record);
  ASSERT_TRUE(reader.next(outcome));
  EXPECT_FALSE(outcome.is_record);
  EXPECT_EQ(outcome.problems[0].message, "exchange.read_failed");
  EXPECT_FALSE(reader.next(outcome));
}

TEST(MarcReaderTest, OpensByContentAndRefusesTheRest) {
  std::istringstream iso(small_raw("9", "Nouă"));
  Result<std::unique_ptr<RecordReader>> reader = open_marc(from_stream(iso));
  ASSERT_TRUE(reader);
  MarcOutcome outcome;
  ASSERT_TRUE((*reader)->next(outcome));
  EXPECT_EQ(outcome.record.find("001").data, "9");
  EXPECT_FALSE((*reader)->next(outcome));

  std::istringstream zip(std::string("PK\x03\x04 rest", 9));
  const Result<std::unique_ptr<RecordReader>> refused = open_marc(from_stream(zip));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message, "exchange.not_marc.zip");
}

TEST(MarcReaderTest, SharedFilesReadWithoutFaults) {
  for (std::string_view folder : {"marc/gpl", "marc/open"}) {
    const auto path = test::shared_file(folder);
    if (!path)
      METODICA_MISSING("the shared test data is not on this machine");
    for (const auto& entry : std::filesystem::directory_iterator(*path)) {
      if (entry.path().extension() == ".txt") {
        continue;
      }
      const std::string bytes = test::file_bytes(entry.path());
      const SeenFile file = read_iso2709(bytes);
      expect_accounted(file, bytes);
      EXPECT_EQ(file.totals.records, terminators(bytes)) << entry.path();
      EXPECT_EQ(file.totals.faults, 0U) << entry.path();
    }
  }
}

}  // namespace
}  // namespace metodica
