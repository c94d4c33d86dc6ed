#include "bibliography/udc_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "bibliography/format_mark.hpp"
#include "bibliography/notation_signs.hpp"
#include "bibliography/udc_tree.hpp"

namespace metodica {
namespace {

constexpr std::size_t kCentury = 2;
constexpr std::size_t kDecade = 3;
constexpr std::size_t kYear = 4;

// Other first digits belong to phenomena in time: seasons, weekdays, frequency.
bool counts_years(std::string_view text) {
  return all_digits(text) && text.front() <= '2';
}

// One point in time: century, decade, year, or a date of year.month.day.
std::string moment(std::string_view text, const Messages& say) {
  if (text.size() == kCentury && counts_years(text)) {
    const int century = (text[0] - '0') * 10 + (text[1] - '0') + 1;
    return say("udc.words.century", {{"roman", roman_numeral(century)}});
  }
  if (text.size() == kDecade && counts_years(text)) {
    return say("udc.words.decade",
               {{"first", std::string(text) + "0"}, {"last", std::string(text) + "9"}});
  }
  if (all_digits(text) && text.size() == kYear) {
    const std::size_t zeros = std::min(text.find_first_not_of('0'), kYear - 1);
    return std::string(text.substr(zeros));
  }
  if (text.size() == kYear + 1 && text.front() == '-' && all_digits(text.substr(1))) {
    const std::string_view year = text.substr(1);
    return say(
        "udc.words.before_our_era",
        {{"year", std::string(year.substr(std::min(year.find_first_not_of('0'), kYear - 1)))}});
  }
  return std::string(text);
}

// The message that puts the words of an auxiliary into a sentence.
std::string_view phrase_of(UdcPart part) {
  switch (part) {
    case UdcPart::language:
      return "udc.words.language";
    case UdcPart::addition:
      return "udc.words.addition";
    case UdcPart::relation:
      return "udc.words.relation";
    case UdcPart::ordered_relation:
      return "udc.words.ordered_relation";
    case UdcPart::foreign:
      return "udc.words.foreign";
    default:
      return {};
  }
}

class Explainer {
 public:
  Explainer(std::string_view notation, const UdcCaptions& captions, const Messages& say)
      : tree_(udc_tree(notation)), captions_(captions), say_(say) {}

  UdcExplanation run() {
    std::vector<std::uint32_t> group_ends;
    for (std::uint32_t i = 0; i < tree_.size();) {
      const UdcNode& node = tree_[i];
      if (node.kind == UdcNodeKind::element) {
        take(i);
        i = node.end;
      } else {
        if (node.kind == UdcNodeKind::number) {
          main_ = {};
        }
        if (node.kind == UdcNodeKind::group) {
          write(said_.sentence.empty() || open_ ? "(" : " (");
          open_ = true;
          // Brackets close where the content of the group does.
          group_ends.push_back(tree_[i + 1].end);
        }
        ++i;
      }
      while (!group_ends.empty() && group_ends.back() <= i) {
        write(")");
        open_ = false;
        group_ends.pop_back();
      }
    }
    return std::move(said_);
  }

 private:
  void write(std::string_view text) { said_.sentence += text; }

  void take(std::uint32_t at) {
    const UdcNode& node = tree_[at];
    UdcMeaning meaning{node.part, std::string(node.text), {}, {}};
    const UdcCaption* caption = nullptr;
    bool exact = false;
    if (is_connector(node.part)) {
      meaning.words = say_(phrase_of(node.part));
      write(" " + meaning.words + " ");
      open_ = true;
      said_.meanings.push_back(std::move(meaning));
      return;
    }
    switch (node.part) {
      case UdcPart::main:
        main_ = node.text;
        caption = main_caption(node, exact);
        break;
      case UdcPart::special:
      case UdcPart::point:
      case UdcPart::apostrophe:
        caption = captions_.nearest_special(main_, start_of(node));
        exact = caption != nullptr && ends_with_auxiliary(*caption, start_of(node));
        break;
      case UdcPart::time:
        meaning.words = udc_period(node.text, say_);
        break;
      case UdcPart::name:
      case UdcPart::tail:
      case UdcPart::unknown:
        break;
      case UdcPart::foreign:
        meaning.words = say_(phrase_of(node.part), {{"text", std::string(node.text.substr(1))}});
        break;
      default:
        explain_bracket(at, meaning);
        caption = meaning.words.empty() ? captions_.nearest(start_of(node)) : nullptr;
        exact = caption != nullptr && caption->notation == start_of(node);
    }
    finish(node, meaning, caption, exact);
  }

  static std::string_view start_of(const UdcNode& node) {
    return node.range_end.data() == nullptr
               ? node.text
               : node.text.substr(0, node.text.size() - node.range_end.size() - 1);
  }

  const UdcCaption* main_caption(const UdcNode& node, bool& exact) {
    const UdcCaption* whole = captions_.find(node.text);
    exact = whole != nullptr;
    if (exact) {
      return whole;
    }
    const UdcCaption* start = captions_.nearest(start_of(node));
    exact = start != nullptr && start->notation == start_of(node);
    return start;
  }

  static bool ends_with_auxiliary(const UdcCaption& caption, std::string_view auxiliary) {
    return caption.notation.ends_with(auxiliary);
  }

  // Places joined inside one pair of brackets: "(44+460)"; a place with a name: "(498 Sibiu)".
  void explain_bracket(std::uint32_t at, UdcMeaning& meaning) {
    const UdcNode& node = tree_[at];
    const bool several = node.part == UdcPart::place && node.end > at + 2;
    if (!several || captions_.find(node.text) != nullptr) {
      return;
    }
    for (std::uint32_t child = at + 1; child < node.end; child = tree_[child].end) {
      const UdcNode& inside = tree_[child];
      if (is_connector(inside.part)) {
        meaning.words += " " + say_(phrase_of(inside.part)) + " ";
      } else if (inside.part == UdcPart::main) {
        const std::string start(start_of(inside));
        const UdcCaption* caption = captions_.nearest("(" + start + ")");
        meaning.words += caption == nullptr ? std::string(inside.text) : caption->in(say_.lang());
      } else if (inside.part == UdcPart::name) {
        meaning.words += (meaning.words.empty() ? "" : ", ") + std::string(inside.text);
      } else {
        meaning.words += std::string(inside.text);
      }
    }
  }

  void finish(const UdcNode& node, UdcMeaning& meaning, const UdcCaption* caption, bool exact) {
    std::string phrase = meaning.words;
    if (caption != nullptr) {
      meaning.words = caption->in(say_.lang());
      if (!exact) {
        meaning.within = caption->notation;
      }
      phrase = node.part == UdcPart::language
                   ? say_(phrase_of(node.part), {{"text", in_sentence(meaning.words)}})
                   : meaning.words;
      phrase =
          exact ? phrase : say_("udc.words.within", {{"text", phrase}, {"notation", meaning.text}});
    }
    if (phrase.empty()) {
      phrase = meaning.text;
    }
    if (node.range_end.data() != nullptr && node.part == UdcPart::main && !whole_range(node)) {
      phrase = range_words(node, phrase);
    }
    const bool joins = !said_.sentence.empty() && !open_;
    write((joins ? std::string(" – ") : std::string()) + phrase);
    open_ = false;
    said_.meanings.push_back(std::move(meaning));
  }

  // Languages have small letters in Romanian and Hungarian, whatever the pack writes.
  [[nodiscard]] std::string in_sentence(std::string words) const {
    if (say_.lang() != "en" && words.front() >= 'A' && words.front() <= 'Z') {
      words.front() = static_cast<char>(words.front() - 'A' + 'a');
    }
    return words;
  }

  [[nodiscard]] bool whole_range(const UdcNode& node) const {
    return captions_.find(node.text) != nullptr;
  }

  std::string range_words(const UdcNode& node, const std::string& from) {
    const UdcCaption* end = captions_.nearest(node.range_end);
    const bool shortened = node.range_end.find_first_not_of("0123456789") == 0;
    return say_("udc.words.range", {{"from", from},
                                    {"to", end == nullptr || shortened ? std::string(node.range_end)
                                                                       : end->in(say_.lang())}});
  }

  std::vector<UdcNode> tree_;
  const UdcCaptions& captions_;
  const Messages& say_;
  UdcExplanation said_;
  std::string_view main_;
  bool open_ = true;  // nothing stands before, or a connecting sign does
};

}  // namespace

std::string udc_period(std::string_view time, const Messages& say) {
  std::string_view inner = time;
  inner.remove_prefix(inner.starts_with('"') ? 1 : 0);
  inner.remove_suffix(inner.ends_with('"') ? 1 : 0);
  const std::size_t slash = inner.find('/');
  if (slash == std::string_view::npos) {
    return moment(inner, say);
  }
  const std::string from = moment(inner.substr(0, slash), say);
  const std::string_view to = inner.substr(slash + 1);
  if (to == "...") {
    return say("udc.words.from", {{"from", from}});
  }
  if (inner.starts_with(".../") || from == "...") {
    return say("udc.words.until", {{"to", moment(to, say)}});
  }
  return say("udc.words.period", {{"from", from}, {"to", moment(to, say)}});
}

UdcExplanation explain_udc(std::string_view notation, const UdcCaptions& captions,
                           const Messages& say) {
  return Explainer(notation, captions, say).run();
}

}  // namespace metodica
