/* Who the host is and whether it answers. Required: the only extension every adapter must offer. */
#ifndef METODICA_EXT_INFO_H
#define METODICA_EXT_INFO_H

#include "metodica/adapter.h"

#ifdef __cplusplus
extern "C" {
#endif

#define METODICA_HOST_INFO "metodica.host.info/1"

typedef struct metodica_host_info {
  uint32_t size;
  /* Flags and limits per operation. [any] */
  metodica_abilities abilities;
  /* What stands behind this adapter. In: {}. Out: one document
       {"product":"Koha","version":"24.05","formats":["unimarc"],"character_set":"utf-8",
        "time_zone":"Europe/Bucharest","limits":{"barcode_characters":20}}
     Unknown is left out, never guessed. `formats`: "unimarc", "marc21"; the first is the one that
     records are kept in. METODICA_UNREACHABLE when the host must be asked and is silent. [call] */
  metodica_operation describe;
  /* Tries everything the site's settings promise, changing nothing in the host. In: {}. Out: JSON
     lines, one per check:
       {"check":"staff_url","result":"passed"}
       {"check":"secret_file","result":"failed","code":"unreadable","detail":"/etc/..."}
     `result`: passed, warned, failed or skipped; `code` may be the id of a message, with its values
     in `arguments` as in a problem. METODICA_OK even when checks failed. [call] */
  metodica_operation self_test;
} metodica_host_info;

#ifdef __cplusplus
}
#endif

#endif
