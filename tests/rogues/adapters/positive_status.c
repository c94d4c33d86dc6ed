/* Returns a status that does not exist. */
#define ROGUE_CREATE rogue_create
#include "rogue.h"

static metodica_status rogue_create(const metodica_core *core, const char *settings_json,
                                    size_t bytes, const metodica_sink *problem,
                                    const metodica_adapter **made);
#include "rogue_tables.h"

static metodica_status rogue_create(const metodica_core *core, const char *settings_json,
                                    size_t bytes, const metodica_sink *problem,
                                    const metodica_adapter **made) {
  (void)core;
  (void)settings_json;
  (void)bytes;
  (void)problem;
  *made = &rogue_adapter;
  return 7;
}
