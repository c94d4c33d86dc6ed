/* Writes to standard output, which belongs to the host. */
#define ROGUE_DESCRIBE talking_describe
#include <stdio.h>
#include "rogue.h"

static metodica_status talking_describe(const metodica_adapter *adapter,
                                        const metodica_context *context, const char *in,
                                        size_t bytes, const metodica_sink *out) {
  (void)adapter;
  (void)context;
  (void)in;
  (void)bytes;
  (void)puts("hello from the adapter");
  (void)fflush(stdout);
  return good_describe(adapter, context, in, bytes, out);
}
#include "rogue_tables.h"
