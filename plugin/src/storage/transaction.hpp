/// Transaction: the UnitOfWork of a caller over a connection.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "storage/connection.hpp"
#include "storage/sql_text.hpp"

namespace metodica {

/// The texts of a process, each read once. Forgotten when the tables change.
class SqlTexts {
 public:
  /// Throws std::logic_error (see SqlText).
  SqlText& at(std::string_view sql);
  void declare(TableNames tenant_tables);
  [[nodiscard]] bool is_tenant(const std::string& table) const {
    return tenant_tables_.count(table) != 0;
  }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  TableNames tenant_tables_;
  std::unordered_map<std::string, SqlText, Hash, std::equal_to<>> texts_;
};

class Transaction final : public UnitOfWork {
 public:
  /// Connection and texts are borrowed.
  Transaction(Connection& connection, SqlTexts& texts, const Tenancy& tenancy, bool writing);

  [[nodiscard]] Engine engine() const override { return connection_.engine(); }
  [[nodiscard]] const Tenancy& tenancy() const override { return tenancy_; }
  void act_for(const std::string& library) override;
  std::int64_t execute(std::string_view sql, const Binds& binds) override;
  void fetch(std::string_view sql, const Binds& binds, const std::vector<ColumnKind>& kinds,
             const std::function<bool(const Row&)>& sink) override;
  void insert(const Batch& batch) override;
  std::int64_t take(std::string_view counter, std::int64_t count) override;
  std::int64_t peek(std::string_view counter) override;
  void start_counter(std::string_view counter, std::int64_t next) override;

  /// A statement failed: nothing of this transaction may be committed, even when the caller caught
  /// it.
  [[nodiscard]] bool doomed() const { return doomed_; }

 private:
  template <class Function>
  auto guarded(bool writes, Function function) -> decltype(function());

  Connection& connection_;
  SqlTexts& texts_;
  Tenancy tenancy_;
  Bind own_;
  Binds readable_;
  bool writing_;
  bool doomed_ = false;
  bool fetching_ = false;
};

}  // namespace metodica
