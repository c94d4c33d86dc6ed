/* Leaves a thread running in the host. */
#define ROGUE_DESCRIBE lingering_describe
#include <pthread.h>
#include <unistd.h>
#include "rogue.h"

static void *linger(void *nothing) {
  (void)sleep(30);
  return nothing;
}

static metodica_status lingering_describe(const metodica_adapter *adapter,
                                          const metodica_context *context, const char *in,
                                          size_t bytes, const metodica_sink *out) {
  (void)adapter;
  (void)context;
  (void)in;
  (void)bytes;
  pthread_t thread;
  if (pthread_create(&thread, NULL, linger, NULL) != 0) {
    return METODICA_DEFECT;
  }
  (void)pthread_detach(thread);
  return good_describe(adapter, context, in, bytes, out);
}
#include "rogue_tables.h"
