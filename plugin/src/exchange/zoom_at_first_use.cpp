// The functions of YAZ's ZOOM interface that remote_catalogue.cpp calls, looked up at their first
// call: only a library that asks other catalogues ever loads YAZ (see yaz_at_first_use.cpp).
// Without the library every object is null and every connection says so.
#include <dlfcn.h>
#include <yaz/zoom.h>

namespace {

template <class Function>
Function find(const char* name) {
  // Left open: what came with it cannot be unloaded safely.
  static void* const yaz = ::dlopen("libyaz.so.5", RTLD_NOW | RTLD_LOCAL);
  return yaz == nullptr ? nullptr : reinterpret_cast<Function>(::dlsym(yaz, name));
}

constexpr int kNoLibrary = ZOOM_ERROR_UNSUPPORTED_PROTOCOL;

}  // namespace

extern "C" {

ZOOM_options ZOOM_options_create(void) {
  static const auto call = find<decltype(&ZOOM_options_create)>("ZOOM_options_create");
  return call == nullptr ? nullptr : call();
}

void ZOOM_options_destroy(ZOOM_options options) {
  static const auto call = find<decltype(&ZOOM_options_destroy)>("ZOOM_options_destroy");
  if (call != nullptr && options != nullptr)
    call(options);
}

void ZOOM_options_set(ZOOM_options options, const char* key, const char* value) {
  static const auto call = find<decltype(&ZOOM_options_set)>("ZOOM_options_set");
  if (call != nullptr && options != nullptr)
    call(options, key, value);
}

ZOOM_connection ZOOM_connection_create(ZOOM_options options) {
  static const auto call = find<decltype(&ZOOM_connection_create)>("ZOOM_connection_create");
  return call == nullptr ? nullptr : call(options);
}

void ZOOM_connection_connect(ZOOM_connection connection, const char* host, int port) {
  static const auto call = find<decltype(&ZOOM_connection_connect)>("ZOOM_connection_connect");
  if (call != nullptr && connection != nullptr)
    call(connection, host, port);
}

void ZOOM_connection_destroy(ZOOM_connection connection) {
  static const auto call = find<decltype(&ZOOM_connection_destroy)>("ZOOM_connection_destroy");
  if (call != nullptr && connection != nullptr)
    call(connection);
}

int ZOOM_connection_error(ZOOM_connection connection, const char** message, const char** details) {
  static const auto call = find<decltype(&ZOOM_connection_error)>("ZOOM_connection_error");
  if (call != nullptr && connection != nullptr)
    return call(connection, message, details);
  *message = "libyaz.so.5";
  *details = "";
  return kNoLibrary;
}

ZOOM_query ZOOM_query_create(void) {
  static const auto call = find<decltype(&ZOOM_query_create)>("ZOOM_query_create");
  return call == nullptr ? nullptr : call();
}

void ZOOM_query_destroy(ZOOM_query query) {
  static const auto call = find<decltype(&ZOOM_query_destroy)>("ZOOM_query_destroy");
  if (call != nullptr && query != nullptr)
    call(query);
}

int ZOOM_query_prefix(ZOOM_query query, const char* text) {
  static const auto call = find<decltype(&ZOOM_query_prefix)>("ZOOM_query_prefix");
  return call == nullptr || query == nullptr ? -1 : call(query, text);
}

int ZOOM_query_cql(ZOOM_query query, const char* text) {
  static const auto call = find<decltype(&ZOOM_query_cql)>("ZOOM_query_cql");
  return call == nullptr || query == nullptr ? -1 : call(query, text);
}

ZOOM_resultset ZOOM_connection_search(ZOOM_connection connection, ZOOM_query query) {
  static const auto call = find<decltype(&ZOOM_connection_search)>("ZOOM_connection_search");
  return call == nullptr || connection == nullptr ? nullptr : call(connection, query);
}

size_t ZOOM_resultset_size(ZOOM_resultset found) {
  static const auto call = find<decltype(&ZOOM_resultset_size)>("ZOOM_resultset_size");
  return call == nullptr || found == nullptr ? 0 : call(found);
}

ZOOM_record ZOOM_resultset_record(ZOOM_resultset found, size_t at) {
  static const auto call = find<decltype(&ZOOM_resultset_record)>("ZOOM_resultset_record");
  return call == nullptr || found == nullptr ? nullptr : call(found, at);
}

void ZOOM_resultset_destroy(ZOOM_resultset found) {
  static const auto call = find<decltype(&ZOOM_resultset_destroy)>("ZOOM_resultset_destroy");
  if (call != nullptr && found != nullptr)
    call(found);
}

const char* ZOOM_record_get(ZOOM_record record, const char* type, int* length) {
  static const auto call = find<decltype(&ZOOM_record_get)>("ZOOM_record_get");
  return call == nullptr || record == nullptr ? nullptr : call(record, type, length);
}
}
