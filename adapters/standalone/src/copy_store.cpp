#include "standalone/src/copy_store.hpp"

namespace metodica::standalone {
namespace {

const std::string selected =
    "SELECT copy.id, copy.barcode, title, library, branch, place, register, number, call_number,"
    " udc, price, state, volume, note, changed_at, version, loan.barcode IS NOT NULL,"
    " COALESCE(loan.since, ''), COALESCE(loan.due, '')"
    " FROM copy LEFT JOIN loan ON loan.barcode = copy.barcode";

const std::vector<ColumnKind>& selected_kinds() {
  constexpr auto integer = ColumnKind::integer;
  constexpr auto text = ColumnKind::text;
  static const std::vector<ColumnKind> kinds{integer, text,    integer, text, text, text, text,
                                             integer, text,    text,    text, text, text, text,
                                             text,    integer, integer, text, text};
  return kinds;
}

CopyWithLoan read_copy(const Row& row) {
  CopyWithLoan read;
  CopyRow& copy = read.copy;
  copy.id = row.integer(0);
  copy.barcode = row.text(1);
  copy.title = row.integer(2);
  copy.library = row.text(3);
  copy.branch = row.text(4);
  copy.place = row.text(5);
  copy.register_code = row.text(6);
  copy.number = row.integer(7);
  copy.call_number = row.text(8);
  copy.udc = row.text(9);
  copy.price = row.text(10);
  copy.state = row.text(11);
  copy.volume = row.text(12);
  copy.note = row.text(13);
  copy.changed_at = row.text(14);
  copy.version = row.integer(15);
  if (row.integer(16) != 0) {
    read.loan = Loan{copy.barcode, row.text(17), row.text(18)};
  }
  return read;
}

std::vector<CopyWithLoan> fetch_copies(UnitOfWork& work, const std::string& condition,
                                       const Binds& binds) {
  std::vector<CopyWithLoan> copies;
  work.fetch(selected + condition, binds, selected_kinds(), [&](const Row& row) {
    copies.push_back(read_copy(row));
    return true;
  });
  return copies;
}

std::optional<CopyWithLoan> fetch_one(UnitOfWork& work, const std::string& condition,
                                      const Binds& binds) {
  auto found = fetch_copies(work, condition, binds);
  if (found.empty()) {
    return std::nullopt;
  }
  return std::move(found.front());
}

}  // namespace

Json CopyWithLoan::json() const {
  Json json = copy_to_json(copy);
  if (loan) {
    Json days = Json::object();
    if (!loan->since.empty()) {
      days.set("since", loan->since);
    }
    if (!loan->due.empty()) {
      days.set("due", loan->due);
    }
    json.set("loan", std::move(days));
  }
  return json;
}

std::optional<CopyWithLoan> copy_by_id(UnitOfWork& work, std::int64_t id) {
  return fetch_one(work, " WHERE copy.id = $1", {id});
}

std::optional<CopyWithLoan> copy_by_barcode(UnitOfWork& work, const std::string& barcode) {
  return fetch_one(work, " WHERE copy.barcode = $1 AND copy.barcode <> ''", {barcode});
}

std::optional<CopyWithLoan> copy_by_number(UnitOfWork& work, const std::string& library,
                                           const std::string& register_code, std::int64_t number) {
  return fetch_one(work,
                   " WHERE copy.library = $1 AND register = $2 AND number = $3 AND number > 0",
                   {library, register_code, number});
}

std::vector<CopyWithLoan> walk_copies(UnitOfWork& work, const std::string& library,
                                      const CopyFilter& filter, std::int64_t after,
                                      std::int64_t limit) {
  return fetch_copies(
      work,
      " WHERE copy.id > $1 AND copy.library = $2 AND ($3 = '' OR branch = $3)"
      " AND ($4 = '' OR place = $4) AND ($5 = '' OR state = $5) AND ($6 = 0 OR title = $6)"
      " AND changed_at >= $7 ORDER BY copy.id LIMIT $8",
      {after, library, filter.branch, filter.place, filter.state, filter.title,
       filter.changed_since, limit});
}

std::string collision(UnitOfWork& work, const CopyRow& copy) {
  if (!copy.barcode.empty() &&
      work.number("SELECT COUNT(*) FROM copy WHERE barcode = $1 AND barcode <> '' AND id <> $2",
                  {copy.barcode, copy.id}) > 0) {
    return "barcode_in_use";
  }
  if (copy.number > 0 &&
      work.number("SELECT COUNT(*) FROM copy WHERE library = $1 AND register = $2 AND number = $3"
                  " AND number > 0 AND id <> $4",
                  {copy.library, copy.register_code, copy.number, copy.id}) > 0) {
    return "number_in_use";
  }
  return {};
}

void add_copy(UnitOfWork& work, CopyRow& copy) {
  copy.id = work.number("SELECT COALESCE(MAX(id), 0) FROM copy") + 1;
  work.execute(
      "INSERT INTO copy (id, barcode, title, library, branch, place, register, number,"
      " call_number, udc, price, state, volume, note, cause, act_number, act_date, changed_at,"
      " version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, '', '', '',"
      " $15, $16)",
      {copy.id, copy.barcode, copy.title, copy.library, copy.branch, copy.place, copy.register_code,
       copy.number, copy.call_number, copy.udc, copy.price, copy.state, copy.volume, copy.note,
       copy.changed_at, copy.version});
}

void update_copy(UnitOfWork& work, CopyRow& copy) {
  ++copy.version;
  work.execute(
      "UPDATE copy SET barcode = $1, title = $2, branch = $3, place = $4, register = $5,"
      " number = $6, call_number = $7, udc = $8, price = $9, state = $10, volume = $11,"
      " note = $12, changed_at = $13, version = $14 WHERE id = $15",
      {copy.barcode, copy.title, copy.branch, copy.place, copy.register_code, copy.number,
       copy.call_number, copy.udc, copy.price, copy.state, copy.volume, copy.note, copy.changed_at,
       copy.version, copy.id});
}

void retire_copy(UnitOfWork& work, CopyRow& copy, const Retirement& why) {
  copy.state = "withdrawn";
  update_copy(work, copy);
  work.execute("UPDATE copy SET cause = $1, act_number = $2, act_date = $3 WHERE id = $4",
               {why.cause, why.act_number, why.act_date, copy.id});
}

void clear_loans(UnitOfWork& work) {
  work.execute("DELETE FROM loan");
}

void set_loan(UnitOfWork& work, const Loan& loan) {
  work.execute(
      "INSERT INTO loan (barcode, since, due) VALUES ($1, $2, $3)"
      " ON CONFLICT (barcode) DO UPDATE SET since = excluded.since, due = excluded.due",
      {loan.barcode, loan.since, loan.due});
}

bool remove_loan(UnitOfWork& work, const std::string& barcode) {
  return work.execute("DELETE FROM loan WHERE barcode = $1", {barcode}) > 0;
}

std::vector<Loan> loans_after(UnitOfWork& work, const std::string& barcode, std::int64_t limit) {
  std::vector<Loan> loans;
  work.each<std::string, std::string, std::string>(
      "SELECT barcode, since, due FROM loan WHERE barcode > $1 ORDER BY barcode LIMIT $2",
      {barcode, limit}, [&](std::string one, std::string since, std::string due) {
        loans.push_back({std::move(one), std::move(since), std::move(due)});
      });
  return loans;
}

}  // namespace metodica::standalone
