/* Reading the host's copies. Optional. Payload: schema/copy.json. */
#ifndef METODICA_EXT_HOLDINGS_H
#define METODICA_EXT_HOLDINGS_H

#include "metodica/adapter.h"

#ifdef __cplusplus
extern "C" {
#endif

#define METODICA_HOST_HOLDINGS "metodica.host.holdings/1"

typedef struct metodica_host_holdings {
  uint32_t size;
  /* Flags and limits per operation. [any] */
  metodica_abilities abilities;
  /* Copies by barcode. In: {"barcodes":["RO1000123","RO1000124"]}. Out: JSON lines, one per
     barcode, in the same order; {"barcode":"RO1000124","missing":true} for one the host does not
     have. A copy on loan has "loan":{"since":"2026-05-02","due":"2026-05-23"}, never the reader.
     [call] */
  metodica_operation copies;
  /* Copies by inventory number. In: {"numbers":[{"register":"RI","number":14501}]}. Out: JSON
     lines, one per number, in the same order; {"number":{...},"missing":true} as above. [call] */
  metodica_operation numbered;
  /* All copies of the context's library that match, in ascending `id` (compared as bytes),
     resumable. In:
     {"after":"","filter":{"branch":"F3","place":"SL","state":"available","title":"17",
     "changed_since":"2026-01-01"}}; every member of `filter` is optional. Out: JSON lines. May
     take minutes; stops at once when `out` refuses. [call] */
  metodica_operation walk;
} metodica_host_holdings;

#ifdef __cplusplus
}
#endif

#endif
