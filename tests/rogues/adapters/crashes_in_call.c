/* Dies as if it had read through a null pointer. */
#define ROGUE_DESCRIBE crashing_describe
#include <signal.h>
#include "rogue.h"

static metodica_status crashing_describe(const metodica_adapter *adapter,
                                         const metodica_context *context, const char *in,
                                         size_t bytes, const metodica_sink *out) {
  (void)adapter;
  (void)context;
  (void)in;
  (void)bytes;
  (void)out;
  (void)signal(SIGSEGV, SIG_DFL); /* a sanitizer would turn the signal into an exit */
  (void)raise(SIGSEGV);
  return METODICA_DEFECT;
}
#include "rogue_tables.h"
