/// Files compiled into the program: message patterns, migrations, tables of data.
#pragma once

#include <span>
#include <string_view>

namespace metodica {

struct EmbeddedFile {
  std::string_view path;     ///< relative to the folder named in CMake, "ro/registers.json"
  std::string_view content;  ///< the bytes of the file
};

}  // namespace metodica
