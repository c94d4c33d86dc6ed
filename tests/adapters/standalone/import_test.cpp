// Files of records into the standalone catalogue.
#include <gmock/gmock.h>

#include <map>
#include <sstream>

#include "marc_maker.hpp"
#include "standalone/core/catalogue_import.hpp"
#include "standalone_fixture.hpp"

namespace metodica::standalone {
namespace {

class Import : public StandaloneTest {
 protected:
  struct Run {
    ImportCounts counts;
    std::vector<ImportNote> notes;
  };

  Run run(const std::string& file, bool parallel = true) {
    CatalogueImport::Options options;
    options.catalogue = catalogue();
    options.library = "54975";
    options.parallel = parallel;
    Run made;
    ImportEvents events;
    events.note = [&](const ImportNote& note) { made.notes.push_back(note); };
    const auto counts = CatalogueImport(options).run(from_memory(file), events);
    EXPECT_TRUE(counts) << (counts ? "" : counts.error().message);
    made.counts = counts ? *counts : ImportCounts();
    return made;
  }

  static std::int64_t argument(const Problem& problem, std::string_view name) {
    for (const MessageArgument& known : problem.arguments) {
      if (known.name == name) {
        return std::get<std::int64_t>(known.value);
      }
    }
    return -1;
  }

  static std::string file_of(std::int64_t first, std::int64_t last) {
    MarcMaker maker;
    std::string file;
    for (std::int64_t number = first; number <= last; ++number) {
      file += maker.record(number);
    }
    return file;
  }

  std::vector<Json> find(std::string_view query) {
    auto found = host().titles->find(context(), parse(query));
    EXPECT_TRUE(found) << (found ? "" : found.error().message);
    return found ? *std::move(found) : std::vector<Json>();
  }
};

TEST_F(Import, RecordsAndTheirCopiesAreThere) {
  const Run first = run(file_of(1, 3000));
  EXPECT_EQ(first.counts.added, 3000U);
  EXPECT_EQ(first.counts.copies_added, 6000U);
  EXPECT_EQ(first.counts.faults, 0U);
  EXPECT_EQ(first.counts.remarks, 0U) << first.notes.front().problem.message;
  const auto found = find(R"({"control_number":"MK00002999"})");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0]["id"].text(), "0000002999");
  const std::string isbn = found[0]["isbn"].items()[0].text();
  EXPECT_EQ(find(Json::object({{"isbn", isbn}}).dump()).size(), 1U);
  EXPECT_EQ(find(R"({"text":"2999"})").size(), 1U);
  const std::vector<std::string> barcodes{"BC000005998"};
  const auto copies = host().holdings->copies(context(), barcodes);
  ASSERT_TRUE(copies);
  const Json& copy = (*copies)[0];
  EXPECT_EQ(copy["title"].text(), "0000002999");
  EXPECT_EQ(copy["number"].dump(), R"({"register":"RI","number":5998})");
  EXPECT_EQ(copy["place"].text(), "Adulți");
  EXPECT_EQ(copy["state"].text(), "available");
  EXPECT_THAT(copy["price"].text(), testing::EndsWith(".5000"));
}

TEST_F(Import, ASecondRunWritesNothing) {
  const std::string file = file_of(1, 1500);
  run(file);
  const Run second = run(file, false);
  EXPECT_EQ(second.counts.unchanged, 1500U);
  EXPECT_EQ(second.counts.added + second.counts.replaced + second.counts.copies_added, 0U);
  EXPECT_TRUE(second.notes.empty());
}

TEST_F(Import, AChangedRecordIsReplacedAndKeepsItsIdAndCopies) {
  run(file_of(1, 10));
  MarcMaker maker;
  std::string changed = maker.record(4, 3);  // one copy more: other barcodes, some of them in use
  const Run second = run(changed + file_of(11, 12));
  EXPECT_EQ(second.counts.replaced, 1U);
  EXPECT_EQ(second.counts.added, 2U);
  const auto found = find(R"({"control_number":"MK00000004"})");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0]["id"].text(), "0000000004");
  EXPECT_EQ(found[0]["version"].text(), "2");
  std::size_t copies = 0;
  ASSERT_TRUE(host().holdings->walk(context(), Json::object({{"title", "0000000004"}}), "",
                                    [&](const Json&) { return ++copies > 0; }));
  EXPECT_EQ(copies, 2U) << "the other numbers belong to other titles by now";
  EXPECT_EQ(second.counts.copies_refused, 3U);
}

TEST_F(Import, BrokenRecordsCostThemselvesOnly) {
  const std::string good = file_of(1, 200);
  MarcMaker maker;
  const std::string one = maker.record(1);
  const std::string broken = maker.record(500).substr(0, 60) + '\x1d';  // inside its directory
  const std::string file = good + broken + file_of(201, 400) + one.substr(0, one.size() / 2);
  const Run made = run(file);
  EXPECT_EQ(made.counts.added, 400U);
  EXPECT_EQ(made.counts.faults, 2U);
  std::vector<ImportNote> faults;
  for (const ImportNote& note : made.notes) {
    if (note.fault) {
      faults.push_back(note);
    }
  }
  ASSERT_EQ(faults.size(), 2U);
  EXPECT_EQ(faults[0].problem.message, "exchange.directory_bad");
  EXPECT_EQ(argument(faults[0].problem, "number"), 201);
  EXPECT_EQ(argument(faults[0].problem, "offset"), static_cast<std::int64_t>(good.size()));
  EXPECT_EQ(faults[1].problem.message, "exchange.cut_off");
  EXPECT_EQ(argument(faults[1].problem, "number"), 402);
  const Run second = run(file);
  EXPECT_EQ(second.counts.unchanged, 400U);
  EXPECT_EQ(second.counts.faults, 2U);
}

TEST_F(Import, OneControlNumberForTwoRecordsOfAFileLosesNothingSilently) {
  MarcMaker maker;
  std::string other = maker.record(1, 0);
  const Run made = run(maker.record(1) + other + maker.record(1));
  EXPECT_EQ(made.counts.added, 1U);
  EXPECT_EQ(made.counts.unchanged, 1U);
  EXPECT_EQ(made.counts.faults, 1U);
  ASSERT_EQ(made.notes.size(), 1U);
  EXPECT_EQ(made.notes[0].problem.message, "standalone.control_number_twice");
  EXPECT_EQ(argument(made.notes[0].problem, "number"), 2);
}

TEST_F(Import, MarcXmlIsTakenToo) {
  const std::string xml =
      R"(<?xml version="1.0"?><collection xmlns="http://www.loc.gov/MARC21/slim">)"
      R"(<record><leader>     nam  22     i 450 </leader><controlfield tag="001">X1</controlfield>)"
      R"(<datafield tag="200" ind1="1" ind2=" "><subfield code="a">Pădurea spânzuraților</subfield>)"
      R"(</datafield><datafield tag="995" ind1=" " ind2=" "><subfield code="f">B1</subfield>)"
      R"(</datafield></record></collection>)";
  EXPECT_EQ(run(xml).counts.added, 1U);
  EXPECT_EQ(run(xml).counts.unchanged, 1U);
  EXPECT_EQ(find(R"({"text":"padurea spanzuratilor"})").size(), 1U);
  const std::vector<std::string> ids{"0000000001"};
  const auto marc = host().titles->read(context(), ids, "marcxml");
  ASSERT_TRUE(marc);
  EXPECT_THAT((*marc)[0]["marc"].text(), testing::Not(testing::HasSubstr("995")))
      << "copies live on here, not in the record";
}

TEST_F(Import, OldLettersBecomeOursInTheCatalogueAndStayFound) {
  // Latin-2 bytes in a record that declares nothing.
  MarcRecord record;
  record.add_control("001", "L2");
  record.add("200", "1 ")
      .add('a',
           "Bra\xba"
           "ov \xfe");
  record.finish();
  const Run made = run(*write_iso2709(record));
  EXPECT_EQ(made.counts.added, 1U);
  EXPECT_EQ(made.counts.remarks, 1U);
  EXPECT_EQ(find(R"({"text":"brasov"})")[0]["title"].text(), "Brașov ț");
  const std::vector<std::string> ids{"0000000001"};
  const auto marc = host().titles->read(context(), ids, "marcxml");
  ASSERT_TRUE(marc);
  EXPECT_THAT((*marc)[0]["marc"].text(), testing::HasSubstr("Brașov ț"));
}

TEST_F(Import, RecordsWithoutControlNumberAreKnownByTheirContent) {
  MarcRecord record;
  record.add("200", "1 ").add('a', "Foaie volantă");
  record.finish();
  const std::string file = *write_iso2709(record);
  EXPECT_EQ(run(file).counts.added, 1U);
  EXPECT_EQ(run(file + file).counts.unchanged, 2U);
}

TEST_F(Import, WhatIsNoMarcIsNamed) {
  CatalogueImport::Options options;
  options.catalogue = catalogue();
  const auto counts = CatalogueImport(options).run(from_memory("%PDF-1.4 ..."));
  ASSERT_FALSE(counts);
  EXPECT_EQ(counts.error().message, "exchange.not_marc.pdf");
}

TEST_F(Import, StopsWhenAskedAndKeepsWhatIsWritten) {
  CatalogueImport::Options options;
  options.catalogue = catalogue();
  options.parallel = true;
  ImportEvents events;
  events.progress = [](const ImportCounts& counts) { return counts.records < 2000; };
  const std::string file = file_of(1, 20'000);
  const auto counts = CatalogueImport(options).run(from_memory(file), events);
  ASSERT_TRUE(counts);
  EXPECT_GE(counts->added, 2000U);
  EXPECT_LT(counts->added, 5000U);
  EXPECT_EQ(find(R"({"control_number":"MK00001999"})").size(), 1U);
}

TEST_F(Import, AClerksTitlesBetweenTwoRunsKeepTheirIds) {
  run(file_of(1, 5));
  const auto made = create_titles("k", R"([{"title":{"title":"Titlu de mână"}}])");
  EXPECT_EQ(made[0].id, "0000000006");
  run(file_of(6, 7));
  EXPECT_EQ(find(R"({"control_number":"MK00000006"})")[0]["id"].text(), "0000000007");
  EXPECT_EQ(find(R"({"text":"titlu de mana"})").size(), 1U);
}

}  // namespace
}  // namespace metodica::standalone
