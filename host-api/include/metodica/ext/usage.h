/* Counts of use for statistics: numbers only, never a person. Optional. */
#ifndef METODICA_EXT_USAGE_H
#define METODICA_EXT_USAGE_H

#include "metodica/adapter.h"

#ifdef __cplusplus
extern "C" {
#endif

#define METODICA_HOST_USAGE "metodica.host.usage/1"

typedef struct metodica_host_usage {
  uint32_t size;
  /* Flags and limits per operation. [any] */
  metodica_abilities abilities;
  /* Counts per day and group. In:
       {"from":"2026-01-01","to":"2026-03-31","measures":["loans","visits","active_users"],
        "by":["branch","age_group","udc_main"]}
     Out: JSON lines, ascending by day:
       {"day":"2026-01-05","measure":"loans","group":{"branch":"F3","age_group":"child"},"count":41}
     A day that is not counted is left out; 0 means counted and none. [call] */
  metodica_operation counts;
} metodica_host_usage;

#ifdef __cplusplus
}
#endif

#endif
