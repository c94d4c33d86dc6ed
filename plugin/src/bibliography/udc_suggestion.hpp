/// Suggested classes for a work, each with its reason: a cascade of what the library did before,
/// rules on language and form, similar titles and captions (domain note on classification, 8).
/// Suggests, never decides: below a threshold it says nothing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "bibliography/udc_captions.hpp"
#include "metodica/result.hpp"

namespace metodica {

/// A work of the library that has a class.
struct ClassedWork {
  std::int64_t id = 0;
  std::string title;
  std::string author;
  std::string udc;
  std::int64_t terms = 0;  ///< number of udc_terms() of its title
};

/// A class that another catalogue gives to the same work.
struct ClassElsewhere {
  std::string udc;
  std::string source;  ///< name of the catalogue
};

/// The work that waits. What is unknown is "".
struct UnclassedWork {
  std::string title;
  std::string author;
  std::string language;           ///< of the text, any code of languages.hpp
  std::string original_language;  ///< of the original, when it is a translation
  std::vector<std::string> subjects;
  std::vector<std::string> record_classes;  ///< classes in the host's record of the title
  std::vector<ClassElsewhere> elsewhere;    ///< of catalogues that were asked
  std::int64_t id = 0;                      ///< its own id among the classed works: not asked
};

/// The classed works of a library, searched. Implementations: WorksInMemory, and the database.
class ClassedWorks {
 public:
  virtual ~ClassedWorks() = default;
  [[nodiscard]] virtual std::int64_t size() = 0;
  /// Works with this title_key() and author_key().
  virtual std::vector<ClassedWork> same_work(std::string_view title_key,
                                             std::string_view author_key) = 0;
  /// At most `most` works with this author_key().
  virtual std::vector<ClassedWork> by_author(std::string_view author_key, std::size_t most) = 0;
  /// Ids of works whose titles have the term; one more than `most` says that there are more.
  virtual std::vector<std::int64_t> with_term(const std::string& term, std::size_t most) = 0;
  virtual std::vector<ClassedWork> read(const std::vector<std::int64_t>& ids) = 0;
};

/// A word of a title that tells the literary form: {"roman", "-31"}.
using TitleCue = std::pair<std::string, std::string>;
/// Reads CSV with the columns cue, part. Errors: METODICA_INVALID udc_cues.line {line}.
[[nodiscard]] Result<std::vector<TitleCue>> title_cues(std::string_view csv);

/// One suggestion. `reason` is a message id with its arguments:
///   udc_suggestion.record               the host's record of the title
///   udc_suggestion.same_work {title}    the same work has it here
///   udc_suggestion.elsewhere {source}   the same work has it in another catalogue
///   udc_suggestion.author {count} {of}  works of the author that have it
///   udc_suggestion.rule {cue} {language}
///   udc_suggestion.neighbours {titles}
///   udc_suggestion.caption {caption}
struct UdcSuggestion {
  std::string udc;
  int score = 0;  ///< 1 to 100, comparable inside one answer
  std::string reason;
  std::vector<MessageArgument> arguments;
};

/// Captions of main classes by the words in them; made once for many questions. Refers to the
/// captions, which must stay.
class CaptionWords {
 public:
  explicit CaptionWords(const UdcCaptions& captions);

  struct Line {
    const UdcCaption* caption;
    std::vector<std::string> terms;  ///< of one name in one language
  };
  [[nodiscard]] const std::vector<Line>& lines() const { return lines_; }
  /// The lines that have the term.
  [[nodiscard]] const std::vector<std::size_t>& with_term(const std::string& term) const;

 private:
  void add(const UdcCaption* caption, std::vector<std::string> terms);

  std::vector<Line> lines_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_term_;
};

/// What the rules go by.
struct SuggestionRules {
  const CaptionWords& captions;
  const std::vector<TitleCue>& cues;
  std::string lang = "ro";  ///< of captions and language names in the reasons
  int least_score = 25;     ///< below it nothing is suggested
};

/// At most three suggestions, the best first; empty when nothing is good enough.
[[nodiscard]] std::vector<UdcSuggestion> suggest_udc(const UnclassedWork& work, ClassedWorks& works,
                                                     const SuggestionRules& rules);

/// Classed works held in memory: for evaluation and tests.
class WorksInMemory final : public ClassedWorks {
 public:
  /// Ids count from 1 in the order given.
  void add(std::string title, std::string author, std::string udc);
  [[nodiscard]] const std::vector<ClassedWork>& all() const { return works_; }

  [[nodiscard]] std::int64_t size() override { return static_cast<std::int64_t>(works_.size()); }
  std::vector<ClassedWork> same_work(std::string_view title_key,
                                     std::string_view author_key) override;
  std::vector<ClassedWork> by_author(std::string_view author_key, std::size_t most) override;
  std::vector<std::int64_t> with_term(const std::string& term, std::size_t most) override;
  std::vector<ClassedWork> read(const std::vector<std::int64_t>& ids) override;

 private:
  using Postings = std::unordered_map<std::string, std::vector<std::int64_t>>;
  std::vector<ClassedWork> works_;
  Postings by_work_, by_author_, by_term_;
};

}  // namespace metodica
