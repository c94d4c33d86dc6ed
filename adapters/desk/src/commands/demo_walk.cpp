#include "commands/demo_walk.hpp"

#include <algorithm>
#include <ostream>

#include "files.hpp"
#include "text/money.hpp"

namespace metodica::desk {
namespace {

constexpr const char* books = "carti";
constexpr const char* counted_custody = "Copii";
constexpr std::size_t counted_copies = 6;
constexpr std::size_t worn_copies = 3;

std::string lot_number(const Json& row) {
  return std::to_string(row["number"].integer()) + "/" + std::to_string(row["year"].integer());
}

/// A few copies of one custody, to be counted, and a few that are fit to be withdrawn.
std::vector<SampleCopies> small_stock(const SampleData& data) {
  std::vector<SampleCopies> chosen;
  std::size_t counted = 0;
  std::size_t worn = 0;
  for (SampleCopies row : data.of_lot("opening")) {
    row.copies = 1;
    if (row.section == counted_custody && !row.worn && counted < counted_copies) {
      ++counted;
    } else if (row.section != counted_custody && row.worn && worn < worn_copies) {
      ++worn;
    } else {
      continue;
    }
    chosen.push_back(std::move(row));
  }
  return chosen;
}

Json commission() {
  return Json::object({{"decision_number", "14"},
                       {"chair", "Maria Ionescu"},
                       {"members", Json::array({"Ion Rus", "Eva Nagy"})}});
}

}  // namespace

void DemoWalk::heading(const char* message) {
  out_ << "\n" << ++step_ << ". " << say_(message) << "\n";
}

void DemoWalk::tell(std::string_view message, const std::vector<MessageArgument>& arguments) {
  out_ << "   " << say_(message, arguments) << "\n" << std::flush;
}

std::string DemoWalk::lei(const Json& money) const {
  const auto value = Money::parse_exact(money.text());
  return value ? value->shown(say_.lang()) : money.text();
}

Result<void> DemoWalk::expect(const std::string& found, const std::string& expected) const {
  if (found == expected)
    return {};
  return invalid("desk.demo.differs", {{"text", found}, {"expected", expected}});
}

Result<void> DemoWalk::keep_paper(const char* file, std::string_view action, Json args) {
  METODICA_TRY(const std::string bytes, door_.paper(action, std::move(args)));
  METODICA_CHECK(expect(bytes.substr(0, 5), "%PDF-"));
  const std::string path = (folder_ / file).string();
  METODICA_CHECK(write_file(path, bytes));
  papers_.push_back(path);
  tell("desk.demo.paper", {{"file", file}, {"bytes", static_cast<std::int64_t>(bytes.size())}});
  return {};
}

Result<void> DemoWalk::run() {
  METODICA_CHECK(open());
  METODICA_CHECK(receive_young_copy());
  METODICA_CHECK(receive_invoice());
  METODICA_CHECK(give_marks());
  METODICA_CHECK(print_labels());
  METODICA_CHECK(take_stock());
  METODICA_CHECK(refuse_young_copy());
  METODICA_CHECK(withdraw_worn_copy());
  METODICA_CHECK(show_registers());
  METODICA_CHECK(check_everything());
  out_ << "\n"
       << say_("desk.demo.papers", {{"count", static_cast<std::int64_t>(papers_.size())}}) << "\n";
  for (const std::string& paper : papers_)
    out_ << "  " << paper << "\n";
  return {};
}

Result<void> DemoWalk::open() {
  heading("desk.demo.opening");
  first_open_year_ = today_.year() - 1;
  const std::vector<SampleCopies> stock = small_stock(data_);
  METODICA_TRY(const SampleTitles titles, find_titles(session_, stock));
  METODICA_TRY(const SampleOpening opening,
               opening_of(stock, titles, Date(first_open_year_, 1, 1), say_));
  METODICA_CHECK(create_holdings(session_, opening.holdings));
  METODICA_TRY(const Json named,
               door_.ask("institution.save",
                         Json::object({{"institution_name", "Biblioteca Orășenească Exemplu"},
                                       {"institution_manager", "Dan Manea"},
                                       {"institution_keeper", "Elena Popescu"}})));
  METODICA_TRY(const Json reply, door_.ask("registers.open", opening.args));
  Money sum;
  for (std::size_t i = 0; i < opening.lines.size(); ++i) {
    const Json& line = opening.lines[i];
    METODICA_TRY(const Money value, Money::parse_exact(line["value"].text()));
    sum += value;
    held_.push_back({line["barcode"].text(), line["title"].text(), line["custody"].text(),
                     line["number"].integer(), opening.worn[i]});
  }
  tell("desk.demo.opened", {{"date", Date(first_open_year_, 1, 1).shown(say_.lang())},
                            {"count", static_cast<std::int64_t>(held_.size())},
                            {"value", sum.shown(say_.lang())}});
  return {};
}

Result<void> DemoWalk::close_years_before(int year) {
  for (; first_open_year_ < year; ++first_open_year_) {
    METODICA_TRY(const Json closed,
                 door_.ask("registers.close_year", Json::object({{"year", first_open_year_}})));
    tell("desk.sample.closed", {{"year", std::to_string(first_open_year_)},
                                {"count", closed["closing"]["units"].integer()},
                                {"value", lei(closed["closing"]["value"])}});
  }
  return {};
}

Result<void> DemoWalk::receive_young_copy() {
  constexpr int months_ago = 4;
  heading("desk.demo.donation");
  const Date day = today_.plus_months(-months_ago);
  METODICA_CHECK(close_years_before(day.year()));
  const Json line = Json::object({{"author", "Blandiana, Ana"},
                                  {"title", "Întâmplări din grădina mea"},
                                  {"language", "ro"},
                                  {"udc", "821.135.1-93"},
                                  {"register", books},
                                  {"custody", "Adulți"},
                                  {"copies", 1},
                                  {"unit_value", "24.50"}});
  METODICA_TRY(const Json reply,
               door_.ask("acquisition.receive",
                         Json::object({{"registered_on", day.iso()},
                                       {"source", "donation"},
                                       {"partner", "Donator particular"},
                                       {"act", Json::object({{"kind", "donation_minutes"},
                                                             {"number", "5"},
                                                             {"date", day.iso()}})},
                                       {"lines", Json::array({line})}})));
  young_ = reply["copies"].items().at(0)["barcode"].text();
  tell("desk.demo.donated", {{"date", day.shown(say_.lang())},
                             {"lot", lot_number(reply["rmf"])},
                             {"barcode", young_},
                             {"value", lei(reply["value"])}});
  return close_years_before(today_.year());
}

Result<void> DemoWalk::receive_invoice() {
  heading("desk.demo.invoice");
  METODICA_TRY(const std::string text, file_text(data_.folder / "invoice.json"));
  METODICA_TRY(const Json invoice, Json::parse(text));
  Json::Array lines;
  for (const Json& title : invoice["lines"].items()) {
    Json line = Json::object({{"register", books}, {"custody", "Adulți"}});
    for (const auto& [name, value] : title.members())
      line.set(name, name == "year" ? Json(std::to_string(value.integer())) : value);
    lines.push_back(std::move(line));
  }
  const int age = static_cast<int>(invoice["act"]["days_ago"].integer());
  METODICA_TRY(
      const Json reply,
      door_.ask("acquisition.receive",
                Json::object({{"source", "purchase"},
                              {"partner", invoice["partner"]},
                              {"act", Json::object({{"kind", "invoice"},
                                                    {"number", invoice["act"]["number"]},
                                                    {"date", today_.plus_days(-age).iso()}})},
                              {"total", invoice["total"]},
                              {"vat_percent", invoice["vat_percent"]},
                              {"lines", std::move(lines)}})));
  METODICA_CHECK(expect(lei(reply["value"]), lei(invoice["total"])));
  invoice_lot_ = lot_number(reply["rmf"]);
  tell("desk.demo.received", {{"act", invoice["act"]["number"].text()},
                              {"net", lei(reply["net"])},
                              {"vat", lei(reply["vat"])},
                              {"total", lei(reply["value"])},
                              {"lot", invoice_lot_}});
  Money sum;
  std::string title;
  for (const Json& copy : reply["copies"].items()) {
    METODICA_TRY(const Money value, Money::parse_exact(copy["value"].text()));
    sum += value;
    if (copy["title"].text() != title)
      invoiced_.push_back(copy["number"].integer());
    title = copy["title"].text();
    tell("desk.demo.copy", {{"number", std::to_string(copy["number"].integer())},
                            {"barcode", copy["barcode"].text()},
                            {"value", value.shown(say_.lang())},
                            {"title", title}});
  }
  tell("desk.demo.sum", {{"value", sum.shown(say_.lang())}});
  return expect(sum.shown(say_.lang()), lei(invoice["total"]));
}

Result<void> DemoWalk::give_marks() {
  heading("desk.demo.marks");
  std::vector<std::int64_t> numbers;
  for (const Held& copy : held_)
    numbers.push_back(copy.number);
  numbers.insert(numbers.end(), invoiced_.begin(), invoiced_.end());
  for (const std::int64_t number : numbers) {
    METODICA_TRY(
        const Json given,
        door_.ask("processing.give_mark",
                  Json::object({{"register", books}, {"number", number}, {"scope", "all"}})));
    tell("desk.demo.mark", {{"number", std::to_string(number)},
                            {"udc", given["udc"].text()},
                            {"call_number", given["call_number"].text()},
                            {"count", static_cast<std::int64_t>(given["copies"].items().size())}});
  }
  return {};
}

Result<void> DemoWalk::print_labels() {
  heading("desk.demo.labels");
  METODICA_CHECK(keep_paper(
      "etichete.pdf", "processing.labels_paper",
      Json::object(
          {{"kind", "spine"}, {"which", "lot"}, {"lot", invoice_lot_}, {"sheet", "L7651"}})));
  return keep_paper("lista-la-raft.pdf", "processing.shelf_list_paper");
}

Result<void> DemoWalk::take_stock() {
  heading("desk.demo.stocktaking");
  const auto lent = std::find_if(held_.begin(), held_.end(),
                                 [](const Held& copy) { return copy.custody == counted_custody; });
  METODICA_CHECK(expect(lent == held_.end() ? "" : lent->custody, counted_custody));
  METODICA_CHECK(lend(session_, {lent->barcode}, today_));
  Json decision = commission();
  decision.set("custody", counted_custody)
      .set("reason", "periodic")
      .set("method", "scanning")
      .set("decision_date", today_.iso())
      .set("starts_on", today_.iso());
  METODICA_TRY(const Json opened, door_.ask("stocktaking.open", std::move(decision)));
  const Json session = opened["at"]["args"]["session"];
  METODICA_TRY(const Json stated, door_.ask("stocktaking.statement",
                                            Json::object({{"session", session},
                                                          {"keeper", "Elena Popescu"},
                                                          {"stated_on", today_.iso()},
                                                          {"last_entry", "RMF " + invoice_lot_},
                                                          {"last_exit", "–"}})));
  METODICA_CHECK(scan_shelf(session));
  METODICA_TRY(const Json closed, door_.ask("stocktaking.close",
                                            Json::object({{"session", session},
                                                          {"minutes_number", "3"},
                                                          {"minutes_date", today_.iso()},
                                                          {"ended_on", today_.iso()},
                                                          {"causes", say_("desk.demo.causes")}})));
  return keep_paper("inventariere.pdf", "stocktaking.minutes_paper",
                    Json::object({{"session", session}}));
}

/// Every copy of the custody is scanned but the first, which is lent, and the last, which is lost.
Result<void> DemoWalk::scan_shelf(const Json& session) {
  std::vector<const Held*> shelf;
  for (const Held& copy : held_) {
    if (copy.custody == counted_custody)
      shelf.push_back(&copy);
  }
  METODICA_CHECK(expect(std::to_string(shelf.size()), std::to_string(counted_copies)));
  for (std::size_t i = 1; i + 1 < shelf.size(); ++i) {
    METODICA_TRY(const Json scanned,
                 door_.ask("stocktaking.scan",
                           Json::object({{"session", session}, {"code", shelf[i]->barcode}})));
  }
  METODICA_TRY(const Json state,
               door_.ask("stocktaking.state", Json::object({{"session", session}})));
  const Json& counts = state["counts"];
  for (const char* what : {"expected", "found", "on_loan", "missing"}) {
    tell(std::string("desk.demo.stock.") + what,
         {{"count", counts[what]["units"].integer()}, {"value", lei(counts[what]["value"])}});
  }
  METODICA_CHECK(expect(std::to_string(counts["on_loan"]["units"].integer()), "1"));
  METODICA_CHECK(expect(std::to_string(counts["missing"]["units"].integer()), "1"));
  tell("desk.demo.missing", {{"title", state["missing"].items().at(0)["title"].text()}});
  return {};
}

}  // namespace metodica::desk
