#include "modules/acquisition/acquisition_papers.hpp"

#include "app/settings.hpp"
#include "bibliography/author_title.hpp"
#include "documents/table_columns.hpp"
#include "modules/acquisition/act_screen.hpp"
#include "text/words.hpp"

namespace metodica::acquisition {
namespace {

std::string lot_of(const Act& act) {
  return std::to_string(act.lot_number) + "/" + std::to_string(act.lot_year);
}

KeyValues parties(Call& call, const Act& act) {
  const Messages& say = call.say();
  KeyValues keys;
  const auto add = [&](const char* label, const std::string& value) {
    if (!value.empty())
      keys.lines.emplace_back(say(label), value);
  };
  add("acquisition.act", act_name(say, act));
  add("acquisition.source", say("source." + act.source));
  add("acquisition.partner", act.partner);
  if (!act.minutes.number.empty()) {
    add("acquisition.minutes",
        act.minutes.number +
            (act.minutes.date.none() ? "" : " / " + act.minutes.date.shown(say.lang())));
  }
  if (act.state == ActState::signed_off) {
    add("acquisition.rmf_row", lot_of(act) + " / " + act.registered_on.shown(say.lang()));
  }
  return keys;
}

std::string range_of(const Line& line) {
  if (line.first_number == 0)
    return {};
  std::string text = std::to_string(line.first_number);
  if (line.price.accepted > 1)
    text += "–" + std::to_string(line.first_number + line.price.accepted - 1);
  return text;
}

TableRow minutes_row(const Messages& say, const Line& line, const PricedLine& priced,
                     std::int64_t number) {
  std::vector<Money> values = priced.values;
  values.resize(static_cast<std::size_t>(line.price.accepted));
  std::string remarks = range_of(line);
  if (!line.count_note.empty())
    remarks += (remarks.empty() ? "" : "\n") + line.count_note;
  return {
      RowKind::entry,
      {std::to_string(number), author_and_title(line.author, full_title(line)), line.price.copies,
       line.price.accepted, line.refused, line.price.copies - line.price.accepted - line.refused,
       shown_values(std::move(values), say.lang()), priced.entered, std::move(remarks)}};
}

FlowTable minutes_table(Call& call, const Act& act, const Pricing& pricing) {
  const Messages& say = call.say();
  FlowTable table;
  table.columns = {text_column(say("acquisition.line"), 8),
                   weighted_column(say("acquisition.author_title")),
                   count_column(say("acquisition.copies_on_act"), 14),
                   count_column(say("acquisition.accepted"), 15),
                   count_column(say("acquisition.refused"), 14),
                   count_column(say("acquisition.missing"), 12),
                   text_column(say("acquisition.values"), 42),
                   money_column(say("acquisition.value"), 19),
                   text_column(say("acquisition.numbers_remarks"), 25)};
  table.total = true;
  table.zero = ZeroStyle::dash;
  std::int64_t number = 0;
  for (std::size_t row = 0; row < act.lines.size(); ++row) {
    if (act.lines[row].price.charge != Charge::none)
      continue;
    table.rows.push_back(minutes_row(say, act.lines[row], pricing.lines[row], ++number));
  }
  return table;
}

/// The sentences between the table and the signatures: what was received, for how much, what
/// differs.
void add_findings(Call& call, const Act& act, const Pricing& pricing, FlowPaper& paper) {
  const Messages& say = call.say();
  const auto paragraph = [&](std::string text) {
    paper.blocks.emplace_back(Paragraph{std::move(text)});
  };
  paragraph(say("acquisition.paper_received",
                {{"count", copies_accepted(act)},
                 {"count_words", count_in_words(copies_accepted(act), Gender::neuter)},
                 {"value", pricing.entered.shown(say.lang())},
                 {"value_words", amount_in_words(pricing.entered)}}));
  if (pricing.net != Money::zero()) {
    paragraph(say("acquisition.paper_vat", {{"net", pricing.net.shown(say.lang())},
                                            {"vat", pricing.vat.shown(say.lang())},
                                            {"total", pricing.total.shown(say.lang())}}));
  }
  if (has_differences(act)) {
    paragraph(
        say("acquisition.paper_differences", {{"count", copies_on_act(act) - copies_accepted(act)},
                                              {"value", pricing.left_out.shown(say.lang())}}));
  } else {
    paragraph(say("acquisition.paper_no_differences"));
  }
  if (!act.difference_note.empty()) {
    paragraph(
        say("acquisition.paper_explained",
            {{"difference", pricing.difference.shown(say.lang())}, {"note", act.difference_note}}));
  }
}

Signatures committee_places(Call& call, const Act& act) {
  const Messages& say = call.say();
  Signatures signatures;
  signatures.heading = say("acquisition.committee");
  for (std::size_t at = 0; at < act.committee.size(); ++at) {
    signatures.places.push_back(
        {say(at == 0 ? "acquisition.chair" : "acquisition.member"), act.committee[at]});
  }
  const std::int64_t members = setting_number(call.work(), "acquisition.committee_members");
  while (act.committee.empty() && static_cast<std::int64_t>(signatures.places.size()) < members) {
    signatures.places.push_back({say("acquisition.member"), ""});
  }
  return signatures;
}

Signatures keeper_place(Call& call) {
  return {{},
          {{call.say()("acquisition.received_by"), setting(call.work(), "institution.keeper")}}};
}

TableRow list_row(const registers::CopyLine& copy) {
  return {
      RowKind::entry,
      {copy.number.shown_with_register(), copy.barcode, author_and_title(copy.author, copy.title),
       copy.publication, copy.udc, copy.custody, copy.value}};
}

FlowTable copies_table(Call& call, const Act& act) {
  const Messages& say = call.say();
  FlowTable table;
  table.columns = {text_column(say("acquisition.inventory_number"), 24),
                   text_column(say("acquisition.barcode"), 25),
                   weighted_column(say("acquisition.author_title")),
                   text_column(say("acquisition.publication"), 38),
                   text_column(say("acquisition.udc"), 22),
                   text_column(say("acquisition.custody"), 20),
                   money_column(say("acquisition.value"), 19)};
  table.total = true;
  for (const auto& line : act.lines) {
    if (line.first_number == 0)
      continue;
    registers::CopyFilter filter;
    filter.register_code = line.register_code;
    filter.with_gone = true;
    filter.after = {line.register_code, line.first_number - 1};
    filter.limit = line.price.accepted;
    for (auto& copy : registers::copies(call.work(), filter)) {
      if (copy.udc.empty())
        copy.udc = line.udc;  // the class of the act until processing gives the full one
      table.rows.push_back(list_row(copy));
    }
  }
  return table;
}

}  // namespace

Result<std::string> minutes_pdf(Call& call, const Act& act) {
  if (!act.counted)
    return invalid("acquisition.not_counted");
  METODICA_TRY(const Pricing pricing, price_act(call.work(), act));
  const Messages& say = call.say();
  const bool is_signed = act.state == ActState::signed_off;
  FlowPaper paper;
  paper.paper = library_paper(call, say("acquisition.minutes_title"),
                              {PaperSize::a4, Orientation::landscape, {}});
  Letterhead& head = paper.paper.letterhead;
  if (is_signed) {
    head.number = lot_of(act);
    head.date = act.registered_on;
    mark_issue(call, "acquisition/" + act.id + "/minutes", paper.paper);
  } else {
    head.subtitle.push_back(say("acquisition.paper_draft"));
  }
  paper.blocks.emplace_back(
      Paragraph{say("acquisition.paper_intro", {{"act", act_name(say, act)}})});
  paper.blocks.emplace_back(parties(call, act));
  paper.blocks.emplace_back(minutes_table(call, act, pricing));
  add_findings(call, act, pricing, paper);
  paper.blocks.emplace_back(committee_places(call, act));
  paper.blocks.emplace_back(keeper_place(call));
  METODICA_TRY(Documents* const documents, call.services().documents());
  return documents->flow_pdf(paper, say);
}

Result<std::string> list_pdf(Call& call, const Act& act) {
  if (act.state != ActState::signed_off)
    return invalid("acquisition.not_signed");
  const Messages& say = call.say();
  FlowPaper paper;
  paper.paper = library_paper(call, say("acquisition.list_title"),
                              {PaperSize::a4, Orientation::landscape, {}});
  paper.paper.letterhead.number = lot_of(act);
  paper.paper.letterhead.date = act.registered_on;
  mark_issue(call, "acquisition/" + act.id + "/list", paper.paper);
  paper.blocks.emplace_back(parties(call, act));
  paper.blocks.emplace_back(copies_table(call, act));
  Signatures signatures;
  signatures.places = {{say("acquisition.handed_by"), setting(call.work(), "institution.keeper")},
                       {say("acquisition.processing_by"), ""}};
  paper.blocks.emplace_back(std::move(signatures));
  METODICA_TRY(Documents* const documents, call.services().documents());
  return documents->flow_pdf(paper, say);
}

}  // namespace metodica::acquisition
