/// One return with all that is needed to show it, check it and write into it.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/call.hpp"
#include "modules/coordination/statistics/campaign_store.hpp"
#include "modules/coordination/statistics/return_rules.hpp"
#include "modules/coordination/statistics/return_store.hpp"
#include "modules/coordination/statistics/survey_rules.hpp"

namespace metodica::coordination {

/// A finding with what was said about it.
struct ReturnPoint {
  ReturnFinding finding;
  std::string text;        ///< in the language of the caller
  std::string note;        ///< the library's answer of this year
  std::string last_note;   ///< its answer of last year to the same point
  std::string off_reason;  ///< why the county set it aside
  bool off = false;

  /// Still to be dealt with: a contradiction, or a question without a note, not set aside.
  [[nodiscard]] bool open() const;
};

struct ReturnWork {
  StoredReturn stored;  ///< of a return that does not exist yet: with the form that it will have
  bool mine = false;    ///< rows of the caller's own library
  UnitName unit;        ///< from the county's directory, or the library's own name
  std::shared_ptr<const Survey> survey;
  std::optional<StatCampaign> campaign;
  ReturnCells cells;
  std::vector<Decision> decisions;
  ReturnState state = ReturnState::empty;
  Compared compared;

  [[nodiscard]] const ReturnOf& of() const { return stored.of; }
};

/// `siruta` 0: the unit of the caller's library. Errors: METODICA_INVALID "return.no_siruta";
/// METODICA_NOT_FOUND "return.unknown_unit" {siruta}: neither the caller's own unit nor in its
/// directory.
Result<ReturnWork> open_return(Call& call, std::int64_t year, std::int64_t siruta);

/// The same, to write into it. Errors, METODICA_CONFLICT: "return.not_yours", "return.closed"
/// {state}, "return.not_open_yet" {date}; METODICA_INVALID "return.future" {year}.
Result<ReturnWork> enter_return(Call& call, std::int64_t year, std::int64_t siruta);

/// All points, contradictions first.
std::vector<ReturnPoint> points_of(Call& call, const ReturnWork& work);

/// One figure as it was sent.
struct TypedCell {
  std::string code;
  std::string value;                     ///< as typed, "" for none
  FigureKind kind = FigureKind::number;  ///< why there is none, when `value` is ""
  std::int64_t revision = 0;             ///< of the cell as the person saw it
  std::string was;                       ///< what stood in the field then
};

/// A cell that somebody else changed in the meantime; it was left as it is.
struct CellConflict {
  std::string code;
  std::string typed;   ///< what this person wanted
  std::string stands;  ///< what stands there
  std::string by, at;
};

struct KeptCells {
  std::int64_t kept = 0;
  std::vector<CellConflict> conflicts;
};

/// Writes those that were changed, one by one, and brings `work` up to date. Cells that nobody
/// touched are left alone, so that two people can fill in one form. Errors, METODICA_INVALID at
/// "cells/<row>/...": those of typed_figure(), "survey.unknown_item" {code},
/// "return.value_and_reason".
Result<KeptCells> keep_cells(Call& call, ReturnWork& work, const std::vector<TypedCell>& typed);

/// Writes figures that come from elsewhere; nothing that a person typed is replaced. Returns how
/// many changed.
std::int64_t fill_cells(Call& call, ReturnWork& work, const std::vector<ReturnCell>& found);

/// What stands in the field of an item: its figure, "" when there is none.
[[nodiscard]] std::string field_text(const ReturnWork& work, const SurveyItem& item,
                                     std::string_view lang);

}  // namespace metodica::coordination
