/// What people may do with requests and knowledge.
#pragma once

#include <string>
#include <vector>

#include "app/action.hpp"
#include "modules/coordination/visits/assistance_store.hpp"
#include "ui/screen.hpp"

namespace metodica::coordination {

/// The county's news about answers: the key is the number of the library's own request, the body
/// {"answer", "norm", "answered_on"}.
inline constexpr const char* answer_news = "assistance.answer";

/// Who may ask the county from a library.
inline constexpr Roles askers = {Role::librarian, Role::keeper, Role::manager};

/// Errors: METODICA_NOT_FOUND "assistance.unknown" {number} at "number".
Result<AssistanceRequest> known_request(Call& call, std::int64_t number);
/// Errors: METODICA_NOT_FOUND "knowledge.unknown" {number} at "number".
Result<KnowledgeArticle> known_article(Call& call, std::int64_t number);

/// coordination.keep_request, keep_article: writing actions of the county. An answer to a request
/// that came from a node is published for that library.
void add_assistance_actions(ActionList& actions);
/// coordination.requests (waiting), requests_year (with statistics), request.
void add_assistance_screens(ActionList& actions);
/// coordination.knowledge, article.
void add_knowledge_screens(ActionList& actions);
/// coordination.asked (screen) and ask_county (writes): the library's own side.
void add_asking(ActionList& actions);

Result<Reply> request_screen(Call& call, AssistanceRequest request, const Json& typed,
                             const std::vector<Problem>& problems);
Result<Reply> article_screen(Call& call, std::int64_t number, std::int64_t request,
                             const Json& typed, const std::vector<Problem>& problems);

/// The pages of assistance; `at` from 0: waiting, the year, knowledge.
void add_assistance_tabs(Screen& screen, std::size_t at, const Messages& say);
Table knowledge_table(const std::vector<KnowledgeArticle>& articles, const Messages& say,
                      const Json& use = {});

}  // namespace metodica::coordination
