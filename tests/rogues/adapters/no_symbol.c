/* A library, but no adapter. */
#include "metodica/abi.h"

METODICA_API int32_t something_else(void);
int32_t something_else(void) {
  return 1;
}
