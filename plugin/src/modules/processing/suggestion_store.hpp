/// The classed works of a library in its database, with the words of their titles.
#pragma once

#include <string>
#include <vector>

#include "bibliography/udc_suggestion.hpp"
#include "storage/unit_of_work.hpp"

namespace metodica::processing {

class ClassedWorksInDatabase final : public ClassedWorks {
 public:
  explicit ClassedWorksInDatabase(UnitOfWork& work) : work_(work) {}

  [[nodiscard]] std::int64_t size() override;
  std::vector<ClassedWork> same_work(std::string_view title_key,
                                     std::string_view author_key) override;
  std::vector<ClassedWork> by_author(std::string_view author_key, std::size_t most) override;
  std::vector<std::int64_t> with_term(const std::string& term, std::size_t most) override;
  std::vector<ClassedWork> read(const std::vector<std::int64_t>& ids) override;

 private:
  UnitOfWork& work_;
};

/// A work as the registers name it; copies with the same identity are one work.
struct NamedWork {
  std::string identity, title, author, language;
};

/// The id of the work among the classed ones, 0 when it is not there.
std::int64_t classed_id(UnitOfWork& work, const std::string& identity);

/// Keeps the class of a work; true when that changed something.
bool learn_class(UnitOfWork& work, const NamedWork& named, const std::string& udc);

/// All classed works, for evaluation; at most `most`.
std::vector<ClassedWork> classed_works(UnitOfWork& work, std::int64_t most);

/// A choice of a person after suggestions.
struct Choice {
  std::string identity, suggested, reason, chosen;
  std::int64_t place = 0;  ///< of the chosen one among the suggested, 0 = another
};
void keep_choice(UnitOfWork& work, const Choice& choice, Date on, std::string_view by);

/// How often a suggestion was taken at each place, and how often none was.
struct ChoiceCounts {
  std::int64_t first = 0, second_or_third = 0, none = 0;
};
ChoiceCounts choice_counts(UnitOfWork& work);

}  // namespace metodica::processing
