/// What the host is told about received titles and copies.
#pragma once

#include "modules/acquisition/reception.hpp"

namespace metodica::acquisition {

/// schema/title.json of a line.
Json title_json(const Line& line);
/// schema/copy.json of a received copy, without id and version.
Json copy_json(const Call& call, const Act& act, const Line& line, const ReceivedCopy& copy);

/// Queues the titles that the host does not have yet and all copies of the reception.
void tell_host(Call& call, const Act& act, const Reception& reception);

}  // namespace metodica::acquisition
