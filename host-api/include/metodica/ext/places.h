/* Where our menus may appear in the host. Optional; without it the shim shows one link. */
#ifndef METODICA_EXT_PLACES_H
#define METODICA_EXT_PLACES_H

#include "metodica/adapter.h"

#ifdef __cplusplus
extern "C" {
#endif

#define METODICA_HOST_PLACES "metodica.host.places/1"

typedef struct metodica_host_places {
  uint32_t size;
  /* Flags and limits per operation. [any] */
  metodica_abilities abilities;
  /* The places there are. In: {}. Out: JSON lines: {"place":"tools","takes":"link"}; `takes`:
     "menu" (a menu with entries) or "link" (one link per entry). [call] */
  metodica_operation list;
  /* Puts entries into places. In: {"entries":[{"id":"registers","title":"Registre","order":40,
     "role":"librarian","action":"registers.menu"}]}. Out: JSON lines, one per entry, in the same
     order: {"id":"registers","place":"tools","url":"/plugin/registers.menu"}. [call] */
  metodica_operation arrange;
} metodica_host_places;

#ifdef __cplusplus
}
#endif

#endif
