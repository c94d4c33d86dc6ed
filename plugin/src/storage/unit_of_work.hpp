/// UnitOfWork: one transaction for one caller. Every statement of a module goes through it.
///
/// SQL is one text for both engines: placeholders $1, $2 ... first used in ascending order.
/// A text that names a tenant table must contain {library} (the caller's own library, for writing
/// and for reading one's own) or {libraries} (all that the caller may read, as a list for IN); they
/// are numbered and bound here, from the caller, so that no module and no screen can forget the
/// condition. Example: "SELECT number FROM movement_lot WHERE library = {library} AND year = $1".
///
/// Errors: any database error throws StorageError and dooms the whole transaction; Database::write
/// rolls back and turns it into a Problem. Expected collisions are written as
/// ON CONFLICT ... DO NOTHING. One thread at a time; a UnitOfWork lives for one call.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "metodica/result.hpp"
#include "storage/value.hpp"

namespace metodica {

enum class Engine : std::uint8_t { sqlite = 1, postgresql };

/// Whose data may be touched. `own` is written and read; `readable` holds `own` and, at a hub,
/// others.
struct Tenancy {
  std::string own;
  std::vector<std::string> readable;
};

/// A database error, with what the engine said. Caught at the transaction only.
class StorageError : public std::runtime_error {
 public:
  StorageError(metodica_status why, const std::string& what)
      : std::runtime_error(what), status_(why) {}
  [[nodiscard]] metodica_status status() const { return status_; }

 private:
  metodica_status status_;
};

namespace detail {
template <class T>
constexpr ColumnKind kind_of() {
  static_assert(std::is_same_v<T, std::int64_t> || std::is_same_v<T, std::string> ||
                    std::is_same_v<T, Money> || std::is_same_v<T, Date>,
                "columns are std::int64_t, std::string, Money or Date");
  return std::is_same_v<T, std::int64_t> || std::is_same_v<T, Money> ? ColumnKind::integer
                                                                     : ColumnKind::text;
}
template <class T>
T cell(const Row& row, std::size_t column) {
  if constexpr (std::is_same_v<T, std::int64_t>) {
    return row.integer(column);
  } else if constexpr (std::is_same_v<T, Money>) {
    return Money::from_e4(row.integer(column));
  } else if constexpr (std::is_same_v<T, Date>) {
    const auto date = Date::parse(row.text(column));
    return date ? *date : Date();
  } else {
    return row.text(column);
  }
}
template <class... Columns, class Function, std::size_t... Index>
bool spread(const Row& row, Function& function, std::index_sequence<Index...>) {
  if constexpr (std::is_same_v<std::invoke_result_t<Function&, Columns...>, bool>) {
    return function(cell<Columns>(row, Index)...);
  } else {
    function(cell<Columns>(row, Index)...);
    return true;
  }
}
}  // namespace detail

class UnitOfWork {
 public:
  virtual ~UnitOfWork() = default;

  [[nodiscard]] virtual Engine engine() const = 0;
  [[nodiscard]] virtual const Tenancy& tenancy() const = 0;

  /// Writes and reads from here on as another library, until the end of the transaction or the next
  /// call. Only for the county hub, which applies the rows of a node whose credential it has
  /// checked: nothing a person sends leads here.
  virtual void act_for(const std::string& library) = 0;

  /// Runs one statement; returns the number of rows changed.
  virtual std::int64_t execute(std::string_view sql, const Binds& binds = {}) = 0;

  /// Gives each row to `sink` until it returns false. Rows are read in pieces: memory stays flat.
  /// No other statement may run on this UnitOfWork from inside the sink.
  virtual void fetch(std::string_view sql, const Binds& binds, const std::vector<ColumnKind>& kinds,
                     const std::function<bool(const Row&)>& sink) = 0;

  /// Inserts all rows of the batch; a tenant table gets the caller's library as its first column.
  virtual void insert(const Batch& batch) = 0;

  /// Takes `count` numbers from a counter of the caller's library and returns the first.
  /// Gap-free: a rolled back transaction gives them back. Counters begin at 1.
  virtual std::int64_t take(std::string_view counter, std::int64_t count = 1) = 0;
  /// The number that take() would return now.
  virtual std::int64_t peek(std::string_view counter) = 0;
  /// Sets what take() returns next; used by an opening only. Refuses to go back (StorageError).
  virtual void start_counter(std::string_view counter, std::int64_t next) = 0;

  /// work.each<std::int64_t, std::string>(sql, binds, [&](std::int64_t number, std::string title)
  /// {...}); The function may return bool; false stops.
  template <class... Columns, class Function>
  void each(std::string_view sql, const Binds& binds, Function function) {
    fetch(sql, binds, {detail::kind_of<Columns>()...}, [&](const Row& row) {
      return detail::spread<Columns...>(row, function, std::index_sequence_for<Columns...>());
    });
  }

  /// The first row, or nothing.
  template <class... Columns>
  std::optional<std::tuple<Columns...>> one(std::string_view sql, const Binds& binds = {}) {
    std::optional<std::tuple<Columns...>> found;
    each<Columns...>(sql, binds, [&](Columns... values) {
      found.emplace(std::move(values)...);
      return false;
    });
    return found;
  }

  /// The single integer of the first row, or the fallback.
  std::int64_t number(std::string_view sql, const Binds& binds = {}, std::int64_t fallback = 0) {
    const auto row = one<std::int64_t>(sql, binds);
    return row ? std::get<0>(*row) : fallback;
  }
};

/// Writes a row that must reach the county hub, in the same transaction (architecture 3.14), beside
/// those that the engine writes by itself for replicated tables (database.hpp). `subject` names what
/// changed ("movement_lot"), `body` is its JSON.
void write_outbox(UnitOfWork& work, std::string_view subject, std::string_view key,
                  std::string_view body, std::string_view at_utc);

}  // namespace metodica
