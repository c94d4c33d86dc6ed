/// Call numbers in shelf order, printed labels, rules of shelving: all SQL of the subject.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bibliography/shelf_mark.hpp"
#include "modules/processing/processing_rules.hpp"
#include "modules/processing/udc_preview.hpp"
#include "storage/unit_of_work.hpp"
#include "text/keys.hpp"

namespace metodica::processing {

/// The call number of one copy, taken apart.
struct ShelfMark {
  InventoryNumber number;
  std::string title_key;  ///< key of the work, without volume
  std::string udc;        ///< full class
  CallNumber mark;        ///< its udc is the class on the shelf
  std::string call_number;
  std::string shelf_key;                      ///< shelf_key_text of the mark
  std::int64_t lot_year = 0, lot_number = 0;  ///< where the copy came from, 0 = taken over
};

/// Writes or replaces the mark of a copy.
void keep_mark(UnitOfWork& work, const ShelfMark& mark, Date on, std::string_view by);

/// Takes the mark of a copy away: it has no place on the shelf any more.
void drop_mark(UnitOfWork& work, const InventoryNumber& number);

std::optional<ShelfMark> mark_of(UnitOfWork& work, const InventoryNumber& number);

/// A place on the shelf: the key, and among copies with the same key the inventory number.
struct ShelfPlace {
  std::string shelf_key;
  InventoryNumber number;
};

/// Marks in shelf order after a place. `section`: "" = all, "-" = those without a section.
std::vector<ShelfMark> marks_in_order(UnitOfWork& work, const std::string& section,
                                      const ShelfPlace& after, std::int64_t limit);

/// The sections in use, "" among them when there are marks without one.
std::vector<std::string> sections(UnitOfWork& work);

/// Work marks given under the same section, class and author mark.
std::vector<TakenMark> taken_marks(UnitOfWork& work, const CallNumber& mark);

/// A copy of another work that has this call number already.
std::optional<InventoryNumber> other_work_with(UnitOfWork& work, const ShelfMark& mark);

// Labels. `kind` is "spine", "barcode" or "pocket"; a changed call number makes spine and pocket
// labels new again.

/// Marks without a label, in the order of register and number.
std::vector<ShelfMark> unlabelled(UnitOfWork& work, std::string_view kind, std::int64_t limit);
std::int64_t count_unlabelled(UnitOfWork& work, std::string_view kind);
std::vector<ShelfMark> marks_of_lot(UnitOfWork& work, std::int64_t year, std::int64_t number);
/// Inventory numbers from `first` to `last` of a register, at most `limit`.
std::vector<ShelfMark> marks_of_range(UnitOfWork& work, const std::string& register_code,
                                      std::int64_t first, std::int64_t last, std::int64_t limit);

/// One printed label.
struct PrintedLabel {
  InventoryNumber number;
  std::string printed;  ///< the call number, or the barcode
};
/// What was printed under a key, in order; empty when nothing was.
std::vector<PrintedLabel> printed_with(UnitOfWork& work, const std::string& key);
/// The day of that printing; none() when there was none.
Date printed_on(UnitOfWork& work, const std::string& key);
void keep_printed(UnitOfWork& work, const std::string& key, std::string_view kind,
                  const std::vector<PrintedLabel>& labels, Date on, std::string_view by);

// Rules of the library.

std::vector<ShelfRule> shelf_rules(UnitOfWork& work);
void replace_rules(UnitOfWork& work, const std::vector<ShelfRule>& rules);

/// Auxiliaries that stay on the label; the special ones until the library said otherwise.
std::vector<UdcPart> kept_parts(UnitOfWork& work);
void replace_kept_parts(UnitOfWork& work, const std::vector<UdcPart>& kept);

/// The collection by class: how many copies have which full class and class on the shelf.
std::vector<ClassUse> class_uses(UnitOfWork& work);

/// The author table that the library loaded.
struct LoadedTable {
  std::string name;
  std::string csv;
  std::int64_t entries = 0;
  Date loaded_on;
};
std::optional<LoadedTable> author_table(UnitOfWork& work);
void replace_author_table(UnitOfWork& work, const LoadedTable& table, std::string_view by);

}  // namespace metodica::processing
