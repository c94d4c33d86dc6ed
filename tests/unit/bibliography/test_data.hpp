/// The shared test data, which is not part of the project: read at run time, absent is "skipped".
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "bibliography/csv_records.hpp"

namespace metodica::test {

using Rows = std::vector<std::vector<std::string>>;

inline std::string data_folder() {
  const char* folder = std::getenv("METODICA_TEST_DATA");
  return folder != nullptr ? folder : METODICA_SOURCE_DIR "/../shared/data";
}

/// The text of a data file, "" when it is not there.
inline std::string data_text(const std::string& name) {
  std::ifstream file(data_folder() + "/" + name, std::ios::binary);
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
#define METODICA_DATA_ROWS(rows, name)                                                 \
  const metodica::test::Rows rows = metodica::test::data_rows(name);                   \
  if (rows.empty()) {                                                                  \
    GTEST_SKIP() << "no test data " << metodica::test::data_folder() << "/" << (name); \
  }                                                                                    \
  static_assert(true)
