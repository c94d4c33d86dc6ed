#include "modules/processing/mark_numbers.hpp"

#include <algorithm>
#include <charconv>

#include "bibliography/format_mark.hpp"

namespace metodica::processing {
namespace {

std::string identity(const CopyLine& copy) {
  return title_identity(copy.title_ref, copy.author, copy.title, copy.publication);
}

// From the record of the host; 0 when it has none or says no size.
std::int64_t height_at_host(Call& call, const std::string& title_ref) {
  if (title_ref.empty() || call.host().titles == nullptr)
    return 0;
  const std::string ids[] = {title_ref};
  const auto records = call.host().titles->read(call.host_context("height"), ids, "title");
  if (!records || records->empty())
    return 0;
  return centimetres_in(records->front()["size"].text());
}

std::int64_t first_free(UnitOfWork& work, const GivenNumber& given, std::int64_t serial) {
  GivenNumber wanted = given;
  wanted.identity.clear();  // whoever has it
  for (wanted.serial = serial; other_title_with(work, wanted);)
    ++wanted.serial;
  return wanted.serial;
}

// All but the serial, which is 0 when a new one must be taken.
Result<NumberMark> wanted_number(Call& call, const MarkScheme& scheme, const CopyLine& copy,
                                 const NumberWish& wish) {
  NumberMark mark;
  mark.given.copy = copy.number;
  mark.given.identity = identity(copy);
  if (wish.family == MarkFamily::format) {
    mark.height = wish.height > 0 ? wish.height : height_at_host(call, copy.title_ref);
    mark.height_from_host = wish.height == 0;
    if (mark.height == 0)
      return invalid("call_numbers.no_height", {}, "height");
    mark.given.run = {scheme.prefix, height_class_of(height_limits(call.work()), mark.height)};
  }
  mark.given.serial = serial_of(call.work(), copy.number, mark.given.run);
  if (mark.given.serial == 0 && !scheme.each_copy)
    mark.given.serial = serial_of_title(call.work(), mark.given.identity, mark.given.run);
  if (mark.given.serial == 0 && wish.family == MarkFamily::running && scheme.from_inventory)
    mark.given.serial = copy.number.number;
  mark.is_new = mark.given.serial == 0;
  return mark;
}

Result<void> check_free(UnitOfWork& work, const NumberMark& mark) {
  const auto other = other_title_with(work, mark.given);
  if (!other)
    return {};
  return Unexpected(Problem(METODICA_CONFLICT, "call_numbers.number_taken",
                            {{"mark", mark.text}, {"number", other->shown_with_register()}})
                        .at("mark"));
}

void word(NumberMark& mark) {
  mark.text = number_text(mark.given.run.prefix, mark.given.run.height_class, mark.given.serial);
}

}  // namespace

Result<NumberMark> planned_number(Call& call, const MarkScheme& scheme, const CopyLine& copy,
                                  const NumberWish& wish) {
  METODICA_TRY(NumberMark mark, wanted_number(call, scheme, copy, wish));
  if (mark.is_new)
    mark.given.serial =
        first_free(call.work(), mark.given, call.work().peek(mark.given.run.counter()));
  word(mark);
  return mark;
}

Result<NumberMark> take_number(Call& call, const MarkScheme& scheme, const CopyLine& copy,
                               const NumberWish& wish) {
  METODICA_TRY(NumberMark mark, wanted_number(call, scheme, copy, wish));
  if (mark.is_new) {
    const std::string counter = mark.given.run.counter();
    const std::int64_t next = call.work().take(counter);
    mark.given.serial = first_free(call.work(), mark.given, next);
    if (mark.given.serial > next)
      call.work().start_counter(counter, mark.given.serial + 1);
  }
  word(mark);
  METODICA_CHECK(check_free(call.work(), mark));
  keep_number(call.work(), mark.given);
  return mark;
}

Result<NumberMark> keep_typed_number(Call& call, const CopyLine& copy, MarkFamily family,
                                     const std::string& typed) {
  NumberMark mark;
  mark.given.copy = copy.number;
  mark.given.identity = identity(copy);
  mark.text = typed;
  if (family == MarkFamily::format) {
    auto read = FormatMark::parse(typed);
    if (!read)
      return Unexpected(std::move(read).error().at("mark"));
    mark.given.run = {read->prefix, read->height_class};
    mark.given.serial = read->number;
    mark.text = read->text();
  } else {
    const char* const end = typed.data() + typed.size();
    const auto digits = std::from_chars(typed.data(), end, mark.given.serial);
    if (digits.ec != std::errc() || digits.ptr != end || mark.given.serial < 1)
      return invalid("call_numbers.no_number", {{"text", typed}}, "mark");
    word(mark);
  }
  METODICA_CHECK(check_free(call.work(), mark));
  const std::string counter = mark.given.run.counter();
  if (mark.given.serial >= call.work().peek(counter))
    call.work().start_counter(counter, mark.given.serial + 1);
  keep_number(call.work(), mark.given);
  return mark;
}

}  // namespace metodica::processing
