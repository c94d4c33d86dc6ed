/* The door that BiblioteQ itself offers: a run-time loadable extension of SQLite, opened on each
   connection to a SQLite branch. Free of Qt, because a library with the wrong Qt in it would crash
   the host: it looks which Qt is already there and opens the binding for that one.

   Adds nothing to SQL and keeps nothing of the connection. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

#define PATH_BYTES 4096

typedef int (*start_function)(const char* spec);

static const char here = 0; /* its address tells the file of this library */

static int is_loaded(const char* library) {
  void* found = dlopen(library, RTLD_LAZY | RTLD_NOLOAD);
  if (found == NULL) {
    return 0;
  }
  dlclose(found);
  return 1;
}

static int start_in(const char* folder, int major) {
  char path[PATH_BYTES];
  const int length = snprintf(path, sizeof path, "%s/libmetodica-qt%d.so", folder, major);
  if (length < 0 || (size_t)length >= sizeof path) {
    return 0;
  }
  /* Never closed: its objects live as long as the host. */
  void* binding = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  void* symbol = binding == NULL ? NULL : dlsym(binding, "metodica_qt_start");
  if (symbol == NULL) {
    return 0;
  }
  start_function start = NULL;
  memcpy(&start, &symbol, sizeof start); /* C knows no cast from one to the other */
  const char *spec = getenv("METODICA_QT"); /* as behind the colon of -plugin metodica: */
  start(spec == NULL ? "" : spec);
  return 1;
}

/* The folder of plugins of the build or of the distribution, beside or below this file. */
static void start_binding(int major, const char* plugins) {
  char folder[PATH_BYTES];
  Dl_info info;
  if (dladdr(&here, &info) != 0 && info.dli_fname != NULL) {
    const char* slash = strrchr(info.dli_fname, '/');
    const int bytes = slash == NULL ? 0 : (int)(slash - info.dli_fname);
    const int length =
        snprintf(folder, sizeof folder, "%.*s/qt%d/generic", bytes, info.dli_fname, major);
    if (slash != NULL && length > 0 && (size_t)length < sizeof folder && start_in(folder, major)) {
      return;
    }
  }
  start_in(plugins, major);
}

/* SQLITE_OK_LOAD_PERMANENTLY: disconnecting must not unload what our menu runs on. It is called
   again at each connect, and whatever happens the host goes on. */
__attribute__((visibility("default"))) int sqlite3_extension_init(
    sqlite3* database, char** problem, const struct sqlite3_api_routines* routines);

int sqlite3_extension_init(sqlite3* database, char** problem,
                           const struct sqlite3_api_routines* routines) {
  (void)database;
  (void)problem;
  (void)routines;
  if (is_loaded("libQt6Widgets.so.6")) {
    start_binding(6, METODICA_QT6_PLUGINS);
  } else if (is_loaded("libQt5Widgets.so.5")) {
    start_binding(5, METODICA_QT5_PLUGINS);
  }
  return SQLITE_OK_LOAD_PERMANENTLY;
}
