// Lets a C++ exception fly through the C door.
#include <cstring>
#include <stdexcept>

#define ROGUE_DESCRIBE throwing_describe
extern "C" {
#include "rogue.h"

static metodica_status throwing_describe(const metodica_adapter* /*adapter*/,
                                         const metodica_context* /*context*/, const char* /*in*/,
                                         size_t /*bytes*/, const metodica_sink* /*out*/) {
  throw std::runtime_error("no such table");
}
#include "rogue_tables.h"
}
