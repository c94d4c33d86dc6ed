#include "storage/transaction.hpp"

#include <stdexcept>

namespace metodica {

SqlText& SqlTexts::at(std::string_view sql) {
  const auto found = texts_.find(sql);
  if (found != texts_.end()) {
    return found->second;
  }
  return texts_.emplace(std::string(sql), SqlText(sql, tenant_tables_)).first->second;
}

void SqlTexts::declare(TableNames tenant_tables) {
  tenant_tables_ = std::move(tenant_tables);
  texts_.clear();
}

Transaction::Transaction(Connection& connection, SqlTexts& texts, const Tenancy& tenancy,
                         bool writing)
    : connection_(connection),
      texts_(texts),
      tenancy_(tenancy),
      own_(tenancy.own),
      writing_(writing) {
  readable_.reserve(tenancy.readable.size());
  for (const std::string& library : tenancy.readable) {
    readable_.emplace_back(library);
  }
}

template <class Function>
auto Transaction::guarded(bool writes, Function function) -> decltype(function()) {
  if (writes && !writing_) {
    throw std::logic_error("a reading transaction writes nothing");
  }
  if (fetching_) {
    throw std::logic_error("no statement may run from inside the rows of another");
  }
  if (doomed_) {
    throw StorageError(METODICA_DEFECT, "a statement after a failed one of the same transaction");
  }
  try {
    return function();
  } catch (const StorageError&) {
    doomed_ = true;
    throw;
  }
}

void Transaction::act_for(const std::string& library) {
  tenancy_ = {library, {library}};
  own_ = Bind(library);
  readable_ = {Bind(library)};
  guarded(true, [&] { connection_.act_for(tenancy_); });
}

std::int64_t Transaction::execute(std::string_view sql, const Binds& binds) {
  SqlText& text = texts_.at(sql);
  const Arguments arguments = text.arguments(binds, own_, readable_);
  return guarded(text.writes(),
                 [&] { return connection_.session().execute(text.expanded(tenancy_), arguments); });
}

void Transaction::fetch(std::string_view sql, const Binds& binds,
                        const std::vector<ColumnKind>& kinds,
                        const std::function<bool(const Row&)>& sink) {
  SqlText& text = texts_.at(sql);
  const Arguments arguments = text.arguments(binds, own_, readable_);
  guarded(text.writes(), [&] {
    struct Mark {
      explicit Mark(bool& flag) : flag_(flag) { flag_ = true; }
      ~Mark() { flag_ = false; }
      Mark(const Mark&) = delete;
      Mark& operator=(const Mark&) = delete;
      bool& flag_;
    } mark(fetching_);
    connection_.fetch({text.expanded(tenancy_), arguments, text.writes()}, kinds, sink);
  });
}

void Transaction::insert(const Batch& batch) {
  guarded(true, [&] {
    if (batch.rows() != 0) {
      connection_.insert(batch, texts_.is_tenant(batch.table()) ? &own_ : nullptr);
    }
  });
}

std::int64_t Transaction::take(std::string_view counter, std::int64_t count) {
  if (count < 1) {
    throw std::logic_error("a counter gives at least one number");
  }
  // The row stays locked to the end of the transaction: the next taker waits, and a rollback leaves
  // no gap.
  return number(
      "INSERT INTO counter (library, name, next) VALUES ({library}, $1, 1 + CAST($2 AS BIGINT))"
      " ON CONFLICT (library, name) DO UPDATE SET next = counter.next + CAST($2 AS BIGINT)"
      " RETURNING next - CAST($2 AS BIGINT)",
      {counter, count});
}

std::int64_t Transaction::peek(std::string_view counter) {
  return number("SELECT next FROM counter WHERE library = {library} AND name = $1", {counter}, 1);
}

void Transaction::start_counter(std::string_view counter, std::int64_t next) {
  const std::int64_t changed = execute(
      "INSERT INTO counter (library, name, next) VALUES ({library}, $1, $2)"
      " ON CONFLICT (library, name) DO UPDATE SET next = excluded.next WHERE counter.next <= "
      "excluded.next",
      {counter, next});
  if (changed == 0) {
    doomed_ = true;
    throw StorageError(METODICA_CONFLICT, "a counter never goes back: " + std::string(counter));
  }
}

void write_outbox(UnitOfWork& work, std::string_view subject, std::string_view key,
                  std::string_view body, std::string_view at_utc) {
  const std::int64_t sequence = work.take("outbox");
  work.execute(
      "INSERT INTO outbox (library, sequence, subject, key, body, at_utc, sent)"
      " VALUES ({library}, $1, $2, $3, $4, $5, 0)",
      {sequence, subject, key, body, at_utc});
}

}  // namespace metodica
