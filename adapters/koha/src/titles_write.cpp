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

Json outcome_of_title(const Result<Json>& answer) {
  if (!answer) {
    const bool duplicate = answer.error().message == "koha.duplicate_title";
    return duplicate ? refused("duplicate_title")
                     : outcome_of_error(code_of_problem(answer.error()));
  }
  return done_confirmed(id_text((*answer)["biblio_id"].integer()), (*answer)["timestamp"].text());
}

/// Nobody can be asked further: the rest of the batch waits for the next time.
bool is_silent(const Json& outcome) {
  return outcome["outcome"].text() == "failed" && outcome["code"].text() == "unreachable";
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
  Json outcome;
  for (std::size_t at = 0; at < items->size(); ++at) {
    if (!is_silent(outcome)) {
      METODICA_TRY(const MarcFormat format, flavour(door_, context));
      const std::string mark = mark_of(context.key, at);
      const KohaRecord record = record_for_koha((*items)[at], format, mark);
      CallContext own = context;
      own.key += "/" + std::to_string(at);
      outcome = record.refusal.empty()
                    ? outcome_of_title(door_.ask(own, "titles.create",
                                                 Json::object({{"marcxml", record.marcxml},
                                                               {"flavour", flavour_name(format)},
                                                               {"framework", ""},
                                                               {"mark", mark}})))
                    : refused(record.refusal);
    }
    METODICA_CHECK(out.line(outcome.dump()));
  }
  return {};
}

Result<void> TitlesWrite::replace(const CallContext& context, std::string_view in, Sink& out) {
  METODICA_TRY(const Json request, read_request(in));
  METODICA_TRY(const Json::Array* const items, items_in(context, request));
  Json outcome;
  for (const Json& item : *items) {
    if (!is_silent(outcome)) {
      METODICA_TRY(const MarcFormat format, flavour(door_, context));
      const KohaRecord record = record_for_koha(item, format, "");
      outcome = record.refusal.empty()
                    ? outcome_of_title(
                          door_.ask(context, "titles.replace",
                                    Json::object({{"biblio_id", id_number(item["id"].text())},
                                                  {"expected", item["version"].text()},
                                                  {"marcxml", record.marcxml},
                                                  {"flavour", flavour_name(format)}})))
                    : refused(record.refusal);
    }
    METODICA_CHECK(out.line(outcome.dump()));
  }
  return {};
}

}  // namespace metodica::koha
