#include "modules/acquisition/reception.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "app/settings.hpp"
#include "modules/acquisition/acquisition_store.hpp"
#include "modules/acquisition/copy_messages.hpp"

namespace metodica::acquisition {
namespace {

using Books = std::vector<registers::InventoryRegister>;

bool enters(const Line& line) {
  return line.price.charge == Charge::none && line.price.accepted > 0;
}

std::string line_path(std::size_t row, std::string_view field) {
  return "lines/" + std::to_string(row) + "/" + std::string(field);
}

Result<void> check_count(const Act& act) {
  if (copies_accepted(act) == 0)
    return invalid("acquisition.nothing_accepted", {}, "lines");
  if (has_differences(act) && act.minutes.number.empty()) {
    return invalid("acquisition.no_minutes", {}, "minutes/number");
  }
  return {};
}

Result<void> check_barcodes(UnitOfWork& work, const Act& act) {
  std::set<std::string> seen;
  for (std::size_t row = 0; row < act.lines.size(); ++row) {
    const Line& line = act.lines[row];
    if (!enters(line) || line.barcodes.empty())
      continue;
    const std::string path = line_path(row, "barcodes");
    const auto given = static_cast<std::int64_t>(line.barcodes.size());
    if (given != line.price.accepted) {
      return invalid("acquisition.barcode_count",
                     {{"title", line.title}, {"given", given}, {"copies", line.price.accepted}},
                     path);
    }
    for (const auto& text : line.barcodes) {
      METODICA_TRY(const Barcode barcode, Barcode::parse(text));
      if (!seen.insert(barcode.text()).second)
        return invalid("acquisition.barcode_twice", {{"text", text}}, path);
      const auto taken = registers::copy_by_barcode(work, barcode.text());
      if (!taken || taken->gone)
        continue;
      return invalid("acquisition.barcode_taken",
                     {{"text", text}, {"number", taken->number.shown_with_register()}}, path);
    }
  }
  return {};
}

/// The numbers that the registers give next, in the order of the lines.
class NextNumbers {
 public:
  explicit NextNumbers(const Books& books) {
    for (const auto& book : books)
      next_[book.code] = book.last_number + 1;
  }
  InventoryNumber take(const std::string& code) { return {code, next_[code]++}; }

 private:
  std::map<std::string, std::int64_t> next_;
};

registers::EntryCopy entry_copy(const Line& line, Money value, std::string barcode) {
  registers::EntryCopy copy;
  copy.register_code = line.register_code;
  copy.author = line.author;
  copy.title = full_title(line);
  copy.publication = full_publication(line);
  copy.isbd = line.isbd;
  copy.value = value;
  copy.language = line.language;
  copy.udc = line.udc;
  copy.content = line.content;
  copy.daily = line.daily;
  copy.heritage = line.heritage;
  copy.custody = line.custody;
  copy.barcode = std::move(barcode);
  copy.title_ref = line.title_ref;
  return copy;
}

/// The remarks of the row name the minutes behind it: a control reads them there.
std::string row_remarks(Call& call, const Act& act) {
  std::string text = act.remarks;
  const auto append = [&text](const std::string& more) {
    if (!more.empty())
      text += (text.empty() ? "" : "; ") + more;
  };
  if (!act.minutes.number.empty()) {
    const std::string date = act.minutes.date.none() ? "" : "/" + act.minutes.date.shown();
    append(call.say()("acquisition.remark_minutes", {{"minutes", act.minutes.number + date}}));
  }
  append(act.difference_note);
  return text;
}

registers::Entry entry_of(Call& call, const Act& act) {
  registers::Entry entry;
  entry.registered_on = act.registered_on;
  entry.source = act.source;
  entry.partner = act.partner;
  entry.act = {act.kind, act.number, act.date};
  entry.remarks = row_remarks(call, act);
  entry.corrects = act.corrects;
  entry.titles = titles_accepted(act);
  return entry;
}

/// Fills the copies of the entry and of the answer, in the order in which they get their numbers.
void add_copies(const Act& act, const Books& books, Reception& reception, registers::Entry& entry) {
  NextNumbers numbers(books);
  for (std::size_t row = 0; row < act.lines.size(); ++row) {
    const Line& line = act.lines[row];
    if (!enters(line))
      continue;
    for (std::size_t copy = 0; copy < static_cast<std::size_t>(line.price.accepted); ++copy) {
      const Money value = reception.pricing.lines[row].values[copy];
      const InventoryNumber number = numbers.take(line.register_code);
      std::string barcode =
          line.barcodes.empty() ? made_barcode(books, number) : line.barcodes[copy];
      entry.copies.push_back(entry_copy(line, value, barcode));
      reception.copies.push_back({number, value, full_title(line), std::move(barcode), row});
    }
  }
}

/// A problem of the registers names a copy; the librarian knows the line.
Problem at_line(Problem problem, const std::vector<ReceivedCopy>& copies) {
  constexpr std::string_view prefix = "copies/";
  if (problem.field.compare(0, prefix.size(), prefix) != 0)
    return problem;
  const std::size_t slash = problem.field.find('/', prefix.size());
  if (slash == std::string::npos)
    return problem;
  const std::size_t copy = std::stoul(problem.field.substr(prefix.size(), slash - prefix.size()));
  if (copy >= copies.size())
    return problem;
  std::string field = line_path(copies[copy].line, problem.field.substr(slash + 1));
  return std::move(problem).at(std::move(field));
}

bool numbers_agree(const Reception& reception) {
  return std::equal(reception.copies.begin(), reception.copies.end(), reception.row.copies.begin(),
                    reception.row.copies.end(),
                    [](const ReceivedCopy& copy, const InventoryNumber& number) {
                      return copy.number == number;
                    });
}

void keep_result(const Reception& reception, Act& act) {
  act.state = ActState::signed_off;
  act.lot_year = reception.row.year;
  act.lot_number = reception.row.number;
  act.net = reception.pricing.net;
  act.vat = reception.pricing.vat;
  act.value = reception.row.value;
  act.hash = reception.row.hash;
  for (const auto& copy : reception.copies) {
    Line& line = act.lines[copy.line];
    if (line.first_number == 0)
      line.first_number = copy.number.number;
    line.value += copy.value;
  }
}

std::string capitals(std::string text) {
  for (char& letter : text) {
    if (letter >= 'a' && letter <= 'z')
      letter = static_cast<char>(letter - 'a' + 'A');
  }
  return text;
}

}  // namespace

Result<Pricing> price_act(UnitOfWork& work, const Act& act) {
  ActTotal total;
  total.given = act.has_total;
  total.total = act.total;
  // What was signed is priced again for its papers; a limit that was lowered since changes nothing.
  total.explained = !act.difference_note.empty() || act.state == ActState::signed_off;
  METODICA_TRY(total.limit, Money::parse_exact(setting(work, "acquisition.difference_limit")));
  return price(price_lines(act), total);
}

Result<void> choose_registers(const Books& books, Act& act) {
  for (std::size_t row = 0; row < act.lines.size(); ++row) {
    Line& line = act.lines[row];
    if (!line.register_code.empty() || line.price.charge != Charge::none)
      continue;
    const std::string category = line.category.empty() ? "book" : line.category;
    const auto book = std::find_if(books.begin(), books.end(),
                                   [&](const auto& b) { return b.category == category; });
    if (book == books.end()) {
      return invalid("acquisition.no_register", {{"category", category}},
                     line_path(row, "category"));
    }
    line.register_code = book->code;
  }
  return {};
}

std::string made_barcode(const Books& books, const InventoryNumber& number) {
  constexpr std::size_t digits = 7;
  const std::string& code = number.register_code;
  std::size_t length = 1;
  const auto shared = [&] {
    return std::any_of(books.begin(), books.end(), [&](const auto& book) {
      return book.code != code && book.code.compare(0, length, code, 0, length) == 0;
    });
  };
  while (length < code.size() && shared())
    ++length;
  const std::string figures = std::to_string(number.number);
  const std::size_t zeros = figures.size() < digits ? digits - figures.size() : 0;
  return capitals(code.substr(0, length)) + std::string(zeros, '0') + figures;
}

Result<void> check_committee(UnitOfWork& work, const std::vector<std::string>& names, bool needed) {
  if (names.empty() && !needed)
    return {};
  const std::int64_t members = setting_number(work, "acquisition.committee_members");
  const auto count = static_cast<std::int64_t>(names.size());
  if (count < members) {
    return invalid("acquisition.committee_size", {{"count", count}, {"needed", members}},
                   "committee");
  }
  std::set<std::string> seen;
  for (const auto& name : names) {
    if (!seen.insert(name).second)
      return invalid("acquisition.committee_twice", {{"text", name}}, "committee");
  }
  return {};
}

Result<Reception> receive(Call& call, Act& act) {
  UnitOfWork& work = call.work();
  if (!registers::is_open(work))
    return invalid("registers.not_opened");
  // The counter is the lock that puts receptions one after the other, so that the numbers foreseen
  // in the barcodes are the numbers given.
  work.take("acquisition/reception");
  const Books books = registers::inventory_registers(work);
  METODICA_CHECK(check_count(act));
  METODICA_CHECK(choose_registers(books, act));
  METODICA_CHECK(check_barcodes(work, act));
  Reception reception;
  METODICA_TRY(reception.pricing, price_act(work, act));
  registers::Entry entry = entry_of(call, act);
  add_copies(act, books, reception, entry);
  auto row = registers::enter(call, entry);
  if (!row)
    return Unexpected(at_line(std::move(row).error(), reception.copies));
  reception.row = *std::move(row);
  if (!numbers_agree(reception))
    return Unexpected({METODICA_BUSY, "problem.busy"});
  keep_result(reception, act);
  save_act(work, act, {call.caller().user, call.now_utc()});
  tell_host(call, act, reception);
  return reception;
}

}  // namespace metodica::acquisition
