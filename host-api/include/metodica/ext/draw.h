/* Turning a screen into the host's HTML, so that a scripting host prints one text. Optional;
   without it the screen travels as data and the shim draws it. */
#ifndef METODICA_EXT_DRAW_H
#define METODICA_EXT_DRAW_H

#include "metodica/adapter.h"

#ifdef __cplusplus
extern "C" {
#endif

#define METODICA_HOST_DRAW "metodica.host.draw/1"

typedef struct metodica_host_draw {
  uint32_t size;
  /* Flags and limits per operation. [any] */
  metodica_abilities abilities;
  /* Draws one screen. `screen`: schema/screen.json, `bytes` long. `options`: one object,
     `options_bytes` long:
       {"action_url":"/plugin/{action}","hidden":{"csrf":"..."},"lang":"ro"}
     {action} in `action_url` is replaced by the action's name; `hidden` goes into every form. Out:
     an HTML fragment, UTF-8, every text escaped. The same input gives the same bytes.
     METODICA_INVALID: this is no screen. [call] */
  metodica_status (*draw)(const metodica_adapter *adapter, const metodica_context *context,
                          const char *screen, size_t bytes, const char *options,
                          size_t options_bytes, const metodica_sink *out);
} metodica_host_draw;

#ifdef __cplusplus
}
#endif

#endif
