// Sessions: the decision, the list of expected copies, the statement and the minutes.

#include "modules/stocktaking/stocktaking_store.hpp"

namespace metodica::stocktaking {
namespace {

constexpr std::string_view select_sessions =
    "SELECT s.session, s.custody, s.reason, s.method, s.decision_number, s.decision_date, s.chair, "
    "s.members, "
    "s.starts_on, s.ends_on, s.opened_by, s.opened_at, "
    "(SELECT COUNT(*) FROM stocktaking_statement t WHERE t.library = s.library AND t.session = "
    "s.session), "
    "(SELECT COUNT(*) FROM stocktaking_close c WHERE c.library = s.library AND c.session = "
    "s.session), "
    "(SELECT COUNT(*) FROM stocktaking_expected e WHERE e.library = s.library AND e.session = "
    "s.session) "
    "FROM stocktaking_session s WHERE s.library = {library} ";

std::vector<Session> read_sessions(UnitOfWork& work, const std::string& rest, const Binds& binds) {
  std::vector<Session> list;
  work.each<std::int64_t, std::string, std::string, std::string, std::string, Date, std::string,
            std::string, Date, Date, std::string, std::string, std::int64_t, std::int64_t,
            std::int64_t>(
      std::string(select_sessions) + rest, binds,
      [&](std::int64_t id, std::string custody, std::string reason, std::string method,
          std::string decision_number, Date decision_date, std::string chair,
          const std::string& members, Date starts_on, Date ends_on, std::string opened_by,
          std::string opened_at, std::int64_t stated, std::int64_t closed, std::int64_t expected) {
        Session row;
        row.session = id;
        row.custody = std::move(custody);
        row.reason = std::move(reason);
        row.method = std::move(method);
        row.decision_number = std::move(decision_number);
        row.decision_date = decision_date;
        row.commission = {std::move(chair), split_lines(members)};
        row.starts_on = starts_on;
        row.ends_on = ends_on;
        row.opened_by = std::move(opened_by);
        row.opened_at = std::move(opened_at);
        row.stated = stated != 0;
        row.closed = closed != 0;
        row.expected = expected;
        list.push_back(std::move(row));
      });
  return list;
}

}  // namespace

void insert_session(UnitOfWork& work, const Session& session,
                    const std::vector<Expected>& expected) {
  work.execute(
      "INSERT INTO stocktaking_session (library, session, custody, reason, method, "
      "decision_number, decision_date, "
      "chair, members, starts_on, ends_on, opened_by, opened_at) "
      "VALUES ({library}, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
      {session.session, session.custody, session.reason, session.method, session.decision_number,
       session.decision_date, session.commission.chair, joined_lines(session.commission.members),
       session.starts_on, session.ends_on, session.opened_by, session.opened_at});
  Batch batch("stocktaking_expected", {{"session", ColumnKind::integer},
                                       {"register", ColumnKind::text},
                                       {"number", ColumnKind::integer},
                                       {"category", ColumnKind::text},
                                       {"value_e4", ColumnKind::integer},
                                       {"author", ColumnKind::text},
                                       {"title", ColumnKind::text},
                                       {"call_number", ColumnKind::text},
                                       {"barcode", ColumnKind::text}});
  for (const auto& copy : expected) {
    batch.add({session.session, copy.number.register_code, copy.number.number, copy.category,
               copy.value, copy.author, copy.title, copy.call_number, copy.barcode});
  }
  work.insert(batch);
}

std::optional<Session> session(UnitOfWork& work, std::int64_t id) {
  auto list = read_sessions(work, "AND s.session = $1", {id});
  if (list.empty())
    return {};
  return std::move(list.front());
}

std::vector<Session> sessions(UnitOfWork& work) {
  return read_sessions(work, "ORDER BY s.session DESC", {});
}

void insert_statement(UnitOfWork& work, std::int64_t id, const Statement& statement,
                      const Stamp& stamp) {
  work.execute(
      "INSERT INTO stocktaking_statement (library, session, stated_on, keeper, last_entry, "
      "last_exit, places, "
      "third_party, differences, in_transit, without_papers, unrecorded, noted_by, noted_at) "
      "VALUES ({library}, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
      {id, statement.stated_on, statement.keeper, statement.last_entry, statement.last_exit,
       statement.places, statement.third_party, statement.differences, statement.in_transit,
       statement.without_papers, statement.unrecorded, stamp.by, stamp.at_utc});
}

std::optional<Statement> statement(UnitOfWork& work, std::int64_t id) {
  std::optional<Statement> found;
  work.each<Date, std::string, std::string, std::string, std::string, std::string, std::string,
            std::string, std::string, std::string>(
      "SELECT stated_on, keeper, last_entry, last_exit, places, third_party, differences, "
      "in_transit, "
      "without_papers, unrecorded FROM stocktaking_statement WHERE library = {library} AND session "
      "= $1",
      {id},
      [&](Date stated_on, std::string keeper, std::string last_entry, std::string last_exit,
          std::string places, std::string third_party, std::string differences,
          std::string in_transit, std::string without_papers, std::string unrecorded) {
        found = Statement{stated_on,
                          std::move(keeper),
                          std::move(last_entry),
                          std::move(last_exit),
                          std::move(places),
                          std::move(third_party),
                          std::move(differences),
                          std::move(in_transit),
                          std::move(without_papers),
                          std::move(unrecorded)};
      });
  return found;
}

void insert_close(UnitOfWork& work, std::int64_t id, const Close& close, const Stamp& stamp) {
  work.execute(
      "INSERT INTO stocktaking_close (library, session, minutes_number, minutes_date, ended_on, "
      "causes, measures, "
      "storage, closed_by, closed_at) VALUES ({library}, $1, $2, $3, $4, $5, $6, $7, $8, $9)",
      {id, close.minutes_number, close.minutes_date, close.ended_on, close.causes, close.measures,
       close.storage, stamp.by, stamp.at_utc});
}

std::optional<Close> close_of(UnitOfWork& work, std::int64_t id) {
  std::optional<Close> found;
  work.each<std::string, Date, Date, std::string, std::string, std::string>(
      "SELECT minutes_number, minutes_date, ended_on, causes, measures, storage FROM "
      "stocktaking_close "
      "WHERE library = {library} AND session = $1",
      {id},
      [&](std::string number, Date date, Date ended_on, std::string causes, std::string measures,
          std::string storage) {
        found = Close{std::move(number), date, ended_on, std::move(causes), std::move(measures),
                      std::move(storage)};
      });
  return found;
}

}  // namespace metodica::stocktaking
