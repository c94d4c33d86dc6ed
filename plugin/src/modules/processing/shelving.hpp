/// From a copy in the inventory register to its call number: what waits, what is proposed and why,
/// and the giving of it. Everything runs inside the caller's transaction.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/call.hpp"
#include "modules/processing/mark_scheme.hpp"
#include "modules/processing/processing_rules.hpp"
#include "modules/processing/processing_store.hpp"
#include "modules/registers/api.hpp"

namespace metodica::processing {

using registers::CopyLine;

/// Copies of one title that lack the full class or the call number.
struct WaitingTitle {
  CopyLine first;
  std::int64_t copies = 0;
  bool without_udc = false;
  bool without_mark = false;
};

struct Queue {
  std::vector<WaitingTitle> titles;  ///< in the order of their first copy
  std::int64_t copies = 0;
  std::optional<InventoryNumber> next;  ///< where to go on: the last copy that was looked at
};

struct QueueFilter {
  std::string text;                           ///< as registers::CopyFilter
  std::string register_code;                  ///< "" = all
  std::int64_t lot_year = 0, lot_number = 0;  ///< one reception, 0 = all
  InventoryNumber after;
};

/// Looks through the registers in pieces until about 200 titles are found or 20 000 copies were
/// read.
Queue waiting_titles(UnitOfWork& work, const QueueFilter& filter);

/// The existing copies of the title of `line`, itself among them, by register and number.
std::vector<CopyLine> copies_of_title(UnitOfWork& work, const CopyLine& line);

/// The copy, for a call number. Errors: METODICA_NOT_FOUND registers.copy_unknown,
/// METODICA_CONFLICT processing.copy_gone, both at "number".
Result<CopyLine> shelvable_copy(UnitOfWork& work, const InventoryNumber& number);

/// A call number with the reasons for its parts, in the caller's language.
struct Proposal {
  std::string udc;                ///< normalised full class
  std::vector<Problem> warnings;  ///< of the class
  MarkScheme scheme;              ///< how this part of the collection is marked
  CallNumber mark;                ///< the parts of a systematic mark; of others the section
  std::string text;               ///< the call number, "" while the height is not known
  std::string second;             ///< the second one, "" for none
  bool needs_height = false;      ///< a format mark is wanted and nobody knows the height
  std::vector<std::string> reasons;
};

/// Proposes for a copy and a full class. Taken over: the mark of the copy itself, or of another
/// copy of the title, when it has the same class. Otherwise made by the library's rules, its author
/// table and its title. Errors: those of Udc::parse, at "udc".
Result<Proposal> propose(Call& call, const CopyLine& line, const std::string& udc);

/// Work marks that are planned under the section, class and author mark of a call number.
using PlannedMarks = std::function<std::vector<TakenMark>(const CallNumber&)>;

/// A systematic mark made anew by the rules, whatever the copy has; `planned` count as taken.
CallNumber remade_mark(Call& call, const CopyLine& line, const std::string& udc,
                       const MarkScheme& scheme, const std::string& section,
                       const PlannedMarks& planned);

/// The mark of the copy itself, or of another copy of its title.
std::optional<ShelfMark> mark_in_title(UnitOfWork& work, const CopyLine& line);

/// The key of the work of a copy: its title without volume and article.
std::string key_of_work(const CopyLine& line);

/// Which copies get the call number.
enum class Scope : std::uint8_t { one = 1, waiting, all };
std::optional<Scope> scope_of(std::string_view name);

/// What was asked for; "" takes what is proposed and "-" leaves the part off. With `as_typed` an
/// empty part is left off too.
struct MarkRequest {
  InventoryNumber number;
  std::string udc, section, shelf_udc, author_mark, work_mark, volume;
  std::int64_t height = 0;   ///< of the book, centimetres: for a format mark
  std::string mark, second;  ///< format marks or running numbers read from old labels
  std::int64_t copy = 0;  ///< number of the first copy ("ex."), counted on over the others; 0: none
  Scope scope = Scope::one;
  bool as_typed = false;
};

struct GivenMark {
  std::string udc;
  std::string call_number;  ///< of the copy that was asked for
  std::string second;       ///< its second call number, "" for none
  std::vector<InventoryNumber> copies;
};

/// Notes class and call number in the inventory register, keeps the place on the shelf and queues
/// the change for the host. Facts that do not change are not noted again. Errors: of
/// shelvable_copy, propose and give_to_copy; those of Udc::parse at "shelf_udc".
Result<GivenMark> give_mark(Call& call, const MarkRequest& request);

/// A copy of another work with the same call number.
std::optional<InventoryNumber> taken_by_other(UnitOfWork& work, const CopyLine& line,
                                              const CallNumber& mark);

}  // namespace metodica::processing
