/* Made for a door that does not exist yet; its code must not run. */
#define ROGUE_MAJOR (METODICA_ABI_MAJOR + 1)
#include "rogue.h"
#include "rogue_tables.h"
