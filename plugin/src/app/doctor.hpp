/// The host's self-test in sentences, for people who set the program up: app.doctor.
#pragma once

#include "app/action.hpp"

namespace metodica {

/// Adds app.doctor: {"checks":[{"check":"login","result":"failed","text":"...","hint":"..."}]}, in
/// the order of the adapter (ext/info.h says the results). Changes nothing in the host.
void add_doctor(ActionList& actions);

}  // namespace metodica
