/// Papers for the tests, with invented data of a small town library.
#pragma once

#include <string>

#include "documents/documents.hpp"

namespace metodica::tests {

/// Heading and foot that all samples share: A4 landscape, listed on 15.01.2026.
Paper sample_paper(const std::string& document_name);

/// An inventory register of `rows` lines with 12 columns; row n costs n bani and holds the number
/// n.
RegisterPaper inventory_register(int rows);

/// RMF part I on A3 landscape: 10 columns at the left, 10 categories, 9 languages, 19 content
/// groups.
RegisterPaper movement_register(int rows);

/// Minutes with every kind of block.
FlowPaper withdrawal_minutes(int table_rows);

}  // namespace metodica::tests
