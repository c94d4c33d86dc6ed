/* Prints size and offset of every member of every struct that crosses a door; compared with
   layout.txt, where lines may only be added. */
#include <stdio.h>

#include "metodica/abi.h"
#include "metodica/adapter.h"
#include "metodica/ext/acquisitions.h"
#include "metodica/ext/core_ask.h"
#include "metodica/ext/core_changed.h"
#include "metodica/ext/draw.h"
#include "metodica/ext/handover.h"
#include "metodica/ext/holdings.h"
#include "metodica/ext/holdings_write.h"
#include "metodica/ext/identity.h"
#include "metodica/ext/info.h"
#include "metodica/ext/libraries.h"
#include "metodica/ext/places.h"
#include "metodica/ext/titles.h"
#include "metodica/ext/titles_write.h"
#include "metodica/ext/usage.h"

#define STRUCT(type) printf("%s size %u\n", #type, (unsigned)sizeof(type))
#define MEMBER(type, member)                                                            \
  printf("%s.%s offset %u size %u\n", #type, #member, (unsigned)offsetof(type, member), \
         (unsigned)sizeof(((type *)0)->member))

int main(void) {
  STRUCT(metodica_sink);
  MEMBER(metodica_sink, size);
  MEMBER(metodica_sink, self);
  MEMBER(metodica_sink, write);
  STRUCT(metodica_core);
  MEMBER(metodica_core, size);
  MEMBER(metodica_core, self);
  MEMBER(metodica_core, extension);
  MEMBER(metodica_core, log);
  STRUCT(metodica_adapter);
  MEMBER(metodica_adapter, size);
  MEMBER(metodica_adapter, self);
  MEMBER(metodica_adapter, extension);
  MEMBER(metodica_adapter, start);
  MEMBER(metodica_adapter, stop);
  MEMBER(metodica_adapter, destroy);
  STRUCT(metodica_context);
  MEMBER(metodica_context, size);
  MEMBER(metodica_context, library);
  MEMBER(metodica_context, branch);
  MEMBER(metodica_context, user);
  MEMBER(metodica_context, lang);
  MEMBER(metodica_context, key);
  MEMBER(metodica_context, trace);
  STRUCT(metodica_adapter_entry);
  MEMBER(metodica_adapter_entry, size);
  MEMBER(metodica_adapter_entry, abi_major);
  MEMBER(metodica_adapter_entry, abi_minor);
  MEMBER(metodica_adapter_entry, id);
  MEMBER(metodica_adapter_entry, name);
  MEMBER(metodica_adapter_entry, version);
  MEMBER(metodica_adapter_entry, hosts);
  MEMBER(metodica_adapter_entry, create);
  STRUCT(metodica_host_acquisitions);
  MEMBER(metodica_host_acquisitions, size);
  MEMBER(metodica_host_acquisitions, abilities);
  MEMBER(metodica_host_acquisitions, vendors);
  MEMBER(metodica_host_acquisitions, funds);
  MEMBER(metodica_host_acquisitions, requests);
  MEMBER(metodica_host_acquisitions, order_lines);
  STRUCT(metodica_core_ask);
  MEMBER(metodica_core_ask, size);
  MEMBER(metodica_core_ask, ask);
  STRUCT(metodica_core_changed);
  MEMBER(metodica_core_changed, size);
  MEMBER(metodica_core_changed, changed);
  STRUCT(metodica_host_draw);
  MEMBER(metodica_host_draw, size);
  MEMBER(metodica_host_draw, abilities);
  MEMBER(metodica_host_draw, draw);
  STRUCT(metodica_host_handover);
  MEMBER(metodica_host_handover, size);
  MEMBER(metodica_host_handover, abilities);
  MEMBER(metodica_host_handover, give);
  MEMBER(metodica_host_handover, state);
  MEMBER(metodica_host_handover, incoming);
  MEMBER(metodica_host_handover, take);
  STRUCT(metodica_host_holdings);
  MEMBER(metodica_host_holdings, size);
  MEMBER(metodica_host_holdings, abilities);
  MEMBER(metodica_host_holdings, copies);
  MEMBER(metodica_host_holdings, numbered);
  MEMBER(metodica_host_holdings, walk);
  STRUCT(metodica_host_holdings_write);
  MEMBER(metodica_host_holdings_write, size);
  MEMBER(metodica_host_holdings_write, abilities);
  MEMBER(metodica_host_holdings_write, create);
  MEMBER(metodica_host_holdings_write, change);
  MEMBER(metodica_host_holdings_write, set_state);
  MEMBER(metodica_host_holdings_write, retire);
  STRUCT(metodica_host_identity);
  MEMBER(metodica_host_identity, size);
  MEMBER(metodica_host_identity, abilities);
  MEMBER(metodica_host_identity, who);
  MEMBER(metodica_host_identity, may);
  STRUCT(metodica_host_info);
  MEMBER(metodica_host_info, size);
  MEMBER(metodica_host_info, abilities);
  MEMBER(metodica_host_info, describe);
  MEMBER(metodica_host_info, self_test);
  STRUCT(metodica_host_libraries);
  MEMBER(metodica_host_libraries, size);
  MEMBER(metodica_host_libraries, abilities);
  MEMBER(metodica_host_libraries, tree);
  STRUCT(metodica_host_places);
  MEMBER(metodica_host_places, size);
  MEMBER(metodica_host_places, abilities);
  MEMBER(metodica_host_places, list);
  MEMBER(metodica_host_places, arrange);
  STRUCT(metodica_host_titles);
  MEMBER(metodica_host_titles, size);
  MEMBER(metodica_host_titles, abilities);
  MEMBER(metodica_host_titles, find);
  MEMBER(metodica_host_titles, read);
  MEMBER(metodica_host_titles, changes);
  STRUCT(metodica_host_titles_write);
  MEMBER(metodica_host_titles_write, size);
  MEMBER(metodica_host_titles_write, abilities);
  MEMBER(metodica_host_titles_write, create);
  MEMBER(metodica_host_titles_write, replace);
  STRUCT(metodica_host_usage);
  MEMBER(metodica_host_usage, size);
  MEMBER(metodica_host_usage, abilities);
  MEMBER(metodica_host_usage, counts);
  return 0;
}
