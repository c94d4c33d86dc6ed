// What BiblioteQ's database does to those who write into it; each trap of the domain note is a
// test.
#include <gmock/gmock.h>
#include <sqlite3.h>

#include <chrono>
#include <thread>

#include "branch_fixture.hpp"

namespace metodica::biblioteq {
namespace {

using Branch = BranchTest;

TEST_P(Branch, ReadsTitlesAndCopies) {
  opened();
  const Json found = copy("RO1000001");
  EXPECT_EQ(found["id"].text(), "book/000000000012/RO1000001");
  EXPECT_EQ(found["title"].text(), "book/12");
  EXPECT_EQ(found["call_number"].text(), "821.135.1 R31");
  EXPECT_EQ(found["price"].text(), "24.5000");
  EXPECT_EQ(found["number"].dump(), R"({"register":"carti","number":7})");
  EXPECT_EQ(found["place"].text(), "Adulți");
  EXPECT_FALSE(found.has("loan"));
  const std::vector<HostNumber> numbers{{"carti", 7}, {"carti", 70}, {"carti", 700}};
  const auto numbered = host().holdings->numbered(context(), numbers);
  ASSERT_TRUE(numbered);
  EXPECT_EQ((*numbered)[0]["barcode"].text(), "RO1000001");
  EXPECT_EQ((*numbered)[1]["barcode"].text(), "RO1000003");
  EXPECT_TRUE((*numbered)[2]["missing"].boolean());
}

TEST_P(Branch, DatesAreTextInTheAmericanOrder) {
  opened();
  const Json loan = copy("RO1000002")["loan"];
  EXPECT_EQ(loan["since"].text(), "2026-05-02");
  EXPECT_EQ(loan["due"].text(), "2026-05-23");
}

TEST_P(Branch, ALoanOfAnotherTypeWithTheSameNumbersHoldsTheCopy) {
  opened();  // the loan of RO1000002 is one of a CD
  EXPECT_EQ(retire("r1", "RO1000002").code, "on_loan");
  EXPECT_EQ(as_host("SELECT COUNT(*) FROM book_copy_info WHERE item_oid = 12"), "3");
}

TEST_P(Branch, StatusIsReadInEveryLanguageOfTheInterface) {
  opened();
  EXPECT_EQ(copy("RO1000001")["state"].text(), "available");
  EXPECT_EQ(copy("RO1000002")["state"].text(), "available");  // "Disponible"
  EXPECT_EQ(copy("RO1000003")["state"].text(), "missing");
  EXPECT_EQ(copy("25-1")["state"].text(), "available");  // none at all
}

TEST_P(Branch, QuantityFollowsTheCopiesInTheSameTransaction) {
  opened();
  const auto made = create(
      "c1",
      R"({"title":"book/12","barcode":"RO1000009","number":{"register":"carti","number":9}})");
  EXPECT_TRUE(made.is_done()) << made.code;
  EXPECT_EQ(made.id, "book/000000000012/RO1000009");
  EXPECT_EQ(as_host("SELECT quantity FROM book WHERE myoid = 12"), "4");
  EXPECT_EQ(as_host("SELECT notes FROM book_copy_info WHERE copyid = 'RO1000009'"), "[RI carti/9]");
  EXPECT_EQ(as_host("SELECT copy_number FROM book_copy_info WHERE copyid = 'RO1000009'"), "4");
  EXPECT_TRUE(retire("r1", "RO1000009").is_done());
  EXPECT_EQ(as_host("SELECT quantity FROM book WHERE myoid = 12"), "3");
}

TEST_P(Branch, ABarcodeIsUniqueOverAllTypes) {
  as_host("INSERT INTO journal_copy_info (copyid, item_oid, myoid) VALUES ('P1', 12, 900)");
  opened();
  EXPECT_EQ(create("c1", R"({"title":"book/12","barcode":"P1"})").code, "barcode_in_use");
  EXPECT_EQ(create("c2", R"({"title":"book/77","barcode":"P2"})").code, "title_not_found");
}

TEST_P(Branch, TheSameKeyWritesOnce) {
  opened();
  const std::string item = R"({"title":"book/12","barcode":"RO1000009"})";
  const auto first = create("c1", item);
  const auto again = create("c1", item);
  EXPECT_TRUE(first.is_done());
  EXPECT_EQ(first, again);
  EXPECT_EQ(as_host("SELECT COUNT(*) FROM book_copy_info WHERE item_oid = 12"), "4");
}

TEST_P(Branch, ACopyThatTheHostChangedIsNotOverwritten) {
  opened();
  const Json before = copy("RO1000001");
  as_host("UPDATE book_copy_info SET notes = 'rupt' WHERE copyid = 'RO1000001'");
  const auto late = host().holdings_write->set_state(
      context("s1"),
      {Json::object({{"id", before["id"]}, {"version", before["version"]}, {"state", "missing"}})});
  ASSERT_TRUE(late);
  EXPECT_EQ((*late)[0].code, "newer_version");
  EXPECT_EQ(as_host("SELECT status FROM book_copy_info WHERE copyid = 'RO1000001'"), "Available");
}

// The call number is one for all copies of a title, and comes with each of them.
TEST_P(Branch, CopiesOfOneTitleGetTheirCallNumberInOneWrite) {
  opened();
  const auto item = [&](const char* barcode, const char* mark) {
    const Json now = copy(barcode);
    return Json::object({{"id", now["id"]},
                         {"version", now["version"]},
                         {"set", Json::object({{"call_number", mark}})}});
  };
  const auto same = host().holdings_write->change(
      context("k1"), {item("RO1000001", "821 R31"), item("RO1000003", "821 R31")});
  ASSERT_TRUE(same);
  EXPECT_TRUE((*same)[0].is_done());
  EXPECT_TRUE((*same)[1].is_done()) << (*same)[1].code;
  const auto other = host().holdings_write->change(
      context("k2"), {item("RO1000001", "821 R32"), item("RO1000003", "821 R33")});
  ASSERT_TRUE(other);
  EXPECT_TRUE((*other)[0].is_done());
  EXPECT_EQ((*other)[1].code, "newer_version");
}

// Saving the copy browser deletes all copies of the title and makes them anew, with new numbers.
TEST_P(Branch, CopiesKeepTheirIdWhenTheHostMakesThemAnew) {
  opened();
  const Json before = copy("RO1000001");
  as_host("UPDATE book_copy_info SET myoid = myoid + 500");
  EXPECT_EQ(copy("RO1000001"), before);
}

TEST_P(Branch, AnOpenEditorKeepsUsFromWriting) {
  opened();
  // As the form of BiblioteQ shows it; the title may have been changed there and not saved yet.
  const auto editor = [](const std::string& title, const std::string& isbn) {
    return R"({"editors":[{"kind":"biblioteq_book","title":")" + title + R"(","id":")" + isbn +
           R"(","isbn13":""}]})";
  };
  for (const std::string& open : {editor("Ion", ""), editor("Ion, roman", "9-7346-0219-2")}) {
    windows_ = open;
    const auto held = change("k1", "RO1000001", R"({"call_number":"821 R31"})");
    EXPECT_EQ(held.code, "being_edited") << open;
    EXPECT_TRUE(held.retry);
    EXPECT_EQ(retire("r1", "RO1000001").code, "being_edited") << open;
  }
  EXPECT_EQ(as_host("SELECT callnumber FROM book WHERE myoid = 12"), "821.135.1 R31");
  windows_ = editor("Moara", "9-7346-0000-1");
  EXPECT_TRUE(change("k1", "RO1000001", R"({"call_number":"821 R31"})").is_done());
  EXPECT_EQ(as_host("SELECT callnumber FROM book WHERE myoid = 12"), "821 R31");
}

TEST_P(Branch, AnEditorWithoutIsbnMayBeOfAnyTitleWithoutIsbn) {
  opened();
  windows_ = R"({"editors":[{"kind":"biblioteq_book","title":"Alt titlu","id":"","isbn13":""}]})";
  EXPECT_EQ(change("k1", "25-1", R"({"call_number":"821 B63"})").code, "being_edited");
  EXPECT_TRUE(change("k2", "RO1000001", R"({"call_number":"821 R31"})").is_done());
}

TEST_P(Branch, AnOpenCopyBrowserKeepsUsFromWriting) {
  opened();
  windows_ = R"({"editors":[{"kind":"biblioteq_copy_editor_book","title":"Copy Browser"}]})";
  EXPECT_EQ(create("c1", R"({"title":"book/12","barcode":"RO1000009"})").code, "being_edited");
}

TEST_P(Branch, ACallNumberLongerThanTheFieldIsRefusedOnBothEngines) {
  opened();
  const std::string longest(64, 'x');
  EXPECT_TRUE(change("k1", "RO1000001", R"({"call_number":")" + longest + R"("})").is_done());
  EXPECT_EQ(change("k2", "RO1000001", R"({"call_number":"x)" + longest + R"("})").code,
            "too_long_call_number");
}

TEST_P(Branch, TheInventoryNumberStandsInTheNotesAndLeavesTheRest) {
  opened();
  EXPECT_TRUE(change("k1", "RO1000001", R"({"number":{"register":"carti","number":8}})").is_done());
  EXPECT_EQ(as_host("SELECT notes FROM book_copy_info WHERE copyid = 'RO1000001'"),
            "[RI carti/8] cadou");
}

// Only the title could go with it, and with the title the history of its readers.
TEST_P(Branch, TheLastCopyIsLeftToTheLibrarian) {
  opened();
  EXPECT_EQ(retire("r1", "25-1").code, "last_copy");
  EXPECT_EQ(as_host("SELECT COUNT(*) FROM book_copy_info WHERE item_oid = 25"), "1");
}

// It would be lent all the same: the host looks at loans, not at the status.
TEST_P(Branch, AWithdrawnCopyIsRemovedNotMarked) {
  opened();
  EXPECT_TRUE(retire("r1", "RO1000001").is_done());
  EXPECT_EQ(as_host("SELECT COUNT(*) FROM book_copy_info WHERE copyid = 'RO1000001'"), "0");
  const auto marked = host().holdings_write->set_state(
      context("s1"), {Json::object({{"id", copy("RO1000003")["id"]},
                                    {"version", copy("RO1000003")["version"]},
                                    {"state", "withdrawn"}})});
  ASSERT_TRUE(marked);
  EXPECT_EQ((*marked)[0].code, "invalid_state");
}

TEST_P(Branch, ATitleThatIsThereIsFoundByEitherIsbn) {
  opened();
  for (const char* isbn : {"973-46-0219-2", "978-973-46-0219-3"}) {
    const auto made = create_title(isbn, R"({"title":"Ion, roman","isbn":[")" + std::string(isbn) +
                                             R"("],"authors":[{"name":"Rebreanu, Liviu"}]})");
    EXPECT_TRUE(made.is_done()) << made.code;
    EXPECT_EQ(made.id, "book/12");
  }
  EXPECT_EQ(as_host("SELECT COUNT(*) FROM book"), "2");
  EXPECT_EQ(as_host("SELECT title FROM book WHERE myoid = 12"), "Ion");
}

TEST_P(Branch, ANewTitleHasWhatTheFormInsistsOnAndNoCopyYet) {
  opened();
  const std::string title = R"({"title":"Carte nouă","year":"c 1993-","edition":"a doua ediție",)"
                            R"("isbn":["978-606-123-456-1"],"languages":["rum"]})";
  const auto made = create_title("t1", title);
  ASSERT_TRUE(made.is_done()) << made.code;
  const std::string where = " FROM book WHERE isbn13 = '9786061234561'";
  EXPECT_EQ(as_host("SELECT id" + where), "6061234562");
  EXPECT_EQ(as_host("SELECT pdate" + where), "01/01/1993");
  EXPECT_EQ(as_host("SELECT author" + where), "N/A");
  EXPECT_EQ(as_host("SELECT edition" + where), "N/A") << "eight characters at most";
  EXPECT_EQ(as_host("SELECT quantity" + where), "0");
  EXPECT_EQ(create_title("t2", title).id, made.id);
  EXPECT_TRUE(create("c1", R"({"title":")" + made.id + R"(","barcode":"RO1000009"})").is_done());
  EXPECT_EQ(as_host("SELECT quantity" + where), "1");
}

// The form saves UNKNOWN in place of a value that its list does not have.
TEST_P(Branch, ALanguageIsInTheListOfTheHostBeforeItIsUsed) {
  opened();
  EXPECT_TRUE(create_title("t1", R"({"title":"Una","languages":["rum"]})").is_done());
  EXPECT_TRUE(create_title("t2", R"({"title":"Alta","languages":["rum"]})").is_done());
  EXPECT_TRUE(create_title("t3", R"({"title":"Fără limbă"})").is_done());
  EXPECT_EQ(as_host("SELECT COUNT(*) FROM languages"), "1");
  EXPECT_EQ(as_host("SELECT language FROM book WHERE title = 'Alta'"), "rum");
  EXPECT_EQ(as_host("SELECT language FROM book WHERE title = 'Fără limbă'"), "UNKNOWN");
}

TEST_P(Branch, OnlyBooksAreWrittenAndThatIsSaid) {
  opened();
  EXPECT_EQ(create("c1", R"({"title":"journal/12","barcode":"P1"})").code, "only_books");
  EXPECT_EQ(create_title("t1", R"({"title":"Orizont","issn":"0030-560X"})").code, "only_books");
  EXPECT_EQ(as_host("SELECT COUNT(*) FROM book"), "2");
}

TEST_P(Branch, AnotherDatabaseOpenInTheHostKeepsUsFromWriting) {
  opened();
  windows_ = R"({"connection":{"open":true,"driver":"QSQLITE","database":"/nowhere.sqlite"}})";
  const auto held = create("c1", R"({"title":"book/12","barcode":"RO1000009"})");
  EXPECT_EQ(held.code, "other_database");
  EXPECT_TRUE(held.retry);
  windows_ = R"({"connection":{"open":false}})";
  EXPECT_TRUE(create("c1", R"({"title":"book/12","barcode":"RO1000009"})").is_done());
}

TEST_P(Branch, ANewerSchemaIsNoObstacle) {
  as_host("ALTER TABLE book ADD COLUMN of_next_year TEXT");
  as_host("CREATE TABLE of_next_year (value TEXT)");
  opened();
  EXPECT_TRUE(create("c1", R"({"title":"book/12","barcode":"RO1000009"})").is_done());
}

TEST_P(Branch, AnOldSchemaIsRefusedBeforeAnythingIsWritten) {
  as_host("ALTER TABLE book_copy_info DROP COLUMN notes");
  const auto started = open();
  ASSERT_FALSE(started);
  EXPECT_EQ(started.error().status, METODICA_UNSUPPORTED);
}

TEST_P(Branch, WalksInOrderAndForItsLibraryOnly) {
  opened();
  std::vector<std::string> ids;
  ASSERT_TRUE(host().holdings->walk(context(), Json::object(), "", [&](const Json& copy) {
    ids.push_back(copy["barcode"].text());
    return true;
  }));
  EXPECT_THAT(ids, testing::ElementsAre("RO1000001", "RO1000002", "RO1000003", "25-1"));
}

class ServerBranch : public BranchTest {};

TEST_P(ServerBranch, RoleThatSeesNoLoansIsRefused) {
  as_host("ALTER TABLE item_borrower ENABLE ROW LEVEL SECURITY");
  const auto started = open();
  ASSERT_FALSE(started);
  EXPECT_EQ(started.error().status, METODICA_DENIED);
}

class SqliteBranch : public BranchTest {};

TEST_P(SqliteBranch, NumbersOfCopiesComeFromTheOneCounter) {
  opened();
  EXPECT_TRUE(create("c1", R"({"title":"book/12","barcode":"RO1000009"})").is_done());
  EXPECT_EQ(as_host("SELECT myoid FROM book_copy_info WHERE copyid = 'RO1000009'"), "1001");
  EXPECT_EQ(as_host("SELECT COUNT(*) FROM sequence"), "1");
}

TEST_P(SqliteBranch, TheFileKeepsItsJournalAndGetsNoTableOfOurs) {
  const std::string before = as_host("SELECT COUNT(*) FROM sqlite_master");
  opened();
  EXPECT_TRUE(create("c1", R"({"title":"book/12","barcode":"RO1000009"})").is_done());
  EXPECT_EQ(as_host("PRAGMA journal_mode"), "delete");
  EXPECT_EQ(as_host("SELECT COUNT(*) FROM sqlite_master"), before);
}

// Between two user actions the host holds no lock; while it holds one, we wait and then say so.
TEST_P(SqliteBranch, ALockOfTheHostIsWaitedForAndThenSaid) {
  opened();
  sqlite3* host_handle = nullptr;
  ASSERT_EQ(sqlite3_open((folder_ / "branch.db").c_str(), &host_handle), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(host_handle, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
  const Json item = *Json::parse(R"({"title":"book/12","barcode":"RO1000009"})");
  const auto held = host().holdings_write->create(context("c1"), {item});
  ASSERT_FALSE(held);
  EXPECT_EQ(held.error().status, METODICA_BUSY);
  std::thread later([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    sqlite3_exec(host_handle, "COMMIT", nullptr, nullptr, nullptr);
  });
  const auto waited = host().holdings_write->create(context("c1"), {item});
  later.join();
  sqlite3_close(host_handle);
  ASSERT_TRUE(waited);
  EXPECT_TRUE((*waited)[0].is_done());
}

std::string engine_name(const testing::TestParamInfo<Engine>& info) {
  return info.param == Engine::sqlite ? "sqlite" : "postgresql";
}

INSTANTIATE_TEST_SUITE_P(Engines, Branch, testing::Values(Engine::sqlite, Engine::postgresql),
                         engine_name);
INSTANTIATE_TEST_SUITE_P(Engines, ServerBranch, testing::Values(Engine::postgresql), engine_name);
INSTANTIATE_TEST_SUITE_P(Engines, SqliteBranch, testing::Values(Engine::sqlite), engine_name);

}  // namespace
}  // namespace metodica::biblioteq
