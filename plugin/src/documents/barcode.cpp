#include "documents/barcode.hpp"

#include <zint.h>

#include <algorithm>
#include <memory>

namespace metodica::documents {
namespace {

struct DeleteSymbol {
  void operator()(zint_symbol* symbol) const { ZBarcode_Delete(symbol); }
};

bool is_printable(const std::string& value) {
  return !value.empty() &&
         std::all_of(value.begin(), value.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
}

}  // namespace

Result<Barcode> code_128(const std::string& value) {
  const std::unique_ptr<zint_symbol, DeleteSymbol> symbol(ZBarcode_Create());
  const auto refused = [&] { return invalid("documents.barcode", {{"text", value}}); };
  if (!is_printable(value) || !symbol) return refused();
  symbol->symbology = BARCODE_CODE128;
  const auto* bytes = reinterpret_cast<const unsigned char*>(value.data());
  if (ZBarcode_Encode(symbol.get(), bytes, static_cast<int>(value.size())) >= ZINT_ERROR) {
    return refused();
  }
  Barcode result{symbol->width, {}};
  for (int module = 0; module < symbol->width; ++module) {
    const bool black = ((symbol->encoded_data[0][module / 8] >> (module % 8)) & 1) != 0;
    if (!black) continue;
    if (!result.bars.empty() && result.bars.back().from + result.bars.back().width == module) {
      ++result.bars.back().width;
    } else {
      result.bars.push_back({module, 1});
    }
  }
  return result;
}

}  // namespace metodica::documents
