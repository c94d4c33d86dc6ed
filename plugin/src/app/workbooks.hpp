/// Tables for spreadsheet programs, through the private library that is opened at first use.
#pragma once

#include <string>

#include "documents/workbook.hpp"
#include "metodica/result.hpp"

namespace metodica {

/// The media type of the bytes that workbook_xlsx() gives.
inline constexpr const char* xlsx_type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The bytes of an XLSX file; `workbook.rows` is called from the calling thread. Errors: those of
/// documents/xlsx/workbook_writer.hpp; METODICA_UNREACHABLE "loader.no_part" when
/// lib/metodica/parts/xlsx.so cannot be opened.
Result<std::string> workbook_xlsx(const Workbook& workbook);

}  // namespace metodica
