#include "modules/withdrawal/withdrawal_papers.hpp"

#include "app/settings.hpp"
#include "documents/table_columns.hpp"
#include "modules/withdrawal/withdrawal_module_copies.hpp"
#include "text/words.hpp"

namespace metodica::withdrawal {
namespace {

std::string act_text(const Messages& say, const std::string& number, Date date) {
  return number + "/" + date.shown(say.lang());
}

/// Units and value in figures and in words, so that the row of RMF part II is written without
/// counting again.
std::string in_words(const Messages& say, const std::string& what, const Amount& amount) {
  return say("withdrawal.sum_in_words",
             {{"what", what},
              {"count", amount.units},
              {"units_words", count_in_words(amount.units, Gender::feminine)},
              {"value", amount.value.shown(say.lang())},
              {"value_words", amount_in_words(amount.value)}});
}

std::vector<std::string> sums(Call& call, const Totals& totals) {
  const Messages& say = call.say();
  const ColumnTitles titles(call);
  std::vector<std::string> lines = {in_words(say, say("common.total"), totals.whole)};
  const auto add = [&](const std::string& grouping, const std::map<std::string, Amount>& amounts) {
    std::string line;
    for (const auto& [code, amount] : amounts) {
      line += (line.empty() ? "" : "; ") +
              say("withdrawal.sum_short", {{"what", titles.of(grouping, code)},
                                           {"count", amount.units},
                                           {"value", amount.value.shown(say.lang())}});
    }
    lines.push_back(say("withdrawal.by_" + grouping) + ": " + line);
  };
  for (const auto& [code, amount] : totals.category) {
    lines.push_back(in_words(say, titles.of("category", code), amount));
  }
  add("language", totals.language);
  add("content", totals.content);
  return lines;
}

std::vector<Signature> commission_places(const Messages& say,
                                         const std::optional<Minutes>& minutes) {
  std::vector<Signature> places = {{say("withdrawal.chair"), minutes ? minutes->chair : ""}};
  if (!minutes)
    return {places.front(), {say("withdrawal.member"), ""}, {say("withdrawal.member"), ""}};
  for (const auto& member : minutes->members)
    places.push_back({say("withdrawal.member"), member});
  return places;
}

std::vector<TableColumn> list_columns(const Messages& say) {
  return {order_column(say("withdrawal.order"), 8),
          text_column(say("withdrawal.number"), 18),
          weighted_column(say("withdrawal.author_title"), 2.2),
          weighted_column(say("withdrawal.publication"), 1.3),
          text_column(say("withdrawal.category"), 17),
          text_column(say("withdrawal.language"), 16),
          text_column(say("withdrawal.udc"), 22),
          text_column(say("withdrawal.acquired"), 17),
          money_column(say("withdrawal.value"), 18),
          text_column(say("withdrawal.cause"), 18),
          weighted_column(say("withdrawal.state_note"), 1.2),
          text_column(say("withdrawal.destination_short"), 18),
          weighted_column(say("withdrawal.remarks"), 0.8)};
}

TableRow list_row(const Messages& say, const ColumnTitles& titles, const Proposal& proposal,
                  const std::optional<Minutes>& minutes, const ProposedCopy& copy) {
  const auto& line = copy.line;
  const bool kept = copy.item.judged && !copy.item.accepted;
  const std::string destination = minutes ? minutes->destination : "scrap";
  return {RowKind::entry,
          {copy.item.line,
           copy.item.number.shown_with_register(),
           (line.author.empty() ? "" : line.author + ": ") + line.title,
           line.publication,
           titles.of("category", line.category),
           titles.of("language", line.language),
           line.call_number.empty() ? line.udc : line.call_number,
           line.acquired_on.shown(say.lang()),
           line.value,
           say("cause." + proposal.cause),
           copy.item.finding.empty() ? copy.item.state : copy.item.finding,
           say(kept ? "withdrawal.verdict.rejected" : "withdrawal.destination." + destination),
           {}}};
}

/// The copies of the minutes in the shorter form.
FlowTable minutes_table(Call& call, const std::vector<ProposedCopy>& copies, bool accepted) {
  const Messages& say = call.say();
  FlowTable table;
  table.caption = say(accepted ? "withdrawal.accepted_caption" : "withdrawal.rejected_caption");
  table.columns = {
      order_column(say("withdrawal.order"), 9), text_column(say("withdrawal.number"), 24),
      weighted_column(say("withdrawal.author_title"), 2), money_column(say("withdrawal.value"), 24),
      weighted_column(say("withdrawal.finding"), 1.2)};
  table.total = true;
  for (const auto& copy : copies) {
    if (copy.item.accepted != accepted)
      continue;
    table.rows.push_back(
        {RowKind::entry,
         {static_cast<std::int64_t>(table.rows.size()) + 1, copy.item.number.shown_with_register(),
          (copy.line.author.empty() ? "" : copy.line.author + ": ") + copy.line.title,
          copy.line.value, copy.item.finding}});
  }
  return table;
}

KeyValues minutes_frame(const Messages& say, const Proposal& proposal, const Minutes& minutes) {
  std::string members;
  for (const auto& member : minutes.members)
    members += (members.empty() ? "" : "\n") + member;
  KeyValues lines;
  lines.lines = {{say("withdrawal.commission_decision"),
                  act_text(say, minutes.decision_number, minutes.decision_date)},
                 {say("withdrawal.chair"), minutes.chair}};
  if (!members.empty())
    lines.lines.emplace_back(say("withdrawal.members"), members);
  lines.lines.emplace_back(
      say("withdrawal.examined_what"),
      say("withdrawal.proposal_of", {{"proposal", std::to_string(proposal.proposal)},
                                     {"date", proposal.proposed_on.shown(say.lang())}}));
  lines.lines.emplace_back(say("withdrawal.cause"), say("cause." + proposal.cause));
  lines.lines.emplace_back(say("withdrawal.destination"),
                           say("withdrawal.destination." + minutes.destination));
  return lines;
}

Approval approval_block(Call& call, const Proposal& proposal) {
  const Messages& say = call.say();
  Approval box{say("withdrawal.approved_heading"),
               {setting(call.work(), "institution.manager_title"),
                setting(call.work(), "institution.manager")},
               {}};
  if (const auto end = end_of(call.work(), proposal.proposal); end && end->approved) {
    box.heading +=
        "\n" + say("withdrawal.approval_text", {{"number", end->decision_number},
                                                {"date", end->decision_date.shown(say.lang())}});
    box.date = end->decision_date;
  }
  return box;
}

void add_release(Call& call, const Proposal& proposal, std::vector<Block>& blocks) {
  const Messages& say = call.say();
  const auto end = end_of(call.work(), proposal.proposal);
  if (!end || !end->approved)
    return;
  blocks.emplace_back(Heading{say("withdrawal.written_heading"), 2});
  blocks.emplace_back(Paragraph{
      say("withdrawal.written",
          {{"exit", std::to_string(end->exit_number) + "/" + std::to_string(end->exit_year)},
           {"number", end->decision_number},
           {"date", end->decision_date.shown(say.lang())}})});
  if (!end->council.empty())
    blocks.emplace_back(Paragraph{say("withdrawal.council") + ": " + end->council});
}

}  // namespace

Result<std::string> list_pdf(Call& call, const Proposal& proposal) {
  const Messages& say = call.say();
  const auto copies = proposed_copies(call.work(), proposal.proposal);
  const auto found = minutes(call.work(), proposal.proposal);
  const ColumnTitles titles(call);
  RegisterPaper paper;
  paper.paper = library_paper(call, say("withdrawal.list_name"),
                              {PaperSize::a4, Orientation::landscape, {12, 8, 12, 18}});
  paper.paper.letterhead.number = std::to_string(proposal.proposal);
  paper.paper.letterhead.date = proposal.proposed_on;
  paper.paper.letterhead.subtitle.push_back(say("withdrawal.cause") + ": " +
                                            say("cause." + proposal.cause));
  mark_issue(call, "withdrawal/list/" + std::to_string(proposal.proposal), paper.paper);
  paper.columns = list_columns(say);
  std::size_t at = 0;
  paper.rows = [&](TableRow& row) {
    if (at == copies.size())
      return false;
    row = list_row(say, titles, proposal, found, copies[at++]);
    return true;
  };
  paper.closing = sums(call, totals_of(copies, false));
  if (by_wear(proposal.cause))
    paper.closing.push_back(say("withdrawal.law"));
  paper.signatures = commission_places(say, found);
  METODICA_TRY(Documents* const documents, call.services().documents());
  return documents->register_pdf(paper, say);
}

Result<std::string> minutes_pdf(Call& call, const Proposal& proposal) {
  const Messages& say = call.say();
  const auto found = minutes(call.work(), proposal.proposal);
  if (!found)
    return Unexpected(Problem(METODICA_INVALID, "withdrawal.not_examined").at("proposal"));
  const auto copies = proposed_copies(call.work(), proposal.proposal);
  const Totals totals = totals_of(copies, true);
  FlowPaper paper;
  paper.paper = library_paper(call, say("withdrawal.minutes_name"), {});
  paper.paper.letterhead.number = found->minutes_number;
  paper.paper.letterhead.date = found->minutes_date;
  mark_issue(call, "withdrawal/minutes/" + std::to_string(proposal.proposal), paper.paper);
  auto& blocks = paper.blocks;
  blocks.emplace_back(approval_block(call, proposal));
  blocks.emplace_back(minutes_frame(say, proposal, *found));
  blocks.emplace_back(Heading{say("withdrawal.findings_heading"), 2});
  blocks.emplace_back(
      Paragraph{say(by_wear(proposal.cause) ? "withdrawal.law" : "withdrawal.law_other")});
  if (totals.whole.units > 0)
    blocks.emplace_back(minutes_table(call, copies, true));
  if (totals.whole.units < static_cast<std::int64_t>(copies.size())) {
    blocks.emplace_back(minutes_table(call, copies, false));
  }
  blocks.emplace_back(Heading{say("withdrawal.proposals_heading"), 2});
  for (auto& line : sums(call, totals))
    blocks.emplace_back(Paragraph{std::move(line)});
  if (!found->conclusions.empty())
    blocks.emplace_back(Paragraph{found->conclusions});
  add_release(call, proposal, blocks);
  blocks.emplace_back(
      Annexes{say("withdrawal.annexes"),
              {say("withdrawal.annex_list", {{"proposal", std::to_string(proposal.proposal)}})}});
  blocks.emplace_back(Signatures{say("withdrawal.commission"), commission_places(say, found)});
  METODICA_TRY(Documents* const documents, call.services().documents());
  return documents->flow_pdf(paper, say);
}

}  // namespace metodica::withdrawal
