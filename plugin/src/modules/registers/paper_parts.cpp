#include "modules/registers/paper_parts.hpp"

#include "app/settings.hpp"

namespace metodica::registers {

std::string act_text(const Messages& say, const std::string& kind, const std::string& number,
                     Date date) {
  std::string text = say("act." + kind) + " " + number;
  if (!date.none())
    text += " / " + date.shown(say.lang());
  return text;
}

std::vector<Signature> keeper_and_manager(Call& call) {
  return {{call.say()("role.keeper"), setting(call.work(), "institution.keeper")},
          {setting(call.work(), "institution.manager_title"),
           setting(call.work(), "institution.manager")}};
}

}  // namespace metodica::registers
