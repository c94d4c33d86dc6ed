#include "modules/coordination/compliance/duty_data.hpp"

#include <span>

#include "json/json.hpp"
#include "text/embedded.hpp"

namespace metodica::embedded {
extern const std::span<const EmbeddedFile> coordination_data;
}

namespace metodica::coordination {
namespace {

Date day_of(const Json& text) {
  const auto day = Date::parse(text.text());
  return day ? *day : Date();
}

}  // namespace

std::vector<Duty> duties_from(std::string_view json) {
  std::vector<Duty> duties;
  const auto read = Json::parse(json);
  if (!read)
    return duties;
  for (const Json& row : (*read)["duties"].items()) {
    Duty duty;
    duty.code = row["code"].text();
    duty.computed = row["how"].text() == "computed";
    duty.text_ro = row["ro"].text();
    duty.text_en = row["en"].text();
    duty.text_hu = row["hu"].text();
    for (const Json& norm : row["norms"].items()) {
      duty.norms.push_back({duty.code, norm["value"].text(), day_of(norm["from"]),
                            day_of(norm["to"]), norm["reference"].text(), norm["verified"].text()});
    }
    if (!duty.code.empty() && !duty.norms.empty())
      duties.push_back(std::move(duty));
  }
  return duties;
}

const std::vector<Duty>& shipped_duties() {
  static const auto& duties = *new std::vector<Duty>([] {
    for (const EmbeddedFile& file : embedded::coordination_data) {
      if (file.path == "duties.json")
        return duties_from(file.content);
    }
    return std::vector<Duty>();
  }());
  return duties;
}

}  // namespace metodica::coordination
