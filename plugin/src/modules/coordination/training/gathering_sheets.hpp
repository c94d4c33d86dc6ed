/// What the papers of meetings and courses have in common.
#pragma once

#include <string>

#include "app/call.hpp"
#include "app/reply.hpp"
#include "documents/flow_document.hpp"
#include "modules/coordination/training/gathering_rules.hpp"

namespace metodica::coordination {

/// Where it takes place, without the link of the video room.
std::string place_in_words(const Gathering& of, const Messages& say);
/// Places for the manager and the methodologist.
Signatures manager_place(Call& call);
/// Title, kind, day, time, place and topic.
KeyValues frame(const Gathering& of, const Messages& say);
/// The document reply; `file` without ".pdf". Errors: those of Documents::flow_pdf.
Result<Reply> printed(Call& call, const FlowPaper& paper, const std::string& file);

}  // namespace metodica::coordination
