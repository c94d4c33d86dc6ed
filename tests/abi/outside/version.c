/* Prints the version of the doors it was built against. */
#include <stdio.h>

#include "metodica/adapter.h"
#include "metodica/embed.h"
#include "metodica/ext/holdings.h"

int main(void) {
  printf("%d.%d %s\n", METODICA_ABI_MAJOR, METODICA_ABI_MINOR, METODICA_HOST_HOLDINGS);
  return 0;
}
