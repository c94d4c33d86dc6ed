/* Lacks the one extension that is required. */
#define ROGUE_EXTENSION no_extension
#include "rogue.h"

static const void *no_extension(const metodica_adapter *adapter, const char *id) {
  (void)adapter;
  (void)id;
  return NULL;
}
#include "rogue_tables.h"
