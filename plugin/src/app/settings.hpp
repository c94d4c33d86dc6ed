/// Settings of a library: who it is on papers, and the choices that law and practice leave open.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/call.hpp"
#include "documents/paper.hpp"
#include "ui/form.hpp"

namespace metodica {

/// One setting that exists; there are no others.
struct SettingKind {
  std::string_view name;      ///< "institution.name"; its label is the message "setting.<name>"
  std::string_view standard;  ///< value when nothing was set
  FieldKind kind;
};
const std::vector<SettingKind>& setting_kinds();

/// The value, or the standard one.
std::string setting(UnitOfWork& work, std::string_view name);
std::int64_t setting_number(UnitOfWork& work, std::string_view name);
void set_setting(UnitOfWork& work, std::string_view name, std::string_view value);

/// A paper of the caller's library: institution, seat and fiscal code in the heading; program,
/// version and day of listing in the foot (O2634 pt. 2, pt. 58 k).
Paper library_paper(Call& call, std::string document_name, PageFormat format);

/// Records that a paper is issued, once per key of the call, and marks reprints: the first issue is
/// the original, later ones carry "DUPLICAT" with their number. `paper` names what is issued
/// ("rmf/2026/1").
void mark_issue(Call& call, const std::string& paper_id, Paper& paper);

}  // namespace metodica
