#include "exchange/file_kind.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "text/messages.hpp"
#include "unit/exchange/samples.hpp"

namespace metodica {
namespace {

using std::string_literals::operator""s;

TEST(FileKindTest, TellsWhatAFileIs) {
  const std::vector<std::pair<std::string, FileKind>> files = {
      {"", FileKind::empty},
      {" \r\n", FileKind::empty},
      {test::small_raw("1", "Unu"), FileKind::iso2709},
      {"\xEF\xBB\xBF" + test::small_raw("1", "Unu"), FileKind::iso2709},
      {"<?xml version=\"1.0\"?><collection xmlns=\"http://www.loc.gov/MARC21/slim\">",
       FileKind::marcxml},
      {"<marc:collection xmlns:marc=\"http://www.loc.gov/MARC21/slim\">", FileKind::marcxml},
      {"<?xml version=\"1.0\"?><Invoice>", FileKind::xml},
      {"<!DOCTYPE html><html>", FileKind::html},
      {"\x1f\x8b\x08rest", FileKind::gzip},
      {"PK\x03\x04rest", FileKind::zip},
      {"%PDF-1.7", FileKind::pdf},
      {"\xff\xfe<\0"s, FileKind::utf16},
      {"{\"records\": []}", FileKind::json},
      {"=LDR  00919nam\n=001  1", FileKind::line_marc},
      {"LEADER 02794cam0 2200709   450 ", FileKind::line_marc},
      {"barcode;titlu\n1;Unu\n", FileKind::table},
      {"\x01\x02\x03", FileKind::unknown},
  };
  for (const auto& [bytes, kind] : files) {
    EXPECT_EQ(file_kind(bytes), kind) << bytes.substr(0, 30);
  }
}

TEST(FileKindTest, EveryRefusalHasASentenceAndAHintInEachLanguage) {
  for (std::string_view bytes : {"\x1f\x8b", "PK\x03\x04", "%PDF-", "\xff\xfe", "<a>", "<html>",
                                 "{", "=LDR 1", "a;b", "\x01", ""}) {
    const Result<FileKind> kind = require_marc(bytes);
    ASSERT_FALSE(kind);
    for (std::string_view lang : {"ro", "en", "hu"}) {
      const Messages messages(lang);
      EXPECT_TRUE(messages.has(kind.error().message)) << kind.error().message;
      EXPECT_FALSE(messages.hint(kind.error()).empty()) << kind.error().message;
    }
  }
  EXPECT_TRUE(require_marc(test::small_raw("1", "Unu")));
}

}  // namespace
}  // namespace metodica
