/// The site's settings: who the library is and how its branches and shelving places are called.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "exchange/marc_format.hpp"
#include "metodica/context.hpp"
#include "metodica/result.hpp"
#include "metodica/settings.hpp"

namespace metodica::standalone {

/// A code of ours and what people call it.
using NamedCode = std::pair<std::string, std::string>;

struct Site {
  std::string catalogue;  ///< absolute path of the SQLite file
  std::string handover;   ///< absolute path of the folder, "" for none
  std::string library;
  std::string name;
  std::vector<NamedCode> branches;
  std::vector<NamedCode> places;
  MarcFormat format = MarcFormat::unimarc;  ///< of the records made here

  /// Whose copies a call is about: the library of the context, else that of the settings.
  [[nodiscard]] const std::string& library_of(const CallContext& context) const {
    return context.library.empty() ? library : context.library;
  }
};

/// Reads the settings catalogue, handover, library, name, branches, places ("F3=Filiala 3; F4=...")
/// and format. Errors, METODICA_INVALID with the setting as field: "loader.unknown_setting" {name},
/// "standalone.setting_missing" {name}, "standalone.relative_path" {name, text},
/// "standalone.setting_wrong" {name, text}.
[[nodiscard]] Result<Site> read_site(std::string_view settings_json);

}  // namespace metodica::standalone
