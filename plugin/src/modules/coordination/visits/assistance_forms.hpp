/// What is typed about requests, answers and knowledge.
#pragma once

#include <string>

#include "modules/coordination/network/unit_choice.hpp"
#include "modules/coordination/visits/assistance_store.hpp"
#include "ui/form.hpp"
#include "ui/values.hpp"

namespace metodica::coordination {

/// A request with its answer, which may come later.
Form request_form(const Messages& say, const UnitChoice& units = {});
/// The request as typed, without the number of the person; answered today when an answer is given
/// without a day.
AssistanceRequest read_request(const Values& in, Date today);
Json shown_request(const AssistanceRequest& request, const std::string& asker);

/// Opens a request: by number, by the library and number of a node, or an empty one; with an
/// article whose answer is taken over.
Form open_request_form(const Messages& say);
Form requests_year_form(const Messages& say, std::string action);
/// What a library asks of the county.
Form ask_form(const Messages& say);

Form article_form(const Messages& say);
/// Opens an article, or an empty one made of a request's answer.
Form open_article_form(const Messages& say);
Form knowledge_form(const Messages& say);

}  // namespace metodica::coordination
