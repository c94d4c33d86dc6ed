/// The shared test data, which is not part of the project: read at run time, absent is "skipped".
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "bibliography/csv_records.hpp"
#include "support/needed.hpp"
#include "support/shared_data.hpp"

namespace metodica::test {

using Rows = std::vector<std::vector<std::string>>;

/// The text of a data file, "" when it is not there.
inline std::string data_text(const std::string& name) {
  std::ifstream file(shared_data(name), std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// The rows of a data file without its header; empty when it is not there.
inline Rows data_rows(const std::string& name) {
  Rows rows = csv_records(data_text(name));
  if (!rows.empty()) {
    rows.erase(rows.begin());
  }
  return rows;
}

}  // namespace metodica::test

/// Declares `rows` from a data file or skips the test.
#define METODICA_DATA_ROWS(rows, name)                                    \
  const metodica::test::Rows rows = metodica::test::data_rows(name);      \
  if (rows.empty())                                                       \
    METODICA_MISSING("no " + metodica::test::shared_data(name).string()); \
  static_assert(true)
