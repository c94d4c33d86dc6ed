#include "modules/processing/suggestion.hpp"

#include <algorithm>
#include <iterator>

#include "bibliography/author_title.hpp"
#include "bibliography/udc_words.hpp"
#include "modules/processing/captions.hpp"
#include "modules/processing/class_sources.hpp"
#include "modules/processing/processing_rules.hpp"
#include "modules/processing/processing_screens.hpp"
#include "modules/processing/suggestion_report.hpp"
#include "modules/processing/suggestion_store.hpp"

namespace metodica::processing {
namespace {

constexpr std::int64_t piece = 500;
constexpr std::int64_t most_evaluated = 200'000;
constexpr std::size_t most_asked = 2000;
constexpr std::int64_t most_records = 5;

const std::vector<TitleCue>& cues() {
  static const std::vector<TitleCue> list = title_cues(data_file("title-cues.csv")).value();
  return list;
}

void append_texts(std::vector<std::string>& to, const Json& list) {
  for (const Json& each : list.items())
    to.push_back(each.text());
}

// Classes and subjects of the host's records; the ISBN of the first that has one is returned.
std::string take_records(const Result<std::vector<Json>>& records, UnclassedWork& work) {
  std::string isbn;
  for (std::size_t i = 0; records && i < records->size(); ++i) {
    append_texts(work.record_classes, (*records)[i]["udc"]);
    append_texts(work.subjects, (*records)[i]["subjects"]);
    const Json& numbers = (*records)[i]["isbn"];
    if (isbn.empty() && !numbers.items().empty())
      isbn = numbers.items().front().text();
  }
  return isbn;
}

std::string ask_host(Call& call, const std::string& title_ref, UnclassedWork& work) {
  if (title_ref.empty() || call.host().titles == nullptr)
    return {};
  const std::string ids[] = {title_ref};
  return take_records(call.host().titles->read(call.host_context("suggest"), ids, "title"), work);
}

void ask_host_by_isbn(Call& call, const std::string& isbn, UnclassedWork& work) {
  if (isbn.empty() || call.host().titles == nullptr)
    return;
  const Json query = Json::object({{"isbn", isbn}, {"limit", most_records}});
  take_records(call.host().titles->find(call.host_context("suggest"), query), work);
}

NamedWork named(const registers::CopyLine& line) {
  return {title_identity(line.title_ref, line.author, line.title, line.publication),
          split_volume(line.title).title, line.author, line.language};
}

std::vector<UdcSuggestion> ask(Call& call, const UnclassedWork& work) {
  const auto index = captions_of(call.work());
  ClassedWorksInDatabase works(call.work());
  return suggest_udc(work, works, {index->words, cues(), call.say().lang()});
}

Json suggestion_json(Call& call, const UdcSuggestion& one) {
  const auto index = captions_of(call.work());
  return Json::object({{"udc", one.udc},
                       {"score", one.score},
                       {"reason", call.say()(one.reason, one.arguments)},
                       {"words", explain_udc(one.udc, index->captions, call.say()).sentence}});
}

Form suggest_form(const Messages& say) {
  Form form("suggest", "processing.udc.suggest", say("common.open"));
  form.reads();
  form.text("title", say("processing.title")).required();
  form.text("author", say("processing.surname"));
  form.isbn("isbn", say("processing.isbn"));
  form.text("language", say("processing.language")).longest(40);
  form.text("original_language", say("processing.original_language")).longest(40);
  form.texts("subjects", say("processing.subjects"));
  form.yes_no("elsewhere", say("shelves.ask_elsewhere"));
  return form;
}

Result<Reply> run_suggest(Call& call, const Values& in) {
  UnclassedWork work;
  work.title = in.text("title");
  work.author = in.text("author");
  work.language = in.has("language") ? in.text("language") : "ro";
  work.original_language = in.text("original_language");
  work.subjects = in.texts("subjects");
  ask_host_by_isbn(call, in.text("isbn"), work);
  if (in.yes("elsewhere"))
    work.elsewhere = ask_sources(call, {in.text("isbn"), work.title, work.author}).classes;
  Json::Array list;
  for (const UdcSuggestion& one : ask(call, work))
    list.push_back(suggestion_json(call, one));
  return Reply::data(Json::object({{"suggestions", std::move(list)}}));
}

Form learn_form(const Messages& say) {
  Form form("learn", "processing.udc.suggest_learn", say("processing.suggest_learn"));
  form.hidden("after_register");
  form.hidden("after");
  form.hidden("done");
  return form;
}

std::int64_t integer_in(const std::string& text) {
  const auto number = InventoryNumber::parse({}, text);
  return number ? number->number : 0;
}

// One piece of the register a call: long work is done in slices.
Result<Reply> run_learn(Call& call, const Values& in) {
  registers::CopyFilter filter;
  filter.limit = piece;
  if (in.has("after"))
    filter.after = {in.text("after_register"), integer_in(in.text("after"))};
  const auto lines = registers::copies(call.work(), filter);
  for (const auto& line : lines) {
    if (!line.udc.empty())
      learn_class(call.work(), named(line), line.udc);
  }
  const std::int64_t done = integer_in(in.text("done")) + static_cast<std::int64_t>(lines.size());
  if (static_cast<std::int64_t>(lines.size()) == piece) {
    std::int64_t of = 0;
    for (const auto& book : registers::inventory_registers(call.work()))
      of += book.last_number;
    return Reply::progress(done, std::max(of, done),
                           Json::object({{"after_register", lines.back().number.register_code},
                                         {"after", std::to_string(lines.back().number.number)},
                                         {"done", std::to_string(done)}}));
  }
  return Reply::go("processing.queue", Json::object(),
                   call.say()("processing.suggest_learned", {{"count", done}}));
}

Json counts_json(const std::array<std::int64_t, 3>& counts) {
  return Json::array({counts[0], counts[1], counts[2]});
}

Result<Reply> run_report(Call& call, const Values&) {
  WorksInMemory works;
  for (ClassedWork& one : classed_works(call.work(), most_evaluated))
    works.add(std::move(one.title), std::move(one.author), std::move(one.udc));
  const auto index = captions_of(call.work());
  const SuggestionReport report =
      evaluate_suggestions(works, {index->words, cues(), call.say().lang()}, most_asked);
  const ChoiceCounts chosen = choice_counts(call.work());
  return Reply::data(
      Json::object({{"works", report.works},
                    {"abstained", report.abstained},
                    {"hit_at_1", counts_json(report.first)},
                    {"hit_at_3", counts_json(report.any)},
                    {"accepted", Json::object({{"first", chosen.first},
                                               {"second_or_third", chosen.second_or_third},
                                               {"none", chosen.none}})}}));
}

Json copy_args(const registers::CopyLine& line) {
  return Json::object({{"register", line.number.register_code}, {"number", line.number.number}});
}

// What is known of the title of a copy, and the question that other catalogues get.
CatalogueQuestion question_of(Call& call, const registers::CopyLine& line, UnclassedWork& work) {
  const NamedWork asked = named(line);
  work.title = asked.title;
  work.author = asked.author;
  work.language = asked.language;
  work.id = classed_id(call.work(), asked.identity);
  return {ask_host(call, line.title_ref, work), asked.title, asked.author};
}

Table suggestion_table(Call& call, const registers::CopyLine& line,
                       const std::vector<UdcSuggestion>& list) {
  const Messages& say = call.say();
  const auto index = captions_of(call.work());
  Table table("suggestions");
  table.caption(say("processing.suggest_caption"));
  table.column("udc", say("processing.udc"));
  table.column("words", say("processing.col.caption"));
  table.column("reason", say("processing.col.reason"));
  table.empty(say("processing.suggest_none"));
  for (const UdcSuggestion& one : list) {
    Json args = copy_args(line);
    args.set("udc", one.udc);
    table.row({Cell::link(one.udc, "processing.copy", args),
               explain_udc(one.udc, index->captions, say).sentence,
               say(one.reason, one.arguments)});
  }
  return table;
}

Form elsewhere_form(const Messages& say) {
  Form form("elsewhere", "processing.udc.elsewhere", say("shelves.ask_elsewhere"));
  form.reads();
  form.text("register", say("processing.register")).required().longest(20);
  form.integer("number", say("processing.number")).required().min(std::int64_t{1});
  return form;
}

// A screen of its own, because asking others takes seconds.
Result<Reply> run_elsewhere(Call& call, const Values& in) {
  const Messages& say = call.say();
  const auto line = registers::copy(call.work(), {in.text("register"), in.integer("number")});
  if (!line)
    return Unexpected(Problem(METODICA_NOT_FOUND, "registers.copy_unknown",
                              {{"register", in.text("register")},
                               {"number", std::to_string(in.integer("number"))}})
                          .at("number"));
  UnclassedWork work;
  const CatalogueQuestion question = question_of(call, *line, work);
  const ClassesElsewhere answer = ask_sources(call, question);
  work.elsewhere = answer.classes;
  Screen screen("processing.udc.elsewhere", say("shelves.elsewhere_title"));
  screen.sub(author_and_title(line->author, line->title));
  for (const Problem& silent : answer.silent)
    screen.say(say.of(silent), Level::warn);
  if (answer.classes.empty())
    screen.text(say("shelves.elsewhere_none"));
  screen.table(suggestion_table(call, *line, ask(call, work)));
  screen.actions({{say("shelves.back_to_class"), "processing.copy", copy_args(*line)}});
  return Reply::screen(screen);
}

constexpr std::string_view suggest_schema =
    R"({"type":"object","required":["suggestions"],"properties":{"suggestions":{"type":"array",
"maxItems":3,"items":{"type":"object","required":["udc","score","reason","words"]}}}})";
constexpr std::string_view report_schema =
    R"({"type":"object","required":["works","abstained","hit_at_1","hit_at_3","accepted"],
"properties":{"works":{"type":"integer"},"abstained":{"type":"integer"},
"hit_at_1":{"type":"array"},"hit_at_3":{"type":"array"},"accepted":{"type":"object"}}})";

}  // namespace

std::vector<UdcSuggestion> suggestions(Call& call, const registers::CopyLine& line) {
  UnclassedWork work;
  question_of(call, line, work);
  return ask(call, work);
}

void add_suggestions(Call& call, const registers::CopyLine& line, Screen& screen) {
  const Messages& say = call.say();
  screen.table(suggestion_table(call, line, suggestions(call, line)));
  std::vector<Button> buttons;
  if (has_class_sources(call.work()))
    buttons.push_back({say("shelves.ask_elsewhere"), "processing.udc.elsewhere", copy_args(line)});
  if (ClassedWorksInDatabase(call.work()).size() == 0) {
    Button learn{say("processing.suggest_learn"), "processing.udc.suggest_learn"};
    learn.writes = true;
    buttons.push_back(learn);
  }
  if (!buttons.empty())
    screen.actions(buttons);
}

void note_choice(Call& call, const registers::CopyLine& line,
                 const std::vector<UdcSuggestion>& suggested, const std::string& udc) {
  if (!suggested.empty()) {
    Choice choice;
    choice.identity = named(line).identity;
    choice.chosen = udc;
    for (const UdcSuggestion& one : suggested)
      choice.suggested += (choice.suggested.empty() ? "" : "\n") + one.udc;
    const auto taken = std::find_if(suggested.begin(), suggested.end(),
                                    [&](const UdcSuggestion& one) { return one.udc == udc; });
    const bool none = taken == suggested.end();
    choice.place = none ? 0 : std::distance(suggested.begin(), taken) + 1;
    choice.reason = none ? suggested.front().reason : taken->reason;
    keep_choice(call.work(), choice, call.today(), call.caller().user);
  }
  learn_class(call.work(), named(line), udc);
}

void add_suggestion_actions(ActionList& actions) {
  actions.push_back({"processing.udc.suggest",
                     ActionKind::read,
                     readers,
                     "data",
                     suggest_form,
                     R"({"title":"Ion. Roman","author":"Rebreanu, Liviu","language":"ro"})",
                     std::string(suggest_schema),
                     run_suggest,
                     {}});
  actions.push_back({"processing.udc.elsewhere",
                     ActionKind::read,
                     workers,
                     "screen",
                     elsewhere_form,
                     R"({"register":"carti","number":4})",
                     {},
                     run_elsewhere,
                     {}});
  actions.push_back({"processing.udc.suggest_learn",
                     ActionKind::write,
                     workers,
                     "screen",
                     learn_form,
                     "{}",
                     {},
                     run_learn,
                     {}});
  actions.push_back({"processing.udc.suggest_report",
                     ActionKind::read,
                     readers,
                     "data",
                     no_arguments,
                     "{}",
                     std::string(report_schema),
                     run_report,
                     {}});
}

}  // namespace metodica::processing
