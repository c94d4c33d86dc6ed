#include "modules/withdrawal/withdrawal_store.hpp"

namespace metodica::withdrawal {
namespace {

constexpr std::string_view select_proposals =
    "SELECT p.proposal, p.cause, p.remarks, p.proposed_on, p.proposed_by, "
    "(SELECT COUNT(*) FROM withdrawal_item i WHERE i.library = p.library AND i.proposal = "
    "p.proposal), "
    "(SELECT COUNT(*) FROM withdrawal_minutes m WHERE m.library = p.library AND m.proposal = "
    "p.proposal), "
    "COALESCE((SELECT 1 + e.approved FROM withdrawal_end e WHERE e.library = p.library "
    "AND e.proposal = p.proposal), 0) "
    "FROM withdrawal_proposal p WHERE p.library = {library} ";

State state_of(std::int64_t minutes, std::int64_t end) {
  if (end == 2)
    return State::approved;
  if (end == 1)
    return State::refused;
  return minutes != 0 ? State::examined : State::proposed;
}

std::vector<Proposal> read_proposals(UnitOfWork& work, const std::string& rest,
                                     const Binds& binds) {
  std::vector<Proposal> list;
  work.each<std::int64_t, std::string, std::string, Date, std::string, std::int64_t, std::int64_t,
            std::int64_t>(
      std::string(select_proposals) + rest, binds,
      [&](std::int64_t id, std::string cause, std::string remarks, Date on, std::string by,
          std::int64_t units, std::int64_t minutes, std::int64_t end) {
        list.push_back({id, std::move(cause), std::move(remarks), on, std::move(by),
                        state_of(minutes, end), units});
      });
  return list;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines)
    text += (text.empty() ? "" : "\n") + line;
  return text;
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return lines;
}

}  // namespace

void insert_proposal(UnitOfWork& work, const Proposal& proposal, const std::vector<Item>& items,
                     const std::vector<TurnedAway>& turned_away, const Stamp& stamp) {
  work.execute(
      "INSERT INTO withdrawal_proposal (library, proposal, cause, remarks, proposed_on, "
      "proposed_by, proposed_at) "
      "VALUES ({library}, $1, $2, $3, $4, $5, $6)",
      {proposal.proposal, proposal.cause, proposal.remarks, proposal.proposed_on, stamp.by,
       stamp.at_utc});
  Batch accepted("withdrawal_item", {{"proposal", ColumnKind::integer},
                                     {"line", ColumnKind::integer},
                                     {"register", ColumnKind::text},
                                     {"number", ColumnKind::integer},
                                     {"state", ColumnKind::text}});
  for (const auto& item : items) {
    accepted.add(
        {proposal.proposal, item.line, item.number.register_code, item.number.number, item.state});
  }
  work.insert(accepted);
  std::int64_t line = 0;
  for (const auto& refused : turned_away) {
    work.execute(
        "INSERT INTO withdrawal_turned_away (library, proposal, line, code, reason) "
        "VALUES ({library}, $1, $2, $3, $4)",
        {proposal.proposal, ++line, refused.code, refused.reason});
  }
}

std::optional<Proposal> proposal(UnitOfWork& work, std::int64_t id) {
  auto list = read_proposals(work, "AND p.proposal = $1", {id});
  if (list.empty())
    return {};
  return std::move(list.front());
}

std::vector<Proposal> proposals(UnitOfWork& work) {
  return read_proposals(work, "ORDER BY p.proposal DESC", {});
}

std::vector<Item> items(UnitOfWork& work, std::int64_t id) {
  std::vector<Item> list;
  work.each<std::int64_t, std::string, std::int64_t, std::string, std::int64_t, std::int64_t,
            std::string>(
      "SELECT i.line, i.register, i.number, i.state, CASE WHEN f.line IS NULL THEN 0 ELSE 1 END, "
      "COALESCE(f.accepted, 0), COALESCE(f.finding, '') FROM withdrawal_item i LEFT JOIN "
      "withdrawal_finding f "
      "ON f.library = i.library AND f.proposal = i.proposal AND f.line = i.line "
      "WHERE i.library = {library} AND i.proposal = $1 ORDER BY i.line",
      {id},
      [&](std::int64_t line, std::string code, std::int64_t number, std::string state,
          std::int64_t judged, std::int64_t accepted, std::string finding) {
        list.push_back({line,
                        {std::move(code), number},
                        std::move(state),
                        judged != 0,
                        accepted != 0,
                        std::move(finding)});
      });
  return list;
}

std::vector<TurnedAway> turned_away(UnitOfWork& work, std::int64_t id) {
  std::vector<TurnedAway> list;
  work.each<std::string, std::string>(
      "SELECT code, reason FROM withdrawal_turned_away WHERE library = {library} AND proposal = $1 "
      "ORDER BY line",
      {id}, [&](std::string code, std::string reason) {
        list.push_back({std::move(code), std::move(reason)});
      });
  return list;
}

std::int64_t open_proposal_of(UnitOfWork& work, const InventoryNumber& number) {
  return work.number(
      "SELECT i.proposal FROM withdrawal_item i WHERE i.library = {library} AND i.register = $1 "
      "AND i.number = $2 "
      "AND NOT EXISTS (SELECT 1 FROM withdrawal_end e WHERE e.library = i.library AND e.proposal = "
      "i.proposal) "
      "AND NOT EXISTS (SELECT 1 FROM withdrawal_finding f WHERE f.library = i.library "
      "AND f.proposal = i.proposal AND f.line = i.line AND f.accepted = 0) ORDER BY i.proposal "
      "LIMIT 1",
      {number.register_code, number.number});
}

void insert_minutes(UnitOfWork& work, std::int64_t id, const Minutes& minutes,
                    const std::vector<Item>& findings, const Stamp& stamp) {
  work.execute(
      "INSERT INTO withdrawal_minutes (library, proposal, decision_number, decision_date, chair, "
      "members, "
      "minutes_number, minutes_date, destination, conclusions, examined_by, examined_at) "
      "VALUES ({library}, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
      {id, minutes.decision_number, minutes.decision_date, minutes.chair, joined(minutes.members),
       minutes.minutes_number, minutes.minutes_date, minutes.destination, minutes.conclusions,
       stamp.by, stamp.at_utc});
  for (const auto& item : findings) {
    work.execute(
        "INSERT INTO withdrawal_finding (library, proposal, line, accepted, finding) "
        "VALUES ({library}, $1, $2, $3, $4)",
        {id, item.line, item.accepted ? 1 : 0, item.finding});
  }
}

std::optional<Minutes> minutes(UnitOfWork& work, std::int64_t id) {
  std::optional<Minutes> found;
  work.each<std::string, Date, std::string, std::string, std::string, Date, std::string,
            std::string>(
      "SELECT decision_number, decision_date, chair, members, minutes_number, minutes_date, "
      "destination, "
      "conclusions FROM withdrawal_minutes WHERE library = {library} AND proposal = $1",
      {id},
      [&](std::string decision_number, Date decision_date, std::string chair,
          const std::string& members, std::string minutes_number, Date minutes_date,
          std::string destination, std::string conclusions) {
        found = Minutes{std::move(decision_number), decision_date,
                        std::move(chair),           split(members),
                        std::move(minutes_number),  minutes_date,
                        std::move(destination),     std::move(conclusions)};
      });
  return found;
}

void insert_end(UnitOfWork& work, std::int64_t id, const End& end, const Stamp& stamp) {
  work.execute(
      "INSERT INTO withdrawal_end (library, proposal, approved, decision_number, decision_date, "
      "council, reason, "
      "exit_year, exit_number, ended_on, ended_by, ended_at) "
      "VALUES ({library}, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
      {id, end.approved ? 1 : 0, end.decision_number, end.decision_date, end.council, end.reason,
       end.exit_year, end.exit_number, end.ended_on, stamp.by, stamp.at_utc});
}

std::optional<End> end_of(UnitOfWork& work, std::int64_t id) {
  std::optional<End> found;
  work.each<std::int64_t, std::string, Date, std::string, std::string, std::int64_t, std::int64_t,
            Date>(
      "SELECT approved, decision_number, decision_date, council, reason, exit_year, exit_number, "
      "ended_on "
      "FROM withdrawal_end WHERE library = {library} AND proposal = $1",
      {id},
      [&](std::int64_t approved, std::string number, Date date, std::string council,
          std::string reason, std::int64_t year, std::int64_t exit_number, Date on) {
        found = End{approved != 0, std::move(number), date, std::move(council), std::move(reason),
                    year,          exit_number,       on};
      });
  return found;
}

}  // namespace metodica::withdrawal
