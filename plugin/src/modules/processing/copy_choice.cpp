#include "modules/processing/copy_choice.hpp"

#include <algorithm>
#include <functional>

#include "modules/processing/processing_papers.hpp"

namespace metodica::processing {
namespace {

constexpr std::int64_t piece = 1000;
constexpr std::size_t most_named = 2000;

using Numbers = std::vector<InventoryNumber>;
using Wanted = std::function<bool(const CopyLine&)>;

// Reads the registers in pieces until there are more than `limit`.
Numbers walk(UnitOfWork& work, registers::CopyFilter filter, std::size_t limit,
             const Wanted& wanted, const InventoryNumber& last = {}) {
  Numbers found;
  filter.limit = piece;
  for (;;) {
    const auto lines = registers::copies(work, filter);
    for (const auto& line : lines) {
      if (last.number > 0 && line.number > last)
        return found;
      if (wanted(line))
        found.push_back(line.number);
      if (found.size() > limit)
        return found;
    }
    if (static_cast<std::int64_t>(lines.size()) < piece)
      return found;
    filter.after = lines.back().number;
  }
}

bool all(const CopyLine&) {
  return true;
}

Numbers of_section(UnitOfWork& work, const std::string& section, std::size_t limit) {
  Numbers found;
  ShelfPlace after;
  for (;;) {
    const auto marks = marks_in_order(work, section, after, piece);
    for (const auto& mark : marks) {
      const auto line = registers::copy(work, mark.number);
      if (line && !line->gone)
        found.push_back(mark.number);
      if (found.size() > limit)
        return found;
    }
    if (static_cast<std::int64_t>(marks.size()) < piece)
      return found;
    after = {marks.back().shelf_key, marks.back().number};
  }
}

// A number alone is looked for in each register, in their order.
std::optional<CopyLine> named_copy(UnitOfWork& work, const std::string& text) {
  if (auto line = registers::copy_by_barcode(work, text))
    return line;
  const std::size_t space = text.find_last_of(" /");
  const std::string digits = space == std::string::npos ? text : text.substr(space + 1);
  const auto number = InventoryNumber::parse({}, digits);
  if (!number)
    return {};
  for (const auto& book : registers::inventory_registers(work)) {
    if (space != std::string::npos && text.substr(0, space) != book.code)
      continue;
    if (auto line = registers::copy(work, {book.code, number->number}))
      return line;
  }
  return {};
}

Result<Numbers> named_copies(UnitOfWork& work, const std::vector<std::string>& names) {
  Numbers found;
  for (const std::string& name : names) {
    const auto line = named_copy(work, name);
    if (!line || line->gone) {
      return Unexpected(
          Problem(METODICA_NOT_FOUND, "labels.copy_unknown", {{"text", name}}).at("copies"));
    }
    if (std::find(found.begin(), found.end(), line->number) == found.end())
      found.push_back(line->number);
  }
  return found;
}

}  // namespace

void add_choice_fields(Form& form, const Messages& say, const std::vector<std::string_view>& ways) {
  Field& which = form.choice("which", say("processing.which"));
  for (const std::string_view way : ways)
    which.option(std::string(way), say("labels.which." + std::string(way)));
  which.initial(std::string(ways.front())).required();
  const auto has = [&](std::string_view way) {
    return std::find(ways.begin(), ways.end(), way) != ways.end();
  };
  if (has(choice::lot)) {
    form.text("lot", say("processing.lot"))
        .pattern("\\d{1,9}/\\d{4}", say("processing.lot_meaning"))
        .required()
        .show_if("which", "lot");
  }
  if (has(choice::range)) {
    form.text("register", say("processing.register"))
        .longest(20)
        .required()
        .show_if("which", "range");
    for (const char* end : {"from", "to"}) {
      form.integer(end, say(std::string("processing.") + end))
          .min(std::int64_t{1})
          .required()
          .show_if("which", "range");
    }
  }
  if (has(choice::section)) {
    form.text("section", say("processing.section"))
        .pattern("(-|[A-Za-z]{1,4})", say("processing.section_meaning"))
        .help(say("labels.section_help"))
        .required()
        .show_if("which", "section");
  }
  if (has(choice::custody))
    form.text("custody", say("processing.custody"))
        .longest(40)
        .required()
        .show_if("which", "custody");
  if (has(choice::words))
    form.text("text", say("processing.search")).longest(200).required().show_if("which", "words");
  if (has(choice::copies)) {
    form.texts("copies", say("labels.copies"))
        .longest(60)
        .help(say("labels.copies_help"))
        .required()
        .show_if("which", "copies");
  }
}

CopyChoice read_choice(const Values& in) {
  CopyChoice choice;
  choice.which = in.text("which");
  choice.lot = in.text("lot");
  choice.register_code = in.text("register");
  choice.from = in.integer("from");
  choice.to = in.integer("to");
  choice.section = in.text("section");
  choice.custody = in.text("custody");
  choice.text = in.text("text");
  choice.copies = in.texts("copies");
  if (choice.copies.size() > most_named)
    choice.copies.resize(most_named);
  return choice;
}

std::string words_of(const CopyChoice& choice, const Messages& say) {
  return say("labels.chosen." + choice.which,
             {{"lot", choice.lot},
              {"register", choice.register_code},
              {"from", choice.from},
              {"to", choice.to},
              {"section", choice.section},
              {"custody", choice.custody},
              {"text", choice.text},
              {"count", static_cast<std::int64_t>(choice.copies.size())}});
}

Result<std::vector<InventoryNumber>> chosen_copies(Call& call, const CopyChoice& choice,
                                                   std::size_t limit) {
  UnitOfWork& work = call.work();
  registers::CopyFilter filter;
  if (choice.which == choice::copies)
    return named_copies(work, choice.copies);
  if (choice.which == choice::section)
    return of_section(work, choice.section, limit);
  if (choice.which == choice::lot) {
    const LotName lot = lot_name(choice.lot);
    return walk(work, filter, limit, [&](const CopyLine& line) {
      return line.lot_number == lot.number && line.lot_year == lot.year;
    });
  }
  if (choice.which == choice::range) {
    filter.register_code = choice.register_code;
    filter.after = {choice.register_code, choice.from - 1};
    return walk(work, filter, limit, all, {choice.register_code, choice.to});
  }
  if (choice.which == choice::waiting)
    return walk(work, filter, limit, [](const CopyLine& line) { return line.call_number.empty(); });
  filter.custody = choice.custody;
  filter.text = choice.text;
  return walk(work, filter, limit, all);
}

}  // namespace metodica::processing
