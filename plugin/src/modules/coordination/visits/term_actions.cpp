#include "modules/coordination/visits/term_actions.hpp"

#include <algorithm>
#include <set>

#include "modules/coordination/network/term_store.hpp"
#include "modules/coordination/visits/visit_actions.hpp"
#include "text/numbers.hpp"
#include "text/unicode.hpp"

namespace metodica::coordination {
namespace {

constexpr std::int64_t most_points = 1000;
constexpr std::int64_t longest_period = 1200;

// Codes come from data, so that the form takes any text and the action looks it up.
Form term_form(const Messages& say, const std::vector<std::string>& codes = {}) {
  Form form("term", "coordination.set_term", say("term.set"));
  Field& code = form.choice("code", say("term.name")).required();
  for (const std::string& one : codes)
    code.option(one, say("term." + one));
  form.date("from", say("term.from")).required();
  form.integer("points", say("term.points")).min(std::int64_t{0}).max(most_points);
  form.integer("most", say("term.most")).min(std::int64_t{0}).max(most_points);
  form.integer("period", say("term.period"))
      .min(-longest_period)
      .max(longest_period)
      .help(say("term.period_help"));
  form.text("reference", say("term.reference"))
      .required()
      .longest(300)
      .help(say("term.reference_help"));
  return form;
}

std::vector<std::string> codes_of(const std::vector<DatedTerm>& terms) {
  std::set<std::string> codes;
  for (const DatedTerm& term : terms)
    codes.insert(term.code);
  return {codes.begin(), codes.end()};
}

Table terms_table(const std::vector<DatedTerm>& terms, Date today, const Messages& say) {
  const auto shown = [&](std::int64_t value) { return shown_integer(value, say.lang()); };
  Table table("terms");
  table.column("term", say("term.name"))
      .column("from", say("term.from"), CellKind::date)
      .column("points", say("term.points"), CellKind::integer)
      .column("most", say("term.most"), CellKind::integer)
      .column("period", say("term.period"), CellKind::integer)
      .column("reference", say("term.reference"));
  for (const std::string& code : codes_of(terms)) {
    const DatedTerm now = term_on(terms, code, today);
    for (const DatedTerm& term : terms) {
      const bool told = term.code == code && (term == now || today < term.from);
      if (told) {
        table.row({say("term." + code), term.from.shown(say.lang()), shown(term.points),
                   shown(term.most), shown(term.period), reference_of(term, say)});
      }
    }
  }
  return table;
}

Result<Reply> terms_screen(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  const auto terms = county_terms(call.work());
  Screen screen("coordination.county_terms", say("term.title"));
  screen.sub(say("term.sub"));
  add_visit_tabs(screen, 3, say);
  screen.table(terms_table(terms, call.today(), say));
  if (call.caller().roles.any_of(visitors)) {
    const Json usual = Json::object({{"from", call.today().iso()}});
    screen.form(term_form(say, codes_of(terms)), say, typed.is_object() ? typed : usual, problems);
  }
  return Reply::screen(screen);
}

Result<Reply> run_set(Call& call, const Values& in) {
  const auto codes = codes_of(county_terms(call.work()));
  DatedTerm term;
  term.code = in.text("code");
  if (std::find(codes.begin(), codes.end(), term.code) == codes.end())
    return invalid("term.unknown", {{"text", excerpt(term.code)}}, "code");
  term.from = in.date("from");
  term.points = in.integer("points");
  term.most = in.integer("most");
  term.period = in.integer("period");
  term.reference = in.text("reference");
  set_term(call.work(), term, call.caller().user, call.now_utc());
  return Reply::go("coordination.county_terms", Json::object(), call.say()("term.kept"));
}

}  // namespace

void add_term_actions(ActionList& actions) {
  actions.push_back({"coordination.county_terms",
                     ActionKind::read,
                     visit_readers,
                     "screen",
                     no_arguments,
                     "{}",
                     {},
                     [](Call& call, const Values&) { return terms_screen(call, {}, {}); },
                     {}});
  actions.push_back({"coordination.set_term",
                     ActionKind::write,
                     visitors,
                     "screen",
                     [](const Messages& say) { return term_form(say); },
                     R"({"code":"visit.overdue","from":"2026-01-01","points":6,"most":30,
                         "period":0,"reference":"hotărârea biroului metodic"})",
                     {},
                     run_set,
                     terms_screen});
}

}  // namespace metodica::coordination
