/* Offered by the plugin, always: an adapter asks the host's own code a question, through the answer
   function of door 1. What questions there are, shim and adapter agree between them. */
#ifndef METODICA_EXT_CORE_ASK_H
#define METODICA_EXT_CORE_ASK_H

#include "metodica/adapter.h"

#ifdef __cplusplus
extern "C" {
#endif

#define METODICA_CORE_ASK "metodica.core.ask/1"

typedef struct metodica_core_ask {
  uint32_t size;
  /* `question`: one JSON document. Out: the host's answer, one JSON document.
     METODICA_UNSUPPORTED  the host set no answer function
     METODICA_INVALID      asked outside of metodica_start and metodica_call, or not UTF-8
     any other             what the host's function returned                              [call] */
  metodica_status (*ask)(const metodica_core *core, const metodica_context *context,
                         const char *question, size_t bytes, const metodica_sink *answer);
} metodica_core_ask;

#ifdef __cplusplus
}
#endif

#endif
