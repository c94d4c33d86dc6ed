// The attestation of one person with its signed code, and the check of such a code.

#include "app/settings.hpp"
#include "json/base64.hpp"
#include "modules/coordination/training/attestation_store.hpp"
#include "modules/coordination/training/attested_text.hpp"
#include "modules/coordination/training/gathering_actions.hpp"
#include "modules/coordination/training/gathering_forms.hpp"
#include "modules/coordination/training/gathering_sheets.hpp"

namespace metodica::coordination {
namespace {

constexpr double attestation_pt = 12;
constexpr std::size_t longest_text = 4000;
constexpr const char* verdict_schema =
    R"({"type":"object","required":["kind","verdict"],"properties":{"kind":{"const":"data"},
        "verdict":{"enum":["genuine","altered"]},"number":{"type":"string"},
        "name":{"type":"string"},"day":{"type":"string"},"hours":{"type":"integer"},
        "topic":{"type":"string"},"issuer":{"type":"string"}}})";

// Made at the first attestation that is printed; a key that came with a restored file is known
// again from then on.
Result<SigningKey> library_key(Call& call) {
  METODICA_TRY(SigningKey key, SigningKey::open(call.services().private_folder() + "/attestation-" +
                                                call.caller().library + ".key"));
  keep_public_key(call.work(), base64_encoded(key.public_key()), call.now_utc());
  return key;
}

Result<Attestation> known_attestation(Call& call, const Values& in) {
  const std::int64_t number = in.integer("attestation");
  const auto found = attestation(call.work(), in.integer("year"), number);
  const std::string name = std::to_string(number) + "/" + std::to_string(in.integer("year"));
  if (!found) {
    return Unexpected(
        Problem(METODICA_NOT_FOUND, "gathering.unknown_attestation", {{"number", name}})
            .at("attestation"));
  }
  if (found->name.empty()) {
    return Unexpected(
        Problem(METODICA_CONFLICT, "gathering.attestation_forgotten", {{"number", name}})
            .at("attestation"));
  }
  return *found;
}

// Law 334/2002 art. 50 (3) keeps examination and certification apart from organising a course, so
// the paper is an attestation of presence unless the course is marked as authorised.
FlowPaper attestation_paper(Call& call, const Attestation& of, const Gathering& course) {
  const Messages& say = call.say();
  FlowPaper paper;
  paper.paper = library_paper(
      call, say(course.authorised ? "gathering.certificate" : "gathering.attestation_title"), {});
  paper.paper.letterhead.number = std::to_string(of.number) + "/" + std::to_string(of.year);
  paper.paper.letterhead.date = of.issued_on;
  paper.font_pt = attestation_pt;
  paper.blocks.emplace_back(Paragraph{"\n\n" + say("gathering.attests"), Align::centre});
  paper.blocks.emplace_back(Paragraph{of.name, Align::centre, true, 0, 8});
  if (!of.place.empty())
    paper.blocks.emplace_back(Paragraph{of.place, Align::centre});
  paper.blocks.emplace_back(
      Paragraph{say("gathering.took_part", {{"hours", of.hours}}) + "\n", Align::centre});
  paper.blocks.emplace_back(frame(course, say));
  paper.blocks.emplace_back(Paragraph{"\n"});
  paper.blocks.emplace_back(manager_place(call));
  return paper;
}

Result<std::string> code_of(Call& call, const Attestation& of, const Gathering& course) {
  METODICA_TRY(const SigningKey key, library_key(call));
  return attested_text({of.number, of.year, of.name, course.day, of.hours, course.title,
                        setting(call.work(), "institution.name")},
                       key);
}

Result<Reply> run_attestation(Call& call, const Values& in) {
  METODICA_TRY(const Attestation of, known_attestation(call, in));
  METODICA_TRY(const Gathering course, known_gathering(call, of.gathering));
  METODICA_TRY(const std::string text, code_of(call, of, course));
  FlowPaper paper = attestation_paper(call, of, course);
  mark_issue(call, "attestation/" + paper.paper.letterhead.number, paper.paper);
  const Messages& say = call.say();
  paper.blocks.emplace_back(Paragraph{"\n"});
  paper.blocks.emplace_back(
      SquareCode{text, {say("attested.code_title"), say("attested.code_text")}});
  return printed(call, paper,
                 "adeverinta-" + std::to_string(of.number) + "-" + std::to_string(of.year));
}

Result<Reply> run_code(Call& call, const Values& in) {
  METODICA_TRY(const Attestation of, known_attestation(call, in));
  METODICA_TRY(const Gathering course, known_gathering(call, of.gathering));
  METODICA_TRY(std::string text, code_of(call, of, course));
  return Reply::data(Json::object({{"text", std::move(text)}}));
}

Result<Reply> run_public_key(Call& call, const Values&) {
  const auto keys = public_keys(call.work());
  if (keys.empty())
    return Unexpected({METODICA_NOT_FOUND, "attested.no_key"});
  std::string pem;
  for (const std::string& key : keys)
    pem += public_key_pem(base64_decoded(key).value_or(""));
  return Reply::document("attestation-key.pem", "application/x-pem-file", std::move(pem));
}

// Of several keys in one file each may have signed.
Result<std::vector<std::string>> trusted_keys(Call& call, const std::string& given) {
  std::vector<std::string> keys;
  if (given.empty()) {
    for (const std::string& key : public_keys(call.work()))
      keys.push_back(base64_decoded(key).value_or(""));
    return keys;
  }
  constexpr std::string_view begin = "-----BEGIN";
  for (std::size_t from = 0; from != std::string::npos;) {
    const std::size_t next = given.find(begin, from + 1);
    METODICA_TRY(std::string key, public_key_of(given.substr(from, next - from)));
    keys.push_back(std::move(key));
    const std::size_t end = given.find("-----END", from);
    from = end == std::string::npos ? end : given.find(begin, end);
  }
  return keys;
}

Result<CheckedText> checked(Call& call, const Values& in) {
  METODICA_TRY(const auto keys, trusted_keys(call, in.text("public_key")));
  return check_attested(in.text("text"), keys);
}

std::string number_of(const Attested& facts) {
  return std::to_string(facts.number) + "/" + std::to_string(facts.year);
}

// Of a text that nobody signed nothing is told.
Result<Reply> run_verify(Call& call, const Values& in) {
  METODICA_TRY(const CheckedText found, checked(call, in));
  if (!found.genuine)
    return Reply::data(Json::object({{"verdict", "altered"}}));
  const Attested& facts = found.facts;
  return Reply::data(Json::object({{"verdict", "genuine"},
                                   {"number", number_of(facts)},
                                   {"name", facts.name},
                                   {"day", facts.day.iso()},
                                   {"hours", facts.hours},
                                   {"topic", facts.topic},
                                   {"issuer", facts.issuer}}));
}

Verdict verdict_of(const Result<CheckedText>& found, const Messages& say) {
  if (!found)
    return {Level::warn, say("attested.not_one"), say.of(found.error())};
  if (!found->genuine)
    return {Level::bad, say("attested.altered"), say("attested.altered_why")};
  const Attested& facts = found->facts;
  return {Level::good, say("attested.genuine"),
          say("attested.says", {{"number", number_of(facts)}, {"name", facts.name}})};
}

Table facts_table(const Attested& facts, const Messages& say) {
  Table table("facts");
  table.column("what", say("attested.what")).column("value", say("attested.value"));
  table.row({say("gathering.attestation_number"), number_of(facts)});
  table.row({say("gathering.name"), facts.name});
  table.row({say("attested.topic"), facts.topic});
  table.row({say("gathering.day"), facts.day.shown(say.lang())});
  table.row({say("gathering.hours"), std::to_string(facts.hours)});
  table.row({say("attested.issuer"), facts.issuer});
  return table;
}

Result<Reply> check_screen(Call& call, const Json& typed, const Result<CheckedText>* found) {
  const Messages& say = call.say();
  Screen screen("coordination.check_attestation", say("attested.title"));
  screen.sub(say("attested.sub"));
  Scanner scanner;
  scanner.action = "coordination.check_attestation";
  scanner.field = "text";
  scanner.label = say("attested.scan");
  scanner.hint = say("attested.scan_hint");
  if (found != nullptr)
    scanner.verdict = verdict_of(*found, say);
  screen.scanner(scanner);
  if (found != nullptr && *found && (*found)->genuine)
    screen.table(facts_table((*found)->facts, say));
  screen.heading(say("attested.other_key"));
  screen.text(say("attested.other_key_why"));
  Form form("check", "coordination.check_attestation", say("attested.check"));
  form.reads();
  form.long_text("text", say("attested.text")).required().longest(longest_text);
  form.long_text("public_key", say("attested.public_key")).longest(longest_text);
  screen.form(form, say, typed);
  if (call.caller().roles.any_of(gathering_readers))
    screen.actions({{say("attested.export_key"), "coordination.public_key"}});
  return Reply::screen(screen);
}

Result<Reply> run_check(Call& call, const Values& in) {
  if (!in.has("text"))
    return check_screen(call, {}, nullptr);
  const auto found = checked(call, in);
  return check_screen(call, in.json(), &found);
}

Form text_form(const Messages& say, const char* action, bool needed) {
  Form form("text", action, say("attested.check"));
  form.reads();
  form.long_text("text", say("attested.text")).required(needed).longest(longest_text);
  form.long_text("public_key", say("attested.public_key")).longest(longest_text);
  return form;
}

constexpr const char* text_example = R"({"text":"MA1.MQ.AA"})";

}  // namespace

void add_attestation_actions(ActionList& actions) {
  actions.push_back({"coordination.attestation",
                     ActionKind::paper,
                     gathering_readers,
                     "document",
                     attestation_form,
                     R"({"year":2026,"attestation":1})",
                     {},
                     run_attestation,
                     {}});
  // Writing, because the first one makes the key.
  actions.push_back({"coordination.attestation_code",
                     ActionKind::write,
                     gathering_readers,
                     "data",
                     attestation_form,
                     R"({"year":2026,"attestation":1})",
                     R"({"type":"object","required":["text"],"properties":{"kind":{"const":"data"},
                         "text":{"type":"string"}}})",
                     run_code,
                     {}});
  actions.push_back({"coordination.public_key",
                     ActionKind::read,
                     gathering_readers,
                     "document",
                     no_arguments,
                     "{}",
                     {},
                     run_public_key,
                     {}});
  actions.push_back(
      {"coordination.verify_attestation",
       ActionKind::read,
       {},
       "data",
       [](const Messages& say) { return text_form(say, "coordination.verify_attestation", true); },
       text_example,
       verdict_schema,
       run_verify,
       {}});
  actions.push_back(
      {"coordination.check_attestation",
       ActionKind::read,
       {},
       "screen",
       [](const Messages& say) { return text_form(say, "coordination.check_attestation", false); },
       text_example,
       {},
       run_check,
       {}});
}

}  // namespace metodica::coordination
