/* Forgot to say how long its entry is. */
#define ROGUE_ENTRY_SIZE 0
#include "rogue.h"
#include "rogue_tables.h"
