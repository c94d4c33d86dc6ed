/// What may be sent about returns, campaigns and the notebook.
#pragma once

#include <string>
#include <vector>

#include "modules/coordination/statistics/notebook_columns.hpp"
#include "modules/coordination/statistics/return_work.hpp"
#include "ui/form.hpp"

namespace metodica::coordination {

/// year (required), siruta (0 or absent: the caller's own unit).
Form return_form(const Messages& say, std::string action, bool reads);
/// year alone, may be absent.
Form stat_year_form(const Messages& say, std::string action);
/// year, siruta, chapter: one chapter of the return on screen.
Form chapter_choice_form(const Messages& say);
/// year, siruta, chapter and the rows "cells" as a screen sends them.
Form chapter_form(const Messages& say);
/// The rows of a chapter as they stand.
Json chapter_values(Call& call, const ReturnWork& work, const SurveyChapter& chapter);
/// year, siruta and "cells" of {code, value, kind, revision}: for programs and for saving one cell.
Form cells_form(const Messages& say);
std::vector<TypedCell> typed_cells(const Values& in);

/// year, siruta and the notes on findings.
Form answers_form(const Messages& say);
Form decision_form(const Messages& say);
Form campaign_form(const Messages& say);
Form aside_form(const Messages& say);
Form close_form(const Messages& say);
Form load_form(const Messages& say);
/// year and the decision for all returns that are ready for it.
Form decide_all_form(const Messages& say);
/// year and the state to show, "" for all.
Form campaign_choice_form(const Messages& say);

/// One day of the notebook: a part for each group of columns.
Form day_form(const Messages& say);
Json day_values(const std::map<std::string, std::int64_t, std::less<>>& counts, Date day);
Form notebook_event_form(const Messages& say);
/// year and month, may be absent.
Form month_form(const Messages& say, std::string action);
Form day_choice_form(const Messages& say);
Form number_of_event_form(const Messages& say);

}  // namespace metodica::coordination
