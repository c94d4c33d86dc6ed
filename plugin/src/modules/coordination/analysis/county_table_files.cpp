// The county table as PDF, XLSX, CSV and the Table Schema of that CSV.

#include "app/settings.hpp"
#include "app/workbooks.hpp"
#include "documents/table_columns.hpp"
#include "exchange/csv_writer.hpp"
#include "modules/coordination/analysis/analysis_actions.hpp"
#include "modules/coordination/analysis/county_source.hpp"
#include "text/numbers.hpp"

namespace metodica::coordination {
namespace {

constexpr double unit_mm = 27;
constexpr double letters = 6;

Form file_form(const Messages& say) {
  Form form("county_table_file", "coordination.county_table_file", say("common.download"));
  form.reads();
  year_field(form, say);
  form.choice("format", say("county_table.format"))
      .required()
      .option("pdf", say("county_table.file.pdf"))
      .option("xlsx", say("county_table.file.xlsx"))
      .option("csv", say("county_table.file.csv"))
      .option("schema", say("county_table.file.schema"));
  return form;
}

std::string heading_of(const CountyColumn& column, const Messages& say) {
  return say("county_table." + std::string(column.code));
}

// On paper money goes without bani: the columns are narrow and the file has them.
bool on_paper(const CountyColumn& column) {
  return column.code != "service_points" && column.code != "seats" && column.code != "area_m2" &&
         column.code != "internet" && column.code != "additions_other" &&
         column.code != "expenditure_acquisitions" && column.code != "staff_persons";
}

std::string paper_number(const CountyColumn& column, const Decimal& value, const Messages& say) {
  constexpr int most = 1;
  const bool money = column.group == "money" && column.source == ColumnSource::figure;
  const int places = money ? 0 : std::min(value.places, most);
  return shown_decimal(from_e4(to_e4(value), places), say.lang());
}

std::string paper_text(const CountyColumn& column, const CountyCell& cell, const Messages& say) {
  if (cell.value)
    return paper_number(column, *cell.value, say);
  if (column.code == "status" && !cell.text.empty())
    return say("county_table.status_short." + cell.text);
  return shown(cell, say);
}

TableColumn number_column(std::string title, double width_mm) {
  TableColumn column = text_column(std::move(title), width_mm);
  column.align = Align::right;
  column.rotated = true;
  return column;
}

FlowTable paper_table(const CountyTable& of, const Messages& say) {
  FlowTable table;
  table.font_pt = letters;
  TableColumn unit = weighted_column(say("county_table.name"), 1);
  unit.width_mm = unit_mm;
  table.columns = {unit, number_column(say("analysis.population"), 11)};
  std::vector<std::size_t> shown_columns;
  for (std::size_t i = 0; i < of.columns.size(); ++i) {
    if (!on_paper(of.columns[i]))
      continue;
    shown_columns.push_back(i);
    TableColumn column = number_column(heading_of(of.columns[i], say), 0);
    column.weight =
        of.columns[i].code == "last_stock_check" || of.columns[i].code == "expenditure" ? 1.5 : 1;
    table.columns.push_back(std::move(column));
  }
  for (const CountyTable::Row& row : of.rows) {
    TableRow line{RowKind::entry,
                  {row.of->unit.name, shown_integer(row.of->unit.population, say.lang())}};
    for (const std::size_t i : shown_columns)
      line.cells.emplace_back(paper_text(of.columns[i], row.cells[i], say));
    table.rows.push_back(std::move(line));
  }
  for (const CountySumRow& sum : of.sums) {
    TableRow line{RowKind::bold, {say("county_table.sum." + sum.code), std::string()}};
    for (const std::size_t i : shown_columns) {
      const auto& value = sum.cells[i];
      line.cells.emplace_back(value ? sum.code == "change"
                                          ? shown_decimal(*value, say.lang())
                                          : paper_number(of.columns[i], *value, say)
                                    : std::string());
    }
    table.rows.push_back(std::move(line));
  }
  return table;
}

Result<Reply> as_pdf(Call& call, const CountyTable& table, const std::string& name) {
  const Messages& say = call.say();
  FlowPaper paper;
  PageFormat format;
  format.orientation = Orientation::landscape;
  constexpr double edge = 10;
  format.margins.left = edge;
  paper.paper = library_paper(call, say("county_table.title"), format);
  paper.paper.letterhead.date = call.today();
  paper.paper.footer.period = std::to_string(table.year);
  paper.font_pt = 8;
  paper.blocks.emplace_back(paper_table(table, say));
  paper.blocks.emplace_back(Paragraph{say("county_table.signs")});
  paper.blocks.emplace_back(Paragraph{say("county_table.sums_why")});
  METODICA_TRY(Documents* const documents, call.services().documents());
  METODICA_TRY(std::string pdf, documents->flow_pdf(paper, say));
  return Reply::document(name + ".pdf", "application/pdf", std::move(pdf));
}

WorkbookCell workbook_cell(const CountyCell& cell) {
  if (!cell.value) {
    if (const auto day = Date::parse(cell.text))
      return *day;
    return std::monostate();
  }
  if (cell.value->places == 0)
    return cell.value->value;
  return Money::from_e4(to_e4(*cell.value));
}

WorkbookKind kind_of(const CountyColumn& column) {
  if (column.code == "status")
    return WorkbookKind::text;
  if (column.code == "last_stock_check")
    return WorkbookKind::date;
  return column.places == 0 ? WorkbookKind::integer : WorkbookKind::money;
}

Result<Reply> as_workbook(Call& call, const CountyTable& table, const std::string& name) {
  const Messages& say = call.say();
  Workbook book;
  book.sheet = std::to_string(table.year);
  book.above = {setting(call.work(), "institution.name"),
                say("county_table.title_of", {{"year", std::to_string(table.year)}}),
                say("county_table.empty_cells")};
  constexpr double name_width = 22;
  book.columns = {{say("analysis.siruta"), WorkbookKind::integer},
                  {say("county_table.name"), WorkbookKind::text, name_width},
                  {say("analysis.population"), WorkbookKind::integer},
                  {say("analysis.return_state"), WorkbookKind::text}};
  for (const CountyColumn& column : table.columns)
    book.columns.push_back({heading_of(column, say), kind_of(column)});
  book.made_on = call.today();
  book.program = call.services().program();
  std::size_t at = 0;
  book.rows = [&](std::vector<WorkbookCell>& row) {
    if (at == table.rows.size())
      return false;
    const CountyTable::Row& one = table.rows[at++];
    row = {one.of->unit.siruta, one.of->unit.name, one.of->unit.population,
           say("return.state." + std::string(name_of(one.of->state)))};
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      if (table.columns[i].code == "status" && !one.cells[i].text.empty())
        row.emplace_back(shown(one.cells[i], say));
      else
        row.push_back(workbook_cell(one.cells[i]));
    }
    return true;
  };
  METODICA_TRY(std::string bytes, workbook_xlsx(book));
  return Reply::document(name + ".xlsx", xlsx_type, std::move(bytes));
}

// Comma and no mark: what the Table Schema beside it promises (RFC 4180).
Reply as_csv(const CountyTable& table, const std::string& name) {
  CsvStyle style;
  style.delimiter = ',';
  style.byte_order_mark = false;
  style.disarm_formulas = true;
  CsvWriter writer(style);
  std::vector<std::string> header = {"siruta", "name", "type", "population", "year", "state"};
  for (const CountyColumn& column : table.columns)
    header.emplace_back(column.code);
  writer.row(header);
  for (const CountyTable::Row& row : table.rows) {
    const Unit& unit = row.of->unit;
    std::vector<std::string> cells = {std::to_string(unit.siruta),
                                      unit.name,
                                      unit.type,
                                      std::to_string(unit.population),
                                      std::to_string(table.year),
                                      std::string(name_of(row.of->state))};
    for (const CountyCell& cell : row.cells) {
      if (cell.value)
        cells.push_back(plain_decimal(*cell.value));
      else
        cells.push_back(cell.text.empty() ? std::string(name_of(cell.why)) : cell.text);
    }
    writer.row(cells);
  }
  return Reply::document(name + ".csv", "text/csv; charset=utf-8", writer.take());
}

Json schema_field(std::string_view name, const char* type, std::string title) {
  return Json::object({{"name", std::string(name)}, {"type", type}, {"title", std::move(title)}});
}

const char* schema_type(const CountyColumn& column) {
  if (column.code == "status")
    return "string";
  if (column.code == "last_stock_check")
    return "date";
  return column.places == 0 ? "integer" : "number";
}

Reply as_schema(const CountyTable& table, const std::string& name, const Messages& say) {
  Json::Array fields = {schema_field("siruta", "integer", say("analysis.siruta")),
                        schema_field("name", "string", say("county_table.name")),
                        schema_field("type", "string", say("coordination.type_label")),
                        schema_field("population", "integer", say("analysis.population")),
                        schema_field("year", "year", say("analysis.year")),
                        schema_field("state", "string", say("analysis.return_state"))};
  for (const CountyColumn& column : table.columns)
    fields.push_back(schema_field(column.code, schema_type(column), heading_of(column, say)));
  const Json schema = Json::object(
      {{"$schema", "https://specs.frictionlessdata.io/schemas/table-schema.json"},
       {"path", name + ".csv"},
       {"title", say("county_table.title")},
       {"fields", std::move(fields)},
       {"primaryKey", Json::array({"siruta", "year"})},
       {"missingValues", Json::array({"", "not_reported", "not_counted", "not_applicable"})}});
  return Reply::document(name + ".schema.json", "application/json", schema.dump() + "\n");
}

Result<Reply> run_file(Call& call, const Values& in) {
  const std::int64_t year = wanted_year(call, in);
  const std::string format = in.text("format");
  const auto now = county_year(call.work(), year);
  const auto before = county_year(call.work(), year - 1);
  CountyTable table = county_table(now, before, county_extras(call.work(), year));
  table.year = year;
  const std::string name = "situatia-bibliotecilor-" + std::to_string(year);
  if (format == "xlsx")
    return as_workbook(call, table, name);
  if (format == "csv")
    return as_csv(table, name);
  if (format == "schema")
    return as_schema(table, name, call.say());
  return as_pdf(call, table, name);
}

}  // namespace

void add_county_table_files(ActionList& actions) {
  actions.push_back({"coordination.county_table_file",
                     ActionKind::read,
                     analysis_readers,
                     "document",
                     file_form,
                     R"({"year":2025,"format":"csv"})",
                     {},
                     run_file,
                     {}});
}

}  // namespace metodica::coordination
