/// From the server's request to ours, with the limits of size.
#pragma once

#include "web/exchange.hpp"

namespace Poco::Net {
class HTTPServerRequest;
}

namespace metodica::desk {

/// A body that may come: a file of 6 MiB and the form around it.
inline constexpr std::size_t longest_body = 7U * 1024 * 1024;
inline constexpr int most_fields = 40'000;

struct ReadRequest {
  int status = 200;  ///< 400, 405, 413 when it cannot be taken
  WebRequest request;
};

/// `tls`: the server speaks TLS itself; `proxy`: the headers of a proxy may be believed.
[[nodiscard]] ReadRequest read_request(Poco::Net::HTTPServerRequest& from, bool tls, bool proxy);

}  // namespace metodica::desk
