/* Offered by the plugin, always: the host tells us that something of its own changed. */
#ifndef METODICA_EXT_CORE_CHANGED_H
#define METODICA_EXT_CORE_CHANGED_H

#include "metodica/adapter.h"

#ifdef __cplusplus
extern "C" {
#endif

#define METODICA_CORE_CHANGED "metodica.core.changed/1"

typedef struct metodica_core_changed {
  uint32_t size;
  /* `change`: {"what":"copy","id":"1201","barcode":"RO1000123","change":"changed"}; `what`: copy,
     title, library; `change`: created, changed, deleted. Telling the same twice is harmless.
     METODICA_INVALID  told outside of metodica_start and metodica_call, or another shape [call] */
  metodica_status (*changed)(const metodica_core *core, const metodica_context *context,
                             const char *change, size_t bytes);
} metodica_core_changed;

#ifdef __cplusplus
}
#endif

#endif
