#include "modules/coordination/statistics/survey_rules.hpp"

#include <algorithm>

#include "text/money.hpp"
#include "text/numbers.hpp"

namespace metodica::coordination {
namespace {

// Largest figure: a thousand million, so that sums of a county stay exact.
constexpr std::int64_t largest = 1'000'000'000 * YearFigure::one;

ReturnFinding found(const EditRule& rule, const std::string& item) {
  ReturnFinding finding;
  finding.rule = rule.code;
  finding.key = rule.each.empty() ? rule.code : rule.code + "/" + item;
  finding.item = item;
  finding.severity = rule.severity;
  return finding;
}

// "x" is the item that the rule is asked for.
Expression::Lookup lookup_for(const Compared& with, const std::string& item) {
  return [&with, &item](std::string_view space, std::string_view code) {
    return compared_figure(with, space, code == "x" ? std::string_view(item) : code);
  };
}

std::string decimals_of(std::int64_t e4, std::string_view lang) {
  std::string digits = std::to_string(e4 % YearFigure::one + YearFigure::one).substr(1);
  while (!digits.empty() && digits.back() == '0')
    digits.pop_back();
  return digits.empty() ? "" : decimal_sign(lang) + digits;
}

// "1.234.567" and "1 234" to digits: in a whole number a group of three is never a fraction, which
// money has to doubt. Any other text stays as it is.
std::string without_groups(std::string_view text) {
  std::string digits;
  std::size_t run = 0;
  bool grouped = false;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      digits += c;
      ++run;
    } else if ((c == '.' || c == ' ') && run > 0 && run <= 3 && (!grouped || run == 3)) {
      grouped = true;
      run = 0;
    } else {
      return std::string(text);
    }
  }
  return grouped && run != 3 ? std::string(text) : digits;
}

}  // namespace

const std::string& Wording::in(std::string_view lang) const {
  if (lang == "en" && !en.empty())
    return en;
  return lang == "hu" && !hu.empty() ? hu : ro;
}

const SurveyItem* Survey::item(std::string_view code) const {
  for (const SurveyChapter& one : chapters) {
    const auto hit = std::ranges::find(one.items, code, &SurveyItem::code);
    if (hit != one.items.end())
      return &*hit;
  }
  return nullptr;
}

const SurveyChapter* Survey::chapter(std::string_view code) const {
  const auto hit = std::ranges::find(chapters, code, &SurveyChapter::code);
  return hit == chapters.end() ? nullptr : &*hit;
}

const EditRule* Survey::rule(std::string_view code) const {
  const auto hit = std::ranges::find(rules, code, &EditRule::code);
  return hit == rules.end() ? nullptr : &*hit;
}

std::size_t Survey::items() const {
  std::size_t count = 0;
  for (const SurveyChapter& one : chapters)
    count += one.items.size();
  return count;
}

YearFigure compared_figure(const Compared& with, std::string_view space, std::string_view code) {
  if (space.empty())
    return figure_of(with.now, code);
  if (space == "last")
    return figure_of(with.last, code);
  if (space == "register")
    return figure_of(with.registers, code);
  return space == "official" ? figure_of(with.official, code) : YearFigure{};
}

std::vector<ReturnFinding> findings(const Survey& survey, const Compared& with) {
  std::vector<ReturnFinding> all;
  for (const EditRule& rule : survey.rules) {
    if (rule.each.empty()) {
      const std::string first = rule.at.empty() ? "" : rule.at.front();
      if (rule.breaks->holds(lookup_for(with, first)))
        all.push_back(found(rule, first));
    }
    for (const std::string& item : rule.each) {
      if (rule.breaks->holds(lookup_for(with, item)))
        all.push_back(found(rule, item));
    }
  }
  return all;
}

std::string sentence(const Survey& survey, const ReturnFinding& finding, const Compared& with,
                     std::string_view lang) {
  const EditRule* rule = survey.rule(finding.rule);
  if (rule == nullptr)
    return finding.rule;
  const std::string& text = rule->text.in(lang);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = text.find('{', at);
    const std::size_t close = text.find('}', open == std::string::npos ? at : open);
    if (open == std::string::npos || close == std::string::npos)
      return out + text.substr(at);
    out += text.substr(at, open - at);
    const std::string name = text.substr(open + 1, close - open - 1);
    const std::size_t dot = name.find('.');
    const std::string space = dot == std::string::npos ? "" : name.substr(0, dot);
    std::string code = dot == std::string::npos ? name : name.substr(dot + 1);
    code = code == "x" || code == "label" ? finding.item : code;
    const SurveyItem* item = survey.item(code);
    if (name == "label") {
      out += item == nullptr ? code : item->label.in(lang);
    } else {
      const std::string shown = shown_figure(compared_figure(with, space, code),
                                             item == nullptr ? ItemType::count : item->type, lang);
      out += shown.empty() ? "–" : shown;
    }
    at = close + 1;
  }
  return out;
}

std::string general_sentence(const EditRule& rule, std::string_view lang) {
  std::string text = rule.text.in(lang);
  for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{')) {
    const std::size_t close = text.find('}', open);
    if (close == std::string::npos)
      break;
    const bool aside = open >= 2 && text.compare(open - 2, 2, " (") == 0;
    const std::size_t bracket = aside ? text.find(')', close) : std::string::npos;
    if (bracket == std::string::npos)
      text.replace(open, close + 1 - open, "…");
    else
      text.erase(open - 2, bracket + 3 - open);
  }
  return text;
}

std::string shown_figure(const YearFigure& figure, ItemType type, std::string_view lang) {
  if (!figure.known())
    return {};
  if (type == ItemType::money)
    return Money::from_e4(figure.e4).shown(lang);
  const std::int64_t positive = figure.e4 < 0 ? -figure.e4 : figure.e4;
  return (figure.e4 < 0 ? "-" : "") + shown_integer(positive / YearFigure::one, lang) +
         decimals_of(positive, lang);
}

std::string typed_text(const YearFigure& figure, ItemType type, std::string_view lang) {
  if (!figure.known())
    return {};
  const bool whole = type == ItemType::count || type == ItemType::yes_no;
  return whole ? std::to_string(figure.e4 / YearFigure::one)
               : Money::from_e4(figure.e4).typed(lang);
}

Result<std::int64_t> typed_figure(const SurveyItem& item, std::string_view text) {
  const auto wrong = [&](const char* id) {
    return Unexpected(Problem(METODICA_INVALID, id, {{"text", std::string(text)}}));
  };
  const bool whole = item.type == ItemType::count || item.type == ItemType::yes_no;
  const auto read = Money::parse(whole ? without_groups(text) : std::string(text));
  if (!read)
    return wrong("survey.value");
  if (read->e4() < 0)
    return wrong("survey.negative");
  if (whole && read->e4() % YearFigure::one != 0)
    return wrong("survey.whole");
  if (read->e4() > (item.type == ItemType::yes_no ? YearFigure::one : largest))
    return wrong("survey.too_large");
  return read->e4();
}

}  // namespace metodica::coordination
