#include "modules/coordination/analysis/reference_data.hpp"

#include <algorithm>
#include <span>

#include "json/json.hpp"
#include "text/embedded.hpp"
#include "text/numbers.hpp"

namespace metodica::embedded {
extern const std::span<const EmbeddedFile> coordination_data;
}

namespace metodica::coordination {
namespace {

// Our own files: a test reads them.
Json read_file(std::string_view name) {
  for (const EmbeddedFile& file : embedded::coordination_data) {
    if (file.path != name)
      continue;
    const auto read = Json::parse(file.content);
    return read ? *read : Json::object();
  }
  return Json::object();
}

std::vector<PeerBand> read_bands() {
  std::vector<PeerBand> bands;
  const Json file = read_file("peer-bands.json");
  for (const Json& row : file["bands"].items()) {
    PeerBand band;
    band.code = row["code"].text();
    for (const Json& type : row["types"].items())
      band.types.push_back(type.text());
    band.from = row["from"].integer();
    band.to = row["to"].integer();
    band.name_ro = row["ro"].text();
    band.name_en = row["en"].text();
    band.name_hu = row["hu"].text();
    bands.push_back(std::move(band));
  }
  return bands;
}

std::vector<ReferenceValue> read_references() {
  std::vector<ReferenceValue> all;
  const Json file = read_file("indicator-references.json");
  for (const Json& row : file["references"].items()) {
    all.push_back({row["indicator"].text(), row["value"].text(), row["to"].text(),
                   std::to_string(row["year"].integer()), row["kind"].text(),
                   row["verified"].boolean(), row["ro"].text(), row["en"].text(),
                   row["hu"].text()});
  }
  return all;
}

std::string written(std::string_view value, std::string_view lang) {
  const std::size_t point = value.find('.');
  std::string text = grouped_digits(value.substr(0, point), lang);
  if (point != std::string_view::npos)
    text += decimal_sign(lang) + std::string(value.substr(point + 1));
  return text;
}

}  // namespace

const std::vector<PeerBand>& peer_bands() {
  static const auto& bands = *new std::vector<PeerBand>(read_bands());  // never destroyed
  return bands;
}

std::string ReferenceValue::shown(std::string_view lang) const {
  std::string text = written(value, lang);
  if (!to.empty())
    text += "–" + written(to, lang);
  const std::string& source = lang == "en" ? source_en : lang == "hu" ? source_hu : source_ro;
  return text + " (" + source + (kind == "law" ? "" : ", " + year) + ")";
}

std::vector<ReferenceValue> references_of(std::string_view indicator) {
  static const auto& all = *new std::vector<ReferenceValue>(read_references());
  std::vector<ReferenceValue> found;
  std::ranges::copy_if(all, std::back_inserter(found),
                       [&](const ReferenceValue& one) { return one.indicator == indicator; });
  return found;
}

}  // namespace metodica::coordination
