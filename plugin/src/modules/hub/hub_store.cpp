#include "modules/hub/hub_store.hpp"

#include <tuple>

namespace metodica::hub {
namespace {

constexpr const char* inbox_columns =
    "library, applied, stream_hash, waiting, contact_at, applied_at, problem, problem_at";

template <class Struct, class Tuple>
std::optional<Struct> made(std::optional<Tuple> row) {
  if (!row) {
    return std::nullopt;
  }
  return std::apply([](auto... values) { return Struct{std::move(values)...}; }, *std::move(row));
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    text += (text.empty() ? "" : " ") + word;
  }
  return text;
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    words.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

}  // namespace

bool is_hub(UnitOfWork& work) {
  return work.number("SELECT COUNT(*) FROM hub_county WHERE library = {library}") != 0;
}

void make_hub(UnitOfWork& work, std::string_view now_utc) {
  work.execute(
      "INSERT INTO hub_county (library, made_at) VALUES ({library}, $1) ON CONFLICT (library) DO "
      "NOTHING",
      {now_utc});
}

std::vector<Node> nodes(UnitOfWork& work) {
  std::vector<Node> all;
  work.each<std::string, std::string, std::string, std::string>(
      "SELECT node, name, enrolled_at, revoked_at FROM hub_node WHERE library = {library} ORDER BY "
      "name, node",
      {}, [&](std::string id, std::string name, std::string enrolled, std::string revoked) {
        all.push_back({std::move(id), std::move(name), std::move(enrolled), std::move(revoked)});
      });
  return all;
}

std::optional<Node> node(UnitOfWork& work, std::string_view id) {
  return made<Node>(work.one<std::string, std::string, std::string, std::string>(
      "SELECT node, name, enrolled_at, revoked_at FROM hub_node WHERE library = {library} AND node "
      "= $1",
      {id}));
}

std::string add_node(UnitOfWork& work, const std::string& name, std::string_view now_utc) {
  const std::string id = "n" + std::to_string(work.take("hub/node"));
  work.execute(
      "INSERT INTO hub_node (library, node, name, enrolled_at, revoked_at) VALUES ({library}, $1, "
      "$2, $3, '')",
      {id, name, now_utc});
  return id;
}

void revoke_node(UnitOfWork& work, const std::string& id, std::string_view now_utc) {
  work.execute(
      "UPDATE hub_node SET revoked_at = $1 WHERE library = {library} AND node = $2 AND revoked_at "
      "= ''",
      {now_utc, id});
  work.execute("DELETE FROM hub_token WHERE library = {library} AND node = $1", {id});
}

void add_code(UnitOfWork& work, const Code& code) {
  work.execute(
      "INSERT INTO hub_code (library, hash, name, libraries, made_by, valid_until, node) VALUES "
      "({library}, $1, $2, $3, $4, $5, '')",
      {code.hash, code.name, joined(code.libraries), code.made_by, code.valid_until});
}

std::optional<Code> code(UnitOfWork& work, const std::string& hash) {
  const auto row = work.one<std::string, std::string, std::string, std::string, std::string>(
      "SELECT name, libraries, made_by, valid_until, node FROM hub_code WHERE library = {library} "
      "AND hash = $1",
      {hash});
  if (!row) {
    return std::nullopt;
  }
  const auto& [name, libraries, made_by, valid_until, used] = *row;
  return Code{hash, name, words_of(libraries), made_by, valid_until, used};
}

std::vector<Code> open_codes(UnitOfWork& work, std::string_view now_utc) {
  std::vector<Code> all;
  work.each<std::string, std::string, std::string, std::string>(
      "SELECT name, libraries, made_by, valid_until FROM hub_code WHERE library = {library} AND "
      "node = '' AND valid_until > $1 ORDER BY valid_until",
      {now_utc},
      [&](std::string name, const std::string& libraries, std::string made_by, std::string until) {
        all.push_back(
            {"", std::move(name), words_of(libraries), std::move(made_by), std::move(until), ""});
      });
  return all;
}

void use_code(UnitOfWork& work, const std::string& hash, const std::string& node) {
  work.execute("UPDATE hub_code SET node = $1 WHERE library = {library} AND hash = $2",
               {node, hash});
}

bool add_token(UnitOfWork& work, const std::string& hash, const std::string& node,
               std::string_view now_utc) {
  work.execute(
      "INSERT INTO hub_token (library, hash, node, made_at, valid_until) VALUES ({library}, $1, "
      "$2, $3, '') ON CONFLICT (library, hash) DO NOTHING",
      {hash, node, now_utc});
  return work.number(
             "SELECT COUNT(*) FROM hub_token WHERE library = {library} AND hash = $1 AND node = $2",
             {hash, node}) == 1;
}

void end_other_tokens(UnitOfWork& work, const std::string& node, const std::string& hash,
                      std::string_view at_utc) {
  work.execute(
      "UPDATE hub_token SET valid_until = $1 WHERE library = {library} AND node = $2 AND hash <> "
      "$3 AND (valid_until = '' OR valid_until > $1)",
      {at_utc, node, hash});
}

std::optional<std::pair<Node, std::string>> node_of_token(UnitOfWork& work, const std::string& hash,
                                                          std::string_view now_utc) {
  const auto row = work.one<std::string, std::string>(
      "SELECT node, made_at FROM hub_token WHERE library = {library} AND hash = $1 AND "
      "(valid_until = '' OR valid_until > $2)",
      {hash, now_utc});
  if (!row) {
    return std::nullopt;
  }
  auto whose = node(work, std::get<0>(*row));
  if (!whose || !whose->revoked_at.empty()) {
    return std::nullopt;
  }
  return std::pair(*std::move(whose), std::get<1>(*row));
}

std::vector<std::string> libraries_of(UnitOfWork& work, const std::string& node) {
  std::vector<std::string> all;
  work.each<std::string>(
      "SELECT library FROM register_lock WHERE reason = 'foreign' AND node = $1 ORDER BY library",
      {node}, [&](std::string library) { all.push_back(std::move(library)); });
  return all;
}

std::optional<Node> keeper_of(UnitOfWork& work, const std::string& library) {
  const auto row = work.one<std::string>(
      "SELECT node FROM register_lock WHERE reason = 'foreign' AND library = $1", {library});
  return row ? node(work, std::get<0>(*row)) : std::nullopt;
}

void give_library(UnitOfWork& work, const std::string& library, const Node& node) {
  work.execute(
      "INSERT INTO register_lock (library, reason, node, name) VALUES ($1, 'foreign', $2, $3) ON "
      "CONFLICT (library) DO UPDATE SET node = excluded.node, name = excluded.name",
      {library, node.id, node.name});
}

void open_inbox(UnitOfWork& work, std::string_view now_utc) {
  work.execute(
      "INSERT INTO hub_inbox (library, applied, stream_hash, waiting, contact_at, applied_at, "
      "problem, problem_at) VALUES ({library}, -1, '', 0, $1, '', '', '') ON CONFLICT (library) DO "
      "UPDATE SET applied = -1, stream_hash = '', contact_at = excluded.contact_at, problem = '', "
      "problem_at = ''",
      {now_utc});
}

std::optional<Inbox> touch_inbox(UnitOfWork& work, std::string_view now_utc) {
  return made<Inbox>(work.one<std::string, std::int64_t, std::string, std::int64_t, std::string,
                              std::string, std::string, std::string>(
      "UPDATE hub_inbox SET contact_at = $1 WHERE library = {library} RETURNING " +
          std::string(inbox_columns),
      {now_utc}));
}

void advance_inbox(UnitOfWork& work, const Inbox& inbox, std::string_view now_utc) {
  work.execute(
      "UPDATE hub_inbox SET applied = $1, stream_hash = $2, waiting = $3, applied_at = $4, problem "
      "= '', problem_at = '' WHERE library = {library}",
      {inbox.applied, inbox.hash, inbox.waiting, now_utc});
}

void stop_inbox(UnitOfWork& work, std::string_view problem, std::string_view now_utc) {
  work.execute("UPDATE hub_inbox SET problem = $1, problem_at = $2 WHERE library = {library}",
               {problem, now_utc});
}

std::vector<Inbox> inboxes(UnitOfWork& work) {
  std::vector<Inbox> all;
  work.each<std::string, std::int64_t, std::string, std::int64_t, std::string, std::string,
            std::string, std::string>(
      "SELECT " + std::string(inbox_columns) +
          " FROM hub_inbox WHERE library IN {libraries} ORDER BY library",
      {}, [&](auto... values) { all.push_back(Inbox{std::move(values)...}); });
  return all;
}

void add_refusal(UnitOfWork& work, const Refusal& refusal) {
  work.execute(
      "INSERT INTO hub_refusal (library, sequence, subject, reason, at_utc) VALUES ({library}, $1, "
      "$2, $3, $4) ON CONFLICT (library, sequence) DO NOTHING",
      {refusal.sequence, refusal.subject, refusal.reason, refusal.at_utc});
}

std::vector<Refusal> refusals(UnitOfWork& work, std::int64_t most) {
  std::vector<Refusal> all;
  work.each<std::string, std::int64_t, std::string, std::string, std::string>(
      "SELECT library, sequence, subject, reason, at_utc FROM hub_refusal WHERE library IN "
      "{libraries} ORDER BY at_utc DESC, library, sequence DESC LIMIT $1",
      {most}, [&](auto... values) { all.push_back(Refusal{std::move(values)...}); });
  return all;
}

std::string chain_end(UnitOfWork& work, const std::string& chain) {
  const auto row = work.one<std::string>(
      "SELECT hash FROM hub_chain WHERE library = {library} AND chain = $1", {chain});
  return row ? std::get<0>(*row) : std::string();
}

void keep_chain_end(UnitOfWork& work, const std::string& chain, const std::string& hash) {
  work.execute(
      "INSERT INTO hub_chain (library, chain, hash) VALUES ({library}, $1, $2) ON CONFLICT "
      "(library, chain) DO UPDATE SET hash = excluded.hash",
      {chain, hash});
}

}  // namespace metodica::hub
