/// What `metodica import` brings in, one function per kind of file. Each returns true when every
/// row was taken over; faults are written to the console as they occur, then a summary.
#pragma once

#include <istream>

#include "command.hpp"
#include "settings.hpp"

namespace metodica::desk {

struct ImportFile {
  const Invocation& call;
  Console& console;
  const Settings& settings;
  std::istream& in;
};

/// ISO 2709 or MARCXML into the standalone catalogue. A second run changes nothing.
Result<bool> import_marc(ImportFile& file);
/// Copies for titles that the host has, through the adapter. A second run changes nothing.
Result<bool> import_copies(ImportFile& file);
/// The whole list of copies on loan, through the adapter: barcodes and days, never a person.
Result<bool> import_loans(ImportFile& file);
/// Existing copies for the opening of the registers, into registers.opening_lines.
Result<bool> import_opening(ImportFile& file);
/// The libraries of a county, into coordination.import_units.
Result<bool> import_units(ImportFile& file);
/// Captions of UDC classes, into processing.udc.captions_load; --notice says whose they are.
Result<bool> import_udc(ImportFile& file);
/// The author table of the library, into processing.author_table_load; --name names it.
Result<bool> import_authors(ImportFile& file);

}  // namespace metodica::desk
