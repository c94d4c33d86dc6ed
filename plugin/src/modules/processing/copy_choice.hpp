/// Which copies a person means: a reception, a run of numbers, a section, a custody, words, or
/// copies named one by one. The same fields for labels and for the giving of many call numbers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "modules/processing/shelving.hpp"
#include "ui/form.hpp"

namespace metodica::processing {

/// The ways of choosing, by the values of the field "which".
namespace choice {
inline constexpr std::string_view fresh = "new";        ///< left to the caller: without a label yet
inline constexpr std::string_view waiting = "waiting";  ///< without a call number
inline constexpr std::string_view lot = "lot";
inline constexpr std::string_view range = "range";
inline constexpr std::string_view section = "section";
inline constexpr std::string_view custody = "custody";
inline constexpr std::string_view words = "words";
inline constexpr std::string_view copies = "copies";
}  // namespace choice

struct CopyChoice {
  std::string which;
  std::string lot;  ///< "3/2026"
  std::string register_code;
  std::int64_t from = 0, to = 0;
  std::string section;  ///< "-" = copies without a section letter
  std::string custody;
  std::string text;                 ///< words of author and title
  std::vector<std::string> copies;  ///< barcodes, numbers, or numbers behind their register "AV 21"
};

/// Adds the field "which" with these ways, and the fields that each needs.
void add_choice_fields(Form& form, const Messages& say, const std::vector<std::string_view>& ways);
CopyChoice read_choice(const Values& in);
/// In words: "lotul 3/2026".
std::string words_of(const CopyChoice& choice, const Messages& say);

/// The existing copies that are meant: those of a section in shelf order, those named one by one in
/// that order, the others by register and number; at most `limit` and one more, so that the caller
/// sees that there are too many. Errors: METODICA_NOT_FOUND labels.copy_unknown {text} at "copies".
Result<std::vector<InventoryNumber>> chosen_copies(Call& call, const CopyChoice& choice,
                                                   std::size_t limit);

}  // namespace metodica::processing
