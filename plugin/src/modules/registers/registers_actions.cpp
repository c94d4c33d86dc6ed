#include "modules/registers/registers_actions.hpp"

#include <algorithm>
#include <limits>

#include "modules/registers/closing.hpp"
#include "modules/registers/opening.hpp"
#include "modules/registers/registers_forms.hpp"
#include "modules/registers/registers_json.hpp"
#include "modules/registers/verify.hpp"

namespace metodica::registers {
namespace {

constexpr Roles readers = {Role::reader,  Role::librarian,  Role::keeper,       Role::commission,
                           Role::manager, Role::accountant, Role::methodologist};
constexpr std::int64_t slice_ms =
    200;  // a call does at most 250 ms of long work (architecture 3.3)

constexpr std::string_view registered_schema =
    R"({"type":"object","required":["year","number","value","copies","hash"],
"properties":{"year":{"type":"integer"},"number":{"type":"integer"},"value":{"type":"string"},"hash":{"type":"string"},
"copies":{"type":"array","items":{"type":"object","required":["register","number"],
"properties":{"register":{"type":"string"},"number":{"type":"integer"}}}}}})";

Json registered_json(const Registered& row) {
  return Json::object({{"year", row.year},
                       {"number", row.number},
                       {"value", row.value.exact()},
                       {"hash", row.hash},
                       {"copies", numbers_json(row.copies)}});
}

/// The lines that were sent ahead, checked when they were kept, join those of the request.
void add_drafts(Call& call, Opening& opening) {
  call.work().each<std::string>(
      "SELECT line FROM opening_draft WHERE library = {library} ORDER BY register, number", {},
      [&](const std::string& line) {
        if (auto row = Json::parse(line))
          opening.copies.push_back(read_copy(Values(*std::move(row))));
      });
}

Result<Reply> run_open(Call& call, const Values& in) {
  METODICA_TRY(Opening opening, read_opening(in));
  add_drafts(call, opening);
  METODICA_TRY(const StoredOpening stored, open(call, std::move(opening)));
  Json reply = tally_json(stored.balance);
  reply.set("opened_on", stored.opened_on.iso()).set("minority_language", stored.minority_language);
  return Reply::data(std::move(reply));
}

Result<Reply> run_opening_lines(Call& call, const Values& in) {
  if (is_open(call.work()))
    return Unexpected({METODICA_CONFLICT, "registers.opened_before"});
  for (const Values& row : in.rows("copies")) {
    keep_draft_line(call.work(), row.text("register"), row.integer("number"), row.json().dump());
  }
  const std::int64_t kept =
      call.work().number("SELECT COUNT(*) FROM opening_draft WHERE library = {library}");
  return Reply::data(Json::object({{"kept", kept}}));
}

Json lots_json(const std::vector<Lot>& rows) {
  Json::Array list;
  list.reserve(rows.size());
  for (const auto& row : rows)
    list.push_back(lot_json(row));
  return list;
}

Result<Reply> run_rmf(Call& call, const Values& in) {
  const std::int64_t year = in.integer("year");
  if (!is_open(call.work()))
    return invalid("registers.not_opened");
  Json reply = Json::object({{"year", year}, {"part", in.integer("part")}});
  if (in.integer("part") == 3) {
    METODICA_TRY(const Recapitulation part3, recapitulation(call.work(), year));
    const Json rows = recapitulation_json(part3);
    for (const auto& [name, value] : rows.members())
      reply.set(name, value);
    const auto close = year_close(call.work(), year);
    reply.set("closed", close.has_value());
    return Reply::data(std::move(reply));
  }
  const Part part = in.integer("part") == 1 ? Part::entries : Part::exits;
  reply.set("rows", lots_json(lots(call.work(), part, year)));
  reply.set("totals", tally_json(sum_of_year(call.work(), part, year)));
  return Reply::data(std::move(reply));
}

Result<Reply> run_ri(Call& call, const Values& in) {
  constexpr std::int64_t most_lines = 5000;
  const std::int64_t from = in.integer("from", 1);
  const std::int64_t to = in.integer("to", std::numeric_limits<std::int64_t>::max());
  const auto books = inventory_registers(call.work());
  const bool known = std::any_of(books.begin(), books.end(), [&](const InventoryRegister& book) {
    return book.code == in.text("register");
  });
  if (!known)
    return invalid("registers.unknown_register", {{"text", in.text("register")}}, "register");
  Json::Array lines;
  Money sum;
  const auto found = register_lines(call.work(), in.text("register"), from, to, most_lines);
  for (const auto& line : found) {
    sum += line.entry.value;
    lines.push_back(line_json(line));
  }
  Json reply = Json::object(
      {{"register", in.text("register")}, {"lines", std::move(lines)}, {"value", sum.exact()}});
  if (static_cast<std::int64_t>(found.size()) == most_lines)
    reply.set("next", found.back().entry.number + 1);
  return Reply::data(std::move(reply));
}

Result<Reply> run_exit(Call& call, const Values& in) {
  METODICA_TRY(const Exit leaving, read_exit(in, call.today()));
  METODICA_TRY(const Registered row, exit(call, leaving));
  return Reply::data(registered_json(row));
}

Result<Reply> run_close(Call& call, const Values& in) {
  METODICA_TRY(const YearClose close, close_year(call, in.integer("year")));
  METODICA_TRY(const Recapitulation part3, recapitulation(call.work(), close.year));
  Json reply = recapitulation_json(part3);
  reply.set("year", close.year).set("closed_on", close.closed_on.iso()).set("hash", close.hash);
  Json::Array chains;
  for (const auto& mark : close.chains) {
    chains.push_back(
        Json::object({{"chain", mark.chain}, {"rows", mark.rows}, {"hash", mark.hash}}));
  }
  reply.set("chains", std::move(chains));
  return Reply::data(std::move(reply));
}

Result<Reply> run_correct(Call& call, const Values& in) {
  const Date on = in.has("registered_on") ? in.date("registered_on") : call.today();
  METODICA_TRY(const Registered row, correct_lot(call, in.integer("year"), in.integer("number"), on,
                                                 read_act(in), in.text("reason")));
  return Reply::data(registered_json(row));
}

Json state_json(const VerifyState& state, const Json::Array& found) {
  return Json::object({{"stage", static_cast<std::int64_t>(state.stage)},
                       {"after", state.after},
                       {"hash", state.hash},
                       {"rows", state.rows},
                       {"of", state.of},
                       {"problems", found}});
}

Result<VerifyState> read_state(const Values& in, Json::Array& found) {
  VerifyState state;
  if (!in.has("state"))
    return state;
  METODICA_TRY(const Json given, Json::parse(in.text("state")));
  state.stage = static_cast<std::size_t>(given["stage"].integer());
  state.after = given["after"].integer();
  state.hash = given["hash"].text();
  state.rows = given["rows"].integer();
  state.of = given["of"].integer();
  found = given["problems"].items();
  return state;
}

}  // namespace

Result<Reply> verify_slice(Call& call, const Values& in) {
  Json::Array found;
  METODICA_TRY(VerifyState state, read_state(in, found));
  World& world = call.services().world();
  const std::int64_t until = world.steady_ms() + slice_ms;
  std::vector<Finding> findings;
  verify_some(call.work(), state, findings, [&] { return world.steady_ms() >= until; });
  for (const auto& finding : findings) {
    found.push_back(
        Json::object({{"where", finding.where}, {"text", call.say().of(finding.problem)}}));
  }
  if (!state.done) {
    return Reply::progress(state.rows, state.of,
                           Json::object({{"state", state_json(state, found).dump()}}));
  }
  Json::Array chains;
  for (const auto& mark : chain_marks(call.work())) {
    chains.push_back(
        Json::object({{"chain", mark.chain}, {"rows", mark.rows}, {"hash", mark.hash}}));
  }
  return Reply::data(Json::object({{"ok", found.empty()},
                                   {"rows", state.rows},
                                   {"chains", std::move(chains)},
                                   {"problems", std::move(found)}}));
}

Result<Registered> correct_lot(Call& call, std::int64_t year, std::int64_t number,
                               Date registered_on, const Act& act, const std::string& reason) {
  const std::string name = std::to_string(number) + "/" + std::to_string(year);
  if (!lot(call.work(), Part::entries, year, number)) {
    return Unexpected(
        Problem(METODICA_NOT_FOUND, "registers.lot_unknown", {{"lot", name}}).at("number"));
  }
  Exit leaving;
  leaving.registered_on = registered_on;
  leaving.cause = "correction";
  leaving.act = act;
  leaving.remarks = reason;
  leaving.corrects = name;
  leaving.copies = copies_of_entry(call.work(), year, number);
  METODICA_TRY(const Registered row, exit(call, leaving));
  for (const auto& copy : leaving.copies) {
    METODICA_CHECK(note(
        call, copy, "remark",
        call.say()("registers.remark_corrected", {{"act", act.number + "/" + act.date.shown()}})));
  }
  return row;
}

void add_data_actions(ActionList& actions) {
  constexpr Roles keepers = {Role::keeper};
  const std::string registered(registered_schema);
  const std::string any_object = R"({"type":"object"})";
  actions.push_back(
      {"registers.open",
       ActionKind::write,
       {Role::keeper, Role::manager},
       "data",
       open_form,
       R"({"opened_on":"2026-01-01","minority_language":"hu","registers":[{"code":"carti",
                     "name":"Cărți","category":"book","last_number":2,"withdrawn":"1"}],"copies":[{"register":"carti",
                     "number":2,"title":"Ion","author":"Rebreanu, Liviu","value":"12.5000","language":"ro",
                     "udc":"821.135.1-31","acquired_on":"2007-05-02"}]})",
       any_object,
       run_open,
       {}});
  actions.push_back(
      {"registers.opening_lines",
       ActionKind::write,
       {Role::keeper, Role::manager},
       "data",
       opening_lines_form,
       R"({"copies":[{"register":"carti","number":2,"title":"Ion","value":"12.5000","language":"ro",
                     "udc":"821.135.1-31"}]})",
       R"({"type":"object","required":["kept"],"properties":{"kept":{"type":"integer"}}})",
       run_opening_lines,
       {}});
  actions.push_back({"registers.rmf",
                     ActionKind::read,
                     readers,
                     "data",
                     rmf_form,
                     R"({"year":2026,"part":1})",
                     any_object,
                     run_rmf,
                     {}});
  actions.push_back({"registers.ri",
                     ActionKind::read,
                     readers,
                     "data",
                     ri_form,
                     R"({"register":"carti","from":1,"to":100})",
                     any_object,
                     run_ri,
                     {}});
  actions.push_back(
      {"registers.exit",
       ActionKind::write,
       keepers,
       "data",
       exit_form,
       R"({"registered_on":"2026-05-15","cause":"worn","act":{"kind":"withdrawal_minutes","number":"7",
                     "date":"2026-05-05"},"approval":"decizia nr. 21/12.05.2026",
                     "copies":[{"register":"carti","number":112}]})",
       registered,
       run_exit,
       {}});
  actions.push_back(
      {"registers.correct",
       ActionKind::write,
       keepers,
       "data",
       correct_form,
       R"({"year":2026,"number":1,"reason":"valoare greșită","act":{"kind":"minutes","number":"9",
                     "date":"2026-06-01"}})",
       registered,
       run_correct,
       {}});
  actions.push_back({"registers.close_year",
                     ActionKind::write,
                     {Role::manager, Role::keeper},
                     "data",
                     close_form,
                     R"({"year":2026})",
                     any_object,
                     run_close,
                     {}});
  actions.push_back({"registers.verify",
                     ActionKind::read,
                     readers,
                     "data",
                     verify_form,
                     "{}",
                     R"({"type":"object","required":["ok","rows","chains","problems"],"properties":{
                     "ok":{"type":"boolean"},"rows":{"type":"integer"},"chains":{"type":"array"},
                     "problems":{"type":"array"}}})",
                     verify_slice,
                     {}});
}

}  // namespace metodica::registers
