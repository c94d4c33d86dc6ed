/* Has no way to be made. */
#define ROGUE_CREATE NULL
#include "rogue.h"
#include "rogue_tables.h"
