// Logos of the library and photographs of an event: brought as files, checked, kept.

#include <algorithm>

#include "json/base64.hpp"
#include "modules/coordination/promotion/picture_store.hpp"
#include "modules/coordination/promotion/promotion_actions.hpp"

namespace metodica::coordination {
namespace {

constexpr std::size_t largest_picture = 5 * 1024 * 1024;
constexpr std::int64_t least_logo = 120;
constexpr std::int64_t least_photo = 600;  // what a page of today shows sharply

const std::vector<std::string>& slots_of(std::int64_t event) {
  static const auto& logo_slots = *new std::vector<std::string>{"county_logo", "library_logo"};
  static const auto& photo_slots =
      *new std::vector<std::string>{"photo1", "photo2", "photo3", "photo4"};
  return event == logos ? logo_slots : photo_slots;
}

Form picture_form(const Messages& say) {
  Form form("picture", "coordination.keep_picture", say("promotion.keep_picture"));
  form.integer("event", say("event.number")).min(std::int64_t{0}).fixed();
  Field& slot = form.choice("slot", say("promotion.slot")).required();
  for (const std::int64_t event : {logos, std::int64_t{1}}) {
    for (const std::string& code : slots_of(event))
      slot.option(code, say("promotion.slot." + code));
  }
  form.file("file", say("promotion.file"))
      .required()
      .longest(largest_picture)
      .help(say("promotion.file_help"));
  form.text("alt", say("promotion.alt")).longest(300).help(say("promotion.alt_help"));
  return form;
}

Form list_form(const Messages& say) {
  Form form("pictures", "coordination.event_pictures", say("common.open"));
  form.reads();
  form.integer("event", say("event.number")).min(std::int64_t{0});
  return form;
}

Form drop_form(const Messages& say) {
  Form form("drop", "coordination.drop_picture", say("common.confirm"));
  form.integer("event", say("event.number")).min(std::int64_t{0});
  form.text("slot", say("promotion.slot")).required().longest(40);
  return form;
}

Result<void> check_owner(Call& call, std::int64_t event) {
  if (event == logos)
    return {};
  METODICA_TRY(const LibraryEvent of, known_event(call, "", event));
  return {};
}

Result<Reply> pictures_screen(Call& call, std::int64_t event, const Json& typed,
                              const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  METODICA_CHECK(check_owner(call, event));
  const bool writes = call.caller().roles.any_of(event_writers);
  Screen screen("coordination.event_pictures",
                say(event == logos ? "promotion.logos" : "promotion.pictures"));
  screen.sub(say(event == logos ? "promotion.logos_sub" : "promotion.pictures_sub"));
  Table table("pictures");
  table.column("slot", say("promotion.slot"))
      .column("alt", say("promotion.alt"))
      .column("size", say("promotion.pixels"), CellKind::integer)
      .empty(say("promotion.no_pictures"));
  for (const EventPicture& one : pictures(call.work(), event)) {
    const auto facts = check_picture(base64_decoded(one.base64).value_or(""), 0);
    Button drop{say("promotion.drop"), "coordination.drop_picture",
                Json::object({{"event", event}, {"slot", one.slot}})};
    drop.writes = drop.danger = true;
    drop.confirm = say("promotion.drop_ask");
    table.row({say("promotion.slot." + one.slot), one.alt,
               facts ? std::to_string(facts->width) + " × " + std::to_string(facts->height) : ""},
              writes ? std::vector<Button>{drop} : std::vector<Button>{});
  }
  screen.table(table);
  if (writes) {
    const Json usual = Json::object({{"event", event}, {"slot", slots_of(event).front()}});
    screen.form(picture_form(say), say, typed.is_object() ? typed : usual, problems);
  }
  return Reply::screen(screen);
}

Result<Reply> run_keep(Call& call, const Values& in) {
  const std::int64_t event = in.integer("event");
  METODICA_CHECK(check_owner(call, event));
  const auto& slots = slots_of(event);
  if (std::find(slots.begin(), slots.end(), in.text("slot")) == slots.end())
    return invalid("promotion.slot_wrong", {}, "slot");
  const std::string bytes = in.file("file").bytes;
  METODICA_TRY(const PictureFacts facts,
               check_picture(bytes, event == logos ? least_logo : least_photo));
  keep_picture(call.work(), event, {in.text("slot"), in.text("alt"), base64_encoded(bytes)},
               call.now_utc());
  return Reply::go(
      "coordination.event_pictures", Json::object({{"event", event}}),
      call.say()("promotion.picture_kept", {{"width", facts.width}, {"height", facts.height}}));
}

Result<Reply> run_drop(Call& call, const Values& in) {
  drop_picture(call.work(), in.integer("event"), in.text("slot"));
  return Reply::go("coordination.event_pictures", Json::object({{"event", in.integer("event")}}),
                   call.say()("promotion.dropped"));
}

}  // namespace

void add_picture_actions(ActionList& actions) {
  actions.push_back({"coordination.event_pictures",
                     ActionKind::read,
                     event_readers,
                     "screen",
                     list_form,
                     R"({"event":1})",
                     {},
                     [](Call& call, const Values& in) {
                       return pictures_screen(call, in.integer("event"), {}, {});
                     },
                     {}});
  actions.push_back({"coordination.keep_picture",
                     ActionKind::write,
                     event_writers,
                     "screen",
                     picture_form,
                     R"({"event":1,"slot":"photo1","alt":"Copii la atelier",
                         "file":{"name":"foto.png","base64":"iVBORw0KGgo="}})",
                     {},
                     run_keep,
                     [](Call& call, const Json& typed, const std::vector<Problem>& problems) {
                       return pictures_screen(call, typed["event"].integer(), typed, problems);
                     }});
  actions.push_back({"coordination.drop_picture",
                     ActionKind::write,
                     event_writers,
                     "screen",
                     drop_form,
                     R"({"event":1,"slot":"photo1"})",
                     {},
                     run_drop,
                     {}});
}

}  // namespace metodica::coordination
