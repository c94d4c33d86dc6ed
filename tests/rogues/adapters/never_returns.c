/* Never comes back. */
#define ROGUE_DESCRIBE hanging_describe
#include <unistd.h>
#include "rogue.h"

static metodica_status hanging_describe(const metodica_adapter *adapter,
                                        const metodica_context *context, const char *in,
                                        size_t bytes, const metodica_sink *out) {
  (void)adapter;
  (void)context;
  (void)in;
  (void)bytes;
  (void)out;
  while (pause() == -1) {
  }
  return METODICA_OK;
}
#include "rogue_tables.h"
