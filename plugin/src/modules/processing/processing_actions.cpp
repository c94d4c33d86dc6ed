#include "modules/processing/processing_actions.hpp"

#include "bibliography/misplaced.hpp"
#include "modules/processing/processing_forms.hpp"
#include "modules/processing/processing_screens.hpp"
#include "modules/processing/shelf_walk.hpp"

namespace metodica::processing {
namespace {

Json index_json(std::size_t index) {
  return static_cast<std::int64_t>(index);
}

Form author_mark_form(const Messages& say) {
  Form form("author_mark", "processing.author_mark", say("common.open"));
  form.reads();
  form.text("surname", say("processing.surname"));
  form.text("forename", say("processing.forename"));
  form.text("title", say("processing.title"));
  form.text("language", say("processing.language")).longest(40);
  form.text("table", say("processing.table_name")).longest(80);
  return form;
}

// "" is the library's table, or the rule of the Library of Congress where none was loaded.
Result<std::string> mark_by(Call& call, const Heading& heading, const std::string& table,
                            std::string& used) {
  const auto loaded = author_table(call.work());
  if (table == "letters") {
    used = table;
    return letters_mark(heading.surname);
  }
  if (table == "loc" || (table.empty() && !loaded)) {
    used = "loc";
    return proposed_author_mark(nullptr, heading);
  }
  if (!loaded || (!table.empty() && table != loaded->name))
    return invalid("processing.unknown_table", {{"text", table}}, "table");
  METODICA_TRY(const AuthorTable author, AuthorTable::from_csv(loaded->csv));
  used = loaded->name;
  return proposed_author_mark(&author, heading);
}

Result<Reply> run_author_mark(Call& call, const Values& in) {
  if (!in.has("surname") && !in.has("title"))
    return invalid("processing.no_heading", {}, "surname");
  const std::string language = in.has("language") ? in.text("language") : "ro";
  Heading heading{in.text("surname"), in.text("forename"), false};
  if (heading.surname.empty())
    heading = heading_of({}, in.text("title"), language);
  std::string used;
  METODICA_TRY(const std::string mark, mark_by(call, heading, in.text("table"), used));
  return Reply::data(
      Json::object({{"author_mark", mark},
                    {"work_mark", proposed_work_mark(heading, in.text("title"), language, {}, {})},
                    {"table", used}}));
}

Form shelf_read_form(const Messages& say) {
  Form form("shelf_read", "processing.shelf_read", say("common.open"));
  form.reads();
  form.texts("marks", say("processing.marks_as_scanned")).required();
  return form;
}

Result<Reply> run_shelf_read(Call&, const Values& in) {
  const std::vector<std::string> marks = in.texts("marks");
  std::vector<std::string> keys;
  keys.reserve(marks.size());
  for (const auto& mark : marks)
    keys.push_back(shelf_mark_key(mark));
  const ShelfReading reading = read_shelf(keys);
  Json::Array moves;
  for (const Stray& stray : reading.strays) {
    Json move = Json::object({{"index", index_json(stray.index)},
                              {"mark", marks[stray.index]},
                              {"block", index_json(stray.block)}});
    if (stray.after)
      move.set("after", marks[*stray.after]).set("after_index", index_json(*stray.after));
    if (stray.before)
      move.set("before", marks[*stray.before]).set("before_index", index_json(*stray.before));
    moves.push_back(std::move(move));
  }
  return Reply::data(Json::object({{"scanned", index_json(marks.size())},
                                   {"in_order", index_json(reading.in_order.size())},
                                   {"blocks", index_json(reading.blocks)},
                                   {"moves", std::move(moves)}}));
}

Result<Reply> run_give_mark(Call& call, const Values& in) {
  METODICA_TRY(const GivenMark given, give_mark(call, read_mark(in)));
  Json::Array copies;
  for (const auto& number : given.copies) {
    copies.push_back(Json::object({{"register", number.register_code}, {"number", number.number}}));
  }
  return Reply::data(Json::object(
      {{"call_number", given.call_number}, {"udc", given.udc}, {"copies", std::move(copies)}}));
}

Form marks_form(const Messages& say) {
  Form form("marks", "processing.marks", say("common.open"));
  form.reads();
  form.text("section", say("processing.section")).longest(4);
  form.text("from", say("processing.from_mark")).longest(100);
  form.integer("limit", say("processing.limit")).min(std::int64_t{1}).max(std::int64_t{5000});
  return form;
}

Result<Reply> run_marks(Call& call, const Values& in) {
  ShelfWalk walk(call.work(), {in.text("section"), {}, in.text("from")});
  const std::int64_t limit = in.integer("limit", 1000);
  Json::Array lines;
  ShelfLine line;
  while (static_cast<std::int64_t>(lines.size()) < limit && walk.next(line)) {
    lines.push_back(Json::object({{"register", line.mark.number.register_code},
                                  {"number", line.mark.number.number},
                                  {"call_number", line.mark.call_number},
                                  {"udc", line.mark.udc},
                                  {"key", line.mark.shelf_key}}));
  }
  return Reply::data(Json::object({{"lines", std::move(lines)}}));
}

constexpr std::string_view mark_schema =
    R"({"type":"object","required":["author_mark","work_mark","table"],"properties":{
"author_mark":{"type":"string"},"work_mark":{"type":"string"},"table":{"type":"string"}}})";
constexpr std::string_view reading_schema =
    R"({"type":"object","required":["scanned","in_order","blocks","moves"],"properties":{
"scanned":{"type":"integer"},"in_order":{"type":"integer"},"blocks":{"type":"integer"},
"moves":{"type":"array"}}})";
constexpr std::string_view given_schema =
    R"({"type":"object","required":["call_number","udc","copies"],"properties":{
"call_number":{"type":"string"},"udc":{"type":"string"},"copies":{"type":"array"}}})";
constexpr std::string_view lines_schema =
    R"({"type":"object","required":["lines"],"properties":{"lines":{"type":"array"}}})";

}  // namespace

void add_data_actions(ActionList& actions) {
  const auto read = [&](std::string name, auto form, std::string example, std::string_view schema,
                        auto run) {
    actions.push_back({std::move(name),
                       ActionKind::read,
                       readers,
                       "data",
                       form,
                       std::move(example),
                       std::string(schema),
                       run,
                       {}});
  };
  read("processing.author_mark", author_mark_form,
       R"({"surname":"Rebreanu","forename":"Liviu","title":"Ion"})", mark_schema, run_author_mark);
  read("processing.shelf_read", shelf_read_form, R"({"marks":["5 A12","61 B20","53 C30"]})",
       reading_schema, run_shelf_read);
  read("processing.marks", marks_form, R"({"section":"C","limit":100})", lines_schema, run_marks);
  actions.push_back({"processing.give_mark",
                     ActionKind::write,
                     workers,
                     "data",
                     [](const Messages& say) { return save_form(say, "processing.give_mark"); },
                     R"({"register":"carti","number":4322,"udc":"821.135.1-31","scope":"all"})",
                     std::string(given_schema),
                     run_give_mark,
                     {}});
}

}  // namespace metodica::processing
