/* Who is calling: turns what the host knows of the person at the screen into our user and our
   roles. Optional; without it the shim fills `as` of the request itself. */
#ifndef METODICA_EXT_IDENTITY_H
#define METODICA_EXT_IDENTITY_H

#include "metodica/adapter.h"

#ifdef __cplusplus
extern "C" {
#endif

#define METODICA_HOST_IDENTITY "metodica.host.identity/1"

typedef struct metodica_host_identity {
  uint32_t size;
  /* Flags and limits per operation. [any] */
  metodica_abilities abilities;
  /* The person behind a session of the host. In: {"session":"..."}, or {"user":"mpop"} for a person
     known by id; what a session is, the shim and the adapter agree between them. Out: one document
       {"user":"mpop","library":"57706","branch":"F3","roles":["keeper"]}
     `roles`: reader, librarian, keeper, commission, manager, accountant, methodologist,
     administrator. METODICA_DENIED: the session is over. METODICA_NOT_FOUND: no such user.
     [call] */
  metodica_operation who;
  /* May that person act so? In: {"user":"mpop","library":"57706","branch":"","role":"keeper"}. Out:
     {"may":true}. METODICA_NOT_FOUND: no such user. [call] */
  metodica_operation may;
} metodica_host_identity;

#ifdef __cplusplus
}
#endif

#endif
