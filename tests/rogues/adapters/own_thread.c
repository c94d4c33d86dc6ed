/* Lets a thread of its own write the answer. */
#define ROGUE_DESCRIBE threaded_describe
#include <pthread.h>
#include "rogue.h"

static void *write_answer(void *out) {
  (void)say(out, "{\"product\":\"Rogue\"}\n");
  return NULL;
}

static metodica_status threaded_describe(const metodica_adapter *adapter,
                                         const metodica_context *context, const char *in,
                                         size_t bytes, const metodica_sink *out) {
  (void)adapter;
  (void)context;
  (void)in;
  (void)bytes;
  pthread_t thread;
  if (pthread_create(&thread, NULL, write_answer, (void *)(uintptr_t)out) != 0) {
    return METODICA_DEFECT;
  }
  (void)pthread_join(thread, NULL);
  return METODICA_OK;
}
#include "rogue_tables.h"
