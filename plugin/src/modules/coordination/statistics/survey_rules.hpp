/// A statistical form as data: chapters, items, edit rules; and the check of a return by it. Pure.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "modules/coordination/statistics/expression.hpp"
#include "modules/coordination/statistics/figure.hpp"

namespace metodica::coordination {

/// A text that comes with the form, in three languages; Romanian stands for one that is missing.
struct Wording {
  std::string ro, en, hu;
  [[nodiscard]] const std::string& in(std::string_view lang) const;
};

enum class ItemType : std::uint8_t { count = 1, decimal, money, yes_no };

/// One row of the form.
struct SurveyItem {
  std::string code;  ///< "stock_end"; small letters, digits, underscore
  std::string row;   ///< number of the row on the printed form, "" when not known
  Wording label;
  Wording help;  ///< where the library finds it
  ItemType type = ItemType::count;
  Wording unit;
  bool required = true;  ///< must be answered: a number, or why there is none
  bool carried = false;  ///< usually stays from year to year: last year's value is offered
};

/// A sum shown while typing: "pe categorii: 4.120 din 4.125".
struct SurveyTotal {
  Wording label;
  std::string code;  ///< the item that it must equal, "" for none
  std::shared_ptr<const Expression> sum;
};

struct SurveyChapter {
  std::string code;
  Wording title;
  std::vector<SurveyItem> items;
  std::vector<SurveyTotal> totals;
};

enum class Severity : std::uint8_t {
  critical = 1,  ///< the figures contradict each other: cannot be submitted
  ask,           ///< unusual: may be right, wants a note
};

/// `breaks` is true when there is something to say. With `each`, it is asked for every one of these
/// items as `x` and `last.x`.
struct EditRule {
  std::string code;
  Severity severity = Severity::ask;
  std::shared_ptr<const Expression> breaks;
  std::vector<std::string> each;
  std::vector<std::string> at;  ///< the items to look at, without `each`
  Wording text;                 ///< may hold {stock_end}, {last.stock_end}, {label}, {x}, {last.x}
  std::string source;           ///< what the rule rests on
};

struct Survey {
  std::string name;  ///< "cult1-like-2025"
  Wording title;
  std::string source;     ///< what the form was made from
  bool verified = false;  ///< compared with the form in force
  std::int64_t from_year = 0;
  std::vector<SurveyChapter> chapters;
  std::vector<EditRule> rules;

  [[nodiscard]] const SurveyItem* item(std::string_view code) const;
  [[nodiscard]] const SurveyChapter* chapter(std::string_view code) const;
  [[nodiscard]] const EditRule* rule(std::string_view code) const;
  [[nodiscard]] std::size_t items() const;
};

/// What a return is compared with.
struct Compared {
  Figures now;
  Figures last;       ///< accepted or best known of the year before; empty: none
  Figures registers;  ///< from the library's registers: "stock_end", "additions", "withdrawals"
  Figures official;   ///< known to the county: "population"
};

/// The figure of a name in an expression: spaces "", "last", "register", "official".
[[nodiscard]] YearFigure compared_figure(const Compared& with, std::string_view space,
                                         std::string_view code);

/// One point of a return: a rule that found something.
struct ReturnFinding {
  std::string key;  ///< the rule's code, with "/item" for rules that are asked for each item
  std::string rule;
  std::string item;  ///< where to look first, "" for the whole
  Severity severity = Severity::ask;
};

/// All findings in the order of the rules. Time: rules times items.
[[nodiscard]] std::vector<ReturnFinding> findings(const Survey& survey, const Compared& with);

/// The sentence of a finding, with the figures put in.
[[nodiscard]] std::string sentence(const Survey& survey, const ReturnFinding& finding,
                                   const Compared& with, std::string_view lang);

/// The sentence of a rule without figures: what stands in brackets is left out, the rest is "…".
[[nodiscard]] std::string general_sentence(const EditRule& rule, std::string_view lang);

/// A figure as people read it: "1.250", "12,5", "1.250,50"; "" when it is none.
[[nodiscard]] std::string shown_figure(const YearFigure& figure, ItemType type,
                                       std::string_view lang);

/// The same to stand in a field, where typed_figure() reads it back.
[[nodiscard]] std::string typed_text(const YearFigure& figure, ItemType type,
                                     std::string_view lang);

/// A figure typed for an item. Errors, METODICA_INVALID: "survey.value" {text}, "survey.negative",
/// "survey.whole" {text}, "survey.too_large".
Result<std::int64_t> typed_figure(const SurveyItem& item, std::string_view text);

}  // namespace metodica::coordination
