/* Reading the host's bibliographic records. Optional. Payload: schema/title.json. */
#ifndef METODICA_EXT_TITLES_H
#define METODICA_EXT_TITLES_H

#include "metodica/adapter.h"

#ifdef __cplusplus
extern "C" {
#endif

#define METODICA_HOST_TITLES "metodica.host.titles/1"

typedef struct metodica_host_titles {
  uint32_t size;
  /* Flags and limits per operation. [any] */
  metodica_abilities abilities;
  /* Titles that match all members given. In:
       {"text":"luceafarul eminescu","isbn":"9789734611111","control_number":"RO123",
        "udc":"821.135.1","limit":20,"after":""}
     At least one of the first four; `text` ignores case and marks; `udc` means this class and those
     under it; `limit` 1 to 1000, 20 when absent; `after`: the `cursor` of the last line seen. Out:
     JSON lines in a stable order of the host, each a title with `id`, `version` and `cursor`.
     [call] */
  metodica_operation find;
  /* Records by id. In: {"ids":["17","18"],"as":"title"}. `as`: "title" (schema/title.json),
     "iso2709" (member `marc`: base64 of ISO 2709 in UTF-8) or "marcxml" (member `marc`: text). Out:
     JSON lines, one per id, in the same order, with `id` and `version`;
     {"id":"18","missing":true} for one the host does not have. [call] */
  metodica_operation read;
  /* What changed. In: {"after":"","limit":1000}; `after` "" means from the beginning. Out: JSON
     lines, oldest first:
     {"id":"17","change":"changed","version":"7","cursor":"2026-06-01T08:00:00Z/17"}; `change`:
     created, changed or deleted. May take minutes; stops at once when `out` refuses.
     METODICA_CONFLICT: the host no longer knows this cursor; begin anew. [call] */
  metodica_operation changes;
} metodica_host_titles;

#ifdef __cplusplus
}
#endif

#endif
