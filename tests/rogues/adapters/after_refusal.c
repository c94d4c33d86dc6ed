/* Goes on writing when nobody wants more. */
#define ROGUE_WALK deaf_walk
#include "rogue.h"

static metodica_status deaf_walk(const metodica_adapter *adapter, const metodica_context *context,
                                 const char *in, size_t bytes, const metodica_sink *out) {
  (void)adapter;
  (void)context;
  (void)in;
  (void)bytes;
  for (int line = 0; line < 100; ++line) {
    (void)say(out, "{\"id\":\"1\"}\n");
  }
  return METODICA_OK;
}
#include "rogue_tables.h"
