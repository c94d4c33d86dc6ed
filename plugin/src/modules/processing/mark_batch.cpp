#include "modules/processing/mark_batch.hpp"

#include "app/host_queue.hpp"
#include "bibliography/format_mark.hpp"
#include "bibliography/udc.hpp"
#include "modules/processing/mark_giving.hpp"

namespace metodica::processing {
namespace {

constexpr std::size_t most_copies = 100'000;
constexpr std::int64_t slice = 250;

BatchLine& stopped(BatchLine& line, const Messages& say, const char* state,
                   const Problem& problem) {
  line.state = state;
  line.reason = say.of(problem);
  return line;
}

Json json_of(const std::optional<ShelfMark>& mark, const std::string& second) {
  Json json = Json::object({{"second", second}, {"had", mark.has_value()}});
  if (mark) {
    json.set("udc", mark->udc)
        .set("section", mark->mark.section)
        .set("shelf_udc", mark->mark.udc)
        .set("author_mark", mark->mark.author_mark)
        .set("work_mark", mark->mark.work_mark)
        .set("volume", mark->mark.volume)
        .set("copy", mark->mark.copy)
        .set("call_number", mark->call_number);
  }
  return json;
}

NumberRun run_of(const std::string& text) {
  if (const auto format = FormatMark::parse(text))
    return {format->prefix, format->height_class};
  return {};
}

/// Plans one copy after the other.
class Planner {
 public:
  Planner(Call& call, const MarkBatch& batch)
      : call_(call), batch_(batch), schemes_(mark_schemes(call.work())) {}

  void plan(BatchLine& line) {
    auto copy = shelvable_copy(call_.work(), line.number);
    if (!copy) {
      stopped(line, call_.say(), "conflict", copy.error());
      return;
    }
    line.before = copy->call_number;
    if (batch_.work == batch_work::assign && !copy->call_number.empty()) {
      line.planned = line.before;
      line.state = "same";
      return;
    }
    const auto udc = Udc::parse(copy->udc);
    if (!udc) {
      const Problem none(METODICA_INVALID, "batches.no_class");
      stopped(line, call_.say(), "conflict", copy->udc.empty() ? none : udc.error());
      return;
    }
    line.udc = udc->notation();
    plan_classed(line, *copy);
  }

 private:
  void plan_classed(BatchLine& line, const CopyLine& copy) {
    const auto known = mark_in_title(call_.work(), copy);
    const std::string section = known ? known->mark.section : std::string();
    const MarkScheme scheme =
        scheme_for(schemes_, copy.number.register_code, copy.custody, section);
    const auto own = mark_of(call_.work(), copy.number);
    line.before_mark = json_of(own, second_mark_of(call_.work(), copy.number)).dump();
    line.title_key = key_of_work(copy);
    line.mark.section = section;
    const Result<void> made = scheme.first == MarkFamily::systematic
                                  ? make_mark(line, copy, scheme, known, own)
                                  : make_number(line, copy, scheme);
    const Result<void> fits = made ? check(line, copy, scheme) : made;
    if (!fits) {
      stopped(line, call_.say(), "conflict", fits.error());
      return;
    }
    const bool lacks_second = scheme.second && second_mark_of(call_.work(), copy.number).empty();
    line.state = line.planned == line.before && !lacks_second ? "same" : "planned";
  }

  Result<void> make_mark(BatchLine& line, const CopyLine& copy, const MarkScheme& scheme,
                         const std::optional<ShelfMark>& known,
                         const std::optional<ShelfMark>& own) {
    const bool takes_over = batch_.work == batch_work::assign && known && known->udc == line.udc &&
                            !known->mark.udc.empty();
    if (takes_over) {
      line.mark = known->mark;
      line.mark.copy.clear();
    } else {
      line.mark = remade_mark(
          call_, copy, line.udc, scheme, line.mark.section,
          [&](const CallNumber& mark) { return planned_marks(call_.work(), batch_.id, mark); });
    }
    if (own) {
      line.mark.copy = own->mark.copy;
      if (line.mark.volume.empty())
        line.mark.volume = own->mark.volume;
    }
    line.planned = line.mark.text();
    return {};
  }

  Result<void> make_number(BatchLine& line, const CopyLine& copy, const MarkScheme& scheme) {
    METODICA_TRY(const NumberMark number, planned_number(call_, scheme, copy, {scheme.first, 0}));
    line.title_key = number.given.identity;
    line.mark.udc = number.given.run.counter();
    line.planned = number.text;
    if (!number.is_new)
      return {};
    const std::string of_title =
        scheme.each_copy
            ? std::string()
            : planned_number_of(call_.work(), batch_.id, line.mark.udc, line.title_key);
    // Those planned before it in this batch come first.
    const std::int64_t before = count_planned_numbers(call_.work(), batch_.id, line.mark.udc);
    line.planned = of_title.empty()
                       ? number_text(number.given.run.prefix, number.given.run.height_class,
                                     number.given.serial + before)
                       : of_title;
    return {};
  }

  // Against the shelf, but for copies that the batch itself moves away, and against the batch.
  Result<void> check(const BatchLine& line, const CopyLine& copy, const MarkScheme& scheme) {
    if (scheme.second)
      METODICA_CHECK(planned_number(call_, scheme, copy, {*scheme.second, 0}));
    if (scheme.unique == Uniqueness::free || scheme.first != MarkFamily::systematic)
      return {};
    const bool each = scheme.unique == Uniqueness::copy;
    ShelfMark shelf;
    shelf.title_key = line.title_key;
    shelf.call_number = line.planned;
    const auto other = each ? other_copy_with(call_.work(), line.planned, line.number)
                            : other_work_with(call_.work(), shelf);
    if (other && !moves_away(*other, line.planned))
      return taken(each ? "call_numbers.copy_taken" : "call_numbers.work_taken", line, *other);
    if (const auto twin = planned_twin(call_.work(), batch_.id, line, each))
      return taken("batches.twice", line, twin->number);
    return {};
  }

  bool moves_away(const InventoryNumber& number, const std::string& mark) {
    const auto line = line_of(call_.work(), batch_.id, number);
    return line && line->state == "planned" && line->planned != mark;
  }

  static Unexpected taken(const char* message, const BatchLine& line,
                          const InventoryNumber& other) {
    return Unexpected({METODICA_CONFLICT,
                       message,
                       {{"mark", line.planned}, {"number", other.shown_with_register()}}});
  }

  Call& call_;
  const MarkBatch& batch_;
  std::vector<MarkScheme> schemes_;
};

Problem changed_since(const CopyLine& copy, const Messages& say) {
  return {METODICA_CONFLICT,
          "batches.changed_since",
          {{"mark", copy.call_number.empty() ? say("batches.without") : copy.call_number}}};
}

void apply_line(Call& call, BatchLine& line) {
  const auto copy = shelvable_copy(call.work(), line.number);
  if (!copy) {
    stopped(line, call.say(), "refused", copy.error());
    return;
  }
  if (copy->call_number != line.before) {
    stopped(line, call.say(), "refused", changed_since(*copy, call.say()));
    return;
  }
  const MarkScheme scheme = scheme_for(mark_schemes(call.work()), copy->number.register_code,
                                       copy->custody, line.mark.section);
  MarkOrder order;
  order.udc = line.udc;
  order.mark = line.mark;
  const auto given = give_to_copy(call, scheme, *copy, order);
  if (!given) {
    stopped(line, call.say(), "refused", given.error());
    return;
  }
  line.given = given->first;
  line.state = "given";
}

// A copy that had no call number has none again.
Result<void> take_away(Call& call, const CopyLine& copy) {
  METODICA_CHECK(registers::note(call, copy.number, "call_number", ""));
  drop_mark(call.work(), copy.number);
  queue_change(call, copy.number, Json::object({{"call_number", ""}}));
  return {};
}

Result<void> give_back(Call& call, const CopyLine& copy, const Json& before) {
  if (!before["had"].boolean())
    return take_away(call, copy);
  ShelfMark shelf;
  shelf.number = copy.number;
  shelf.title_key = key_of_work(copy);
  shelf.udc = before["udc"].text();
  shelf.mark = {before["section"].text(),     before["shelf_udc"].text(),
                before["author_mark"].text(), before["work_mark"].text(),
                before["volume"].text(),      before["copy"].text()};
  shelf.call_number = before["call_number"].text();
  shelf.shelf_key =
      shelf.mark.udc.empty() ? shelf_key_text(shelf.call_number) : shelf_key_text(shelf.mark);
  shelf.lot_year = copy.lot_year;
  shelf.lot_number = copy.lot_number;
  return write_mark(call, copy, shelf);
}

Result<void> give_back_second(Call& call, const CopyLine& copy, const std::string& before) {
  const std::string now = second_mark_of(call.work(), copy.number);
  if (now == before)
    return {};
  drop_number(call.work(), copy.number, run_of(now));
  keep_second_mark(call.work(), copy.number, before, call.today(), call.caller().user);
  return registers::note(call, copy.number, "call_number_2", before);
}

Result<void> undo_line(Call& call, BatchLine& line) {
  const auto copy = shelvable_copy(call.work(), line.number);
  if (!copy) {
    stopped(line, call.say(), "changed", copy.error());
    return {};
  }
  if (copy->call_number != line.given) {
    stopped(line, call.say(), "changed", changed_since(*copy, call.say()));
    return {};
  }
  METODICA_TRY(const Json before, Json::parse(line.before_mark));
  if (line.given != line.before) {
    METODICA_CHECK(give_back(call, *copy, before));
    drop_number(call.work(), copy->number, run_of(line.given));
  }
  METODICA_CHECK(give_back_second(call, *copy, before["second"].text()));
  line.state = "restored";
  return {};
}

// Does the next lines of a state, and says how many of them are left.
template <class Work>
Result<BatchProgress> next_lines(Call& call, const MarkBatch& batch, std::string_view state,
                                 Work work) {
  for (BatchLine& line : batch_lines(call.work(), batch.id, state, 0, slice)) {
    METODICA_CHECK(work(line));
    keep_line(call.work(), batch.id, line);
  }
  return BatchProgress{batch.copies - count_lines(call.work(), batch.id, state), batch.copies};
}

}  // namespace

Result<MarkBatch> begin_batch(Call& call, std::string_view work, const CopyChoice& choice) {
  METODICA_TRY(const auto numbers, chosen_copies(call, choice, most_copies));
  if (numbers.empty())
    return invalid("batches.none", {}, "which");
  if (numbers.size() > most_copies) {
    return invalid("batches.too_many", {{"count", static_cast<std::int64_t>(most_copies)}},
                   "which");
  }
  MarkBatch batch;
  batch.id = call.key();
  batch.work = work;
  batch.chosen = words_of(choice, call.say());
  batch.state = "planning";
  batch.copies = static_cast<std::int64_t>(numbers.size());
  batch.planned_at = call.now_utc();
  keep_batch(call.work(), batch, call.caller().user);
  add_lines(call.work(), batch.id, numbers);
  return batch;
}

Result<MarkBatch> open_batch(Call& call, const std::string& id) {
  auto batch = batch_named(call.work(), id);
  if (!batch)
    return Unexpected(Problem(METODICA_NOT_FOUND, "batches.unknown").at("batch"));
  return *std::move(batch);
}

Result<BatchProgress> plan_slice(Call& call, const MarkBatch& batch) {
  Planner planner(call, batch);
  return next_lines(call, batch, "waiting", [&](BatchLine& line) -> Result<void> {
    planner.plan(line);
    return {};
  });
}

Result<BatchProgress> apply_slice(Call& call, const MarkBatch& batch) {
  return next_lines(call, batch, "planned", [&](BatchLine& line) -> Result<void> {
    apply_line(call, line);
    return {};
  });
}

Result<BatchProgress> undo_slice(Call& call, const MarkBatch& batch) {
  return next_lines(call, batch, "given",
                    [&](BatchLine& line) -> Result<void> { return undo_line(call, line); });
}

}  // namespace metodica::processing
