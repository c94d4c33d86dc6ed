/* Work that a person must finish: a file or list given to a person or folder, and files that come
   in. Optional; without it the plugin offers the file for download. */
#ifndef METODICA_EXT_HANDOVER_H
#define METODICA_EXT_HANDOVER_H

#include "metodica/adapter.h"

#ifdef __cplusplus
extern "C" {
#endif

#define METODICA_HOST_HANDOVER "metodica.host.handover/1"

typedef struct metodica_host_handover {
  uint32_t size;
  /* Flags and limits per operation. [any] */
  metodica_abilities abilities;
  /* Gives one file; a write. In: {"name":"retrase.csv","type":"text/csv","for":"cataloguing",
     "content":"<base64>"}; `for` is a place named in the site's settings. Out: one outcome;
     handed_over with `id` of the hand-over. [call] */
  metodica_operation give;
  /* Was it taken? In: {"ids":["h-14"]}. Out: JSON lines, one per id, in the same order:
     {"id":"h-14","state":"taken","at":"2026-06-01T08:00:00Z"}; `state`: waiting, taken, lost.
     [call] */
  metodica_operation state;
  /* Files waiting for us. In: {}. Out: JSON lines, oldest first:
     {"id":"in-3","name":"loans.csv","type":"text/csv","bytes":1204,"at":"2026-06-01T08:00:00Z"}
     [call] */
  metodica_operation incoming;
  /* The content of one. In: {"id":"in-3"}. Out: {"id":"in-3","content":"<base64>"}.
     METODICA_NOT_FOUND: it is gone. [call] */
  metodica_operation take;
} metodica_host_handover;

#ifdef __cplusplus
}
#endif

#endif
