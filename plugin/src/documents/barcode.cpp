#include "documents/barcode.hpp"

#include <zint.h>

#include <algorithm>
#include <memory>

#include "bibliography/ean.hpp"

namespace metodica::documents {
namespace {

constexpr std::size_t ean_digits = 13;

struct DeleteSymbol {
  void operator()(zint_symbol* symbol) const { ZBarcode_Delete(symbol); }
};

/// What zint calls a symbology, and its quiet zone by the standard.
struct Kind {
  int zint;
  int quiet;
  std::string_view name;
};

Kind kind_of(Symbology symbology) {
  switch (symbology) {
    case Symbology::code_39:
      return {BARCODE_CODE39, 10, "Code 39"};
    case Symbology::ean_13:
      return {BARCODE_EANX, 11, "EAN-13"};
    case Symbology::qr:
      return {BARCODE_QRCODE, 4, "QR"};
    case Symbology::data_matrix:
      return {BARCODE_DATAMATRIX, 1, "Data Matrix"};
    case Symbology::code_128:
      break;
  }
  return {BARCODE_CODE128, 10, "Code 128"};
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool holds(Symbology symbology, const std::string& value) {
  if (value.empty())
    return false;
  if (symbology == Symbology::code_39) {
    return std::all_of(value.begin(), value.end(), [](char c) {
      return is_digit(c) || (c >= 'A' && c <= 'Z') ||
             std::string_view("-. $/+%").find(c) != std::string_view::npos;
    });
  }
  if (symbology == Symbology::ean_13)
    return is_ean(value) && value.size() == ean_digits;
  return std::all_of(value.begin(), value.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
}

std::string with_check_digit(Symbology symbology, const std::string& value) {
  const bool lacks_it = symbology == Symbology::ean_13 && value.size() + 1 == ean_digits;
  const char digit = lacks_it ? ean_check_digit(value) : '\0';
  return digit == '\0' ? value : value + digit;
}

void read_rows(const zint_symbol& symbol, Barcode& into) {
  for (int row = 0; row < into.rows; ++row) {
    bool inside = false;
    for (int module = 0; module < symbol.width; ++module) {
      const bool black = ((symbol.encoded_data[row][module / 8] >> (module % 8)) & 1) != 0;
      if (black && inside) {
        ++into.bars.back().width;
      } else if (black) {
        into.bars.push_back({module, 1, row});
      }
      inside = black;
    }
  }
}

}  // namespace

std::string_view name_of(Symbology symbology) {
  return kind_of(symbology).name;
}

Result<Barcode> encode(Symbology symbology, const std::string& value) {
  const Kind kind = kind_of(symbology);
  const auto refused = [&] {
    return invalid("documents.barcode", {{"text", value}, {"code", std::string(kind.name)}});
  };
  const std::unique_ptr<zint_symbol, DeleteSymbol> symbol(ZBarcode_Create());
  Barcode result;
  result.value = with_check_digit(symbology, value);
  if (!holds(symbology, result.value) || !symbol)
    return refused();
  symbol->symbology = kind.zint;
  const auto* bytes = reinterpret_cast<const unsigned char*>(result.value.data());
  // zint adds the check digit of an EAN-13 itself.
  const std::size_t size = result.value.size() - (symbology == Symbology::ean_13 ? 1 : 0);
  if (ZBarcode_Encode(symbol.get(), bytes, static_cast<int>(size)) >= ZINT_ERROR)
    return refused();
  const bool square = symbology == Symbology::qr || symbology == Symbology::data_matrix;
  result.modules = symbol->width;
  result.rows = square ? symbol->rows : 1;
  result.quiet = kind.quiet;
  read_rows(*symbol, result);
  return result;
}

}  // namespace metodica::documents
