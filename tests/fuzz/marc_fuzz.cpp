// Feeds arbitrary bytes to the readers of records and to everything that looks into them. Beyond
// "no crash", each byte must be accounted for.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "exchange/bibliographic.hpp"
#include "exchange/file_kind.hpp"
#include "exchange/iso2709_reader.hpp"
#include "exchange/items.hpp"
#include "exchange/marc_reader.hpp"
#include "exchange/marcxml_reader.hpp"

namespace {

using metodica::MarcFormat;

void look_into(const metodica::MarcView& record, metodica::RecordText& text) {
  for (MarcFormat format : {MarcFormat::unimarc, MarcFormat::marc21}) {
    text.begin(record, format);
    metodica::Title title;
    metodica::read_title(record, format, text, title);
    (void)metodica::read_items(record, metodica::koha_items(format), text);
    (void)metodica::isbd_line(title);
    // Whatever was read can be written, and is a record again.
    std::string packed;
    metodica::pack_record(metodica::to_marc(title, format), packed);
    if (!metodica::MarcView::parse(packed)) {
      std::abort();
    }
  }
}

void read_all(metodica::RecordReader& reader, std::size_t size) {
  metodica::RecordText text;
  metodica::MarcOutcome outcome;
  while (reader.next(outcome)) {
    if (outcome.is_record) {
      look_into(outcome.record, text);
    }
  }
  if (reader.totals().bytes() != size) {
    std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  (void)metodica::file_kind(bytes);
  metodica::Iso2709Reader iso2709(metodica::from_memory(bytes));
  read_all(iso2709, size);
  metodica::MarcXmlReader marcxml(metodica::from_memory(bytes));
  read_all(marcxml, size);
  return 0;
}
