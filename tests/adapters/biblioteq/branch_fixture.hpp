/// BiblioteQ's adapter as the plugin loads it, on a branch with the documented tables, on each
/// engine.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "loader/adapter_library.hpp"
#include "loader/core_table.hpp"

namespace metodica::biblioteq {

enum class Engine { sqlite = 1, postgresql };

class BranchTest : public testing::TestWithParam<Engine> {
 protected:
  void SetUp() override;
  void TearDown() override;

  /// What the host's own code does with its database; the first cell of the last answer.
  std::string as_host(const std::string& sql);
  /// The same in our own journal of writes.
  std::string in_journal(const std::string& sql);
  /// Loads and starts the adapter. The result of the start.
  Result<void> open();
  /// `open`, which must succeed.
  void opened();

  Host& host() { return adapter_->host(); }
  static CallContext context(const std::string& key = {});
  Json copy(const std::string& barcode);
  WriteOutcome create(const std::string& key, const std::string& item);
  WriteOutcome create_title(const std::string& key, const std::string& title);
  WriteOutcome change(const std::string& key, const std::string& barcode, const std::string& set);
  WriteOutcome retire(const std::string& key, const std::string& barcode);

  /// What BiblioteQ's windows show: the answer to the adapter's question, "" for no host to ask.
  std::string windows_;
  std::filesystem::path folder_;

 private:
  void make_sqlite();
  void make_postgresql();
  [[nodiscard]] Json settings() const;
  static std::vector<WriteOutcome> outcomes(Result<std::vector<WriteOutcome>> answer);

  std::string connection_;  // of PostgreSQL, with the schema of this test
  std::unique_ptr<CoreTable> core_;
  std::unique_ptr<LoadedAdapter> adapter_;
};

}  // namespace metodica::biblioteq
