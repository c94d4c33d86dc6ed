/* Installs a signal handler in the host. */
#define ROGUE_DESCRIBE catching_describe
#include <signal.h>
#include "rogue.h"

static metodica_status catching_describe(const metodica_adapter *adapter,
                                         const metodica_context *context, const char *in,
                                         size_t bytes, const metodica_sink *out) {
  (void)adapter;
  (void)context;
  (void)in;
  (void)bytes;
  (void)signal(SIGUSR1, SIG_IGN);
  return good_describe(adapter, context, in, bytes, out);
}
#include "rogue_tables.h"
