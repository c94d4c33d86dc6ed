#include "bibliography/udc_suggestion.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "bibliography/csv_records.hpp"
#include "bibliography/languages.hpp"
#include "bibliography/title_match.hpp"
#include "bibliography/udc_elements.hpp"
#include "bibliography/udc_terms.hpp"
#include "text/unicode.hpp"

namespace metodica {
namespace {

constexpr std::size_t kMost = 3;
constexpr std::size_t kWorksOfAuthor = 200;
constexpr std::size_t kPostings = 400;
constexpr std::size_t kTerms = 12;
constexpr std::size_t kCandidates = 60;
constexpr std::size_t kNeighbours = 10;
constexpr std::size_t kTitlesShown = 3;

constexpr int kRecord = 99;
constexpr int kSameWork = 95;
constexpr int kElsewhere = 94;
constexpr double kAuthor = 88;  // of all works of an author alike
constexpr int kRule = 80;
constexpr int kRuleUnsureCountry = 55;  // literature in English needs the country
constexpr double kNeighbour = 90;
constexpr double kCaption = 60;

// Suggestions by class; the best reason of each stays.
class Collected {
 public:
  void add(UdcSuggestion suggestion) {
    if (suggestion.udc.empty()) {
      return;
    }
    for (UdcSuggestion& known : all_) {
      if (known.udc == suggestion.udc) {
        if (known.score < suggestion.score) {
          known = std::move(suggestion);
        }
        return;
      }
    }
    all_.push_back(std::move(suggestion));
  }

  std::vector<UdcSuggestion> best(int least) && {
    std::stable_sort(all_.begin(), all_.end(), [](const UdcSuggestion& a, const UdcSuggestion& b) {
      return a.score > b.score;
    });
    const auto weak = std::find_if(all_.begin(), all_.end(),
                                   [&](const UdcSuggestion& one) { return one.score < least; });
    all_.erase(weak, all_.end());
    all_.resize(std::min(all_.size(), kMost));
    return std::move(all_);
  }

 private:
  std::vector<UdcSuggestion> all_;
};

int rounded(double score) {
  return static_cast<int>(std::lround(score));
}

void from_record(const UnclassedWork& work, Collected& found) {
  int score = kRecord;
  for (const std::string& udc : work.record_classes) {
    found.add({udc_normalised(udc), score, "udc_suggestion.record", {}});
    --score;
  }
}

void from_same_work(const UnclassedWork& work, ClassedWorks& works, Collected& found) {
  const std::string title = title_key(work.title, work.language);
  if (title.empty()) {
    return;
  }
  for (const ClassedWork& same : works.same_work(title, author_key(work.author))) {
    if (same.id != work.id) {
      found.add({same.udc, kSameWork, "udc_suggestion.same_work", {{"title", same.title}}});
    }
  }
}

// Several editions of one catalogue often repeat a class: it is said once, with its first source.
void from_elsewhere(const UnclassedWork& work, Collected& found) {
  int score = kElsewhere;
  for (const ClassElsewhere& other : work.elsewhere) {
    found.add(
        {udc_normalised(other.udc), score, "udc_suggestion.elsewhere", {{"source", other.source}}});
    --score;
  }
}

void from_author(const UnclassedWork& work, ClassedWorks& works, Collected& found) {
  const std::string author = author_key(work.author);
  if (author.empty()) {
    return;
  }
  std::map<std::string, std::int64_t> classes;
  std::int64_t of = 0;
  for (const ClassedWork& other : works.by_author(author, kWorksOfAuthor)) {
    if (other.id != work.id) {
      ++classes[other.udc];
      ++of;
    }
  }
  for (const auto& [udc, count] : classes) {
    const double share = static_cast<double>(count) / static_cast<double>(of);
    // A single work tells little, unless it is literature: authors stay with their language.
    const bool literature = first_main_digits(udc).starts_with("82");
    const double trust = literature || of > 1 ? 1.0 : 0.6;
    found.add({udc,
               rounded(kAuthor * share * trust),
               "udc_suggestion.author",
               {{"count", count}, {"of", of}}});
  }
}

bool has_words(const std::string& title, const std::string& cue) {
  return (' ' + title + ' ').find(' ' + cue + ' ') != std::string::npos;
}

// True when the title names a literary form: its words then say nothing of a subject.
bool from_rules(const UnclassedWork& work, const SuggestionRules& rules, Collected& found) {
  const std::string title = folded(work.title);
  const auto cue = std::find_if(rules.cues.begin(), rules.cues.end(),
                                [&](const TitleCue& one) { return has_words(title, one.first); });
  const bool translated = !work.original_language.empty() &&
                          language_code(work.original_language) != language_code(work.language);
  const std::string& origin = translated ? work.original_language : work.language;
  const std::string literature = udc_literature(origin);
  if (cue == rules.cues.end() || literature.empty()) {
    return cue != rules.cues.end();
  }
  const Language* language = find_language(origin);
  const bool country = language_code(origin) == "en";
  found.add({literature + cue->second + (translated ? udc_language_auxiliary(work.language) : ""),
             country ? kRuleUnsureCountry : kRule,
             "udc_suggestion.rule",
             {{"cue", cue->first},
              {"language", std::string(language == nullptr ? std::string_view(origin)
                                                           : language->name(rules.lang))}}});
  return true;
}

// Works with like titles: weighted overlap of terms, the rarer a term the more it weighs.
class Neighbours {
 public:
  Neighbours(const UnclassedWork& work, ClassedWorks& works) : work_(work), works_(works) {
    std::string text = work.title;
    for (const std::string& subject : work.subjects) {
      text += ' ' + subject;
    }
    terms_ = udc_terms(text);
    terms_.resize(std::min(terms_.size(), kTerms));
  }

  struct Near {
    double weight;
    ClassedWork work;
  };

  std::vector<Near> nearest() {
    std::unordered_map<std::int64_t, double> shared;
    double asked = 0;
    const double all = static_cast<double>(works_.size()) + 1;
    for (const std::string& term : terms_) {
      const auto ids = works_.with_term(term, kPostings);
      const bool common = ids.size() > kPostings;
      const double rarity = std::log(all / (static_cast<double>(ids.size()) + 1)) + 0.1;
      asked += rarity;
      for (std::size_t i = 0; !common && i < ids.size(); ++i) {
        shared[ids[i]] += rarity;
      }
    }
    shared.erase(work_.id);
    return terms_.empty() ? std::vector<Near>() : weighed(shared, asked);
  }

 private:
  std::vector<Near> weighed(const std::unordered_map<std::int64_t, double>& shared, double asked) {
    std::vector<std::pair<double, std::int64_t>> order;
    for (const auto& [id, weight] : shared) {
      order.emplace_back(-weight, id);
    }
    std::sort(order.begin(), order.end());
    order.resize(std::min(order.size(), kCandidates));
    std::vector<std::int64_t> ids;
    for (const auto& [weight, id] : order) {
      ids.push_back(id);
    }
    const double mean = asked / static_cast<double>(terms_.size());
    std::vector<Near> near;
    for (ClassedWork& work : works_.read(ids)) {
      const double common = shared.at(work.id);
      const double others = std::max(0.0, static_cast<double>(work.terms) * mean - common);
      near.push_back({common / (asked + others), std::move(work)});
    }
    std::stable_sort(near.begin(), near.end(),
                     [](const Near& a, const Near& b) { return a.weight > b.weight; });
    near.resize(std::min(near.size(), kNeighbours));
    return near;
  }

  const UnclassedWork& work_;
  ClassedWorks& works_;
  std::vector<std::string> terms_;
};

void from_neighbours(const UnclassedWork& work, ClassedWorks& works, Collected& found) {
  const auto near = Neighbours(work, works).nearest();
  double total = 0;
  struct Votes {
    double weight = 0;
    double best = 0;
    std::string titles;
    std::size_t count = 0;
  };
  std::map<std::string, Votes> classes;
  for (const auto& [weight, other] : near) {
    total += weight;
    Votes& votes = classes[other.udc];
    votes.weight += weight;
    votes.best = std::max(votes.best, weight);
    if (votes.count++ < kTitlesShown) {
      votes.titles += (votes.titles.empty() ? "" : "; ") + other.title;
    }
  }
  for (const auto& [udc, votes] : classes) {
    // Agreement among the neighbours, and how near the nearest is.
    const double score = kNeighbour * std::sqrt(votes.weight / total * votes.best);
    found.add({udc, rounded(score), "udc_suggestion.neighbours", {{"titles", votes.titles}}});
  }
}

void from_captions(const UnclassedWork& work, const SuggestionRules& rules, Collected& found) {
  std::string text = work.title;
  for (const std::string& subject : work.subjects) {
    text += ' ' + subject;
  }
  const auto terms = udc_terms(text);
  if (terms.empty()) {
    return;
  }
  std::map<std::size_t, double> shared;  // by line
  for (const std::string& term : terms) {
    for (const std::size_t line : rules.captions.with_term(term)) {
      shared[line] += 1;
    }
  }
  for (const auto& [at, count] : shared) {
    const CaptionWords::Line& line = rules.captions.lines()[at];
    const double score =
        kCaption * count / std::sqrt(static_cast<double>(line.terms.size() * terms.size()));
    found.add({line.caption->notation,
               rounded(score),
               "udc_suggestion.caption",
               {{"caption", line.caption->in(rules.lang)}}});
  }
}

}  // namespace

CaptionWords::CaptionWords(const UdcCaptions& captions) {
  for (const UdcCaption* caption : captions.all()) {
    const char first = caption->notation.front();
    const bool main = first >= '0' && first <= '9';
    for (const std::string* words : {&caption->ro, &caption->en, &caption->hu}) {
      // Each part between semicolons and full stops is a name of its own.
      for (std::string_view rest = main ? *words : std::string_view(); !rest.empty();) {
        const std::size_t end = std::min(rest.find_first_of(";."), rest.size());
        add(caption, udc_terms(rest.substr(0, end)));
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
  }
}

void CaptionWords::add(const UdcCaption* caption, std::vector<std::string> terms) {
  for (const std::string& term : terms) {
    by_term_[term].push_back(lines_.size());
  }
  if (!terms.empty()) {
    lines_.push_back({caption, std::move(terms)});
  }
}

const std::vector<std::size_t>& CaptionWords::with_term(const std::string& term) const {
  static const std::vector<std::size_t> none;
  const auto found = by_term_.find(term);
  return found == by_term_.end() ? none : found->second;
}

Result<std::vector<TitleCue>> title_cues(std::string_view csv) {
  const auto records = csv_records(csv);
  std::vector<TitleCue> cues;
  for (std::size_t i = 1; i < records.size(); ++i) {
    if (records[i].size() < 2 || folded(records[i][0]).empty()) {
      return invalid("udc_cues.line", {{"line", static_cast<std::int64_t>(i + 1)}});
    }
    cues.emplace_back(folded(records[i][0]), records[i][1]);
  }
  return cues;
}

std::vector<UdcSuggestion> suggest_udc(const UnclassedWork& work, ClassedWorks& works,
                                       const SuggestionRules& rules) {
  Collected found;
  from_record(work, found);
  from_same_work(work, works, found);
  from_elsewhere(work, found);
  from_author(work, works, found);
  const bool literature = from_rules(work, rules, found);
  from_neighbours(work, works, found);
  if (!literature) {
    from_captions(work, rules, found);
  }
  return std::move(found).best(rules.least_score);
}

void WorksInMemory::add(std::string title, std::string author, std::string udc) {
  const std::int64_t id = size() + 1;
  const auto terms = udc_terms(title);
  by_work_[title_key(title, {}) + '\n' + author_key(author)].push_back(id);
  by_author_[author_key(author)].push_back(id);
  for (const std::string& term : terms) {
    by_term_[term].push_back(id);
  }
  works_.push_back({id, std::move(title), std::move(author), std::move(udc),
                    static_cast<std::int64_t>(terms.size())});
}

std::vector<ClassedWork> WorksInMemory::same_work(std::string_view title_key,
                                                  std::string_view author_key) {
  const auto found = by_work_.find(std::string(title_key) + '\n' + std::string(author_key));
  return found == by_work_.end() ? std::vector<ClassedWork>() : read(found->second);
}

std::vector<ClassedWork> WorksInMemory::by_author(std::string_view author_key, std::size_t most) {
  const auto found = by_author_.find(std::string(author_key));
  if (found == by_author_.end()) {
    return {};
  }
  std::vector<std::int64_t> ids = found->second;
  ids.resize(std::min(ids.size(), most));
  return read(ids);
}

std::vector<std::int64_t> WorksInMemory::with_term(const std::string& term, std::size_t most) {
  const auto found = by_term_.find(term);
  if (found == by_term_.end()) {
    return {};
  }
  std::vector<std::int64_t> ids = found->second;
  ids.resize(std::min(ids.size(), most + 1));
  return ids;
}

std::vector<ClassedWork> WorksInMemory::read(const std::vector<std::int64_t>& ids) {
  std::vector<ClassedWork> works;
  works.reserve(ids.size());
  for (const std::int64_t id : ids) {
    works.push_back(works_.at(static_cast<std::size_t>(id - 1)));
  }
  return works;
}

}  // namespace metodica
