#include "modules/coordination/network/term_store.hpp"

#include <span>
#include <utility>

#include "text/embedded.hpp"

namespace metodica::embedded {
extern const std::span<const EmbeddedFile> coordination_data;
}

namespace metodica::coordination {
namespace {

const std::vector<DatedTerm>& shipped() {
  static const auto& terms = *new std::vector<DatedTerm>([] {
    for (const EmbeddedFile& file : embedded::coordination_data) {
      if (file.path == "county-terms.csv")
        return terms_from_csv(file.content);
    }
    return std::vector<DatedTerm>();
  }());
  return terms;
}

}  // namespace

std::vector<DatedTerm> county_terms(UnitOfWork& work) {
  std::vector<DatedTerm> all = shipped();
  work.each<std::string, Date, std::int64_t, std::int64_t, std::int64_t, std::string>(
      "SELECT code, valid_from, points, most, period, reference FROM county_term "
      "WHERE library = {library} ORDER BY noted",
      {},
      [&](std::string code, Date from, std::int64_t points, std::int64_t most, std::int64_t period,
          std::string reference) {
        all.push_back({std::move(code), from, points, most, period, false, std::move(reference)});
      });
  return all;
}

void set_term(UnitOfWork& work, const DatedTerm& term, const std::string& user,
              const std::string& now) {
  work.execute(
      "INSERT INTO county_term (library, code, valid_from, noted, points, most, period, reference, "
      "noted_by, noted_at) VALUES ({library}, $1, $2, $3, $4, $5, $6, $7, $8, $9)",
      {term.code, term.from, work.take("county_term"), term.points, term.most, term.period,
       term.reference, user, now});
}

}  // namespace metodica::coordination
