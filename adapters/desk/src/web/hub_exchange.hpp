/// The hub's side of the exchange on the desk's own server: POST /hub/...
#pragma once

#include <optional>

#include "sync/hub_door.hpp"

namespace Poco::Net {
class HTTPServerRequest;
}

namespace metodica::desk {

/// True for requests of nodes, which are no pages.
[[nodiscard]] bool is_of_node(const Poco::Net::HTTPServerRequest& from);

/// Reads the whole request; nothing when it is no POST or larger than a batch may be.
[[nodiscard]] std::optional<HubRequest> read_hub_request(Poco::Net::HTTPServerRequest& from);

}  // namespace metodica::desk
