/// The configuration file as flat keys.
#pragma once

#include <map>
#include <string>

#include "metodica/result.hpp"

namespace metodica {

/// `section.key` and its value, without blanks around either.
using IniKeys = std::map<std::string, std::string>;

/// Reads an ini file: sections in brackets, `key = value`, comments (; or #) on lines of their own.
/// A byte-order mark at the start is passed over. METODICA_NOT_FOUND without the file;
/// METODICA_INVALID names the line of a section or key that stands twice or that is neither.
Result<IniKeys> read_ini_file(const std::string& file);

}  // namespace metodica
