/* The list of copies on loan, for a host without circulation: kept by hand or from a file, so that a
   stocktaking and a withdrawal know which copies are with readers. Barcodes and days only, never a
   person. Optional. A draft: it may change until it moves out of draft/. */
#ifndef METODICA_EXT_DRAFT_LOANS_LIST_H
#define METODICA_EXT_DRAFT_LOANS_LIST_H

#include "metodica/adapter.h"

#ifdef __cplusplus
extern "C" {
#endif

#define METODICA_HOST_LOANS_LIST "metodica.host.loans-list/1"

typedef struct metodica_host_loans_list {
  uint32_t size;
  /* Flags and limits per operation. [any] */
  metodica_abilities abilities;
  /* The whole list anew; what is not named is on loan no more. In:
     {"items":[{"barcode":"RO1000123","since":"2026-05-02","due":"2026-05-23"}]}; both days are
     optional. One outcome per item; a barcode that no copy has is
     {"outcome":"refused","code":"not_found"}, one named twice "twice". A write. [call] */
  metodica_operation replace;
  /* More copies on loan; for one that is on the list already the days are set anew. As above.
     A write. [call] */
  metodica_operation add;
  /* Copies that came back. In: {"items":[{"barcode":"RO1000123"}]}. One outcome per item; one that
     is not on the list is refused with "not_found". A write. [call] */
  metodica_operation remove;
  /* The list. In: {"after":"","limit":1000}; `after`: the last barcode seen. Out: JSON lines in
     ascending barcode (compared as bytes):
     {"barcode":"RO1000123","since":"2026-05-02","due":"2026-05-23"} [call] */
  metodica_operation list;
} metodica_host_loans_list;

#ifdef __cplusplus
}
#endif

#endif
