/// News from the host: something of its own was changed there, not by us. The host's hooks call the
/// action host.changed; what came in last is shown with the writes that wait.
#pragma once

#include "app/action.hpp"
#include "ui/screen.hpp"

namespace metodica {

/// Adds host.changed {what, id, barcode, change}, the shape of ext/core_changed.h. Telling the same
/// twice changes nothing but the time.
void add_host_changed(ActionList& actions);

/// A table of the latest news; nothing when none came.
void show_host_changes(Call& call, Screen& screen);

}  // namespace metodica
