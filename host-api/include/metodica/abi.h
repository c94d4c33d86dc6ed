/* The vocabulary that both doors share: statuses, the sink, the size test.
   Plain C99. Nothing here allocates, and nothing changes hands. */
#ifndef METODICA_ABI_H
#define METODICA_ABI_H

#include <stddef.h>
#include <stdint.h>

#define METODICA_ABI_MAJOR 1
#define METODICA_ABI_MINOR 0

#if defined(__GNUC__)
#define METODICA_API __attribute__((visibility("default")))
#else
#define METODICA_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* 0 is success, below 0 is failure; positive values are not used. A reader treats an unknown
   negative value as METODICA_DEFECT. */
typedef int32_t metodica_status;
enum {
  METODICA_OK = 0,
  METODICA_INVALID = -1,     /* the request breaks a rule the caller could have known        */
  METODICA_UNSUPPORTED = -2, /* this side does not offer that                                */
  METODICA_NOT_FOUND = -3,   /* the thing named does not exist                               */
  METODICA_DENIED = -4,      /* the caller may not do that                                   */
  METODICA_CONFLICT = -5,    /* the thing changed since it was read; read it again           */
  METODICA_BUSY = -6,        /* nothing was done; the same call may succeed later            */
  METODICA_UNREACHABLE = -7, /* host, hub or disk did not answer                             */
  METODICA_DAMAGED = -8,     /* stored data fails its own checks                             */
  METODICA_FORKED = -9,      /* metodica_start has not been called in this process           */
  METODICA_DEFECT = -10      /* a bug on the side that returns it                            */
};

/* Where a callee writes its answer. The caller owns it; memory never changes hands.
   `write` may be called many times with pieces of UTF-8 text, which are borrowed for the call.
   It fails only when the caller wants no more; the callee then stops at once and returns the
   status it was given. */
typedef struct metodica_sink metodica_sink;
struct metodica_sink {
  uint32_t size; /* sizeof(metodica_sink) as the maker of this object knew it */
  void *self;
  metodica_status (*write)(const metodica_sink *sink, const char *utf8, size_t bytes);
};

/* True when the other side's table is long enough to have MEMBER and has set it. A table is read
   only through this test, so that an older or newer other side is never misread. */
#define METODICA_HAS(table_type, table, member)                               \
  ((table)->size >= offsetof(table_type, member) + sizeof((table)->member) && \
   (table)->member != NULL)

#ifdef __cplusplus
}
#endif

#endif
