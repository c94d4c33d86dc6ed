/* Door 1, for hosts: twelve flat C functions, because that is what Perl, PHP, Python and Ruby call
   without glue. JSON in, JSON out; all text is UTF-8 without a byte-order mark.

   Order of a life:   metodica_open   metodica_on_question   (fork)   metodica_start
                      metodica_call ... metodica_call   metodica_stop   metodica_close

   Thread labels. [owner]: the thread that opens, starts, stops and closes; never two at once.
   [any]: from any thread at any time.
   Ownership. Every pointer argument is borrowed for the call. Replies are made and freed here;
   nothing else changes hands. */
#ifndef METODICA_EMBED_H
#define METODICA_EMBED_H

#include "metodica/abi.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The longest request, in bytes. A longer one is METODICA_INVALID and is not read. */
#define METODICA_REQUEST_LIMIT (8u * 1024u * 1024u)

typedef struct metodica_instance metodica_instance; /* one plugin with one adapter */
typedef struct metodica_reply metodica_reply;       /* a growing UTF-8 buffer      */

/* The version of this door that the loaded library speaks: major << 16 | minor. A host built with
   another major must not go on. [any] */
METODICA_API uint32_t metodica_abi(void);

/* An empty reply buffer, to be given back with metodica_reply_free. One buffer serves one thread at
   a time and may be used again and again. NULL only when memory is exhausted. [any] */
METODICA_API metodica_reply *metodica_reply_new(void);

/* Frees a buffer and its text. NULL is allowed. [any] */
METODICA_API void metodica_reply_free(metodica_reply *reply);

/* The text, followed by a zero byte; "" when nothing was written. Owned by the buffer, valid until
   its next use. [any] */
METODICA_API const char *metodica_reply_text(const metodica_reply *reply);

/* The length of the text in bytes, without the zero byte. [any] */
METODICA_API size_t metodica_reply_bytes(const metodica_reply *reply);

/* Appends UTF-8 text; a host's answer function (below) writes its answer with it. The text is
   copied.
   METODICA_INVALID  no buffer, or no text although bytes is not 0
   METODICA_DEFECT   memory is exhausted; the buffer is as before                           [any] */
METODICA_API metodica_status metodica_reply_write(metodica_reply *reply, const char *utf8,
                                                  size_t bytes);

/* Reads the configuration file and loads the adapter it names. Opens no file for writing, no
   connection, no thread: safe in a parent that will fork.
   `config_path`: absolute path of the ini file. `problem`: filled on failure with one problem
   object (schema/problem.json); may be NULL. `*made` receives the instance, NULL on failure.
   METODICA_INVALID       a wrong or unknown setting; the adapter is no adapter, or too new
   METODICA_NOT_FOUND     no such file or library
   METODICA_DENIED        a file cannot be read, or may be written by everybody
   METODICA_UNSUPPORTED   the adapter lacks a required extension                         [owner] */
METODICA_API metodica_status metodica_open(const char *config_path, metodica_reply *problem,
                                           metodica_instance **made);

/* The host's own code as a source of answers: an adapter asks through metodica.core.ask/1, this
   function answers. `question`: one JSON document, `bytes` long, borrowed. The answer, one JSON
   document, is written with metodica_reply_write. It is only ever called on the thread that is
   inside metodica_start or metodica_call, never later. It must not call metodica_call on the same
   instance (METODICA_INVALID), nor throw or jump over our frames. */
typedef metodica_status (*metodica_host_answer)(void *host, const char *question, size_t bytes,
                                                metodica_reply *answer);

/* Sets the answer function, or removes it (NULL). `host` is handed back unchanged. Call it between
   metodica_open and metodica_start.
   METODICA_INVALID  no instance                                                          [owner] */
METODICA_API metodica_status metodica_on_question(metodica_instance *instance,
                                                  metodica_host_answer answer, void *host);

/* Connects: once in each process that serves, after the last fork. Repeating it in the same process
   is harmless. In a child that inherited a started instance it abandons what the parent opened and
   opens its own.
   METODICA_UNREACHABLE   database or host do not answer; may be tried again
   METODICA_CONFLICT      the database is newer than this program
   METODICA_DENIED        the database or its folder may not be written
   METODICA_DAMAGED       the database fails its checks                                   [owner] */
METODICA_API metodica_status metodica_start(metodica_instance *instance, metodica_reply *problem);

/* Does one thing. `request`: one JSON object (schema/request.json), at most
   METODICA_REQUEST_LIMIT bytes, need not end with a zero byte. `reply` is emptied, then receives
   one JSON object (schema/reply.json) on success and on failure. One call at a time runs per
   instance; others wait. A writing request carries a `key`: the same key gives the same reply and
   changes nothing twice.
   The status equals the `code` of the problem in the reply. METODICA_BUSY and METODICA_UNREACHABLE
   may be retried with the same key; METODICA_FORKED asks for metodica_start and then the same call;
   METODICA_INVALID is also the answer to a call from inside an answer function.            [any] */
METODICA_API metodica_status metodica_call(metodica_instance *instance, const char *request,
                                           size_t bytes, metodica_reply *reply);

/* Closes connections and stops the adapter; metodica_start may follow. In another process than the
   one that started, it abandons them instead. NULL is allowed. [owner] */
METODICA_API void metodica_stop(metodica_instance *instance);

/* Stops when started, then ends the instance. The adapter's code stays loaded until the process
   ends. NULL is allowed. [owner] */
METODICA_API void metodica_close(metodica_instance *instance);

#ifdef __cplusplus
}
#endif

#endif
