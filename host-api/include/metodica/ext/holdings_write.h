/* Changing the host's copies. Optional. All are writes: the context has a key; each answers one
   outcome per item, in order. States: in_process, available, reading_room, damaged, missing,
   withdrawn; the site's settings map them to the host's codes. */
#ifndef METODICA_EXT_HOLDINGS_WRITE_H
#define METODICA_EXT_HOLDINGS_WRITE_H

#include "metodica/adapter.h"

#ifdef __cplusplus
extern "C" {
#endif

#define METODICA_HOST_HOLDINGS_WRITE "metodica.host.holdings-write/1"

typedef struct metodica_host_holdings_write {
  uint32_t size;
  /* Flags and limits per operation. [any] */
  metodica_abilities abilities;
  /* New copies. In: {"items":[{...}]}, each a copy (schema/copy.json) without `id` and `version`. A
     barcode in use is {"outcome":"refused","code":"barcode_in_use"}. [call] */
  metodica_operation create;
  /* Changes fields. In: {"items":[{"id":"1201","version":"7","set":{"call_number":"821 E55"}}]};
     what is not named stays; null empties a field. A copy that changed meanwhile is refused with
     "newer_version". [call] */
  metodica_operation change;
  /* Sets the state. In: {"items":[{"id":"1201","version":"7","state":"missing"}]}. [call] */
  metodica_operation set_state;
  /* Takes copies out for good. In: {"items":[{"id":"1201","version":"7","cause":"worn",
     "act":{"number":"12","date":"2026-06-01"}}]}. A copy on loan is refused with "on_loan". The
     host keeps the copy as withdrawn or deletes it, as the site decided. [call] */
  metodica_operation retire;
} metodica_host_holdings_write;

#ifdef __cplusplus
}
#endif

#endif
