// The private library xlsx.so: the only part of the plugin that is linked with libxlsxwriter.

#include "documents/xlsx/workbook_writer.hpp"

using WriteWorkbook = metodica::Result<std::string> (*)(const metodica::Workbook&);

extern "C" __attribute__((visibility("default"))) WriteWorkbook metodica_part_xlsx() {
  return &metodica::documents::write_workbook;
}
