/// What other subjects may ask of acquisition. Everything runs inside the caller's transaction.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/call.hpp"
#include "metodica/result.hpp"
#include "text/date.hpp"
#include "text/money.hpp"

namespace metodica::acquisition {

/// A title of an act that somebody else prepared.
struct PreparedLine {
  std::string author, title, publication, isbn, language, udc;
  std::int64_t copies = 0;    ///< on the act
  std::int64_t accepted = 0;  ///< counted at the reception, at most `copies`
  std::string count_note;     ///< why they differ
  Money value;                ///< inventory value of one copy
};

/// An accompanying act that came ready, as from a share-out of the county.
struct PreparedAct {
  std::string source, partner;  ///< codes and words as on a draft ("transfer", "donation")
  std::string kind, number;     ///< the paper: "handover", "2026-1/3"
  Date date;
  std::string remarks;
  std::vector<PreparedLine> lines;
};

/// Makes a draft of it that the library takes through its usual steps and signs; until then no
/// register changes. Returns its id. Errors: METODICA_INVALID registers.not_opened;
/// METODICA_CONFLICT acquisition.draft_twice at "act/number" when there is a draft of the same
/// paper.
Result<std::string> draft_of(Call& call, const PreparedAct& prepared);

/// What became of a paper at a library.
struct PaperState {
  std::string library, id;
  std::string state;  ///< "draft", "signed", "cancelled"
  std::int64_t lot_year = 0, lot_number = 0;
  std::int64_t copies = 0, accepted = 0;
  Money value;
  std::string notes;  ///< differences in words, one a line
};
/// Acts of this paper at all libraries that the caller may read; drafts and signed ones before
/// cancelled ones.
std::vector<PaperState> papers_like(UnitOfWork& work, std::string_view kind,
                                    std::string_view number, Date date);

}  // namespace metodica::acquisition
