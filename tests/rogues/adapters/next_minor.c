/* No defect: built against the next minor version, so its tables are longer than ours. */
#define ROGUE_MINOR (METODICA_ABI_MINOR + 1)
#define ROGUE_EXTENSION longer_extension
#define ROGUE_CREATE longer_create
#include "rogue.h"

static const void *longer_extension(const metodica_adapter *adapter, const char *id);
static metodica_status longer_create(const metodica_core *core, const char *settings_json,
                                     size_t bytes, const metodica_sink *problem,
                                     const metodica_adapter **made);
#include "rogue_tables.h"

static metodica_status never(void) {
  return METODICA_DEFECT;
}

typedef struct longer_adapter {
  metodica_adapter now;
  metodica_status (*later)(void);
} longer_adapter;
typedef struct longer_info {
  metodica_host_info now;
  metodica_status (*later)(void);
} longer_info;

static longer_adapter adapter;
static longer_info info;

static const void *longer_extension(const metodica_adapter *self, const char *id) {
  return strcmp(id, METODICA_HOST_INFO) == 0 ? (const void *)&info : good_extension(self, id);
}

static metodica_status longer_create(const metodica_core *core, const char *settings_json,
                                     size_t bytes, const metodica_sink *problem,
                                     const metodica_adapter **made) {
  (void)core;
  (void)settings_json;
  (void)bytes;
  (void)problem;
  adapter.now = rogue_adapter;
  adapter.now.size = sizeof(adapter);
  adapter.later = never;
  info.now = rogue_info;
  info.now.size = sizeof(info);
  info.later = never;
  *made = &adapter.now;
  return METODICA_OK;
}
