// The four functions of YAZ that the reader of character sets calls. Every process that starts
// Metodica has this code, but only a text in MARC-8 or ISO 5426 needs YAZ, which comes with thirty
// libraries (17 ms and 5 MiB): so they are looked up at their first call.
#include <dlfcn.h>
#include <yaz/yaz-iconv.h>

namespace {

template <class Function>
Function find(const char* name) {
  // Left open: what came with it cannot be unloaded safely.
  static void* const yaz = ::dlopen("libyaz.so.5", RTLD_NOW | RTLD_LOCAL);
  return yaz == nullptr ? nullptr : reinterpret_cast<Function>(::dlsym(yaz, name));
}

}  // namespace

extern "C" {

yaz_iconv_t yaz_iconv_open(const char* to, const char* from) {
  static const auto call = find<decltype(&yaz_iconv_open)>("yaz_iconv_open");
  return call == nullptr ? nullptr : call(to, from);
}

// Nobody has a handle to call the others with when the first one found no library.
size_t yaz_iconv(yaz_iconv_t handle, char** in, size_t* in_left, char** out, size_t* out_left) {
  static const auto call = find<decltype(&yaz_iconv)>("yaz_iconv");
  return call(handle, in, in_left, out, out_left);
}

int yaz_iconv_error(yaz_iconv_t handle) {
  static const auto call = find<decltype(&yaz_iconv_error)>("yaz_iconv_error");
  return call(handle);
}

int yaz_iconv_close(yaz_iconv_t handle) {
  static const auto call = find<decltype(&yaz_iconv_close)>("yaz_iconv_close");
  return handle == nullptr ? 0 : call(handle);
}
}
