// hub.union.find: who in the county has a title, and how many copies.

#include "modules/hub/hub_actions.hpp"
#include "modules/hub/union_share.hpp"
#include "modules/hub/union_store.hpp"

namespace metodica::hub {
namespace {

constexpr std::size_t most_matches = 200;
constexpr std::int64_t copies_counted = 10000;
constexpr std::int64_t shares_made = 20000;
constexpr const char* find_schema = R"({"type":"object","required":["matches","copies"],
"properties":{"copies":{"type":"integer"},"matches":{"type":"array","items":{"type":"object",
"required":["library","title","author","copies","points","likeness","sure"],"properties":{
"library":{"type":"string"},"title":{"type":"string"},"author":{"type":"string"},
"isbn":{"type":"string"},"year":{"type":"integer"},"copies":{"type":"integer"},
"points":{"type":"integer"},"likeness":{"type":"string"},"sure":{"type":"boolean"}}}}}})";

const char* name_of(Likeness likeness) {
  switch (likeness) {
    case Likeness::same_edition:
      return "same_edition";
    case Likeness::ask:
      return "ask";
    case Likeness::same_work:
      return "same_work";
    case Likeness::other:
      break;
  }
  return "other";
}

Form find_form(const Messages& say) {
  Form form("find", "hub.union.find", say("common.search"));
  form.reads();
  form.text("title", say("union.title")).required();
  form.text("author", say("union.author"));
  form.text("publisher", say("union.publisher"));
  form.integer("year", say("union.year")).min(std::int64_t{1400}).max(std::int64_t{2100});
  form.isbn("isbn", "ISBN");
  form.text("language", say("union.language")).longest(8);
  return form;
}

// Copies counted are those of the same edition or of what may be it; the rest is for looking.
Result<Reply> run_find(Call& call, const Values& in) {
  METODICA_CHECK(require_hub(call));
  Description wanted;
  wanted.title = in.text("title");
  wanted.author = in.text("author");
  wanted.publisher = in.text("publisher");
  wanted.year = in.integer("year");
  wanted.isbn = in.text("isbn");
  wanted.language = in.text("language");
  std::int64_t copies = 0;
  Json::Array matches;
  for (const UnionMatch& match : union_find(call.work(), wanted, most_matches)) {
    if (match.comparison.likeness >= Likeness::ask)
      copies += match.copies;
    matches.push_back(Json::object({{"library", match.library},
                                    {"title", match.description.title},
                                    {"author", match.description.author},
                                    {"isbn", match.description.isbn},
                                    {"year", match.description.year},
                                    {"copies", match.copies},
                                    {"points", match.comparison.points},
                                    {"likeness", name_of(match.comparison.likeness)},
                                    {"sure", match.comparison.sure}}));
  }
  return Reply::data(Json::object({{"matches", std::move(matches)}, {"copies", copies}}));
}

// Libraries of this very database send nothing; whoever may read their registers may count them.
Result<Reply> run_refresh(Call& call, const Values&) {
  METODICA_TRY(const bool more, count_own_libraries(call));
  return Reply::data(Json::object({{"more", more}}));
}

}  // namespace

Result<bool> count_own_libraries(Call& call) {
  METODICA_CHECK(require_hub(call));
  UnitOfWork& work = call.work();
  bool more = false;
  const std::vector<std::string> readable = work.tenancy().readable;
  for (const std::string& library : readable) {
    if (keeper_of(work, library))
      continue;
    work.act_for(library);
    more = union_catch_up(work, copies_counted) || more;
    work.act_for(call.caller().library);
  }
  return refresh_shares(work, shares_made) || more;
}

void add_union_actions(ActionList& actions) {
  actions.push_back({"hub.union.find",
                     ActionKind::read,
                     {Role::librarian, Role::keeper, Role::manager, Role::methodologist},
                     "data",
                     find_form,
                     R"({"title":"Ion","author":"Rebreanu, Liviu"})",
                     find_schema,
                     run_find,
                     {}});
  actions.push_back(for_machines(
      "hub.union.refresh", county,
      [](const Messages& say) { return Form("refresh", "hub.union.refresh", say("titles.count")); },
      "{}", run_refresh));
}

}  // namespace metodica::hub
