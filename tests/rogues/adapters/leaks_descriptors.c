/* Opens a file at each call and forgets it. */
#define ROGUE_DESCRIBE leaky_describe
#include <fcntl.h>
#include "rogue.h"

static metodica_status leaky_describe(const metodica_adapter *adapter,
                                      const metodica_context *context, const char *in, size_t bytes,
                                      const metodica_sink *out) {
  (void)adapter;
  (void)context;
  (void)in;
  (void)bytes;
  (void)open("/dev/null", O_RDONLY);
  return good_describe(adapter, context, in, bytes, out);
}
#include "rogue_tables.h"
