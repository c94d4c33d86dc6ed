// Guards the sentences of every subject: the files of plugin/locale as they stand in the tree.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "json/json.hpp"
#include "text/pattern.hpp"
#include "text/unicode.hpp"

namespace metodica {
namespace {

const std::vector<std::string> languages = {"ro", "en", "hu"};

std::filesystem::path folder(const std::string& lang) {
  return std::filesystem::path(METODICA_SOURCE_DIR) / "plugin/locale" / lang;
}

std::vector<std::string> subjects(const std::string& lang) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder(lang))) {
    if (entry.path().extension() == ".json") {
      names.push_back(entry.path().filename().string());
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

Json read(const std::string& lang, const std::string& subject) {
  std::ifstream file(folder(lang) / subject, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const auto json = Json::parse(text);
  EXPECT_TRUE(json) << lang << '/' << subject << ": not JSON";
  return json ? *json : Json::object();
}

std::vector<std::string> ids(const Json& file) {
  std::vector<std::string> out;
  for (const auto& [id, pattern] : file.members()) {
    out.push_back(id);
  }
  std::sort(out.begin(), out.end());
  return out;
}

class Locale : public testing::TestWithParam<std::string> {};

TEST_P(Locale, HasTheSubjectsOfRomanian) {
  EXPECT_EQ(subjects(GetParam()), subjects("ro"));
}

TEST_P(Locale, HasTheIdsOfRomanian) {
  for (const std::string& subject : subjects("ro")) {
    EXPECT_EQ(ids(read(GetParam(), subject)), ids(read("ro", subject))) << subject;
  }
}

TEST_P(Locale, DefinesAnIdOnce) {
  std::map<std::string, std::string> seen;
  for (const std::string& subject : subjects(GetParam())) {
    for (const std::string& id : ids(read(GetParam(), subject))) {
      EXPECT_TRUE(seen.emplace(id, subject).second)
          << id << " is in " << seen[id] << " and " << subject;
    }
  }
}

TEST_P(Locale, PatternsAreSoundAndUseTheNamesOfRomanian) {
  for (const std::string& subject : subjects(GetParam())) {
    const Json romanian = read("ro", subject);
    const Json file = read(GetParam(), subject);
    for (const auto& [id, value] : file.members()) {
      EXPECT_NE(value.text(), "") << id;
      const Pattern pattern(value.text(), GetParam());
      EXPECT_TRUE(pattern.is_sound()) << subject << ": " << id << ": " << value.text();
      EXPECT_EQ(pattern.names(), Pattern(romanian[id].text(), "ro").names())
          << subject << ": " << id;
    }
  }
}

TEST_P(Locale, SentencesAreTidy) {
  for (const std::string& subject : subjects(GetParam())) {
    const Json file = read(GetParam(), subject);
    for (const auto& [id, value] : file.members()) {
      const std::string& text = value.text();
      // No-break spaces are wanted in sentences; tidy() is for what people type.
      EXPECT_EQ(text.find("\u015E"), std::string::npos) << id;
      EXPECT_EQ(text.find("\u015F"), std::string::npos) << id;
      EXPECT_EQ(text.find("\u0162"), std::string::npos) << id;
      EXPECT_EQ(text.find("\u0163"), std::string::npos) << id;
      EXPECT_FALSE(text.starts_with(' ') || text.ends_with(' ')) << id;
      EXPECT_EQ(text.find("TODO"), std::string::npos) << id;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Languages, Locale, testing::ValuesIn(languages),
                         [](const auto& one) { return one.param; });

TEST(LocaleHints, BelongToAMessage) {
  for (const std::string& subject : subjects("ro")) {
    const Json file = read("ro", subject);
    for (const std::string& id : ids(file)) {
      if (id.ends_with(".hint")) {
        EXPECT_TRUE(file.has(id.substr(0, id.size() - 5))) << id;
      }
    }
  }
}

}  // namespace
}  // namespace metodica
