#include "bibliography/udc_terms.hpp"

#include <algorithm>
#include <iterator>
#include <sstream>

#include "text/unicode.hpp"

namespace metodica {
namespace {

constexpr std::size_t kShortest = 3;
constexpr std::size_t kStem = 6;

// Sorted, folded.
constexpr std::string_view kSmallWords[] = {
    "ale",   "and",  "are",  "asupra",  "aux",    "azt",  "carte", "cartea", "catre",
    "cel",   "cele", "cum",  "des",     "despre", "din",  "dintr", "dupa",   "edit",
    "egy",   "ele",  "este", "for",     "from",   "les",  "mai",   "meg",    "mea",
    "mic",   "nem",  "noi",  "non",     "nou",    "noua", "ori",   "pana",   "pentru",
    "peste", "prin", "sau",  "scrieri", "son",    "spre", "sunt",  "the",    "une",
    "unei",  "unor", "unui", "vol",     "volum",  "with"};

bool says_nothing(const std::string& word) {
  return word.size() < kShortest ||
         std::find(std::begin(kSmallWords), std::end(kSmallWords), word) != std::end(kSmallWords);
}

}  // namespace

std::vector<std::string> udc_terms(std::string_view text) {
  std::istringstream stream(folded(text));
  std::vector<std::string> terms;
  for (std::string word; stream >> word;) {
    if (!says_nothing(word)) {
      terms.push_back(word.substr(0, kStem));
    }
  }
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  return terms;
}

}  // namespace metodica
