#include "koha/src/abilities.hpp"
#include "koha/src/record.hpp"
#include "koha/src/request.hpp"
#include "koha/src/titles.hpp"

namespace metodica::koha {
namespace {

/// Where the record of one item of one write can be told again: (Metodica)<key>/<position>.
std::string mark_of(const std::string& key, std::size_t position) {
  return "(Metodica)" + key + "/" + std::to_string(position);
}

/// True when Koha said no, so that nothing was done; after anything else nobody knows.
bool is_refusal(const Problem& problem) {
  return problem.status == METODICA_INVALID || problem.status == METODICA_NOT_FOUND ||
         problem.status == METODICA_CONFLICT || problem.status == METODICA_UNSUPPORTED;
}

/// The outcome of one title. A problem that is no refusal stays one: the whole call then comes
/// again under the same key, by which the titles that were made are known.
Result<Json> outcome_of_title(const Result<Json>& answer) {
  if (answer) {
    return done_confirmed(id_text((*answer)["biblio_id"].integer()), (*answer)["timestamp"].text());
  }
  if (!is_refusal(answer.error())) {
    return Unexpected(answer.error());
  }
  const bool duplicate = answer.error().message == "koha.duplicate_title";
  return duplicate ? refused("duplicate_title") : outcome_of_error(code_of_problem(answer.error()));
}

}  // namespace

std::string TitlesWrite::abilities() const {
  return abilities_of(door_,
                      {{"create", "titles.create", R"("write":true,"batch":20,"read-back":true)"},
                       {"replace", "titles.replace",
                        R"("write":true,"batch":20,"read-back":true,"version-checked":true)"}});
}

Result<void> TitlesWrite::create(const CallContext& context, std::string_view in, Sink& out) {
  METODICA_TRY(const Json request, read_request(in));
  METODICA_TRY(const Json::Array* const items, items_in(context, request));
  std::string lines;
  for (std::size_t at = 0; at < items->size(); ++at) {
    METODICA_TRY(const MarcFormat format, flavour(door_, context));
    const std::string mark = mark_of(context.key, at);
    const KohaRecord record = record_for_koha((*items)[at], format, mark);
    Json outcome = refused(record.refusal);
    if (record.refusal.empty()) {
      CallContext own = context;
      own.key += "/" + std::to_string(at);
      METODICA_TRY(outcome,
                   outcome_of_title(door_.ask(own, "titles.create",
                                              Json::object({{"marcxml", record.marcxml},
                                                            {"flavour", flavour_name(format)},
                                                            {"framework", ""},
                                                            {"mark", mark}}))));
    }
    outcome.dump(lines);
    lines += '\n';
  }
  return out.write(lines);
}

Result<void> TitlesWrite::replace(const CallContext& context, std::string_view in, Sink& out) {
  METODICA_TRY(const Json request, read_request(in));
  METODICA_TRY(const Json::Array* const items, items_in(context, request));
  std::string lines;
  for (const Json& item : *items) {
    METODICA_TRY(const MarcFormat format, flavour(door_, context));
    const KohaRecord record = record_for_koha(item, format, "");
    Json outcome = refused(record.refusal);
    if (record.refusal.empty()) {
      METODICA_TRY(outcome, outcome_of_title(
                                door_.ask(context, "titles.replace",
                                          Json::object({{"biblio_id", id_number(item["id"].text())},
                                                        {"expected", item["version"].text()},
                                                        {"marcxml", record.marcxml},
                                                        {"flavour", flavour_name(format)}}))));
    }
    outcome.dump(lines);
    lines += '\n';
  }
  return out.write(lines);
}

}  // namespace metodica::koha
