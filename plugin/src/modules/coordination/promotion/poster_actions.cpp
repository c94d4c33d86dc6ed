// Posters, flyers, collages and stories made from an event: the words, a small picture, the files,
// and the archive of what was made.

#include <array>

#include "app/settings.hpp"
#include "documents/poster.hpp"
#include "json/base64.hpp"
#include "modules/coordination/promotion/picture_store.hpp"
#include "modules/coordination/promotion/promotion_actions.hpp"

namespace metodica::coordination {
namespace {

constexpr std::array<const char*, 8> slots = {"kind", "title", "about", "day",
                                              "time", "place", "note",  "host"};
constexpr const char* usual_accent = "#1d4f91";
constexpr std::int64_t made_shown = 100;

// What is asked of a poster; the action of the form is the page itself, which draws it anew.
Form poster_form(const Messages& say, const char* action) {
  Form form("poster", action, say("promotion.show"));
  if (std::string_view(action) == "coordination.poster")
    form.reads();
  form.text("of", say("event.library")).longest(60).fixed();
  form.integer("number", say("event.number")).required().min(std::int64_t{1}).fixed();
  form.choice("design", say("promotion.design"))
      .option("poster", say("promotion.design.poster"))
      .option("collage", say("promotion.design.collage"))
      .initial("poster");
  Field& size = form.choice("size", say("promotion.size")).initial("a4");
  for (const PosterSize& one : poster_sizes)
    size.option(std::string(one.code), say("promotion.size." + std::string(one.code)));
  form.text("accent", say("promotion.accent_label"))
      .longest(7)
      .pattern("#[0-9a-fA-F]{6}", say("promotion.accent_shape"))
      .initial(usual_accent)
      .help(say("promotion.accent_help"));
  for (const char* slot : slots)
    form.text(slot, say(std::string("promotion.slot.") + slot)).longest(700);
  form.yes_no("photos", say("promotion.photos")).help(say("promotion.photos_help"));
  return form;
}

Form file_form(const Messages& say) {
  Form form = poster_form(say, "coordination.poster_file");
  form.choice("form", say("promotion.form"))
      .option("pdf", say("promotion.form.pdf"))
      .option("png", say("promotion.form.png"))
      .required();
  return form;
}

// The words that the event itself gives.
Json words_of(const LibraryEvent& of, const Messages& say) {
  std::string note = of.free ? say("promotion.free") : "";
  if (!of.audience.empty())
    note += (note.empty() ? "" : " · ") + of.audience;
  return Json::object({{"of", of.library},
                       {"number", of.number},
                       {"design", "poster"},
                       {"size", "a4"},
                       {"accent", usual_accent},
                       {"kind", say("promotion.kind." + of.kind)},
                       {"title", of.title},
                       {"about", of.about},
                       {"day", long_day(of.day, say)},
                       {"time", of.starts + (of.ends.empty() ? "" : "–" + of.ends)},
                       {"place", of.place.empty() ? say("event.mode.online") : of.place},
                       {"note", note},
                       {"host", of.host},
                       {"photos", true}});
}

const PosterSize& size_of(const std::string& code) {
  for (const PosterSize& one : poster_sizes) {
    if (one.code == code)
      return one;
  }
  return poster_sizes[1];
}

Result<Poster> poster_of(Call& call, const LibraryEvent& of, const Values& in) {
  Poster poster;
  poster.design = in.has("design") ? in.text("design") : "poster";
  METODICA_TRY(const Rgb accent, read_colour(in.has("accent") ? in.text("accent") : usual_accent));
  poster.accent = {accent.red, accent.green, accent.blue};
  for (const char* slot : slots) {
    if (in.has(slot))
      poster.texts[slot] = in.text(slot);
  }
  const auto add = [&](std::int64_t event) {
    for (const EventPicture& one : pictures(call.work(), event))
      poster.images[one.slot] = base64_decoded(one.base64).value_or("");
  };
  add(logos);
  if (in.yes("photos") && of.library == call.caller().library)
    add(of.number);
  poster.title = of.title;
  poster.author = setting(call.work(), "institution.name");
  poster.made_on = call.today();
  return poster;
}

// The engine names the slot; people know the field.
Problem worded(Problem problem, const Messages& say) {
  if (problem.message != "documents.poster_too_long")
    return problem;
  const std::string field = problem.field;
  return Problem(METODICA_INVALID, "promotion.too_long",
                 {{"field", say("promotion.slot." + field)}})
      .at(field);
}

void add_picture(Screen& screen, const Poster& poster, const PosterPicture& picture,
                 const Messages& say) {
  Table words("words");
  words.column("what", say("attested.what")).column("value", say("event.value"));
  for (const char* slot : slots) {
    if (const auto found = poster.texts.find(slot); found != poster.texts.end())
      words.row({say(std::string("promotion.slot.") + slot), found->second});
  }
  screen.picture(picture.svg, say("promotion.picture_alt", {{"title", poster.title}}), words);
}

std::vector<Button> file_buttons(const Json& args, const Messages& say) {
  std::vector<Button> buttons;
  for (const char* form : {"pdf", "png"}) {
    Json all = args;
    all.set("form", form);
    Button button{say(std::string("promotion.make_") + form), "coordination.poster_file", all};
    button.writes = true;
    buttons.push_back(std::move(button));
  }
  buttons.front().primary = true;
  return buttons;
}

Result<Reply> poster_screen(Call& call, const Values& in, std::vector<Problem> problems) {
  const Messages& say = call.say();
  METODICA_TRY(const LibraryEvent of, known_event(call, in.text("of"), in.integer("number")));
  const Json args = in.has("title") ? in.json() : words_of(of, say);
  const Values values(args);
  Screen screen("coordination.poster", say("promotion.make"));
  screen.sub(of.title + " · " + long_day(of.day, say));
  if (problems.empty()) {
    METODICA_TRY(Documents* const documents, call.services().documents());
    auto poster = poster_of(call, of, values);
    const auto picture = poster ? documents->poster_picture(*poster, size_of(values.text("size")))
                                : Result<PosterPicture>(Unexpected(poster.error()));
    if (picture) {
      add_picture(screen, *poster, *picture, say);
      screen.actions(file_buttons(args, say));
    } else {
      problems.push_back(worded(picture.error(), say));
    }
  }
  screen.form(poster_form(say, "coordination.poster"), say, args, problems);
  return Reply::screen(screen);
}

void archive(Call& call, const LibraryEvent& of, const Values& in) {
  if (call.repeated())
    return;
  Made made;
  made.number = call.work().take("promotion_made");
  made.event_library = of.library;
  made.event = of.number;
  made.form = in.text("form");
  made.design = in.has("design") ? in.text("design") : "poster";
  made.size = size_of(in.text("size")).code;
  made.made = in.text("title");
  made.made_by = call.caller().user;
  made.made_at = call.now_utc();
  keep_made(call.work(), made);
}

Result<Reply> run_file(Call& call, const Values& in) {
  METODICA_TRY(const LibraryEvent of, known_event(call, in.text("of"), in.integer("number")));
  METODICA_TRY(Documents* const documents, call.services().documents());
  METODICA_TRY(const Poster poster, poster_of(call, of, in));
  const PosterSize& size = size_of(in.text("size"));
  const bool pdf = in.text("form") == "pdf";
  auto bytes = pdf ? documents->poster_pdf(poster, size) : documents->poster_png(poster, size);
  if (!bytes)
    return Unexpected(worded(bytes.error(), call.say()));
  archive(call, of, in);
  const std::string name =
      poster.design + "-" + std::to_string(of.number) + "-" + std::string(size.code);
  return Reply::document(name + (pdf ? ".pdf" : ".png"), pdf ? "application/pdf" : "image/png",
                         *std::move(bytes));
}

Result<Reply> run_archive(Call& call, const Values& in) {
  const Messages& say = call.say();
  Screen screen("coordination.promotions", say("promotion.archive"));
  screen.sub(say("promotion.archive_sub"));
  Table table("made");
  table.column("made_at", say("promotion.made_at"), CellKind::date)
      .column("form", say("promotion.form"))
      .column("made", say("promotion.what"))
      .column("made_by", say("promotion.made_by"))
      .empty(say("promotion.nothing_made"));
  for (const Made& one : all_made(call.work(), in.text("of"), in.integer("number"), made_shown)) {
    const auto day = Date::parse(one.made_at.substr(0, 10));
    const Json which = Json::object({{"of", one.event_library}, {"number", one.event}});
    table.row({day ? day->shown(say.lang()) : "",
               Cell(say("promotion.form." + one.form))
                   .note(one.size.empty() ? "" : say("promotion.size." + one.size)),
               Cell::link(one.made, "coordination.event", which), one.made_by});
  }
  screen.table(table);
  return Reply::screen(screen);
}

Form archive_form(const Messages& say) {
  Form form("archive", "coordination.promotions", say("common.open"));
  form.reads();
  form.text("of", say("event.library")).longest(60);
  form.integer("number", say("event.number")).min(std::int64_t{1});
  return form;
}

}  // namespace

void add_poster_actions(ActionList& actions) {
  actions.push_back({"coordination.poster",
                     ActionKind::read,
                     event_writers,
                     "screen",
                     [](const Messages& say) { return poster_form(say, "coordination.poster"); },
                     R"({"number":1,"size":"square"})",
                     {},
                     [](Call& call, const Values& in) { return poster_screen(call, in, {}); },
                     [](Call& call, const Json& typed, const std::vector<Problem>& problems) {
                       return poster_screen(call, Values(typed), problems);
                     }});
  actions.push_back({"coordination.poster_file",
                     ActionKind::paper,
                     event_writers,
                     "document",
                     file_form,
                     R"({"number":1,"size":"square","form":"png","title":"Ora poveștilor",
                         "day":"sâmbătă, 14 martie 2026","time":"17:00","place":"Sala de lectură"})",
                     {},
                     run_file,
                     [](Call& call, const Json& typed, const std::vector<Problem>& problems) {
                       return poster_screen(call, Values(typed), problems);
                     }});
  actions.push_back({"coordination.promotions",
                     ActionKind::read,
                     event_readers,
                     "screen",
                     archive_form,
                     "{}",
                     {},
                     run_archive,
                     {}});
}

}  // namespace metodica::coordination
