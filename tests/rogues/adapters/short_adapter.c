/* Its own table ends before `destroy`. */
#define ROGUE_ADAPTER_SIZE offsetof(metodica_adapter, destroy)
#include "rogue.h"
#include "rogue_tables.h"
