// The queue of waiting copies, and one copy's way to its call number.

#include "modules/processing/processing_screens.hpp"

#include "bibliography/author_title.hpp"
#include "bibliography/spine_label.hpp"
#include "bibliography/udc_words.hpp"
#include "modules/processing/captions.hpp"
#include "modules/processing/label_content.hpp"
#include "modules/processing/processing_forms.hpp"
#include "modules/processing/processing_papers.hpp"
#include "modules/processing/scheme_store.hpp"
#include "modules/processing/suggestion.hpp"
#include "text/numbers.hpp"

namespace metodica::processing {
namespace {

constexpr std::size_t spine_characters = 10;

Json copy_args(const InventoryNumber& number) {
  return Json::object({{"register", number.register_code}, {"number", number.number}});
}

Cell state_cell(const Messages& say, const WaitingTitle& title) {
  if (title.without_udc && title.without_mark)
    return Cell::tag(say("processing.without_both"), Level::bad);
  return Cell::tag(say(title.without_udc ? "processing.without_udc" : "processing.without_mark"),
                   Level::warn);
}

std::string lot_text(const CopyLine& line) {
  return line.lot_number == 0
             ? std::string()
             : std::to_string(line.lot_number) + "/" + std::to_string(line.lot_year);
}

Table queue_table(Call& call, const Queue& queue, const Json& filter) {
  const Messages& say = call.say();
  Table table("waiting");
  table.column("title", say("processing.col.title"));
  table.column("copies", say("processing.col.copies"), CellKind::integer);
  table.column("number", say("processing.col.first_number"));
  table.column("lot", say("processing.lot"));
  table.column("udc", say("processing.udc"));
  table.column("state", say("processing.col.state"), CellKind::tag);
  table.empty(say(queue.next ? "processing.queue_empty_here" : "processing.queue_empty"));
  for (const auto& title : queue.titles) {
    table.row({Cell::link(title.first.title, "processing.copy", copy_args(title.first.number))
                   .note(title.first.author),
               shown_integer(title.copies, say.lang()), title.first.number.shown_with_register(),
               lot_text(title.first), title.first.udc, state_cell(say, title)});
  }
  if (queue.next) {
    Json next = filter;
    next.set("after_register", queue.next->register_code)
        .set("after", std::to_string(queue.next->number));
    table.next("processing.queue", std::move(next));
  }
  return table;
}

std::int64_t number_in(const std::string& text) {
  const auto number = InventoryNumber::parse({}, text);
  return number ? number->number : 0;
}

Result<Reply> run_queue(Call& call, const Values& in) {
  const Messages& say = call.say();
  if (!registers::is_open(call.work()))
    return invalid("registers.not_opened");
  QueueFilter filter;
  filter.text = in.text("text");
  filter.register_code = in.text("register");
  const LotName lot = lot_name(in.text("lot"));
  filter.lot_number = lot.number;
  filter.lot_year = lot.year;
  if (in.has("after"))
    filter.after = {in.text("after_register"), number_in(in.text("after"))};
  const Queue queue = waiting_titles(call.work(), filter);
  Screen screen("processing.queue", say("processing.queue_title"));
  screen.sub(say("processing.queue_sub"));
  const auto titles = static_cast<std::int64_t>(queue.titles.size());
  const std::string note = queue.next ? say("processing.and_more") : std::string();
  screen.figures({{say("processing.waiting_titles"), shown_integer(titles, say.lang()), note},
                  {say("processing.waiting_copies"), shown_integer(queue.copies, say.lang()), note},
                  {say("processing.waiting_labels"),
                   shown_integer(count_unlabelled(call.work(), "spine"), say.lang())}});
  const Json typed = Json::object(
      {{"text", filter.text}, {"register", filter.register_code}, {"lot", in.text("lot")}});
  screen.form(queue_form(say), say, typed);
  Table table = queue_table(call, queue, typed);
  if (in.has("after"))
    table.first("processing.queue", typed);
  screen.table(table);
  screen.actions({{say("processing.to_labels"), "processing.labels"},
                  {say("processing.to_shelf"), "processing.shelf_list"}});
  return Reply::screen(screen);
}

std::string label_text(const Proposal& proposal) {
  std::string text;
  const bool systematic = proposal.scheme.first == MarkFamily::systematic;
  for (const auto& line :
       systematic ? label_lines(proposal.mark) : spine_lines(proposal.text, spine_characters))
    text += (text.empty() ? "" : " | ") + line;
  return text;
}

Json mark_values(const CopyLine& line, const Proposal& proposal) {
  const CallNumber& mark = proposal.mark;
  return Json::object({{"register", line.number.register_code},
                       {"number", line.number.shown()},
                       {"udc", proposal.udc},
                       {"section", mark.section},
                       {"shelf_udc", mark.udc},
                       {"author_mark", mark.author_mark},
                       {"work_mark", mark.work_mark},
                       {"volume", mark.volume},
                       {"copy", mark.copy},
                       {"scope", "waiting"},
                       {"as_typed", "1"}});
}

void add_copy_count(Call& call, const CopyLine& line, Screen& screen) {
  const auto copies = copies_of_title(call.work(), line);
  std::int64_t waiting = 0;
  for (const auto& copy : copies)
    waiting += copy.call_number.empty() ? 1 : 0;
  screen.text(
      call.say()("processing.title_copies",
                 {{"count", static_cast<std::int64_t>(copies.size())}, {"waiting", waiting}}));
}

// Why the proposal is as it is, and what it will look like.
void add_proposal(Call& call, const CopyLine& line, const Proposal& proposal, Screen& screen) {
  const Messages& say = call.say();
  screen.text(explain_udc(proposal.udc, captions_of(call.work())->captions, say).sentence);
  for (const auto& warning : proposal.warnings)
    screen.say(say.of(warning) + " " + say.hint(warning), Level::warn);
  const std::string column = registers::content_column(call.work(), proposal.udc);
  if (!column.empty() && column != line.content) {
    screen.say(say("processing.content_differs", {{"new", column}, {"frozen", line.content}}));
  }
  const std::string unknown = say("call_numbers.after_height");
  std::vector<Figure> marks = {
      {say("processing.mark_will_be"), proposal.text.empty() ? unknown : proposal.text,
       proposal.text.empty() ? std::string()
                             : say("processing.on_label", {{"lines", label_text(proposal)}})}};
  if (proposal.scheme.second) {
    marks.push_back(
        {say("call_numbers.second_will_be"), proposal.second.empty() ? unknown : proposal.second});
  }
  screen.figures(marks);
  std::string reasons;
  for (const auto& reason : proposal.reasons)
    reasons += (reasons.empty() ? "" : "\n") + reason;
  if (!reasons.empty())
    screen.text(reasons);
  const bool systematic = proposal.scheme.first == MarkFamily::systematic;
  const auto other = systematic ? taken_by_other(call.work(), line, proposal.mark)
                                : std::optional<InventoryNumber>();
  if (other) {
    screen.say(say("processing.mark_taken", {{"number", other->shown_with_register()}}),
               Level::warn);
  }
}

Screen copy_frame(const Messages& say, const CopyLine& line, const std::string& second,
                  std::size_t step) {
  Screen screen("processing.copy",
                say("processing.copy_title", {{"number", line.number.shown_with_register()}}));
  screen.sub(author_and_title(line.author, line.title) +
             (line.publication.empty() ? "" : " – " + line.publication));
  screen.steps(step, {say("processing.step_class"), say("processing.step_mark"),
                      say("processing.step_label")});
  if (!line.call_number.empty())
    screen.text(say("processing.mark_is", {{"mark", line.call_number}}));
  if (!second.empty())
    screen.text(say("call_numbers.second_is", {{"mark", second}}));
  return screen;
}

// The first step: `udc` is empty or wrong.
Screen class_screen(Call& call, const CopyLine& line, const Json& asked,
                    const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  Screen screen = copy_frame(say, line, second_mark_of(call.work(), line.number), 1);
  screen.text(say("processing.class_text"));
  add_suggestions(call, line, screen);
  screen.form(class_form(say), say, asked, problems);
  return screen;
}

// `typed` is no object when the screen is drawn for the first time.
Screen copy_screen(Call& call, const CopyLine& line, const std::string& udc, const Json& typed,
                   const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  const Json asked = Json::object(
      {{"register", line.number.register_code}, {"number", line.number.shown()}, {"udc", udc}});
  if (udc.empty())
    return class_screen(call, line, asked, problems);
  const auto proposal = propose(call, line, udc);
  if (!proposal)
    return class_screen(call, line, asked, {proposal.error()});
  Screen screen = copy_frame(say, line, second_mark_of(call.work(), line.number),
                             line.call_number.empty() ? 2 : 3);
  screen.heading(say("processing.mark_heading"));
  add_proposal(call, line, *proposal, screen);
  add_copy_count(call, line, screen);
  screen.form(mark_form(say, proposal->scheme), say,
              typed.is_object() ? typed : mark_values(line, *proposal), problems);
  screen.group(say("processing.other_class"),
               [&](Screen& inside) { inside.form(class_form(say), say, asked); });
  screen.actions({{say("processing.to_queue"), "processing.queue"},
                  {say("processing.to_labels"), "processing.labels"},
                  {say("processing.to_register"), "registers.copy", copy_args(line.number)}});
  return screen;
}

Result<Reply> run_copy(Call& call, const Values& in) {
  METODICA_TRY(const CopyLine line,
               shelvable_copy(call.work(), {in.text("register"), in.integer("number")}));
  return Reply::screen(copy_screen(call, line, in.has("udc") ? in.text("udc") : line.udc, {}, {}));
}

Result<Reply> run_save(Call& call, const Values& in) {
  METODICA_TRY(const GivenMark given, give_mark(call, read_mark(in)));
  return Reply::go(
      "processing.queue", Json::object(),
      call.say()("processing.saved",
                 {{"mark", given.second.empty() ? given.call_number
                                                : given.call_number + " · " + given.second},
                  {"count", static_cast<std::int64_t>(given.copies.size())}}));
}

Result<Reply> save_again(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  const Json& given = typed["number"];
  const std::int64_t number = given.is_text() ? number_in(given.text()) : given.integer();
  METODICA_TRY(const CopyLine line,
               shelvable_copy(call.work(), {typed["register"].text(), number}));
  const std::string& udc = typed["udc"].text();
  return Reply::screen(copy_screen(call, line, udc.empty() ? line.udc : udc, typed, problems));
}

}  // namespace

void add_mark_screens(ActionList& actions) {
  actions.push_back({"processing.queue",
                     ActionKind::read,
                     readers,
                     "screen",
                     queue_form,
                     R"({"lot":"1/2026"})",
                     {},
                     run_queue,
                     {}});
  actions.push_back({"processing.copy",
                     ActionKind::read,
                     readers,
                     "screen",
                     copy_form,
                     R"({"register":"carti","number":4322,"udc":"821.135.1-31"})",
                     {},
                     run_copy,
                     {}});
  actions.push_back(
      {"processing.save",
       ActionKind::write,
       workers,
       "screen",
       [](const Messages& say) { return save_form(say, "processing.save"); },
       R"({"register":"carti","number":4322,"udc":"821.135.1-31","section":"C","scope":"all"})",
       {},
       run_save,
       save_again});
}

}  // namespace metodica::processing
