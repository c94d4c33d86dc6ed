/// Koha's records as titles of the door and back, in the MARC format that this Koha keeps.
#pragma once

#include <string>
#include <string_view>

#include "exchange/bibliographic.hpp"
#include "json/json.hpp"
#include "koha/src/koha_door.hpp"

namespace metodica::koha {

/// What Koha's system preference marcflavour says. Errors: those of KohaDoor::ask.
[[nodiscard]] Result<MarcFormat> flavour(KohaDoor& door, const CallContext& context);
[[nodiscard]] std::string_view flavour_name(MarcFormat format);  ///< "UNIMARC", "MARC21"

/// Adds the members of schema/title.json to `line`, or `marc` as "iso2709" (base64) or "marcxml". A
/// record too long for ISO 2709 is answered by its title. Nothing is added for what is no record.
void add_record(Json& line, const std::string& marcxml, MarcFormat format, std::string_view as);

/// A record for Koha, or the code of a refusal.
struct KohaRecord {
  std::string marcxml;
  std::string refusal;
};

/// From one item of titles-write: `as` title, iso2709 or marcxml. Fields of items (952, 995) are
/// left out: Koha keeps items apart, and what stood there would be lost without a word. `mark` goes
/// into 035 when it is not "". Refusals: "title_missing", "not_marc", "unknown_form",
/// "other_format".
[[nodiscard]] KohaRecord record_for_koha(const Json& item, MarcFormat format,
                                         const std::string& mark);

/// True when two records say the same, but for what Koha writes itself (001, 005, 999, items).
[[nodiscard]] bool same_record(const std::string& marcxml, const std::string& other,
                               MarcFormat format);

/// True when the record has `mark` in 035 $a.
[[nodiscard]] bool has_mark(const std::string& marcxml, const std::string& mark);

}  // namespace metodica::koha
