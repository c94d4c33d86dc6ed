#include "modules/processing/udc_actions.hpp"

#include "bibliography/key_list.hpp"
#include "bibliography/udc_key.hpp"
#include "bibliography/udc_reading.hpp"
#include "bibliography/udc_remarks.hpp"
#include "bibliography/udc_words.hpp"
#include "exchange/double_utf8.hpp"
#include "modules/processing/captions.hpp"
#include "modules/processing/processing_rules.hpp"
#include "modules/processing/processing_screens.hpp"

namespace metodica::processing {
namespace {

constexpr std::size_t longest_notation = 10'240;

Form notations_form(const Messages& say) {
  Form form("udc_sort", "processing.udc.sort", say("common.open"));
  form.reads();
  form.texts("notations", say("processing.notations")).required().longest(longest_notation);
  return form;
}

Result<Reply> run_sort(Call&, const Values& in) {
  std::vector<std::string> notations = in.texts("notations");
  KeyList keys;
  for (const std::string& notation : notations) {
    append_udc_key(keys.bytes(), notation);
    keys.end_key();
  }
  Json::Array sorted;
  sorted.reserve(notations.size());
  for (const std::uint32_t at : keys.order())
    sorted.emplace_back(std::move(notations[at]));
  return Reply::data(Json::object({{"sorted", std::move(sorted)}}));
}

Form notation_form(const Messages& say, const char* action) {
  Form form("udc", action, say("common.open"));
  form.reads();
  form.text("notation", say("processing.udc")).required().longest(longest_notation);
  return form;
}

Result<Reply> run_key(Call&, const Values& in) {
  const std::string& notation = in.text("notation");
  std::string key;
  append_udc_key(key, notation);
  return Reply::data(Json::object({{"key", hex_text(key)},
                                   {"host_key", host_safe_udc_key(notation)},
                                   {"normalised", udc_normalised(notation)}}));
}

Json problem_line(const Messages& say, const Problem& problem) {
  Json line = Json::object(
      {{"message", problem.message}, {"text", say.of(problem)}, {"hint", say.hint(problem)}});
  for (const auto& argument : problem.arguments) {
    if (argument.name == "position" && std::holds_alternative<std::int64_t>(argument.value))
      line.set("position", std::get<std::int64_t>(argument.value));
  }
  return line;
}

Json finding_line(const Messages& say, const UdcFinding& finding) {
  Json line = problem_line(say, finding.problem);
  line.set("found", finding.found.empty() ? say("udc.end_of_text") : finding.found);
  const std::string expected = finding.problem.message + ".expected";
  if (say.has(expected))
    line.set("expected", say(expected));
  if (!finding.repair.empty())
    line.set("repair", finding.repair);
  return line;
}

void add_remarks(Call& call, const UdcReading& reading, Json::Array& warnings) {
  const auto index = captions_of(call.work());
  for (const UdcRemark& remark : udc_remarks(reading.notation, index->captions)) {
    Json line = problem_line(call.say(), remark.problem);
    line.set("information", remark.information);
    if (!remark.repair.empty())
      line.set("repair", remark.repair);
    warnings.push_back(std::move(line));
  }
}

Result<Reply> run_check(Call& call, const Values& in) {
  const Messages& say = call.say();
  const std::string& text = in.text("notation");
  const UdcReading reading = read_udc(text);
  Json::Array problems;
  Json::Array warnings;
  for (const UdcFinding& fault : reading.faults)
    problems.push_back(finding_line(say, fault));
  for (const UdcFinding& warning : reading.warnings)
    warnings.push_back(finding_line(say, warning));
  if (const auto once = undo_double_utf8(text)) {
    const Problem twice(METODICA_INVALID, "processing.udc_encoded_twice", {{"text", once->text}});
    warnings.push_back(problem_line(say, twice).set("repair", udc_normalised(once->text)));
  }
  if (reading.faults.empty())
    add_remarks(call, reading, warnings);
  return Reply::data(Json::object({{"ok", reading.faults.empty()},
                                   {"normalised", reading.notation},
                                   {"repaired", reading.repaired},
                                   {"problems", std::move(problems)},
                                   {"warnings", std::move(warnings)}}));
}

Result<Reply> run_explain(Call& call, const Values& in) {
  const std::string notation = read_udc(in.text("notation")).notation;
  const UdcExplanation said = explain_udc(notation, captions_of(call.work())->captions, call.say());
  Json::Array parts;
  for (const UdcMeaning& meaning : said.meanings) {
    Json part = Json::object({{"kind", std::string(name_of(meaning.part))},
                              {"text", meaning.text},
                              {"words", meaning.words}});
    if (!meaning.within.empty())
      part.set("within", meaning.within);
    parts.push_back(std::move(part));
  }
  const auto pack = caption_pack(call.work());
  return Reply::data(Json::object({{"notation", notation},
                                   {"sentence", said.sentence},
                                   {"parts", std::move(parts)},
                                   {"notice", pack ? pack->notice : std::string()}}));
}

constexpr std::string_view sorted_schema =
    R"({"type":"object","required":["sorted"],"properties":{
"sorted":{"type":"array","items":{"type":"string"}}}})";
constexpr std::string_view key_schema =
    R"({"type":"object","required":["key","host_key","normalised"],"properties":{
"key":{"type":"string"},"host_key":{"type":"string"},"normalised":{"type":"string"}}})";
constexpr std::string_view check_schema =
    R"({"type":"object","required":["ok","problems","warnings"],"properties":{
"ok":{"type":"boolean"},"normalised":{"type":"string"},"repaired":{"type":"string"},
"problems":{"type":"array"},"warnings":{"type":"array"}}})";
constexpr std::string_view explain_schema =
    R"({"type":"object","required":["notation","sentence","parts","notice"],"properties":{
"notation":{"type":"string"},"sentence":{"type":"string"},"notice":{"type":"string"},
"parts":{"type":"array","items":{"type":"object","required":["kind","text","words"]}}}})";

}  // namespace

void add_udc_actions(ActionList& actions) {
  const auto read = [&](const char* name, auto form, const char* example, std::string_view schema,
                        auto run) {
    actions.push_back(
        {name, ActionKind::read, readers, "data", form, example, std::string(schema), run, {}});
  };
  const auto one_notation = [](const char* action) {
    return [action](const Messages& say) { return notation_form(say, action); };
  };
  read("processing.udc.sort", notations_form,
       R"({"notations":["821.135.1-31","5","592/599","37:004"]})", sorted_schema, run_sort);
  read("processing.udc.key", one_notation("processing.udc.key"), R"({"notation":"821.135.1-31"})",
       key_schema, run_key);
  read("processing.udc.check", one_notation("processing.udc.check"),
       R"({"notation":"821.135.1-31:82.09"})", check_schema, run_check);
  read("processing.udc.explain", one_notation("processing.udc.explain"),
       R"({"notation":"94(498)\"1918/1940\"=511.141"})", explain_schema, run_explain);
}

}  // namespace metodica::processing
