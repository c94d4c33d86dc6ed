/// Journal: which writes into the host were begun and which were done, in a file of our own. The
/// host's database and this file know no common transaction, so a write is noted here before the
/// host's commit and settled after it; what a crash left in between is settled at the next start.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "metodica/context.hpp"
#include "sql.hpp"

namespace metodica::biblioteq {

/// One write: the same operation under the same key of the same library is the same write.
struct WriteName {
  std::string library;
  std::string operation;
  std::string key;
  friend bool operator==(const WriteName&, const WriteName&) = default;
};

struct BegunWrite {
  WriteName name;
  std::string outcomes;  ///< lines of schema/outcome.json, as they are if the host committed
};

/// Errors of all: those of Sql. [call]
class Journal {
 public:
  /// Opens or makes the file.
  static Result<std::unique_ptr<Journal>> open(const std::string& path);

  /// What a write that is done gave out; nothing when it was not done.
  Result<std::optional<std::string>> outcomes_of(const WriteName& name);

  /// Before the host commits: on disk when it returns.
  Result<void> begin(const WriteName& name, const std::string& outcomes);
  /// The host committed. `keep` is false when the same key shall write again.
  Result<void> finish(const WriteName& name, const std::string& outcomes, bool keep);
  /// The host did not commit.
  Result<void> forget(const WriteName& name);
  /// Those of which it is not known here whether the host committed.
  Result<std::vector<BegunWrite>> begun();

  /// In a forked child: forgets the handle without closing what the parent uses.
  void abandon() { sql_->abandon(); }

 private:
  explicit Journal(std::unique_ptr<Sql> sql) : sql_(std::move(sql)) {}

  std::unique_ptr<Sql> sql_;
};

}  // namespace metodica::biblioteq
