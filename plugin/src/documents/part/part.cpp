// The private library documents.so: the only part of the plugin that is linked with Pango and Cairo.

#include "documents/documents.hpp"

extern "C" __attribute__((visibility("default"))) metodica::Documents* metodica_part_documents() {
  return metodica::make_documents().release();
}
