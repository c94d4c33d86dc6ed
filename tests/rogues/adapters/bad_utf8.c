/* Answers in Latin-2, as an old host gives it. */
#define ROGUE_DESCRIBE latin2_describe
#include "rogue.h"

static metodica_status latin2_describe(const metodica_adapter *adapter,
                                       const metodica_context *context, const char *in,
                                       size_t bytes, const metodica_sink *out) {
  (void)adapter;
  (void)context;
  (void)in;
  (void)bytes;
  return say(out, "{\"product\":\"Bibliotec\xe3\"}\n");
}
#include "rogue_tables.h"
