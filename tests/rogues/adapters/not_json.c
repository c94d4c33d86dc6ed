/* Answers in another language. */
#define ROGUE_DESCRIBE xml_describe
#include "rogue.h"

static metodica_status xml_describe(const metodica_adapter *adapter,
                                    const metodica_context *context, const char *in, size_t bytes,
                                    const metodica_sink *out) {
  (void)adapter;
  (void)context;
  (void)in;
  (void)bytes;
  return say(out, "<product>Rogue</product>\n");
}
#include "rogue_tables.h"
