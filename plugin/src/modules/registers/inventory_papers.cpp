// The inventory register as a bound volume.

#include <limits>
#include <memory>

#include "app/settings.hpp"
#include "bibliography/author_title.hpp"
#include "modules/registers/inventory_store.hpp"
#include "modules/registers/paper_parts.hpp"
#include "modules/registers/registers_papers.hpp"

namespace metodica::registers {
namespace {

std::string exit_text(const Messages& say, const RegisterLine& line) {
  if (!line.gone)
    return {};
  std::string text = act_text(say, line.exit.act_kind, line.exit.act_number, line.exit.act_date);
  text += "; RMF " + std::to_string(line.exit.number) + "/" + std::to_string(line.exit.year);
  text += "; " + say("cause." + line.exit.cause);
  return text;
}

std::string title_text(const EntryLine& entry) {
  return author_and_title(entry.author, entry.title);
}

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const auto& text : texts)
    all += (all.empty() ? "" : "; ") + text;
  return all;
}

std::string lot_text(const EntryLine& entry) {
  if (entry.lot_number == 0)
    return entry.entry_act;
  return std::to_string(entry.lot_number) + "/" + std::to_string(entry.lot_year) +
         (entry.entry_act.empty() ? "" : "\n" + entry.entry_act);
}

void fill_inventory_row(const Messages& say, const RegisterLine& line, TableRow& row) {
  row.kind = RowKind::entry;
  row.cells = {line.entry.registered_on.shown(say.lang()),
               std::to_string(line.entry.number),
               title_text(line.entry),
               line.entry.publication,
               line.entry.value,
               lot_text(line.entry),
               line.call_number.empty() ? line.udc : line.udc + "\n" + line.call_number,
               line.custody,
               joined(line.checks),
               exit_text(say, line),
               joined(line.remarks)};
}

std::vector<TableColumn> inventory_columns(const Messages& say) {
  std::vector<TableColumn> columns;
  columns.push_back(text_column(say("registers.col.date"), 17));
  columns.push_back(text_column(say("registers.col.inventory_number"), 13));
  columns.push_back(weighted_column(say("registers.col.author_title"), 3));
  columns.push_back(weighted_column(say("registers.col.publication"), 2));
  columns.push_back(money_column(say("registers.col.price"), 18));
  columns.push_back(text_column(say("registers.col.lot"), 22));
  columns.push_back(text_column(say("registers.col.udc"), 27));
  columns.push_back(text_column(say("registers.col.custody"), 16));
  columns.push_back(text_column(say("registers.col.checks"), 14));
  columns.push_back(text_column(say("registers.col.exit"), 28));
  columns.push_back(text_column(say("registers.remarks"), 18));
  return columns;
}

/// Pulls the lines of a register in pieces, so that memory stays flat however long the register is.
class LineSource {
 public:
  LineSource(Call& call, std::string code, std::int64_t from, std::int64_t to)
      : call_(call), code_(std::move(code)), next_(from), to_(to) {}

  bool operator()(TableRow& row) {
    if (at_ == lines_.size() && !read())
      return false;
    fill_inventory_row(call_.say(), lines_[at_++], row);
    return true;
  }

 private:
  bool read() {
    constexpr std::int64_t piece = 1000;
    if (next_ > to_)
      return false;
    lines_ = register_lines(call_.work(), code_, next_, to_, piece);
    at_ = 0;
    if (lines_.empty())
      return false;
    next_ = lines_.back().entry.number + 1;
    return true;
  }

  Call& call_;
  std::string code_;
  std::int64_t next_;
  std::int64_t to_;
  std::vector<RegisterLine> lines_;
  std::size_t at_ = 0;
};

Money value_before(UnitOfWork& work, const std::string& code, std::int64_t from) {
  return Money::from_e4(
      work.number("SELECT CAST(COALESCE(SUM(value_e4), 0) AS BIGINT) FROM inventory_entry WHERE "
                  "library = {library} "
                  "AND register = $1 AND number < $2",
                  {code, from}));
}

Result<InventoryRegister> known_register(UnitOfWork& work, const std::string& code) {
  for (auto& book : inventory_registers(work)) {
    if (book.code == code)
      return std::move(book);
  }
  return invalid("registers.unknown_register", {{"text", code}}, "register");
}

}  // namespace

Result<std::string> ri_pdf(Call& call, const std::string& register_code, std::int64_t from,
                           std::int64_t to) {
  METODICA_TRY(const InventoryRegister book, known_register(call.work(), register_code));
  const std::int64_t last = to == 0 ? book.last_number : std::min(to, book.last_number);
  RegisterPaper paper;
  paper.paper = library_paper(call, call.say()("registers.ri_title", {{"name", book.name}}),
                              {PaperSize::a4, Orientation::landscape, {12, 8, 12, 18}});
  paper.paper.footer.period = call.say()(
      "registers.ri_period", {{"from", std::to_string(from)}, {"to", std::to_string(last)}});
  mark_issue(call, "ri/" + register_code + "/" + std::to_string(from) + "-" + std::to_string(last),
             paper.paper);
  paper.columns = inventory_columns(call.say());
  paper.rows = LineSource(call, register_code, from, last);
  if (from > 1) {
    paper.brought_in.resize(paper.columns.size());
    paper.brought_in[4] = value_before(call.work(), register_code, from);
  }
  paper.closing.push_back(call.say()(
      "registers.ri_closing",
      {{"from", std::to_string(from)}, {"to", std::to_string(last)}, {"name", book.name}}));
  paper.last_hash = call.say()("registers.paper_last_hash",
                               {{"hash", inventory_end(call.work(), register_code)}});
  paper.signatures = keeper_and_manager(call);
  METODICA_TRY(Documents* const documents, call.services().documents());
  return documents->register_pdf(paper, call.say());
}

}  // namespace metodica::registers
