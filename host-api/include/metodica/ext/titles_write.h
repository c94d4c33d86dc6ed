/* Writing bibliographic records into the host. Optional. Both are writes: the context has a key. */
#ifndef METODICA_EXT_TITLES_WRITE_H
#define METODICA_EXT_TITLES_WRITE_H

#include "metodica/adapter.h"

#ifdef __cplusplus
extern "C" {
#endif

#define METODICA_HOST_TITLES_WRITE "metodica.host.titles-write/1"

typedef struct metodica_host_titles_write {
  uint32_t size;
  /* Flags and limits per operation. [any] */
  metodica_abilities abilities;
  /* New titles. In: {"items":[{"as":"title","title":{...}},{"as":"iso2709","marc":"MDEy..."}]}.
     Out: one outcome per item; `id` and `version` of the record made. [call] */
  metodica_operation create;
  /* Replaces records whole. In:
     {"items":[{"id":"17","version":"7","as":"marcxml","marc":"<record>..."}]}; `version` is the
     one that was read. Out: one outcome per item; a record that changed meanwhile is
     {"outcome":"refused","code":"newer_version"}. [call] */
  metodica_operation replace;
} metodica_host_titles_write;

#ifdef __cplusplus
}
#endif

#endif
