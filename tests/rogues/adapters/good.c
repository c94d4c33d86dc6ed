/* No rogue: the C adapter that the others are measured against. */
#include "rogue.h"
#include "rogue_tables.h"
