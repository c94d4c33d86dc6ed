// The data action: everything about an act in one call.

#include "modules/acquisition/acquisition_forms.hpp"
#include "modules/acquisition/codes.hpp"
#include "modules/acquisition/line_fields.hpp"

namespace metodica::acquisition {

Form receive_form(const Messages& say) {
  Form form("receive", "acquisition.receive", say("acquisition.sign_send"));
  form.date("registered_on", say("acquisition.registered_on"));
  add_source(form, say);
  add_act(form, say);
  form.money("total", say("acquisition.total")).min(Money::zero());
  add_percent(form, "vat_percent", say("acquisition.vat_percent"));
  form.text("difference_note", say("acquisition.difference_note"));
  form.text("remarks", say("acquisition.remarks"));
  form.text("corrects", say("acquisition.corrects")).longest(20);
  Form& minutes = form.part("minutes", say("acquisition.minutes"));
  minutes.optional();
  minutes.text("number", say("acquisition.minutes_number")).required().longest(60);
  minutes.date("date", say("acquisition.minutes_date"));
  form.texts("committee", say("acquisition.committee")).longest(100);
  Form& lines = form.lines("lines", say("acquisition.lines"));
  lines.lines_required(1);
  add_description(lines, say);
  add_whole_description(lines, say);
  add_class(lines, say);
  lines.integer("copies", say("acquisition.copies"))
      .required()
      .min(std::int64_t{1})
      .max(std::int64_t{20000});
  add_prices(lines, say);
  lines.texts("barcodes", say("acquisition.barcodes")).longest(40);
  lines.text("title_ref", say("acquisition.title_ref")).longest(100);
  return form;
}

Result<Act> read_receive(const Values& in, Date today, Percent usual_vat) {
  Act act;
  act.registered_on = in.has("registered_on") ? in.date("registered_on") : today;
  read_source(in, act);
  const Values paper = in.part("act");
  act.kind = paper.text("kind");
  act.number = paper.text("number");
  act.date = paper.date("date");
  act.has_total = in.has("total");
  act.total = in.money("total");
  act.difference_note = in.text("difference_note");
  act.remarks = in.text("remarks");
  act.corrects = in.text("corrects");
  act.minutes = {in.part("minutes").text("number"), in.part("minutes").date("date")};
  act.committee = in.texts("committee");
  act.counted = true;
  const Percent vat = in.has("vat_percent") ? percent(in, "vat_percent") : usual_vat;
  std::size_t row = 0;
  for (const Values& values : in.rows("lines")) {
    METODICA_TRY(Line line, read_line(values, row++, vat));
    read_class(values, line);
    line.barcodes = values.texts("barcodes");
    line.title_ref = values.text("title_ref");
    line.price.accepted = line.price.copies;
    act.lines.push_back(std::move(line));
  }
  return act;
}

}  // namespace metodica::acquisition
