#include <ostream>

#include "commands/import_files.hpp"
#include "standalone/core/catalogue_import.hpp"

namespace metodica::desk {
namespace {

using standalone::CatalogueImport;
using standalone::ImportCounts;
using standalone::ImportNote;

Result<void> read_options(const Invocation& call, standalone::RecordMaker::Options& records) {
  if (call.has("format")) {
    records.format = format_named(call.option("format"));
    if (!records.format)
      return invalid("desk.setting_value", {{"key", "--format"}, {"text", call.option("format")}});
  }
  if (call.has("charset")) {
    records.text.forced = charset_named(call.option("charset"));
    if (!records.text.forced) {
      return invalid("desk.setting_value",
                     {{"key", "--charset"}, {"text", call.option("charset")}});
    }
  }
  return {};
}

// Many sentences name the place themselves: then it is not said twice.
bool names_its_place(const Problem& problem, const Messages& say) {
  Problem elsewhere = problem;
  for (auto& argument : elsewhere.arguments) {
    if (argument.name == "number")
      argument.value = std::int64_t{-1};
  }
  return say.of(elsewhere) != say.of(problem);
}

void show_note(const ImportNote& note, const Invocation& call, Console& console) {
  std::vector<MessageArgument> place = {{"number", std::int64_t{0}}, {"offset", std::int64_t{0}}};
  for (const auto& argument : note.problem.arguments) {
    for (auto& wanted : place) {
      if (wanted.name == argument.name)
        wanted = argument;
    }
  }
  if (names_its_place(note.problem, call.say)) {
    console.out << call.say.of(note.problem) << "\n";
    return;
  }
  place.push_back({"text", call.say.of(note.problem)});
  console.out << call.say(note.fault ? "desk.import_fault" : "desk.import_remark", place) << "\n";
}

void show_summary(const ImportCounts& counts, const Invocation& call, Console& console) {
  const auto number = [](std::uint64_t value) { return static_cast<std::int64_t>(value); };
  console.out << call.say("desk.import_marc_done", {{"records", number(counts.records)},
                                                    {"added", number(counts.added)},
                                                    {"replaced", number(counts.replaced)},
                                                    {"unchanged", number(counts.unchanged)},
                                                    {"faults", number(counts.faults)},
                                                    {"copies", number(counts.copies_added)},
                                                    {"refused", number(counts.copies_refused)}})
              << "\n";
}

}  // namespace

Result<bool> import_marc(ImportFile& file) {
  if (file.settings.catalogue.empty()) {
    return Unexpected({METODICA_UNSUPPORTED, "desk.import_no_catalogue"});
  }
  CatalogueImport::Options options;
  options.catalogue = file.settings.catalogue;
  options.library = file.settings.library;
  options.parallel = true;
  METODICA_CHECK(read_options(file.call, options.records));
  standalone::ImportEvents events;
  events.progress = [&](const ImportCounts& counts) {
    file.console.show_progress(static_cast<std::int64_t>(counts.records));
    return true;
  };
  events.note = [&](const ImportNote& note) { show_note(note, file.call, file.console); };
  METODICA_TRY(const ImportCounts counts,
               CatalogueImport(std::move(options)).run(from_stream(file.in), events));
  file.console.wipe_progress();
  show_summary(counts, file.call, file.console);
  return counts.faults == 0;
}

}  // namespace metodica::desk
