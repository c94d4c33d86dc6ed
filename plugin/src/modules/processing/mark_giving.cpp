#include "modules/processing/mark_giving.hpp"

#include "app/host_queue.hpp"

namespace metodica::processing {
namespace {

ShelfMark shelf_mark_of(const CopyLine& copy, const MarkOrder& order, std::string text) {
  ShelfMark shelf;
  shelf.number = copy.number;
  shelf.title_key = key_of_work(copy);
  shelf.udc = order.udc;
  shelf.mark = order.mark;
  shelf.call_number = std::move(text);
  shelf.shelf_key = shelf_key_text(order.mark);
  shelf.lot_year = copy.lot_year;
  shelf.lot_number = copy.lot_number;
  return shelf;
}

Result<void> note_facts(Call& call, const CopyLine& copy, const ShelfMark& shelf) {
  if (copy.udc == shelf.udc && copy.call_number == shelf.call_number)
    return {};
  if (copy.udc != shelf.udc)
    METODICA_CHECK(registers::note(call, copy.number, "udc", shelf.udc));
  if (copy.call_number != shelf.call_number)
    METODICA_CHECK(registers::note(call, copy.number, "call_number", shelf.call_number));
  queue_change(call, copy.number,
               Json::object({{"call_number", shelf.call_number}, {"udc", shelf.udc}}));
  return {};
}

Unexpected taken(const char* message, const ShelfMark& shelf, const InventoryNumber& other,
                 const char* field) {
  return Unexpected(Problem(METODICA_CONFLICT, message,
                            {{"mark", shelf.call_number}, {"number", other.shown_with_register()}})
                        .at(field));
}

Result<void> check_unique(UnitOfWork& work, const MarkScheme& scheme, const ShelfMark& shelf) {
  if (scheme.unique == Uniqueness::work) {
    if (const auto other = other_work_with(work, shelf))
      return taken("call_numbers.work_taken", shelf, *other, "work_mark");
  }
  if (scheme.unique == Uniqueness::copy) {
    if (const auto other = other_copy_with(work, shelf.call_number, shelf.number))
      return taken("call_numbers.copy_taken", shelf, *other, "copy");
  }
  return {};
}

Result<NumberMark> number_for(Call& call, const MarkScheme& scheme, const CopyLine& copy,
                              MarkFamily family, std::int64_t height, const std::string& typed) {
  return typed.empty() ? take_number(call, scheme, copy, {family, height})
                       : keep_typed_number(call, copy, family, typed);
}

Result<std::string> give_second(Call& call, const MarkScheme& scheme, const CopyLine& copy,
                                const MarkOrder& order) {
  if (!scheme.second)
    return second_mark_of(call.work(), copy.number);
  auto number = number_for(call, scheme, copy, *scheme.second, order.height, order.typed_second);
  if (!number) {
    Problem problem = std::move(number).error();
    return Unexpected(problem.field == "mark" ? std::move(problem).at("second")
                                              : std::move(problem));
  }
  if (number->text != second_mark_of(call.work(), copy.number)) {
    METODICA_CHECK(registers::note(call, copy.number, "call_number_2", number->text));
    keep_second_mark(call.work(), copy.number, number->text, call.today(), call.caller().user);
  }
  return number->text;
}

}  // namespace

Result<GivenMarks> give_to_copy(Call& call, const MarkScheme& scheme, const CopyLine& copy,
                                const MarkOrder& order) {
  ShelfMark shelf = shelf_mark_of(copy, order, order.mark.text());
  if (scheme.first != MarkFamily::systematic) {
    METODICA_TRY(const NumberMark number,
                 number_for(call, scheme, copy, scheme.first, order.height, order.typed));
    shelf.mark = CallNumber();
    shelf.mark.section = order.mark.section;
    shelf.call_number = number.text;
    shelf.shelf_key = shelf_key_text(number.text);
  }
  METODICA_CHECK(check_unique(call.work(), scheme, shelf));
  METODICA_CHECK(write_mark(call, copy, shelf));
  METODICA_TRY(std::string second, give_second(call, scheme, copy, order));
  return GivenMarks{shelf.call_number, std::move(second)};
}

Result<void> write_mark(Call& call, const CopyLine& copy, const ShelfMark& shelf) {
  METODICA_CHECK(note_facts(call, copy, shelf));
  keep_mark(call.work(), shelf, call.today(), call.caller().user);
  return {};
}

}  // namespace metodica::processing
