/* Changes the locale of the whole process. */
#define ROGUE_DESCRIBE french_describe
#include <locale.h>
#include "rogue.h"

static metodica_status french_describe(const metodica_adapter *adapter,
                                       const metodica_context *context, const char *in,
                                       size_t bytes, const metodica_sink *out) {
  (void)adapter;
  (void)context;
  (void)in;
  (void)bytes;
  (void)setlocale(LC_ALL, "C.UTF-8");
  return good_describe(adapter, context, in, bytes, out);
}
#include "rogue_tables.h"
