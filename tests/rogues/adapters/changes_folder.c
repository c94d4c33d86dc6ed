/* Moves the process to another folder. */
#define ROGUE_DESCRIBE moving_describe
#include <unistd.h>
#include "rogue.h"

static metodica_status moving_describe(const metodica_adapter *adapter,
                                       const metodica_context *context, const char *in,
                                       size_t bytes, const metodica_sink *out) {
  (void)adapter;
  (void)context;
  (void)in;
  (void)bytes;
  if (chdir("/") != 0)
    return METODICA_DEFECT;
  return good_describe(adapter, context, in, bytes, out);
}
#include "rogue_tables.h"
