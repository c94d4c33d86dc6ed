#include "modules/registers/paper_columns.hpp"

#include "app/settings.hpp"

namespace metodica::registers {

TableColumn text_column(std::string title, double width_mm) {
  TableColumn column;
  column.title = {std::move(title)};
  column.width_mm = width_mm;
  return column;
}

TableColumn weighted_column(std::string title, double weight) {
  TableColumn column;
  column.title = {std::move(title)};
  column.weight = weight;
  return column;
}

TableColumn count_column(std::string title, double width_mm) {
  TableColumn column = text_column(std::move(title), width_mm);
  column.numeric = Numeric::count;
  return column;
}

TableColumn money_column(std::string title, double width_mm) {
  TableColumn column = text_column(std::move(title), width_mm);
  column.numeric = Numeric::money;
  return column;
}

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
