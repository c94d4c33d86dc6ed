/// fontconfig keeps its tables until the process ends; the leak checker is told so.

#if defined(__SANITIZE_ADDRESS__)
#define METODICA_WITH_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define METODICA_WITH_ASAN 1
#endif
#endif

#ifdef METODICA_WITH_ASAN
extern "C" const char* __lsan_default_suppressions();  // NOLINT(bugprone-reserved-identifier)

extern "C" const char* __lsan_default_suppressions() {  // NOLINT(bugprone-reserved-identifier)
  return "leak:libfontconfig\n";
}
#endif
