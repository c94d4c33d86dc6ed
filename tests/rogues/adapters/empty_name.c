/* Says nothing where its name belongs. */
#define ROGUE_NAME NULL
#include "rogue.h"
#include "rogue_tables.h"
