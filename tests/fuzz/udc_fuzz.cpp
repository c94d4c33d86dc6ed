// Any bytes as a UDC notation: parser, key, repair and explainer keep their promises.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "bibliography/shelf_mark.hpp"
#include "bibliography/shelf_udc.hpp"
#include "bibliography/udc.hpp"
#include "bibliography/udc_key.hpp"
#include "bibliography/udc_reading.hpp"
#include "bibliography/udc_words.hpp"

namespace {

using namespace metodica;

void require(bool holds) {
  if (!holds) {
    std::abort();
  }
}

const UdcCaptions& captions() {
  static const UdcCaptions pack = *UdcCaptions::from_csv(
      "notation,caption_ro\n5,a\n59,b\n592/599,c\n82,d\n82-31,e\n821.135.1,f\n(4),g\n(498),h\n"
      "=135.1,i\n-053.2,j\n(038),k\n");
  return pack;
}

void check_key(std::string_view text) {
  std::string key(udc_key_bound(text.size()), '\0');
  const std::size_t size = write_udc_key(key.data(), text);
  require(size <= key.size() && size > 0);
  const std::string safe = host_safe_udc_key(text);
  require(safe.size() <= kHostKeyLimit);
  std::string appended;
  append_udc_key(appended, text);
  require(std::string_view(appended) == std::string_view(key).substr(0, size));
}

void check_tree(const std::string& notation) {
  const auto tree = udc_tree(notation);
  require(!tree.empty() && tree.front().end == tree.size());
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    require(tree[i].end > i && tree[i].end <= tree.size());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check_key(text);
  static_cast<void>(shelf_mark_key(text));
  const UdcReading reading = read_udc(text);
  const Result<Udc> udc = Udc::parse(text);
  require(udc.has_value() == reading.faults.empty());
  if (udc) {
    require(udc->notation() == reading.notation);
    require(Udc::parse(udc->notation())->notation() == udc->notation());
    static_cast<void>(shorten_udc(udc->notation(), {{{"", 3}}, {{"821.135.1", "821RO"}}, {}}));
  }
  if (!reading.repaired.empty()) {
    require(Udc::parse(reading.repaired).has_value());
  }
  check_tree(reading.notation);
  static_cast<void>(explain_udc(reading.notation, captions(), Messages("ro")));
  return 0;
}
