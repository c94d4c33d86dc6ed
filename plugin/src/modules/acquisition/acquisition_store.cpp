#include "modules/acquisition/acquisition_store.hpp"

#include "json/json.hpp"
#include "modules/acquisition/codes.hpp"

namespace metodica::acquisition {
namespace {

std::string list_text(const std::vector<std::string>& list) {
  Json::Array items(list.begin(), list.end());
  return Json(std::move(items)).dump();
}

std::vector<std::string> list_of(const std::string& text) {
  std::vector<std::string> list;
  if (const auto json = Json::parse(text)) {
    for (const Json& item : json->items())
      list.push_back(item.text());
  }
  return list;
}

const char* const select_acts =
    "SELECT id, state, source, partner, act_kind, act_number, act_date, has_total, total_e4, "
    "difference_note, "
    "remarks, corrects, counted, minutes_number, minutes_date, committee, registered_on, lot_year, "
    "lot_number, "
    "net_e4, vat_e4, value_e4, hash, cancel_reason FROM acquisition_act WHERE library = {library} ";

std::vector<Act> read_acts(UnitOfWork& work, const std::string& rest, const Binds& binds) {
  std::vector<Act> found;
  using Text = std::string;
  using Number = std::int64_t;
  work.each<Text, Text, Text, Text, Text, Text, Date, Number, Money, Text, Text, Text, Number, Text,
            Date, Text, Date, Number, Number, Money, Money, Money, Text, Text>(
      select_acts + rest, binds,
      [&](Text id, const Text& state, Text source, Text partner, Text kind, Text number, Date date,
          Number has_total, Money total, Text difference_note, Text remarks, Text corrects,
          Number counted, Text minutes_number, Date minutes_date, const Text& committee,
          Date registered_on, Number lot_year, Number lot_number, Money net, Money vat, Money value,
          Text hash, Text cancel_reason) {
        Act act;
        act.id = std::move(id);
        act.state = act_state_of(state);
        act.source = std::move(source);
        act.partner = std::move(partner);
        act.kind = std::move(kind);
        act.number = std::move(number);
        act.date = date;
        act.has_total = has_total != 0;
        act.total = total;
        act.difference_note = std::move(difference_note);
        act.remarks = std::move(remarks);
        act.corrects = std::move(corrects);
        act.counted = counted != 0;
        act.minutes = {std::move(minutes_number), minutes_date};
        act.committee = list_of(committee);
        act.registered_on = registered_on;
        act.lot_year = lot_year;
        act.lot_number = lot_number;
        act.net = net;
        act.vat = vat;
        act.value = value;
        act.hash = std::move(hash);
        act.cancel_reason = std::move(cancel_reason);
        found.push_back(std::move(act));
      });
  return found;
}

/// The columns of a line in the order in which they are written and read.
const std::vector<std::pair<std::string, ColumnKind>>& line_columns() {
  constexpr auto text = ColumnKind::text;
  constexpr auto integer = ColumnKind::integer;
  static const auto& columns = *new std::vector<std::pair<std::string, ColumnKind>>{
      {"act", text},          {"line", integer},        {"charge", text},
      {"author", text},       {"title", text},          {"volume", text},
      {"edition", text},      {"publication", text},    {"place", text},
      {"publisher", text},    {"year", text},           {"isbn", text},
      {"isbd", text},         {"language", text},       {"udc", text},
      {"content", text},      {"daily", integer},       {"register", text},
      {"category", text},     {"custody", text},        {"title_ref", text},
      {"heritage", integer},  {"barcodes", text},       {"price_kind", text},
      {"amount_e4", integer}, {"discount_e4", integer}, {"vat_e4", integer},
      {"zero_reason", text},  {"copies", integer},      {"accepted", integer},
      {"refused", integer},   {"count_note", text},     {"first_number", integer},
      {"value_e4", integer}};
  return columns;
}

std::vector<Bind> binds_of(const Act& act, std::size_t row) {
  const Line& line = act.lines[row];
  return {act.id,
          row,
          code_of(line.price.charge),
          line.author,
          line.title,
          line.volume,
          line.edition,
          line.publication,
          line.place,
          line.publisher,
          line.year,
          line.isbn,
          line.isbd,
          line.language,
          line.udc,
          line.content,
          line.daily,
          line.register_code,
          line.category,
          line.custody,
          line.title_ref,
          line.heritage,
          list_text(line.barcodes),
          code_of(line.price.kind),
          line.price.amount,
          line.price.discount.e4,
          line.price.vat.e4,
          line.price.zero_reason,
          line.price.copies,
          line.price.accepted,
          line.refused,
          line.count_note,
          line.first_number,
          line.value};
}

/// Takes the cells of a row one after the other, so that no column is counted by hand.
class Cells {
 public:
  explicit Cells(const Row& row) : row_(row) {}
  const std::string& text() { return row_.text(at_++); }
  std::int64_t integer() { return row_.integer(at_++); }
  bool yes() { return integer() != 0; }

 private:
  const Row& row_;
  std::size_t at_ = 0;
};

Line line_of(Cells cells) {
  Line line;
  line.price.charge = charge_of(cells.text());
  line.author = cells.text();
  line.title = cells.text();
  line.volume = cells.text();
  line.edition = cells.text();
  line.publication = cells.text();
  line.place = cells.text();
  line.publisher = cells.text();
  line.year = cells.text();
  line.isbn = cells.text();
  line.isbd = cells.text();
  line.language = cells.text();
  line.udc = cells.text();
  line.content = cells.text();
  line.daily = cells.yes();
  line.register_code = cells.text();
  line.category = cells.text();
  line.custody = cells.text();
  line.title_ref = cells.text();
  line.heritage = cells.yes();
  line.barcodes = list_of(cells.text());
  line.price.kind = price_kind_of(cells.text());
  line.price.amount = Money::from_e4(cells.integer());
  line.price.discount.e4 = cells.integer();
  line.price.vat.e4 = cells.integer();
  line.price.zero_reason = cells.text();
  line.price.copies = cells.integer();
  line.price.accepted = cells.integer();
  line.refused = cells.integer();
  line.count_note = cells.text();
  line.first_number = cells.integer();
  line.value = Money::from_e4(cells.integer());
  return line;
}

std::vector<Line> read_lines(UnitOfWork& work, const std::string& act) {
  constexpr std::size_t before = 2;  // the act and the line's place are known
  std::string sql = "SELECT ";
  std::vector<ColumnKind> kinds;
  for (std::size_t at = before; at < line_columns().size(); ++at) {
    sql += (at == before ? "" : ", ") + line_columns()[at].first;
    kinds.push_back(line_columns()[at].second);
  }
  sql += " FROM acquisition_line WHERE library = {library} AND act = $1 ORDER BY line";
  std::vector<Line> lines;
  work.fetch(sql, {act}, kinds, [&](const Row& row) {
    lines.push_back(line_of(Cells(row)));
    return true;
  });
  return lines;
}

}  // namespace

void save_head(UnitOfWork& work, const Act& act, const Stamp& stamp) {
  work.execute(
      "INSERT INTO acquisition_act (library, id, state, source, partner, act_kind, act_number, "
      "act_date, has_total, "
      "total_e4, difference_note, remarks, corrects, counted, minutes_number, minutes_date, "
      "committee, registered_on, "
      "lot_year, lot_number, net_e4, vat_e4, value_e4, hash, cancel_reason, changed_by, "
      "changed_at) "
      "VALUES ({library}, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, "
      "$17, $18, $19, $20, "
      "$21, $22, $23, $24, $25, $26) ON CONFLICT (library, id) DO UPDATE SET state = "
      "excluded.state, "
      "source = excluded.source, partner = excluded.partner, act_kind = excluded.act_kind, "
      "act_number = excluded.act_number, act_date = excluded.act_date, has_total = "
      "excluded.has_total, "
      "total_e4 = excluded.total_e4, difference_note = excluded.difference_note, remarks = "
      "excluded.remarks, "
      "corrects = excluded.corrects, counted = excluded.counted, minutes_number = "
      "excluded.minutes_number, "
      "minutes_date = excluded.minutes_date, committee = excluded.committee, registered_on = "
      "excluded.registered_on, "
      "lot_year = excluded.lot_year, lot_number = excluded.lot_number, net_e4 = excluded.net_e4, "
      "vat_e4 = excluded.vat_e4, value_e4 = excluded.value_e4, hash = excluded.hash, "
      "cancel_reason = excluded.cancel_reason, changed_by = excluded.changed_by, changed_at = "
      "excluded.changed_at",
      {act.id,
       code_of(act.state),
       act.source,
       act.partner,
       act.kind,
       act.number,
       act.date,
       act.has_total,
       act.total,
       act.difference_note,
       act.remarks,
       act.corrects,
       act.counted,
       act.minutes.number,
       act.minutes.date,
       list_text(act.committee),
       act.registered_on,
       act.lot_year,
       act.lot_number,
       act.net,
       act.vat,
       act.value,
       act.hash,
       act.cancel_reason,
       stamp.by,
       stamp.at});
}

void save_act(UnitOfWork& work, const Act& act, const Stamp& stamp) {
  save_head(work, act, stamp);
  work.execute("DELETE FROM acquisition_line WHERE library = {library} AND act = $1", {act.id});
  Batch batch("acquisition_line", line_columns());
  for (std::size_t row = 0; row < act.lines.size(); ++row)
    batch.add(binds_of(act, row));
  if (batch.rows() > 0)
    work.insert(batch);
}

std::optional<Act> load_act(UnitOfWork& work, const std::string& id) {
  auto found = read_acts(work, "AND id = $1", {id});
  if (found.empty())
    return {};
  found.front().lines = read_lines(work, id);
  return std::move(found.front());
}

std::vector<Act> acts(UnitOfWork& work, std::string_view before, std::int64_t limit) {
  if (before.empty())
    return read_acts(work, "ORDER BY id DESC LIMIT $1", {limit});
  return read_acts(work, "AND id < $1 ORDER BY id DESC LIMIT $2", {before, limit});
}

std::string same_paper(UnitOfWork& work, const Act& than) {
  const auto row = work.one<std::string>(
      "SELECT id FROM acquisition_act WHERE library = {library} AND act_kind = $1 AND act_number = "
      "$2 "
      "AND act_date = $3 AND partner = $4 AND id <> $5 AND state = 'draft'",
      {than.kind, than.number, than.date, than.partner, than.id});
  return row ? std::get<0>(*row) : std::string();
}

Classed classed_before(UnitOfWork& work, const Line& line) {
  const std::string select =
      "SELECT l.udc, l.content, a.act_number FROM acquisition_line l JOIN acquisition_act a "
      "ON a.library = l.library AND a.id = l.act WHERE l.library = {library} AND a.state = "
      "'signed' ";
  const std::string newest = " ORDER BY l.act DESC LIMIT 1";
  std::optional<std::tuple<std::string, std::string, std::string>> row;
  if (!line.isbn.empty()) {
    row = work.one<std::string, std::string, std::string>(select + "AND l.isbn = $1" + newest,
                                                          {line.isbn});
  }
  if (!row) {
    row = work.one<std::string, std::string, std::string>(
        select + "AND l.title = $1 AND l.author = $2" + newest, {line.title, line.author});
  }
  if (!row)
    return {};
  return {std::get<0>(*row), std::get<1>(*row), std::get<2>(*row)};
}

}  // namespace metodica::acquisition
