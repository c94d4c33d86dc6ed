/// Koha's side of the questions (adapters/koha/QUESTIONS.md), for tests of the way inside.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "koha_data.hpp"
#include "metodica/result.hpp"

namespace metodica::koha::test {

class AnsweringKoha {
 public:
  explicit AnsweringKoha(KohaData& data) : data_(data) {}

  /// The answer function of door 1. Errors: METODICA_DEFECT while `dies` is set.
  Result<std::string> answer(std::string_view question);

  std::set<std::string> unknown;   ///< questions that this plugin version does not answer
  std::vector<std::string> asked;  ///< what was asked, in order
  bool dies = false;               ///< Koha's code dies in every answer
  bool lose_next_write = false;    ///< the next write is done, but its answer is lost
  std::string broken;              ///< sent instead of any answer when not ""

 private:
  Json answer_to(const std::string& ask, const Json& args, const std::string& key);
  Json titles(const std::string& ask, const Json& args, const std::string& key);
  Json items(const std::string& ask, const Json& args, const std::string& key);
  Json update_one(const Json& wanted);
  Json create_one(const Json& wanted, const std::string& key);

  KohaData& data_;
  std::map<std::string, std::int64_t> made_;  ///< key of a create -> id
};

}  // namespace metodica::koha::test
