// Lists of the stock in any order: screen, PDF, XLSX.

#include "app/settings.hpp"
#include "app/workbooks.hpp"
#include "bibliography/author_title.hpp"
#include "modules/processing/processing_papers.hpp"  // columns of the lists that these screens print
#include "modules/processing/processing_screens.hpp"
#include "modules/processing/shelves_screens.hpp"
#include "modules/processing/stock_list.hpp"
#include "text/numbers.hpp"

namespace metodica::processing {
namespace {

constexpr std::size_t page_lines = 100;

struct ListRequest {
  ListOrder order = ListOrder::shelf;
  ShelfFilter filter;
};

ListRequest read_request(const Values& in) {
  return {list_order_named(in.text("order")).value_or(ListOrder::shelf),
          {in.text("section"), in.text("custody"), in.text("from")}};
}

Json request_args(const ListRequest& request) {
  Json args = Json::object({{"order", std::string(name_of(request.order))}});
  const auto set = [&](const char* name, const std::string& value) {
    if (!value.empty())
      args.set(name, value);
  };
  set("section", request.filter.section);
  set("custody", request.filter.custody);
  set("from", request.filter.from);
  return args;
}

Form list_form(const Messages& say, const char* action) {
  Form form("list", action, say("shelves.list_send"));
  Field& order = form.choice("order", say("shelves.order"));
  for (const ListOrder one : all_list_orders)
    order.option(std::string(name_of(one)), say("shelves.order." + std::string(name_of(one))));
  order.initial("shelf");
  form.text("section", say("processing.section"))
      .pattern("(-|[A-Za-z]{1,4})", say("processing.section_meaning"));
  form.text("custody", say("processing.custody")).longest(40);
  form.shelfmark("from", say("processing.from_mark")).longest(100).show_if("order", "shelf");
  return form;
}

Form list_screen_form(const Messages& say) {
  Form form = list_form(say, "processing.stock_list");
  form.reads();
  form.hidden("after_register");
  form.hidden("after");
  return form;
}

std::string order_words(const Messages& say, const ListRequest& request) {
  return say("shelves.in_order_of",
             {{"order", say("shelves.order." + std::string(name_of(request.order)))}});
}

// The line behind the last one of the page before; the first one when that copy is gone.
std::size_t place_after(const std::vector<ShelfLine>& lines, const Values& in) {
  const auto number = InventoryNumber::parse(in.text("after_register"), in.text("after"));
  if (!number)
    return 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].copy.number == *number)
      return i + 1;
  }
  return 0;
}

Table list_table(const Messages& say, const std::vector<ShelfLine>& lines, std::size_t first,
                 const Json& args) {
  Table table("stock");
  table.column("call_number", say("processing.col.call_number"));
  table.column("title", say("processing.col.title"));
  table.column("number", say("processing.col.number"));
  table.column("udc", say("processing.udc"));
  table.column("custody", say("processing.col.custody"));
  table.empty(say("processing.shelf_empty"));
  std::size_t at = first;
  for (; at < lines.size() && table.rows() < page_lines; ++at) {
    const ShelfLine& line = lines[at];
    const Json copy = Json::object(
        {{"register", line.copy.number.register_code}, {"number", line.copy.number.number}});
    table.row({Cell::link(line.mark.call_number, "processing.copy", copy),
               Cell(line.copy.title).note(line.copy.author), line.copy.number.shown_with_register(),
               line.mark.udc, line.copy.custody});
  }
  if (first > 0)
    table.first("processing.stock_list", args);
  if (at < lines.size()) {
    Json next = args;
    next.set("after_register", lines[at - 1].copy.number.register_code)
        .set("after", lines[at - 1].copy.number.shown());
    table.next("processing.stock_list", std::move(next));
  }
  return table;
}

Result<Reply> run_list(Call& call, const Values& in) {
  const Messages& say = call.say();
  const ListRequest request = read_request(in);
  const Json args = request_args(request);
  const auto lines = listed_copies(call.work(), request.filter, request.order);
  Screen screen("processing.stock_list", say("shelves.list_title"));
  screen.sub(say("shelves.list_sub"));
  screen.form(list_screen_form(say), say, args);
  screen.figures(
      {{say("shelves.copies"), shown_integer(static_cast<std::int64_t>(lines.size()), say.lang()),
        order_words(say, request)}});
  screen.table(list_table(say, lines, place_after(lines, in), args));
  Button print{say("shelves.list_pdf"), "processing.stock_list_paper", args};
  print.writes = true;
  screen.actions({print,
                  {say("shelves.list_xlsx"), "processing.stock_list_xlsx", args},
                  {say("processing.to_shelf"), "processing.shelf_list"}});
  return Reply::screen(screen);
}

std::vector<std::string> filter_words(const Messages& say, const ListRequest& request) {
  std::vector<std::string> words = {order_words(say, request)};
  const ShelfFilter& filter = request.filter;
  if (!filter.section.empty()) {
    words.push_back(filter.section == "-"
                        ? say("processing.no_section")
                        : say("processing.section_named", {{"section", filter.section}}));
  }
  if (!filter.custody.empty())
    words.push_back(say("processing.custody_named", {{"custody", filter.custody}}));
  if (!filter.from.empty() && request.order == ListOrder::shelf)
    words.push_back(say("processing.from_named", {{"mark", filter.from}}));
  return words;
}

Result<Reply> run_paper(Call& call, const Values& in) {
  const Messages& say = call.say();
  const ListRequest request = read_request(in);
  const auto lines = listed_copies(call.work(), request.filter, request.order);
  RegisterPaper paper;
  paper.paper = library_paper(call, say("shelves.list_title"),
                              {PaperSize::a4, Orientation::landscape, {12, 10, 12, 20}});
  for (std::string& words : filter_words(say, request))
    paper.paper.letterhead.subtitle.push_back(std::move(words));
  mark_issue(call, "stock_list/" + request_args(request).dump(), paper.paper);
  paper.columns = {text_column(say("processing.col.order"), 14),
                   text_column(say("processing.col.call_number"), 44),
                   weighted_column(say("processing.col.title"), 3),
                   text_column(say("processing.col.number"), 26),
                   text_column(say("processing.udc"), 40),
                   text_column(say("processing.col.custody"), 26)};
  paper.carried_forward = false;
  paper.total = false;
  std::size_t at = 0;
  paper.rows = [&](TableRow& row) {
    if (at == lines.size())
      return false;
    const ShelfLine& line = lines[at++];
    row.kind = RowKind::entry;
    row.cells = {std::to_string(at),
                 line.mark.call_number,
                 author_and_title(line.copy.author, line.copy.title),
                 line.copy.number.shown_with_register(),
                 line.mark.udc,
                 line.copy.custody};
    return true;
  };
  METODICA_TRY(Documents* const documents, call.services().documents());
  METODICA_TRY(std::string pdf, documents->register_pdf(paper, say));
  return Reply::document("lista-fondului.pdf", "application/pdf", std::move(pdf));
}

std::vector<WorkbookColumn> workbook_columns(const Messages& say) {
  return {{say("processing.col.call_number"), WorkbookKind::text, 24},
          {say("shelves.col.author"), WorkbookKind::text, 26},
          {say("processing.title"), WorkbookKind::text, 48},
          {say("shelves.col.publication"), WorkbookKind::text, 32},
          {say("processing.register"), WorkbookKind::text, 12},
          {say("processing.number"), WorkbookKind::integer, 12},
          {say("shelves.col.barcode"), WorkbookKind::text, 16},
          {say("processing.udc"), WorkbookKind::text, 22},
          {say("processing.custody"), WorkbookKind::text, 14},
          {say("shelves.col.value"), WorkbookKind::money, 12},
          {say("shelves.col.acquired"), WorkbookKind::date, 12}};
}

Result<Reply> run_xlsx(Call& call, const Values& in) {
  const Messages& say = call.say();
  const ListRequest request = read_request(in);
  const auto lines = listed_copies(call.work(), request.filter, request.order);
  Workbook book;
  book.sheet = say("shelves.list_title");
  book.above = {setting(call.work(), "institution.name"), say("shelves.list_title")};
  for (std::string& words : filter_words(say, request))
    book.above.push_back(std::move(words));
  book.columns = workbook_columns(say);
  book.made_on = call.today();
  book.program = call.services().program();
  std::size_t at = 0;
  book.rows = [&](std::vector<WorkbookCell>& row) {
    if (at == lines.size())
      return false;
    const auto& [mark, copy] = lines[at++];
    row = {
        mark.call_number,   copy.author,  copy.title, copy.publication, copy.number.register_code,
        copy.number.number, copy.barcode, mark.udc,   copy.custody,     copy.value,
        copy.acquired_on};
    return true;
  };
  METODICA_TRY(std::string bytes, workbook_xlsx(book));
  return Reply::document("lista-fondului.xlsx", xlsx_type, std::move(bytes));
}

}  // namespace

void add_stock_list_screens(ActionList& actions) {
  constexpr const char* example = R"({"order":"author","section":"C"})";
  actions.push_back({"processing.stock_list",
                     ActionKind::read,
                     readers,
                     "screen",
                     list_screen_form,
                     example,
                     {},
                     run_list,
                     {}});
  actions.push_back(
      {"processing.stock_list_paper",
       ActionKind::paper,
       readers,
       "document",
       [](const Messages& say) { return list_form(say, "processing.stock_list_paper"); },
       example,
       {},
       run_paper,
       {}});
  actions.push_back({"processing.stock_list_xlsx",
                     ActionKind::read,
                     readers,
                     "document",
                     [](const Messages& say) {
                       Form form = list_form(say, "processing.stock_list_xlsx");
                       form.reads();
                       return form;
                     },
                     example,
                     {},
                     run_xlsx,
                     {}});
}

}  // namespace metodica::processing
