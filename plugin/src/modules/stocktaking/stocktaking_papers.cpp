#include "modules/stocktaking/stocktaking_papers.hpp"

#include "app/settings.hpp"
#include "documents/table_columns.hpp"
#include "modules/stocktaking/stocktaking_module_copies.hpp"
#include "modules/stocktaking/stocktaking_screens.hpp"
#include "text/numbers.hpp"
#include "text/words.hpp"

namespace metodica::stocktaking {
namespace {

/// Builds the minutes piece by piece, in the order of OMFP 2861/2009 pt. 42.
class Minutes {
 public:
  Minutes(Call& call, const Session& session, Close close, Statement statement)
      : call_(call),
        say_(call.say()),
        session_(session),
        close_(std::move(close)),
        statement_(std::move(statement)),
        rows_(expected_copies(call.work(), session.session)) {
    for (const auto& row : rows_) {
      sums_.add(row.state(), row.copy.value);
      by_category_[row.copy.category].add(row.state(), row.copy.value);
    }
  }

  FlowPaper paper() {
    FlowPaper paper;
    paper.paper = library_paper(call_, say_("stocktaking.minutes_title"), {});
    paper.paper.letterhead.number = close_.minutes_number;
    paper.paper.letterhead.date = close_.minutes_date;
    mark_issue(call_, "stocktaking/" + std::to_string(session_.session), paper.paper);
    add_approval();
    add_frame();
    add_statement();
    add_results();
    add_natural_loss();
    add_lists();
    add_conclusions();
    add_signatures();
    paper.blocks = std::move(blocks_);
    return paper;
  }

 private:
  void line(KeyValues& lines, std::string_view label, std::string value) {
    if (!value.empty())
      lines.lines.emplace_back(say_(label), std::move(value));
  }

  void add_approval() {
    blocks_.emplace_back(Approval{say_("stocktaking.approved"),
                                  {setting(call_.work(), "institution.manager_title"),
                                   setting(call_.work(), "institution.manager")},
                                  {}});
  }

  void add_frame() {
    KeyValues lines;
    line(lines, "stocktaking.decision",
         act_name(say_, session_.decision_number, session_.decision_date));
    line(lines, "stocktaking.custody", custody_name(say_, session_.custody));
    line(lines, "stocktaking.reason", say_("stocktaking.reason." + session_.reason));
    line(lines, "stocktaking.method", say_("stocktaking.method." + session_.method));
    line(lines, "stocktaking.chair", session_.commission.chair);
    line(lines, "stocktaking.members", joined_lines(session_.commission.members));
    line(lines, "stocktaking.keeper", statement_.keeper);
    line(lines, "stocktaking.period",
         session_.starts_on.shown(say_.lang()) + " – " + close_.ended_on.shown(say_.lang()));
    line(lines, "stocktaking.registers_used", registers_used());
    blocks_.emplace_back(std::move(lines));
    if (session_.reason == "handover")
      blocks_.emplace_back(Paragraph{say_("stocktaking.three_copies")});
  }

  std::string registers_used() {
    std::map<std::string, std::int64_t> used;
    for (const auto& row : rows_)
      ++used[row.copy.number.register_code];
    std::string text;
    for (const auto& [code, units] : used) {
      if (!text.empty())
        text += "; ";
      text += "RI " + code + ": " + say_("common.copies", {{"count", units}});
    }
    return text;
  }

  void add_statement() {
    blocks_.emplace_back(Heading{say_("stocktaking.statement_heading"), 2});
    KeyValues lines;
    line(lines, "stocktaking.stated_on", statement_.stated_on.shown(say_.lang()));
    line(lines, "stocktaking.last_entry", statement_.last_entry);
    line(lines, "stocktaking.last_exit", statement_.last_exit);
    line(lines, "stocktaking.places", statement_.places);
    line(lines, "stocktaking.third_party", statement_.third_party);
    line(lines, "stocktaking.known_differences", statement_.differences);
    line(lines, "stocktaking.in_transit", statement_.in_transit);
    line(lines, "stocktaking.without_papers", statement_.without_papers);
    line(lines, "stocktaking.unrecorded", statement_.unrecorded);
    blocks_.emplace_back(std::move(lines));
  }

  void add_results() {
    blocks_.emplace_back(Heading{say_("stocktaking.results_heading"), 2});
    FlowTable table;
    table.caption = say_("stocktaking.results_caption");
    table.columns = {weighted_column(say_("stocktaking.category"), 1),
                     count_column(say_("stocktaking.units_at_start"), 18),
                     money_column(say_("stocktaking.value_at_start"), 26),
                     count_column(say_("stocktaking.units_existing"), 18),
                     money_column(say_("stocktaking.value_existing"), 26),
                     count_column(say_("stocktaking.units_missing"), 16),
                     money_column(say_("stocktaking.value_missing"), 24)};
    table.total = true;
    const auto titles = category_titles(call_);
    for (const auto& [code, sums] : by_category_) {
      const auto title = titles.find(code);
      Amount existing = sums.found;
      existing += sums.on_loan;
      existing += sums.outside;
      table.rows.push_back(
          {RowKind::entry,
           {title == titles.end() ? code : title->second, sums.expected.units, sums.expected.value,
            existing.units, existing.value, sums.missing.units, sums.missing.value}});
    }
    blocks_.emplace_back(std::move(table));
    const auto text = [&](const Amount& amount) {
      return shown_integer(amount.units, say_.lang());
    };
    blocks_.emplace_back(
        Paragraph{say_("stocktaking.identity", {{"expected", text(sums_.expected)},
                                                {"found", text(sums_.found)},
                                                {"on_loan", text(sums_.on_loan)},
                                                {"outside", text(sums_.outside)},
                                                {"missing", text(sums_.missing)}})});
    if (sums_.missing.units > 0) {
      blocks_.emplace_back(
          Paragraph{say_("stocktaking.missing_in_words",
                         {{"count", sums_.missing.units},
                          {"units", count_in_words(sums_.missing.units, Gender::neuter)},
                          {"value", amount_in_words(sums_.missing.value)}})});
      blocks_.emplace_back(Paragraph{say_("stocktaking.missing_value_rule")});
    }
  }

  // A ceiling that is shown beside a shortage; nothing is taken off.
  void add_natural_loss() {
    if (setting(call_.work(), "stocktaking.natural_loss_permille").empty() ||
        sums_.missing.units == 0)
      return;
    const NaturalLoss loss = natural_loss(
        sums_.expected.units, setting_number(call_.work(), "stocktaking.natural_loss_permille"));
    std::string fraction = std::to_string(loss.thousandths % 1000);
    fraction.insert(0, 3 - fraction.size(), '0');
    blocks_.emplace_back(Heading{say_("stocktaking.natural_loss_heading"), 2});
    blocks_.emplace_back(Paragraph{say_(
        "stocktaking.natural_loss",
        {{"base", shown_integer(loss.base, say_.lang())},
         {"permille", std::to_string(loss.permille)},
         {"units", std::to_string(loss.thousandths / 1000) + decimal_sign(say_.lang()) + fraction},
         {"down", std::to_string(loss.rounded_down)},
         {"up", std::to_string(loss.rounded_up)},
         {"above_down", std::to_string(above_ceiling(sums_.missing.units, loss.rounded_down))},
         {"above_up", std::to_string(above_ceiling(sums_.missing.units, loss.rounded_up))}})});
  }

  std::vector<TableColumn> list_columns(std::string about) {
    TableColumn order = order_column(say_("stocktaking.order"), 9);
    return {std::move(order), text_column(say_("stocktaking.number"), 26),
            weighted_column(say_("stocktaking.author_title"), 2),
            money_column(say_("stocktaking.value"), 24), weighted_column(std::move(about), 1)};
  }

  void add_list(std::string_view caption, std::string_view about, CopyClass of,
                const std::function<std::string(const ExpectedState&)>& note) {
    FlowTable table;
    table.caption = say_(caption);
    table.columns = list_columns(say_(about));
    table.total = true;
    for (const auto& row : rows_) {
      if (row.state() == of)
        add_copy(table, row.copy, note(row));
    }
    add_table(std::move(table));
  }

  static void add_copy(FlowTable& table, const Expected& copy, std::string about) {
    table.rows.push_back(
        {RowKind::entry,
         {static_cast<std::int64_t>(table.rows.size()) + 1, copy.number.shown_with_register(),
          (copy.author.empty() ? "" : copy.author + ": ") + copy.title, copy.value,
          std::move(about)}});
  }

  /// An empty list is said to be empty, so that nobody wonders whether a page is missing.
  void add_table(FlowTable table) {
    if (table.rows.empty()) {
      blocks_.emplace_back(Paragraph{table.caption + " " + say_("stocktaking.list_empty")});
      return;
    }
    blocks_.emplace_back(std::move(table));
  }

  void add_scans(Verdict verdict, std::string_view caption) {
    FlowTable table;
    table.caption = say_(caption);
    TableColumn order = order_column(say_("stocktaking.order"), 9);
    table.columns = {std::move(order), text_column(say_("stocktaking.col_code"), 40),
                     weighted_column(say_("stocktaking.author_title"), 2),
                     weighted_column(say_("stocktaking.custody"), 1)};
    for (const auto& scan : scans_with(call_.work(), session_.session, verdict)) {
      const auto copy = scan.number.number == 0 ? std::nullopt : line_of(call_.work(), scan.number);
      table.rows.push_back(
          {RowKind::entry,
           {static_cast<std::int64_t>(table.rows.size()) + 1,
            copy ? copy->number.shown_with_register() : scan.code, copy ? copy->title : "",
            copy ? custody_name(say_, copy->custody) : ""}});
    }
    add_table(std::move(table));
  }

  void add_lists() {
    blocks_.emplace_back(Heading{say_("stocktaking.lists_heading"), 2});
    const auto proof = [](const ExpectedState& row) { return row.away_proof; };
    add_list("stocktaking.list_on_loan", "stocktaking.proof", CopyClass::on_loan, proof);
    if (sums_.outside.units > 0)
      add_list("stocktaking.list_outside", "stocktaking.proof", CopyClass::outside, proof);
    add_scans(Verdict::unknown, "stocktaking.list_unknown");
    add_list("stocktaking.list_missing", "stocktaking.note.explanation", CopyClass::missing,
             [](const ExpectedState& row) { return row.explanation; });
    FlowTable worn;
    worn.caption = say_("stocktaking.list_worn");
    worn.columns = list_columns(say_("stocktaking.note.worn"));
    for (const auto& row : rows_) {
      if (!row.worn.empty())
        add_copy(worn, row.copy, row.worn);
    }
    add_table(std::move(worn));
    for (const auto verdict : {Verdict::misplaced, Verdict::gone, Verdict::entered_since}) {
      if (scans_with(call_.work(), session_.session, verdict).empty())
        continue;
      add_scans(verdict, "stocktaking.list_" + std::string(verdict_name(verdict)));
    }
  }

  void add_conclusions() {
    blocks_.emplace_back(Heading{say_("stocktaking.conclusions_heading"), 2});
    const auto part = [&](std::string_view label, const std::string& text) {
      blocks_.emplace_back(Paragraph{say_(label), Align::left, true});
      blocks_.emplace_back(Paragraph{text.empty() ? say_("stocktaking.nothing_to_say") : text});
    };
    part("stocktaking.causes", close_.causes);
    part("stocktaking.measures", close_.measures);
    part("stocktaking.storage", close_.storage);
    blocks_.emplace_back(Paragraph{say_("stocktaking.next_steps")});
    blocks_.emplace_back(Paragraph{say_("stocktaking.keeper_closing")});
  }

  void add_signatures() {
    Signatures commission{say_("stocktaking.commission"),
                          {{say_("stocktaking.chair"), session_.commission.chair}}};
    for (const auto& member : session_.commission.members) {
      commission.places.push_back({say_("stocktaking.member"), member});
    }
    blocks_.emplace_back(std::move(commission));
    blocks_.emplace_back(Signatures{{}, {{say_("stocktaking.keeper"), statement_.keeper}}});
  }

  Call& call_;
  const Messages& say_;
  const Session& session_;
  Close close_;
  Statement statement_;
  std::vector<ExpectedState> rows_;
  Balance sums_;
  std::map<std::string, Balance> by_category_;
  std::vector<Block> blocks_;
};

}  // namespace

Result<std::string> minutes_pdf(Call& call, const Session& session) {
  auto close = close_of(call.work(), session.session);
  auto stated = statement(call.work(), session.session);
  if (!close || !stated)
    return Unexpected(Problem(METODICA_INVALID, "stocktaking.not_closed").at("session"));
  const FlowPaper paper = Minutes(call, session, *std::move(close), *std::move(stated)).paper();
  METODICA_TRY(Documents* const documents, call.services().documents());
  return documents->flow_pdf(paper, call.say());
}

}  // namespace metodica::stocktaking
