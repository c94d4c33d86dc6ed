// metodica sample: makes the sample library, once.

#include <fstream>
#include <ostream>
#include <set>
#include <sstream>

#include "commands/import_files.hpp"
#include "door_caller.hpp"
#include "sample_county.hpp"
#include "sample_data.hpp"
#include "text/money.hpp"

namespace metodica::desk {
namespace {

std::string shown(const Json& money, const Messages& say) {
  const auto value = Money::parse_exact(money.text());
  return value ? value->shown(say.lang()) : money.text();
}

Result<void> import_records(const Invocation& call, Console& console, const Settings& settings,
                            const SampleData& data) {
  std::ifstream in(data.records(), std::ios::binary);
  if (!in) {
    return Unexpected(
        {METODICA_NOT_FOUND, "desk.file_not_read", {{"file", data.records().string()}}});
  }
  std::ostringstream progress;  // a count that only long imports need
  Console quiet{console.in, console.out, progress};
  ImportFile file{call, quiet, settings, in};
  METODICA_TRY(const bool whole, import_marc(file));
  return whole ? Result<void>() : invalid("desk.sample_records");
}

class SampleLibrary {
 public:
  SampleLibrary(DoorCaller& door, const SampleData& data, Date today, const Invocation& call,
                Console& console)
      : door_(door), data_(data), today_(today), say_(call.say), console_(console) {}

  Result<void> make(AdapterSession& session) {
    METODICA_TRY(titles_, find_titles(session, data_.copies));
    METODICA_CHECK(name_institution());
    METODICA_CHECK(open(session));
    for (const SampleLot& lot : data_.lots)
      METODICA_CHECK(receive(lot));
    METODICA_CHECK(close_years_before(today_.year()));
    METODICA_CHECK(give_marks());
    METODICA_CHECK(lend(session, lent_, today_));
    tell("desk.sample.lent", {{"count", static_cast<std::int64_t>(lent_.size())}});
    return {};
  }

 private:
  void tell(std::string_view message, const std::vector<MessageArgument>& arguments) {
    console_.out << say_(message, arguments) << "\n" << std::flush;
  }

  Result<void> name_institution() {
    METODICA_TRY(const Json saved,
                 door_.ask("institution.save",
                           Json::object({{"institution_name", "Biblioteca Orășenească Exemplu"},
                                         {"institution_seat", "Str. Bibliotecii nr. 1, Exemplu"},
                                         {"institution_fiscal_code", "12345678"},
                                         {"institution_manager", "Maria Ionescu"},
                                         {"institution_keeper", "Elena Popescu"},
                                         {"institution_siruta", 900011}})));
    return {};
  }

  Result<void> open(AdapterSession& session) {
    first_open_year_ = today_.year() - 2;
    METODICA_TRY(SampleOpening opening,
                 opening_of(data_.of_lot("opening"), titles_, Date(first_open_year_, 1, 1), say_));
    METODICA_CHECK(create_holdings(session, opening.holdings));
    METODICA_TRY(const Json reply, door_.ask("registers.open", opening.args));
    for (std::size_t i = 0; i < opening.lines.size(); ++i) {
      const Json& line = opening.lines[i];
      copies_.push_back({line["register"].text(), line["number"].integer(), line["udc"].is_null()});
      if (opening.on_loan[i])
        lent_.push_back(line["barcode"].text());
    }
    tell("desk.sample.opened", {{"date", Date(first_open_year_, 1, 1).shown(say_.lang())},
                                {"count", static_cast<std::int64_t>(opening.lines.size())}});
    return {};
  }

  Result<void> receive(const SampleLot& lot) {
    const Date day = today_.plus_months(-lot.months_ago);
    METODICA_CHECK(close_years_before(day.year()));
    const std::vector<SampleCopies> rows = data_.of_lot(lot.lot);
    METODICA_TRY(const Json reply,
                 door_.ask("acquisition.receive", reception_of(lot, rows, titles_, day)));
    remember(reply["copies"].items(), rows);
    tell("desk.sample.received",
         {{"partner", lot.partner},
          {"date", day.shown(say_.lang())},
          {"number", std::to_string(reply["rmf"]["number"].integer()) + "/" +
                         std::to_string(reply["rmf"]["year"].integer())},
          {"count", static_cast<std::int64_t>(reply["copies"].items().size())},
          {"value", shown(reply["value"], say_)}});
    return {};
  }

  /// The copies of a reply stand in the order of the lines.
  void remember(const Json::Array& copies, const std::vector<SampleCopies>& rows) {
    std::size_t at = 0;
    for (const SampleCopies& row : rows) {
      for (std::int64_t i = 0; i < row.copies && at < copies.size(); ++i, ++at) {
        const bool without_class = titles_.at(row.control_number)["udc"].items().empty();
        copies_.push_back(
            {copies[at]["register"].text(), copies[at]["number"].integer(), without_class});
        if (row.on_loan)
          lent_.push_back(copies[at]["barcode"].text());
      }
    }
  }

  Result<void> close_years_before(int year) {
    for (; first_open_year_ < year; ++first_open_year_) {
      METODICA_TRY(const Json closed,
                   door_.ask("registers.close_year", Json::object({{"year", first_open_year_}})));
      tell("desk.sample.closed", {{"year", std::to_string(first_open_year_)},
                                  {"count", closed["closing"]["units"].integer()},
                                  {"value", shown(closed["closing"]["value"], say_)}});
    }
    return {};
  }

  Result<void> give_marks() {
    std::set<std::pair<std::string, std::int64_t>> given;
    for (const Copy& copy : copies_) {
      if (copy.without_class || given.count({copy.register_code, copy.number}) != 0)
        continue;
      METODICA_TRY(const Json reply,
                   door_.ask("processing.give_mark", Json::object({{"register", copy.register_code},
                                                                   {"number", copy.number},
                                                                   {"scope", "all"}})));
      given.insert({copy.register_code, copy.number});
      for (const Json& one : reply["copies"].items())
        given.insert({one["register"].text(), one["number"].integer()});
    }
    tell("desk.sample.marked",
         {{"count", static_cast<std::int64_t>(given.size())},
          {"waiting", static_cast<std::int64_t>(copies_.size() - given.size())}});
    return {};
  }

  struct Copy {
    std::string register_code;
    std::int64_t number;
    bool without_class;
  };

  DoorCaller& door_;
  const SampleData& data_;
  Date today_;
  const Messages& say_;
  Console& console_;
  SampleTitles titles_;
  std::vector<Copy> copies_;
  std::vector<std::string> lent_;  // barcodes
  int first_open_year_ = 0;
};

Result<void> run(const Invocation& call, Console& console) {
  METODICA_TRY(const std::string config, config_file(call));
  METODICA_TRY(const Settings settings, Settings::read(config));
  METODICA_TRY(Door opened, Door::open(config));
  DoorCaller door(std::move(opened), call.say.lang());
  METODICA_TRY(const std::string day, door.today());
  METODICA_TRY(const Date today, Date::parse(day));
  const Json state =
      door.answer("registers.rmf", Json::object({{"year", today.year()}, {"part", 1}}));
  if (!is_problem(state)) {
    console.out << call.say("desk.sample.before") << "\n";
    return {};
  }
  if (state["message"].text() != "registers.not_opened")
    return check_reply(state);
  METODICA_TRY(const SampleData data, SampleData::read());
  METODICA_CHECK(import_records(call, console, settings, data));
  METODICA_TRY(const auto session, AdapterSession::open(settings));
  METODICA_CHECK(session->start());
  METODICA_CHECK(SampleLibrary(door, data, today, call, console).make(*session));
  METODICA_TRY(const std::int64_t steps, make_sample_county(door, today));
  console.out << call.say("desk.sample.county", {{"count", steps}}) << "\n";
  return {};
}

}  // namespace

int run_sample(const Invocation& call, Console& console) {
  const auto done = run(call, console);
  return done ? exit_fine : report(done.error(), call, console);
}

}  // namespace metodica::desk
