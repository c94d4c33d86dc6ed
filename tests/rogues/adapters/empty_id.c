/* Says nothing where its id belongs. */
#define ROGUE_ID ""
#include "rogue.h"
#include "rogue_tables.h"
