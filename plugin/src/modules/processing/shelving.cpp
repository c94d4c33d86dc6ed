#include "modules/processing/shelving.hpp"

#include <algorithm>
#include <map>

#include "bibliography/format_mark.hpp"
#include "bibliography/title_match.hpp"
#include "bibliography/udc.hpp"
#include "modules/processing/mark_giving.hpp"
#include "modules/processing/suggestion.hpp"

namespace metodica::processing {
namespace {

constexpr std::int64_t piece = 1000;
constexpr std::int64_t most_read = 20000;
constexpr std::size_t most_titles = 200;

std::string identity(const CopyLine& line) {
  return title_identity(line.title_ref, line.author, line.title, line.publication);
}

bool waits(const CopyLine& line, const QueueFilter& filter) {
  if (!line.udc.empty() && !line.call_number.empty())
    return false;
  return filter.lot_number == 0 ||
         (line.lot_number == filter.lot_number && line.lot_year == filter.lot_year);
}

// The table that the library loaded, read; null without one. Its text was checked when it came in.
std::optional<AuthorTable> loaded_author_table(UnitOfWork& work, std::string& name) {
  const auto loaded = author_table(work);
  if (!loaded)
    return {};
  auto table = AuthorTable::from_csv(loaded->csv);
  if (!table)
    return {};
  name = loaded->name;
  return *std::move(table);
}

// What the reason names: the table, or the rule that stands for it.
std::string author_source(const Messages& say, const MarkScheme& scheme, bool loaded,
                          const std::string& table_name) {
  if (scheme.author == AuthorRule::letters)
    return say("call_numbers.letters");
  const bool by_table = loaded && scheme.author == AuthorRule::table;
  return by_table ? table_name : say("processing.table_loc");
}

void make_mark(Call& call, const CopyLine& line, Proposal& proposal, const PlannedMarks& planned) {
  const Messages& say = call.say();
  UnitOfWork& work = call.work();
  CallNumber& mark = proposal.mark;
  mark.udc = shorten_udc(proposal.udc, shelf_udc_rules(shelf_rules(work), kept_parts(work)));
  if (mark.udc != proposal.udc) {
    proposal.reasons.push_back(
        say("processing.reason_shelf_udc", {{"udc", proposal.udc}, {"shelf", mark.udc}}));
  }
  const TitleParts title = split_volume(line.title);
  const Heading heading = heading_of(line.author, title.title, line.language);
  std::string table_name;
  const auto table = loaded_author_table(work, table_name);
  const MarkScheme& scheme = proposal.scheme;
  mark.author_mark =
      author_mark_by(scheme.author, scheme.particles, table ? &*table : nullptr, heading);
  mark.volume = title.volume;
  std::vector<TakenMark> taken = taken_marks(work, mark);
  const std::vector<TakenMark> more = planned(mark);
  taken.insert(taken.end(), more.begin(), more.end());
  mark.work_mark =
      proposed_work_mark(heading, title.title, line.language, key_of_work(line), taken);
  const std::string name =
      heading.forename.empty() ? heading.surname : heading.surname + ", " + heading.forename;
  if (!mark.author_mark.empty()) {
    proposal.reasons.push_back(
        say(heading.by_title ? "processing.reason_by_title" : "processing.reason_author",
            {{"mark", mark.author_mark},
             {"name", name},
             {"table", author_source(say, scheme, table.has_value(), table_name)}}));
  }
  if (!mark.work_mark.empty()) {
    proposal.reasons.push_back(
        say("processing.reason_work", {{"mark", mark.work_mark}, {"title", title.title}}));
  }
  if (!title.volume.empty())
    proposal.reasons.push_back(say("processing.reason_volume", {{"volume", title.volume}}));
}

Result<std::string> normalised_udc(const std::string& text, const char* field) {
  auto udc = Udc::parse(text);
  if (!udc)
    return Unexpected(std::move(udc).error().at(field));
  return udc->notation();
}

// The numbers that would be given; without a height none is planned yet.
void plan_numbers(Call& call, const CopyLine& line, Proposal& proposal) {
  const Messages& say = call.say();
  for (const bool first : {true, false}) {
    const auto family = first ? std::optional(proposal.scheme.first) : proposal.scheme.second;
    if (!family || *family == MarkFamily::systematic)
      continue;
    const auto number = planned_number(call, proposal.scheme, line, {*family, 0});
    proposal.needs_height = proposal.needs_height || !number;
    (first ? proposal.text : proposal.second) = number ? number->text : std::string();
    if (!number) {
      proposal.reasons.push_back(say("call_numbers.reason_no_height"));
      continue;
    }
    if (number->height > 0) {
      proposal.reasons.push_back(
          say("call_numbers.reason_height",
              {{"height", number->height},
               {"class", roman_numeral(static_cast<int>(number->given.run.height_class))},
               {"range",
                height_class_range(height_limits(call.work()), number->given.run.height_class)}}));
    }
    proposal.reasons.push_back(
        say(number->is_new ? "call_numbers.reason_next" : "call_numbers.reason_kept",
            {{"mark", number->text}}));
  }
}

// What was asked for, with what is proposed in the parts that were left open.
Result<MarkOrder> order_of(Call& call, const CopyLine& line, const MarkRequest& request,
                           const Proposal& proposal) {
  const CallNumber proposed = request.as_typed ? CallNumber() : proposal.mark;
  MarkOrder order;
  order.udc = proposal.udc;
  order.height = request.height;
  order.typed = request.mark;
  order.typed_second = request.second;
  order.mark.section = chosen(request.section, proposed.section);
  const MarkScheme scheme = scheme_for(mark_schemes(call.work()), line.number.register_code,
                                       line.custody, order.mark.section);
  if (scheme.first != MarkFamily::systematic)
    return order;
  METODICA_TRY(order.mark.udc,
               normalised_udc(chosen(request.shelf_udc, proposed.udc), "shelf_udc"));
  order.mark.author_mark = chosen(request.author_mark, proposed.author_mark);
  order.mark.work_mark = chosen(request.work_mark, proposed.work_mark);
  order.mark.volume = chosen(request.volume, proposed.volume);
  return order;
}

std::vector<CopyLine> targets(UnitOfWork& work, const CopyLine& line, Scope scope) {
  if (scope == Scope::one)
    return {line};
  std::vector<CopyLine> copies = copies_of_title(work, line);
  copies.erase(std::remove_if(copies.begin(), copies.end(),
                              [&](const CopyLine& copy) {
                                return scope == Scope::waiting && !copy.call_number.empty() &&
                                       copy.number != line.number;
                              }),
               copies.end());
  return copies;
}

}  // namespace

std::string key_of_work(const CopyLine& line) {
  return title_key(split_volume(line.title).title, line.language);
}

std::optional<ShelfMark> mark_in_title(UnitOfWork& work, const CopyLine& line) {
  if (auto own = mark_of(work, line.number))
    return own;
  for (const auto& copy : copies_of_title(work, line)) {
    if (auto mark = mark_of(work, copy.number))
      return mark;
  }
  return {};
}

Queue waiting_titles(UnitOfWork& work, const QueueFilter& filter) {
  Queue queue;
  std::map<std::string, std::size_t> known;
  registers::CopyFilter from;
  from.text = filter.text;
  from.register_code = filter.register_code;
  from.after = filter.after;
  from.limit = piece;
  for (std::int64_t read = 0; read < most_read && queue.titles.size() < most_titles;) {
    const auto lines = registers::copies(work, from);
    for (const auto& line : lines) {
      if (!waits(line, filter))
        continue;
      const auto [at, fresh] = known.try_emplace(identity(line), queue.titles.size());
      if (fresh)
        queue.titles.push_back({line, 0, false, false});
      WaitingTitle& title = queue.titles[at->second];
      ++title.copies;
      title.without_udc = title.without_udc || line.udc.empty();
      title.without_mark = title.without_mark || line.call_number.empty();
      ++queue.copies;
    }
    if (static_cast<std::int64_t>(lines.size()) < piece)
      return queue;
    read += piece;
    from.after = lines.back().number;
  }
  queue.next = from.after;
  return queue;
}

std::vector<CopyLine> copies_of_title(UnitOfWork& work, const CopyLine& line) {
  registers::CopyFilter filter;
  filter.text = line.title;
  std::vector<CopyLine> copies = registers::copies(work, filter);
  const std::string wanted = identity(line);
  copies.erase(std::remove_if(copies.begin(), copies.end(),
                              [&](const CopyLine& copy) { return identity(copy) != wanted; }),
               copies.end());
  return copies;
}

Result<CopyLine> shelvable_copy(UnitOfWork& work, const InventoryNumber& number) {
  auto line = registers::copy(work, number);
  if (!line) {
    return Unexpected(Problem(METODICA_NOT_FOUND, "registers.copy_unknown",
                              {{"number", number.shown()}, {"register", number.register_code}})
                          .at("number"));
  }
  if (line->gone) {
    return Unexpected(Problem(METODICA_CONFLICT, "processing.copy_gone",
                              {{"number", number.shown_with_register()},
                               {"exit", std::to_string(line->exit_number) + "/" +
                                            std::to_string(line->exit_year)}})
                          .at("number"));
  }
  return *std::move(line);
}

Result<Proposal> propose(Call& call, const CopyLine& line, const std::string& udc) {
  auto parsed = Udc::parse(udc);
  if (!parsed)
    return Unexpected(std::move(parsed).error().at("udc"));
  Proposal proposal;
  proposal.udc = parsed->notation();
  proposal.warnings = parsed->warnings();
  const auto known = mark_in_title(call.work(), line);
  if (known)
    proposal.mark.section = known->mark.section;
  proposal.scheme = scheme_for(mark_schemes(call.work()), line.number.register_code, line.custody,
                               proposal.mark.section);
  plan_numbers(call, line, proposal);
  if (proposal.scheme.first != MarkFamily::systematic)
    return proposal;
  if (known && known->udc == proposal.udc && !known->mark.udc.empty()) {
    proposal.mark = known->mark;
    proposal.text = proposal.mark.text();
    if (known->number != line.number) {
      proposal.mark.copy.clear();
      proposal.reasons.push_back(call.say()("processing.reason_same_title",
                                            {{"number", known->number.shown_with_register()}}));
    }
    return proposal;
  }
  make_mark(call, line, proposal, [](const CallNumber&) { return std::vector<TakenMark>(); });
  if (is_for_children(proposal.udc))
    proposal.reasons.push_back(call.say()("processing.reason_children"));
  proposal.text = proposal.mark.text();
  return proposal;
}

CallNumber remade_mark(Call& call, const CopyLine& line, const std::string& udc,
                       const MarkScheme& scheme, const std::string& section,
                       const PlannedMarks& planned) {
  Proposal proposal;
  proposal.udc = udc;
  proposal.scheme = scheme;
  proposal.mark.section = section;
  make_mark(call, line, proposal, planned);
  return proposal.mark;
}

std::optional<Scope> scope_of(std::string_view name) {
  if (name == "one")
    return Scope::one;
  if (name == "waiting")
    return Scope::waiting;
  if (name == "all")
    return Scope::all;
  return {};
}

Result<GivenMark> give_mark(Call& call, const MarkRequest& request) {
  METODICA_TRY(const CopyLine line, shelvable_copy(call.work(), request.number));
  METODICA_TRY(const Proposal proposal,
               propose(call, line, request.udc.empty() ? line.udc : request.udc));
  METODICA_TRY(MarkOrder order, order_of(call, line, request, proposal));
  const MarkScheme scheme = scheme_for(mark_schemes(call.work()), line.number.register_code,
                                       line.custody, order.mark.section);
  GivenMark given;
  given.udc = proposal.udc;
  const auto suggested = line.udc.empty() ? suggestions(call, line) : std::vector<UdcSuggestion>();
  note_choice(call, line, suggested, proposal.udc);
  std::int64_t copy_number = request.copy;
  for (const auto& copy : targets(call.work(), line, request.scope)) {
    order.mark.copy = copy_number > 0 ? std::to_string(copy_number++) : std::string();
    METODICA_TRY(const GivenMarks marks, give_to_copy(call, scheme, copy, order));
    given.copies.push_back(copy.number);
    if (copy.number == line.number) {
      given.call_number = marks.first;
      given.second = marks.second;
    }
  }
  return given;
}

std::optional<InventoryNumber> taken_by_other(UnitOfWork& work, const CopyLine& line,
                                              const CallNumber& mark) {
  ShelfMark wanted;
  wanted.title_key = key_of_work(line);
  wanted.call_number = mark.text();
  return other_work_with(work, wanted);
}

}  // namespace metodica::processing
