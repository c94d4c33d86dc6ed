/// Keys: each writing action is done once per key, scoped to library and action; its reply is kept
/// in the same transaction for 400 days and given again when the key returns.
#pragma once

#include <optional>
#include <string>

#include "app/call.hpp"
#include "app/reply.hpp"

namespace metodica {

std::string hash_of(const Json& args);

/// The content of the earlier reply; nothing for a new key. Errors: METODICA_CONFLICT
/// "app.key_reused" when the key came with other arguments.
Result<std::optional<Json>> answered_before(UnitOfWork& work, const std::string& action,
                                            const std::string& key, const std::string& args_hash);

/// Keeps the reply and writes the audit row.
Result<void> keep_answer(Call& call, const std::string& action, const std::string& args_hash,
                         const Json& content);

/// A reply made again from its kept content.
Reply reply_from(Json content);

}  // namespace metodica
