#include "modules/coordination/statistics/statistics_words.hpp"

#include <utility>

namespace metodica::coordination {

std::string day_words(const std::string& at_utc, const Messages& say) {
  constexpr std::size_t day_length = 10;
  const auto day = Date::parse(at_utc.substr(0, day_length));
  return day ? day->shown(say.lang()) : std::string();
}

std::string state_words(ReturnState state, const Messages& say) {
  return say("return.state." + std::string(name_of(state)));
}

Level state_level(ReturnState state) {
  if (is_accepted(state))
    return Level::good;
  return state == ReturnState::returned ? Level::bad
         : state == ReturnState::empty  ? Level::warn
                                        : Level::info;
}

std::string figure_words(const YearFigure& figure, ItemType type, const Messages& say) {
  if (figure.known())
    return shown_figure(figure, type, say.lang());
  return figure.kind == FigureKind::not_reported
             ? std::string()
             : say("figure." + std::string(name_of(figure.kind)));
}

std::string origin_words(const ReturnCell& cell, const Messages& say) {
  if (cell.origin != "register")
    return say("return.origin." + cell.origin, {{"year", cell.source}});
  constexpr std::size_t part_at = 4;  // "rmf/1/2025"
  return say("return.origin.register",
             {{"part", say("return.part." + cell.source.substr(part_at, 1))},
              {"year", cell.source.substr(part_at + 2)}});
}

Cell origin_cell(const ReturnCell& cell, const ReturnOf& of, const Messages& say) {
  const std::string words = origin_words(cell, say);
  if (cell.origin == "register") {
    return Cell::link(words, "registers.rmf_screen", Json::object({{"year", of.year}}));
  }
  if (cell.origin == "notebook")
    return Cell::link(words, "coordination.notebook", Json::object({{"year", of.year}}));
  if (cell.origin == "carried") {
    return Cell::link(words, "coordination.return",
                      Json::object({{"year", of.year - 1}, {"siruta", of.siruta}}));
  }
  return words;
}

std::string unit_words(const ReturnWork& work) {
  const std::string code = std::to_string(work.of().siruta);
  return work.unit.name.empty() ? code : work.unit.name;
}

Json return_args(const ReturnOf& of) {
  return Json::object({{"year", of.year}, {"siruta", of.siruta}});
}

Button writing_button(std::string label, std::string action, Json args) {
  Button button{std::move(label), std::move(action), std::move(args)};
  button.writes = true;
  return button;
}

}  // namespace metodica::coordination
