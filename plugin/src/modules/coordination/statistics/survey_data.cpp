#include "modules/coordination/statistics/survey_data.hpp"

#include <algorithm>
#include <set>
#include <span>
#include <stdexcept>

#include "json/json.hpp"
#include "text/embedded.hpp"

namespace metodica::embedded {
extern const std::span<const EmbeddedFile> coordination_data;
}

namespace metodica::coordination {
namespace {

constexpr std::size_t most_items = 1000;
constexpr std::size_t most_rules = 300;
constexpr std::size_t longest_code = 60;

Unexpected broken(const std::string& where, const char* what) {
  return Unexpected(
      Problem(METODICA_INVALID, "survey.form", {{"where", where}, {"what", std::string(what)}}));
}

Wording wording(const Json& json) {
  if (json.is_text())
    return {json.text(), {}, {}};
  return {json["ro"].text(), json["en"].text(), json["hu"].text()};
}

bool is_code(const std::string& text) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  };
  return !text.empty() && text.size() <= longest_code && text.front() >= 'a' &&
         std::ranges::all_of(text, fits);
}

Result<SurveyItem> item_from(const Json& json, const std::string& where) {
  SurveyItem item;
  item.code = json["code"].text();
  item.row = json["row"].text();
  item.label = wording(json["label"]);
  item.help = wording(json["help"]);
  item.unit = wording(json["unit"]);
  item.required = json["required"].boolean(true);
  item.carried = json["carried"].boolean(false);
  if (!is_code(item.code) || item.code == "x" || item.code == "label")
    return broken(where + "/code", "code");
  if (item.label.ro.empty())
    return broken(where + "/label", "label");
  const std::string type = json["type"].is_null() ? "count" : json["type"].text();
  constexpr std::pair<std::string_view, ItemType> types[] = {{"count", ItemType::count},
                                                             {"decimal", ItemType::decimal},
                                                             {"money", ItemType::money},
                                                             {"yes_no", ItemType::yes_no}};
  const auto* const known =
      std::ranges::find(types, type, &std::pair<std::string_view, ItemType>::first);
  if (known == std::end(types))
    return broken(where + "/type", "type");
  item.type = known->second;
  return item;
}

Result<std::shared_ptr<const Expression>> expression_from(const Json& json) {
  METODICA_TRY(Expression read, Expression::parse(json.text()));
  return std::make_shared<const Expression>(std::move(read));
}

Result<SurveyChapter> chapter_from(const Json& json, const std::string& where) {
  SurveyChapter chapter;
  chapter.code = json["code"].text();
  chapter.title = wording(json["title"]);
  if (!is_code(chapter.code) || chapter.title.ro.empty() || json["items"].items().empty())
    return broken(where, "chapter");
  for (const Json& one : json["items"].items()) {
    METODICA_TRY(SurveyItem item,
                 item_from(one, where + "/items/" + std::to_string(chapter.items.size())));
    chapter.items.push_back(std::move(item));
  }
  for (const Json& one : json["totals"].items()) {
    METODICA_TRY(auto sum, expression_from(one["sum"]));
    chapter.totals.push_back({wording(one["label"]), one["code"].text(), std::move(sum)});
  }
  return chapter;
}

std::vector<std::string> texts(const Json& json) {
  std::vector<std::string> all;
  for (const Json& one : json.items())
    all.push_back(one.text());
  return all;
}

std::vector<std::string> every_number(const Survey& survey) {
  std::vector<std::string> codes;
  for (const SurveyChapter& chapter : survey.chapters) {
    for (const SurveyItem& item : chapter.items) {
      if (item.type != ItemType::yes_no)
        codes.push_back(item.code);
    }
  }
  return codes;
}

std::vector<std::string> every_required(const Survey& survey) {
  std::vector<std::string> codes;
  for (const SurveyChapter& chapter : survey.chapters) {
    for (const SurveyItem& item : chapter.items) {
      if (item.required)
        codes.push_back(item.code);
    }
  }
  return codes;
}

Result<EditRule> rule_from(const Json& json, const Survey& survey, const std::string& where) {
  EditRule rule;
  rule.code = json["code"].text();
  rule.severity = json["severity"].text() == "critical" ? Severity::critical : Severity::ask;
  rule.each = texts(json["each"]);
  if (rule.each == std::vector<std::string>{"*"})
    rule.each = every_number(survey);
  else if (rule.each == std::vector<std::string>{"required"})
    rule.each = every_required(survey);
  rule.at = texts(json["at"]);
  rule.text = wording(json["text"]);
  rule.source = json["source"].text();
  if (!is_code(rule.code) || rule.text.ro.empty())
    return broken(where, "rule");
  METODICA_TRY(rule.breaks, expression_from(json["breaks"]));
  for (const std::string& code : rule.at) {
    if (survey.item(code) == nullptr)
      return broken(where + "/at", "unknown_item");
  }
  for (const std::string& name : rule.breaks->names()) {
    if (name != "x" && name.find('.') == std::string::npos && survey.item(name) == nullptr)
      return broken(where + "/breaks", "unknown_item");
  }
  return rule;
}

Result<void> check_codes(const Survey& survey) {
  std::set<std::string> seen;
  for (const SurveyChapter& chapter : survey.chapters) {
    if (!seen.insert("chapter " + chapter.code).second)
      return broken("chapters/" + chapter.code, "twice");
    for (const SurveyItem& item : chapter.items) {
      if (!seen.insert(item.code).second)
        return broken(item.code, "twice");
    }
  }
  for (const EditRule& rule : survey.rules) {
    if (!seen.insert("rule " + rule.code).second)
      return broken("rules/" + rule.code, "twice");
  }
  return {};
}

}  // namespace

Result<Survey> survey_from(std::string_view text) {
  METODICA_TRY(const Json json, Json::parse(text));
  Survey survey;
  survey.name = json["name"].text();
  survey.title = wording(json["title"]);
  survey.source = json["source"].text();
  survey.verified = json["verified"].boolean(false);
  survey.from_year = json["from_year"].integer();
  if (survey.name.empty() || survey.name.size() > longest_code || survey.title.ro.empty())
    return broken("name", "name");
  for (const Json& one : json["chapters"].items()) {
    METODICA_TRY(SurveyChapter chapter,
                 chapter_from(one, "chapters/" + std::to_string(survey.chapters.size())));
    survey.chapters.push_back(std::move(chapter));
  }
  if (survey.items() == 0 || survey.items() > most_items ||
      json["rules"].items().size() > most_rules)
    return broken("chapters", "size");
  for (const Json& one : json["rules"].items()) {
    METODICA_TRY(EditRule rule,
                 rule_from(one, survey, "rules/" + std::to_string(survey.rules.size())));
    survey.rules.push_back(std::move(rule));
  }
  METODICA_CHECK(check_codes(survey));
  return survey;
}

const std::vector<std::shared_ptr<const Survey>>& shipped_surveys() {
  static const auto& all = *new std::vector<std::shared_ptr<const Survey>>([] {
    std::vector<std::shared_ptr<const Survey>> read;
    for (const EmbeddedFile& file : embedded::coordination_data) {
      if (!file.path.starts_with("form-"))
        continue;
      auto survey = survey_from(file.content);
      if (!survey)
        throw std::logic_error("form " + std::string(file.path) + ": " + survey.error().message);
      read.push_back(std::make_shared<const Survey>(*std::move(survey)));
    }
    std::ranges::sort(read,
                      [](const auto& a, const auto& b) { return a->from_year > b->from_year; });
    return read;
  }());
  return all;
}

}  // namespace metodica::coordination
