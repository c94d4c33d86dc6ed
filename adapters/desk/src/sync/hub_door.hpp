/// What a hub answers to the nodes, apart from the network.
#pragma once

#include <string>

#include "json/json.hpp"
#include "sync/node_sync.hpp"

namespace metodica::desk {

struct HubRequest {
  std::string what;   ///< "enrol", "token", "pull", "union.pull", "rows", "apply": the path behind /hub/
  std::string token;  ///< the bearer token, "" without one
  std::string body;   ///< JSON, of "apply" a batch in gzip
};

/// The largest batch once it is unpacked.
inline constexpr std::size_t longest_batch = 4U * 1024 * 1024;

/// The reply of the plugin, or the problem of a request that it never saw.
Json answer_node(const HubRequest& request, const AskPlugin& plugin, const std::string& lang);

}  // namespace metodica::desk
