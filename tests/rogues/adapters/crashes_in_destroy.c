/* Dies while it is being ended. */
#define ROGUE_DESTROY crashing_destroy
#include <stdlib.h>

#include "rogue.h"

static void crashing_destroy(const metodica_adapter *adapter) {
  (void)adapter;
  abort();
}
#include "rogue_tables.h"
