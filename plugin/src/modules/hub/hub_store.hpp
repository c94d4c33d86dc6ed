/// The hub's side: nodes, codes, tokens, news, and how far each library has come.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "json/json.hpp"
#include "storage/unit_of_work.hpp"

namespace metodica::hub {

/// Under the county's own library.
[[nodiscard]] bool is_hub(UnitOfWork& work);
void make_hub(UnitOfWork& work, std::string_view now_utc);

struct Node {
  std::string id, name, enrolled_at, revoked_at;
};
std::vector<Node> nodes(UnitOfWork& work);
std::optional<Node> node(UnitOfWork& work, std::string_view id);
std::string add_node(UnitOfWork& work, const std::string& name, std::string_view now_utc);
/// Ends its tokens; its libraries stay its own until another node enrols for them.
void revoke_node(UnitOfWork& work, const std::string& id, std::string_view now_utc);

struct Code {
  std::string hash, name;
  std::vector<std::string> libraries;
  std::string made_by, valid_until;
  std::string node;  ///< that used it, "" = open
};
void add_code(UnitOfWork& work, const Code& code);
std::optional<Code> code(UnitOfWork& work, const std::string& hash);
std::vector<Code> open_codes(UnitOfWork& work, std::string_view now_utc);
void use_code(UnitOfWork& work, const std::string& hash, const std::string& node);

/// A token by its hash; an equal one of the same node stays as it is. False: another node has it.
bool add_token(UnitOfWork& work, const std::string& hash, const std::string& node,
               std::string_view now_utc);
/// Tokens of the node but `hash` end then, unless they end before.
void end_other_tokens(UnitOfWork& work, const std::string& node, const std::string& hash,
                      std::string_view at_utc);
/// Whose token it is, while it is valid; with the time at which it was made.
std::optional<std::pair<Node, std::string>> node_of_token(UnitOfWork& work, const std::string& hash,
                                                          std::string_view now_utc);

/// Libraries that a node keeps, and the node that keeps a library.
std::vector<std::string> libraries_of(UnitOfWork& work, const std::string& node);
std::optional<Node> keeper_of(UnitOfWork& work, const std::string& library);
void give_library(UnitOfWork& work, const std::string& library, const Node& node);

// Under the library that the row speaks of (UnitOfWork::act_for), or all that the caller may read.
struct Inbox {
  std::string library;
  std::int64_t applied = -1;
  std::string hash;
  std::int64_t waiting = 0;
  std::string contact_at, applied_at;
  std::string problem;  ///< message id of what stopped the last batch, "" when it went well
  std::string problem_at;
};
/// Makes the inbox of the acting library ready for a first upload.
void open_inbox(UnitOfWork& work, std::string_view now_utc);
/// Takes note of a contact and keeps the row locked until the end of the transaction.
std::optional<Inbox> touch_inbox(UnitOfWork& work, std::string_view now_utc);
void advance_inbox(UnitOfWork& work, const Inbox& inbox, std::string_view now_utc);
void stop_inbox(UnitOfWork& work, std::string_view problem, std::string_view now_utc);
std::vector<Inbox> inboxes(UnitOfWork& work);

struct Refusal {
  std::string library;
  std::int64_t sequence = 0;
  std::string subject, reason, at_utc;
};
void add_refusal(UnitOfWork& work, const Refusal& refusal);
std::vector<Refusal> refusals(UnitOfWork& work, std::int64_t most);

std::string chain_end(UnitOfWork& work, const std::string& chain);
void keep_chain_end(UnitOfWork& work, const std::string& chain, const std::string& hash);

}  // namespace metodica::hub
