/* What every rogue starts from: a C adapter that keeps the contract. A rogue defines one of the
   macros below before it includes this file, and so breaks exactly one rule. */
#ifndef METODICA_ROGUE_H
#define METODICA_ROGUE_H

#include <string.h>

#include "metodica/adapter.h"
#include "metodica/ext/holdings.h"
#include "metodica/ext/info.h"

#ifndef ROGUE_MAJOR
#define ROGUE_MAJOR METODICA_ABI_MAJOR
#endif
#ifndef ROGUE_MINOR
#define ROGUE_MINOR METODICA_ABI_MINOR
#endif
#ifndef ROGUE_ENTRY_SIZE
#define ROGUE_ENTRY_SIZE sizeof(metodica_adapter_entry)
#endif
#ifndef ROGUE_ADAPTER_SIZE
#define ROGUE_ADAPTER_SIZE sizeof(metodica_adapter)
#endif
#ifndef ROGUE_INFO_SIZE
#define ROGUE_INFO_SIZE sizeof(metodica_host_info)
#endif
#ifndef ROGUE_ID
#define ROGUE_ID "ro.metodica.rogue"
#endif
#ifndef ROGUE_NAME
#define ROGUE_NAME "Rogue"
#endif
#ifndef ROGUE_DESCRIBE
#define ROGUE_DESCRIBE good_describe
#endif
#ifndef ROGUE_WALK
#define ROGUE_WALK good_walk
#endif
#ifndef ROGUE_EXTENSION
#define ROGUE_EXTENSION good_extension
#endif
#ifndef ROGUE_START
#define ROGUE_START good_start
#endif
#ifndef ROGUE_STOP
#define ROGUE_STOP good_stop
#endif
#ifndef ROGUE_DESTROY
#define ROGUE_DESTROY good_destroy
#endif
#ifndef ROGUE_CREATE
#define ROGUE_CREATE good_create
#endif

static inline metodica_status say(const metodica_sink *out, const char *text) {
  return out->write(out, text, strlen(text));
}

static inline metodica_status good_describe(const metodica_adapter *adapter,
                                            const metodica_context *context, const char *in,
                                            size_t bytes, const metodica_sink *out) {
  (void)adapter;
  (void)context;
  (void)in;
  (void)bytes;
  return say(out, "{\"product\":\"Rogue\",\"version\":\"1\"}\n");
}

static inline metodica_status good_walk(const metodica_adapter *adapter,
                                        const metodica_context *context, const char *in,
                                        size_t bytes, const metodica_sink *out) {
  metodica_status status;
  (void)adapter;
  (void)context;
  (void)in;
  (void)bytes;
  status = say(out, "{\"id\":\"1\",\"barcode\":\"R1\",\"version\":\"1\"}\n");
  if (status == METODICA_OK) {
    status = say(out, "{\"id\":\"2\",\"barcode\":\"R2\",\"version\":\"1\"}\n");
  }
  return status;
}

static inline const void *good_extension(const metodica_adapter *adapter, const char *id);

static inline metodica_status good_start(const metodica_adapter *adapter,
                                         const metodica_sink *problem) {
  (void)adapter;
  (void)problem;
  return METODICA_OK;
}

static inline void good_stop(const metodica_adapter *adapter) {
  (void)adapter;
}
static inline void good_destroy(const metodica_adapter *adapter) {
  (void)adapter;
}

static inline metodica_status good_create(const metodica_core *core, const char *settings_json,
                                          size_t bytes, const metodica_sink *problem,
                                          const metodica_adapter **made);

#endif
