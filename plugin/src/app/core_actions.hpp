/// The actions of the application itself: app.about, app.actions, app.menu, app.slice, app.doctor,
/// institution settings, and host.retry, host.waiting, host.changed.
#pragma once

#include "app/action.hpp"
#include "storage/database.hpp"
#include "ui/menu.hpp"

namespace metodica {

class Application;

void add_core_actions(Application& app, ActionList& actions);
Migrations core_migrations();
/// The entries of the subject "institution".
std::vector<MenuEntry> core_menu();

}  // namespace metodica
