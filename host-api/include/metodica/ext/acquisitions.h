/* Vendors, funds, requests and order lines, as far as the host has them. Optional. All are read by
   cursor: In: {"after":"","limit":1000}; Out: JSON lines in ascending `id`. */
#ifndef METODICA_EXT_ACQUISITIONS_H
#define METODICA_EXT_ACQUISITIONS_H

#include "metodica/adapter.h"

#ifdef __cplusplus
extern "C" {
#endif

#define METODICA_HOST_ACQUISITIONS "metodica.host.acquisitions/1"

typedef struct metodica_host_acquisitions {
  uint32_t size;
  /* Flags and limits per operation. [any] */
  metodica_abilities abilities;
  /* {"id":"4","name":"Humanitas","tax_id":"RO1234567","version":"1"} [call] */
  metodica_operation vendors;
  /* {"id":"7","name":"Buget local 2026","currency":"RON","given":"50000.0000",
     "spent":"12000.0000"}; money is a decimal text with four places. [call] */
  metodica_operation funds;
  /* What readers or staff asked for: {"id":"9","title":{...},"copies":2,"asked_at":"2026-02-01"}
     [call] */
  metodica_operation requests;
  /* {"id":"31","order":"12","vendor":"4","fund":"7","title":{...},"copies":5,"received":2,
     "price":"45.5000","state":"ordered"}; `state`: ordered, part, received, cancelled. [call] */
  metodica_operation order_lines;
} metodica_host_acquisitions;

#ifdef __cplusplus
}
#endif

#endif
