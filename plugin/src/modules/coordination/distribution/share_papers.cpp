// What is printed of a share-out: the table of the allocation, and for each library the delivery
// note with the minutes of handing over.

#include "app/settings.hpp"
#include "documents/table_columns.hpp"
#include "modules/coordination/distribution/share_actions.hpp"

namespace metodica::coordination {
namespace {

Result<Reply> printed(Call& call, const FlowPaper& paper, const std::string& file) {
  METODICA_TRY(Documents* const documents, call.services().documents());
  METODICA_TRY(std::string pdf, documents->flow_pdf(paper, call.say()));
  return Reply::document(file + ".pdf", "application/pdf", std::move(pdf));
}

// Prices of single copies are not added up.
TableColumn price_column(std::string title) {
  TableColumn column = money_column(std::move(title), 24);
  column.summed = false;
  return column;
}

// One row a library and title; the sums of the columns are those of the whole.
FlowTable allocation_table(const Share& of, const Messages& say) {
  FlowTable table;
  table.columns = {weighted_column(say("share.book"), 2), price_column(say("share.price")),
                   count_column(say("share.given"), 20), money_column(say("share.value"), 28)};
  table.total = true;
  for (const ShareRecipient& one : of.recipients) {
    const ShareSum sum = sum_of(of.titles, of.lines, one.unit);
    if (sum.copies == 0)
      continue;
    table.rows.push_back({RowKind::section, {one.name}});
    for (const ShareTitle& title : of.titles) {
      const std::int64_t copies = copies_of(of.lines, title.number, one.unit);
      if (copies == 0)
        continue;
      const std::string name =
          title.author.empty() ? title.title : title.author + ". " + title.title;
      table.rows.push_back(
          {RowKind::entry, {name, title.price, copies, Money::from_e4(title.price.e4() * copies)}});
    }
  }
  return table;
}

FlowTable reserve_table(const Share& of, const Messages& say) {
  FlowTable table;
  table.caption = say("share.reserve");
  table.columns = {weighted_column(say("share.book"), 2), count_column(say("share.copies"), 24),
                   count_column(say("share.given"), 24), count_column(say("share.reserve"), 24)};
  table.total = true;
  for (const ShareTitle& title : of.titles) {
    const std::int64_t reserve = reserve_of(title, of.lines);
    table.rows.push_back(
        {RowKind::entry, {title.title, title.copies, title.copies - reserve, reserve}});
  }
  return table;
}

Result<Reply> run_table(Call& call, const Values& in) {
  const Messages& say = call.say();
  METODICA_TRY(const Share of, known_share(call, in.integer("number")));
  FlowPaper paper;
  paper.paper = library_paper(call, say("share.paper"), {});
  paper.paper.letterhead.number = std::to_string(of.campaign.number);
  paper.paper.letterhead.date = of.campaign.sent_on.none() ? call.today() : of.campaign.sent_on;
  paper.paper.letterhead.subtitle.push_back(of.campaign.title + " – " + of.campaign.giver);
  mark_issue(call, "share/" + std::to_string(of.campaign.number), paper.paper);
  paper.blocks.emplace_back(allocation_table(of, say));
  paper.blocks.emplace_back(reserve_table(of, say));
  paper.blocks.emplace_back(Signatures{{},
                                       {{setting(call.work(), "institution.manager_title"),
                                         setting(call.work(), "institution.manager")},
                                        {say("gathering.methodologist"), ""}}});
  return printed(call, paper, "repartitie-" + std::to_string(of.campaign.number));
}

FlowTable note_table(const Share& of, const ShareRecipient& one, const Messages& say) {
  FlowTable table;
  table.font_pt = 9;
  table.columns = {order_column(say("share.position"), 12), weighted_column(say("share.book"), 2),
                   text_column(say("share.isbn"), 32),      count_column(say("share.copies"), 20),
                   price_column(say("share.price")),        money_column(say("share.value"), 28)};
  table.total = true;
  std::int64_t position = 0;
  for (const ShareTitle& title : of.titles) {
    const std::int64_t copies = copies_of(of.lines, title.number, one.unit);
    if (copies == 0)
      continue;
    std::string name = title.author.empty() ? title.title : title.author + ". " + title.title;
    if (!title.publication.empty())
      name += ". " + title.publication;
    table.rows.push_back({RowKind::entry,
                          {++position, name, title.isbn, copies, title.price,
                           Money::from_e4(title.price.e4() * copies)}});
  }
  return table;
}

struct Place {
  ShareRecipient recipient;
  std::string number;
};
Result<Place> place_of(const Share& of, std::int64_t unit) {
  for (std::size_t i = 0; i < of.recipients.size(); ++i) {
    if (of.recipients[i].unit == unit) {
      return Place{of.recipients[i],
                   note_number(of.campaign.sent_on.year(), of.campaign.number, i)};
    }
  }
  return Unexpected(Problem(METODICA_NOT_FOUND, "share.no_recipient").at("unit"));
}

Result<Reply> run_note(Call& call, const Values& in) {
  const Messages& say = call.say();
  METODICA_TRY(const Share of, known_share(call, in.integer("number")));
  if (of.campaign.state != "sent")
    return Unexpected(Problem(METODICA_CONFLICT, "share.not_sent").at("number"));
  METODICA_TRY(const Place place, place_of(of, in.integer("unit")));
  const ShareSum sum = sum_of(of.titles, of.lines, place.recipient.unit);
  FlowPaper paper;
  paper.paper = library_paper(call, say("share.minutes." + of.campaign.kind), {});
  paper.paper.letterhead.number = place.number;
  paper.paper.letterhead.date = of.campaign.sent_on;
  mark_issue(call, "share_note/" + place.number, paper.paper);
  paper.font_pt = 11;
  paper.blocks.emplace_back(Paragraph{
      "\n" + say("share.minutes_text", {{"institution", setting(call.work(), "institution.name")},
                                        {"library", place.recipient.name},
                                        {"campaign", of.campaign.title},
                                        {"giver", of.campaign.giver},
                                        {"copies", sum.copies},
                                        {"titles", sum.titles},
                                        {"value", sum.value.shown(say.lang())}})});
  paper.blocks.emplace_back(note_table(of, place.recipient, say));
  paper.blocks.emplace_back(Paragraph{say("share.minutes_end")});
  paper.blocks.emplace_back(
      Signatures{{}, {{say("share.handed"), ""}, {say("share.received"), place.recipient.name}}});
  std::string file = "predare-" + place.number;
  file[file.find('/')] = '-';
  return printed(call, paper, file);
}

Form note_form(const Messages& say) {
  Form form("note", "coordination.share_note", say("common.open"));
  form.integer("number", say("share.number")).required().min(std::int64_t{1});
  form.integer("unit", say("gathering.feed_unit")).required().min(std::int64_t{1});
  return form;
}

}  // namespace

void add_share_papers(ActionList& actions) {
  actions.push_back({"coordination.share_paper",
                     ActionKind::paper,
                     share_readers,
                     "document",
                     [](const Messages& say) {
                       return share_number_form(say, "coordination.share_paper", false);
                     },
                     R"({"number":1})",
                     {},
                     run_table,
                     {}});
  actions.push_back({"coordination.share_note",
                     ActionKind::paper,
                     share_readers,
                     "document",
                     note_form,
                     R"({"number":1,"unit":57706})",
                     {},
                     run_note,
                     {}});
}

}  // namespace metodica::coordination
