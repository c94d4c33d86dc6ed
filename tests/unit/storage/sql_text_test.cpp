#include "storage/sql_text.hpp"

#include <gmock/gmock.h>

namespace metodica {
namespace {

const TableNames tables = {"lot", "entry"};

std::string expanded(const std::string& sql, std::size_t libraries = 1) {
  SqlText text(sql, tables);
  return text.expanded({"CJ001", std::vector<std::string>(libraries, "CJ001")});
}

TEST(SqlText, NumbersTheLibraryAmongTheOthers) {
  EXPECT_EQ(expanded("SELECT 1 FROM lot WHERE year = $1 AND library = {library} AND number = $2"),
            "SELECT 1 FROM lot WHERE year = $1 AND library = $2 AND number = $3");
  EXPECT_EQ(expanded("SELECT {library} FROM lot WHERE library = {library} AND a = $1 AND b = $1"),
            "SELECT $1 FROM lot WHERE library = $1 AND a = $2 AND b = $2");
}

TEST(SqlText, WritesListsWithAndWithoutParentheses) {
  EXPECT_EQ(expanded("SELECT 1 FROM lot WHERE library IN {libraries} AND a = $1", 3),
            "SELECT 1 FROM lot WHERE library IN ($1, $2, $3) AND a = $4");
  EXPECT_EQ(
      expanded("SELECT 1 FROM lot WHERE library IN ( {libraries}) OR library IN {libraries}", 2),
      "SELECT 1 FROM lot WHERE library IN ( $1, $2) OR library IN ($1, $2)");
  EXPECT_EQ(expanded("SELECT 1 FROM lot WHERE library IN {libraries}", 0),
            "SELECT 1 FROM lot WHERE library IN (NULL)");
}

TEST(SqlText, GivesTheValuesInTheSameOrder) {
  SqlText text(
      "SELECT 1 FROM lot WHERE a = $1 AND library IN {libraries} AND b = $2 AND c = {library} AND "
      "d = $1",
      tables);
  const Binds binds = {"a", "b"};
  const Bind own("own");
  const Binds readable = {"r1", "r2"};
  EXPECT_THAT(text.arguments(binds, own, readable),
              testing::ElementsAre(&binds[0], &readable[0], &readable[1], &binds[1], &own));
}

TEST(SqlText, LeavesLiteralsAndCommentsAlone) {
  const std::string sql =
      "SELECT 'lot $7 {x} ''?' FROM norm -- lot $9\n WHERE a = $1 /* entry ? */";
  EXPECT_EQ(expanded(sql), sql);
}

TEST(SqlText, KnowsWhatWrites) {
  EXPECT_FALSE(SqlText("SELECT updated FROM norm", tables).writes());
  EXPECT_TRUE(SqlText("insert INTO norm (a) VALUES ($1)", tables).writes());
  EXPECT_TRUE(SqlText("WITH x AS (DELETE FROM norm RETURNING a) SELECT a FROM x", tables).writes());
}

TEST(SqlText, RefusesMistakesOfItsAuthor) {
  for (const char* sql :
       {"SELECT $2, $1", "SELECT $0", "SELECT $1, $3", "SELECT 1 WHERE a = ?", "SELECT a FROM lot",
        "SELECT {Library} FROM lot", "SELECT {library", "SELECT $99999"}) {
    EXPECT_THROW(SqlText(sql, tables), std::logic_error) << sql;
  }
  EXPECT_NO_THROW(SqlText("SELECT norm.lot FROM norm", tables))
      << "a column may be called like a table";
}

}  // namespace
}  // namespace metodica
