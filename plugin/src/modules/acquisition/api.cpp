#include "modules/acquisition/api.hpp"

#include "modules/acquisition/acquisition_store.hpp"
#include "modules/registers/api.hpp"

namespace metodica::acquisition {
namespace {

Line line_of(const PreparedLine& prepared) {
  Line line;
  line.author = prepared.author;
  line.title = prepared.title;
  line.publication = prepared.publication;
  line.isbn = prepared.isbn;
  line.language = prepared.language.empty() ? "ro" : prepared.language;
  line.udc = prepared.udc;
  line.price.kind = PriceKind::unit_value;
  line.price.amount = prepared.value;
  line.price.copies = prepared.copies;
  line.price.accepted = prepared.accepted;
  line.count_note = prepared.count_note;
  return line;
}

}  // namespace

Result<std::string> draft_of(Call& call, const PreparedAct& prepared) {
  if (!registers::is_open(call.work()))
    return invalid("registers.not_opened");
  Act act;
  act.id = call.new_id();
  act.source = prepared.source;
  act.partner = prepared.partner;
  act.kind = prepared.kind;
  act.number = prepared.number;
  act.date = prepared.date;
  act.remarks = prepared.remarks;
  for (const PreparedLine& line : prepared.lines)
    act.lines.push_back(line_of(line));
  // With differences the commission has to name its minutes, in the step of counting.
  act.counted = !has_differences(act);
  if (!same_paper(call.work(), act).empty()) {
    return Unexpected(Problem(METODICA_CONFLICT, "acquisition.draft_twice", {{"act", act.number}})
                          .at("act/number"));
  }
  save_act(call.work(), act, {call.caller().user, call.now_utc()});
  return act.id;
}

}  // namespace metodica::acquisition
