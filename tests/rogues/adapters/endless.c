/* Writes without end until it is refused. */
#define ROGUE_DESCRIBE endless_describe
#include "rogue.h"

static metodica_status endless_describe(const metodica_adapter *adapter,
                                        const metodica_context *context, const char *in,
                                        size_t bytes, const metodica_sink *out) {
  (void)adapter;
  (void)context;
  (void)in;
  (void)bytes;
  static const char spaces[] =
      "                                                                                ";
  metodica_status status = METODICA_OK;
  while (status == METODICA_OK) {
    status = out->write(out, spaces, 64);
  }
  return status;
}
#include "rogue_tables.h"
