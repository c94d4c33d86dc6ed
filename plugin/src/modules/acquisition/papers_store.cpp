#include <map>

#include "modules/acquisition/api.hpp"

namespace metodica::acquisition {
namespace {

// The library tells apart acts of equal ids.
using Place = std::pair<std::string, std::string>;

void add_lines(UnitOfWork& work, std::map<Place, PaperState*>& places, std::string_view kind,
               std::string_view number, Date date) {
  work.each<std::string, std::string, std::string, std::int64_t, std::int64_t, std::string>(
      "SELECT l.library, l.act, l.title, l.copies, l.accepted, l.count_note FROM acquisition_line "
      "l "
      "JOIN acquisition_act a ON a.library = l.library AND a.id = l.act "
      "WHERE l.library IN ({libraries}) AND a.act_kind = $1 AND a.act_number = $2 AND "
      "a.act_date = $3 AND l.charge = 'none' ORDER BY l.library, l.act, l.line",
      {kind, number, date},
      [&](std::string library, std::string act, const std::string& title, std::int64_t copies,
          std::int64_t accepted, const std::string& note) {
        PaperState& state = *places.at({std::move(library), std::move(act)});
        state.copies += copies;
        state.accepted += accepted;
        if (accepted != copies) {
          state.notes += (state.notes.empty() ? "" : "\n") + title + ": " +
                         std::to_string(accepted) + "/" + std::to_string(copies) +
                         (note.empty() ? "" : ", " + note);
        }
      });
}

}  // namespace

std::vector<PaperState> papers_like(UnitOfWork& work, std::string_view kind,
                                    std::string_view number, Date date) {
  std::vector<PaperState> all;
  work.each<std::string, std::string, std::string, std::int64_t, std::int64_t, Money>(
      "SELECT library, id, state, lot_year, lot_number, value_e4 FROM acquisition_act "
      "WHERE library IN ({libraries}) AND act_kind = $1 AND act_number = $2 AND act_date = $3 "
      "ORDER BY CASE WHEN state = 'cancelled' THEN 1 ELSE 0 END, library, id",
      {kind, number, date},
      [&](std::string library, std::string id, std::string state, std::int64_t year,
          std::int64_t lot, Money value) {
        PaperState one;
        one.library = std::move(library);
        one.id = std::move(id);
        one.state = std::move(state);
        one.lot_year = year;
        one.lot_number = lot;
        one.value = value;
        all.push_back(std::move(one));
      });
  std::map<Place, PaperState*> places;
  for (PaperState& one : all)
    places[{one.library, one.id}] = &one;
  add_lines(work, places, kind, number, date);
  return all;
}

}  // namespace metodica::acquisition
