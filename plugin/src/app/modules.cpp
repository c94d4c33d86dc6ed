// The one list of subjects, in menu order.

#include "app/module.hpp"
#include "modules/acquisition/acquisition_module.hpp"
#include "modules/coordination/coordination_module.hpp"
#include "modules/hub/hub_module.hpp"
#include "modules/processing/processing_module.hpp"
#include "modules/registers/registers_module.hpp"
#include "modules/stocktaking/stocktaking_module.hpp"
#include "modules/withdrawal/withdrawal_module.hpp"

namespace metodica {

std::vector<std::unique_ptr<Module>> make_modules() {
  std::vector<std::unique_ptr<Module>> modules;
  modules.push_back(make_registers_module());
  modules.push_back(make_acquisition_module());
  modules.push_back(make_processing_module());
  modules.push_back(make_stocktaking_module());
  modules.push_back(make_withdrawal_module());
  modules.push_back(make_coordination_module());
  modules.push_back(make_hub_module());
  return modules;
}

}  // namespace metodica
