/* The host's tree of libraries, branches and shelving places, under our codes. Optional. */
#ifndef METODICA_EXT_LIBRARIES_H
#define METODICA_EXT_LIBRARIES_H

#include "metodica/adapter.h"

#ifdef __cplusplus
extern "C" {
#endif

#define METODICA_HOST_LIBRARIES "metodica.host.libraries/1"

typedef struct metodica_host_libraries {
  uint32_t size;
  /* Flags and limits per operation. [any] */
  metodica_abilities abilities;
  /* The whole tree. In: {}. Out: JSON lines, a parent before its children, in stable order:
       {"id":"CENTRU","parent":"","is":"library","code":"57706","name":"Biblioteca municipală"}
       {"id":"F3","parent":"CENTRU","is":"branch","code":"F3","name":"Filiala 3"}
       {"id":"F3-SL","parent":"F3","is":"place","code":"SL","name":"Sala de lectură"}
     `id` is the host's, `code` ours by the site's settings, "" when it is not mapped. [call] */
  metodica_operation tree;
} metodica_host_libraries;

#ifdef __cplusplus
}
#endif

#endif
