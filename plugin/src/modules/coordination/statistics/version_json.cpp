#include "modules/coordination/statistics/version_json.hpp"

namespace metodica::coordination {

Json figures_json(const Figures& figures) {
  Json json = Json::object();
  for (const auto& [code, figure] : figures)
    json.set(code, Json::object({{"kind", name_of(figure.kind)}, {"e4", figure.e4}}));
  return json;
}

Figures figures_from(const Json& json) {
  Figures figures;
  for (const auto& [code, member] : json.members())
    figures[code] = {figure_kind_of(member["kind"].text()), member["e4"].integer()};
  return figures;
}

}  // namespace metodica::coordination
