/* Door 2, for adapters: C tables that both sides look up by name.

   An adapter is a shared library that knows one host. It exports one symbol, the data
   `metodica_adapter_v1`, so that its version is readable before any of its code runs. Everything an
   adapter can do beyond living is an extension (ext/).

   Thread labels. [owner]: the thread that opens, starts, stops and closes; never two at once.
   [call]: only while the plugin is inside metodica_start or metodica_call, on that same thread.
   [any]: from any thread at any time.
   Ownership. Every pointer argument is borrowed for the call. Output goes into the caller's sink.
   Tables live as long as the object they came from.
   Manners. An adapter starts no thread, installs no signal handler, changes no locale, working
   directory, umask or environment, never writes to standard output, and lets no exception out. */
#ifndef METODICA_ADAPTER_H
#define METODICA_ADAPTER_H

#include "metodica/abi.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct metodica_core metodica_core;       /* given by the plugin to the adapter */
typedef struct metodica_adapter metodica_adapter; /* given by the adapter to the plugin */

/* Levels of the log. A reader treats an unknown one as METODICA_LOG_INFO. */
enum {
  METODICA_LOG_DEBUG = 1,
  METODICA_LOG_INFO = 2,
  METODICA_LOG_WARNING = 3,
  METODICA_LOG_ERROR = 4,
  METODICA_LOG_HOST_FAULT = 5,   /* the host broke its contract    */
  METODICA_LOG_ADAPTER_FAULT = 6 /* the adapter broke its contract */
};

/* What the plugin offers. It lives until the adapter's `destroy` has returned. */
struct metodica_core {
  uint32_t size;
  void *self;
  /* The table of an extension offered by the plugin (ext/core_*.h), NULL when it is unknown.
     [any] */
  const void *(*extension)(const metodica_core *core, const char *id);
  /* Writes one line to the log. `event_json`: a JSON object ending with a zero byte, with at least
     {"event":"koha.slow"}; no names of persons, no titles, no passwords. [any] */
  void (*log)(const metodica_core *core, int32_t level, const char *event_json);
};

/* What an adapter offers, made by `create` below. */
struct metodica_adapter {
  uint32_t size;
  void *self;
  /* The table of an extension (the ids METODICA_HOST_* of ext/), NULL when it is not offered. The
     same id gives the same pointer for the life of the adapter. [any] */
  const void *(*extension)(const metodica_adapter *adapter, const char *id);
  /* Connects to the host, in the process that serves. After a fork it is called again without
     `stop`: the adapter drops the handles of the other process and never closes them. On failure
     one problem object goes to `problem`. May be NULL: nothing to start. [owner] */
  metodica_status (*start)(const metodica_adapter *adapter, const metodica_sink *problem);
  /* Disconnects; `start` may follow. May be NULL. [owner] */
  void (*stop)(const metodica_adapter *adapter);
  /* Ends the object and frees what `create` made. Called once, last; never after a failed `create`.
     Required. [owner] */
  void (*destroy)(const metodica_adapter *adapter);
};

/* For whom and why something is asked. Valid for the call. Texts are never NULL: "" says there is
   none. */
typedef struct metodica_context {
  uint32_t size;
  const char *library; /* our code of the library (SIRUTA, perhaps with a suffix)               */
  const char *branch;  /* our code of the branch inside it                                      */
  const char *user;    /* the acting person, as the host's own id                               */
  const char *lang;    /* "ro", "en" or "hu"                                                    */
  const char *key;     /* of a write, set for every write; repeating a key changes nothing twice */
  const char *trace;   /* finds the log lines of this call                                      */
} metodica_context;

/* The one shape of an extension's function: a JSON document in, JSON out. `in` is UTF-8, `bytes`
   long, and need not end with a zero byte. The answer is UTF-8: one JSON document, or JSON lines
   where the function says so (each line ends with a line feed).
   On failure the status is negative and the last line written is a problem object
   (schema/problem.json): {"kind":"problem","code":"conflict","message":"..."} with codes and data
   only; the sentences are the plugin's. When `out` refuses, the function stops at once and returns
   the status it was given.
   Common statuses: METODICA_INVALID (the document breaks the described shape),
   METODICA_UNSUPPORTED (this host cannot do it), METODICA_DENIED (the user may not),
   METODICA_BUSY and METODICA_UNREACHABLE (nothing was done), METODICA_DEFECT. [call] */
typedef metodica_status (*metodica_operation)(const metodica_adapter *adapter,
                                              const metodica_context *context, const char *in,
                                              size_t bytes, const metodica_sink *out);

/* The first function of every host extension: what each of its operations can do, at this site,
   now.
     {"operations":{"copies":{"read":true,"batch":1000},"walk":{"read":true},
                    "change":{"write":true,"batch":200,"version-checked":true,"read-back":true}}}
   An operation that is not named is not offered. Flags, absent meaning false or no limit:
     read, write       it reads, it changes the host
     batch             most items in one call
     atomic            a batch is done whole or not at all
     version-checked   the host itself refuses a change to a newer version
     read-back         the adapter reads again after writing, so done_confirmed is possible
     hand-over         the change leaves as a file or list that somebody must enter
     person-needed     a person must finish it in the host
     rate              most calls in one second
   Answers without asking the host, so it is fast and cannot be unreachable. [any] */
typedef metodica_status (*metodica_abilities)(const metodica_adapter *adapter,
                                              const metodica_sink *out);

/* Writes answer JSON lines, one outcome per item, in the order of the items
   (schema/outcome.json):
     {"outcome":"done_confirmed","id":"1201","version":"7"}  done, and read back
     {"outcome":"done","id":"1201"}                          done, not confirmed
     {"outcome":"handed_over","id":"list-14"}                a person must act
     {"outcome":"refused","code":"newer_version"}            the host said no; trying again is
     useless {"outcome":"failed","retry":true,"code":"timeout"}      not done; `retry`: may be
     tried again
   The status of the call is METODICA_OK when every item has its outcome, whatever it is. */

/* The one symbol an adapter exports. Texts are UTF-8; `id` and `name` are not empty. */
typedef struct metodica_adapter_entry {
  uint32_t size, abi_major, abi_minor;
  const char *id;      /* a name of the maker's own: "org.example.koha"      */
  const char *name;    /* "Koha"                                             */
  const char *version; /* of the adapter: "1.0"                              */
  const char *hosts;   /* for people: "Koha 22.11 to 24.05"                  */
  /* Makes the adapter; connects to nothing. `core` stays valid until `destroy` has returned.
     `settings_json`: the section [adapter.settings] as a JSON object of texts. On failure `*made`
     is NULL, the status negative, and one problem object goes to `problem`.
     METODICA_INVALID  a setting is missing, wrong or unknown                            [owner] */
  metodica_status (*create)(const metodica_core *core, const char *settings_json, size_t bytes,
                            const metodica_sink *problem, const metodica_adapter **made);
} metodica_adapter_entry;

extern METODICA_API const metodica_adapter_entry metodica_adapter_v1;

#ifdef __cplusplus
}
#endif

#endif
