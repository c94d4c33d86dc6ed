/* The table of its required extension ends before version 1.0 of it does. */
#define ROGUE_INFO_SIZE offsetof(metodica_host_info, self_test)
#include "rogue.h"
#include "rogue_tables.h"
