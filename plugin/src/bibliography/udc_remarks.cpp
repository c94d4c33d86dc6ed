#include "bibliography/udc_remarks.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>

#include "bibliography/udc_repair.hpp"
#include "text/unicode.hpp"

namespace metodica {
namespace {

constexpr std::size_t kKnownDigits = 2;

class Remarks {
 public:
  Remarks(std::string_view notation, const UdcCaptions& captions)
      : notation_(notation), captions_(captions), elements_(udc_elements(notation)) {}

  std::vector<UdcRemark> run() {
    for (std::size_t i = 0; i < elements_.size(); ++i) {
      const UdcElement& element = elements_[i];
      if (element.part == UdcPart::main) {
        main(element, i + 1 < elements_.size() ? &elements_[i + 1] : nullptr);
      } else if (element.part == UdcPart::language) {
        known(element, "udc.unknown_language");
      } else if (element.part == UdcPart::place) {
        known(element, "udc.unknown_place");
      }
    }
    return std::move(remarks_);
  }

 private:
  void add(std::string_view id, const UdcElement& element, std::vector<MessageArgument> more,
           std::string repair = {}, bool information = false) {
    const auto byte = static_cast<std::size_t>(element.text.data() - notation_.data());
    std::vector<MessageArgument> arguments{
        {"text", std::string(element.start())},
        {"position", static_cast<std::int64_t>(length(notation_.substr(0, byte)) + 1)}};
    std::move(more.begin(), more.end(), std::back_inserter(arguments));
    remarks_.push_back({Problem(METODICA_INVALID, std::string(id), std::move(arguments)),
                        information, std::move(repair)});
  }

  [[nodiscard]] std::string with(const UdcElement& element, std::string text) const {
    const auto byte = static_cast<std::size_t>(element.text.data() - notation_.data());
    return UdcEdit{byte, element.text.size(), std::move(text)}.applied_to(notation_);
  }

  void main(const UdcElement& element, const UdcElement* following) {
    const bool old_history =
        element.text == "9" && following != nullptr && following->part == UdcPart::place;
    if (old_history) {
      add("udc.outdated", element, {{"replaced_by", "94"}}, with(element, "94"));
      return;
    }
    // 859.0 is the number 859 with a point auxiliary: both together are the old class.
    std::string number(element.start());
    const bool point = following != nullptr && following->part == UdcPart::point;
    if (point) {
      number += following->start();
    }
    if (const UdcCaption* old = captions_.outdated(number)) {
      const bool whole = old->notation == number || old->notation == element.start();
      std::string repair;
      if (whole && !element.has_range() && !point) {
        repair = with(element, old->replaced_by);
      }
      add("udc.outdated", element, {{"replaced_by", old->replaced_by}}, std::move(repair));
      return;
    }
    deeper(element);
  }

  void deeper(const UdcElement& element) {
    const UdcCaption* nearest = captions_.nearest(element.start());
    if (nearest != nullptr && !element.has_range() && nearest->notation != element.start()) {
      add("udc.deeper", element, {{"known", nearest->notation}}, {}, true);
    }
  }

  // Known is what a caption has, or what captions stand under: "(46)" because of "(460)".
  void known(const UdcElement& element, std::string_view id) {
    const std::string_view start = element.start();
    const auto end = std::find_if_not(start.begin() + 1, start.end(),
                                      [](char c) { return c >= '0' && c <= '9'; });
    const auto digits = static_cast<std::size_t>(end - start.begin()) - 1;
    const std::string_view beginning = start.substr(0, 1 + std::min(digits, kKnownDigits));
    if (captions_.find(beginning) == nullptr && captions_.below(beginning).empty()) {
      add(id, element, {});
    }
  }

  std::string_view notation_;
  const UdcCaptions& captions_;
  std::vector<UdcElement> elements_;
  std::vector<UdcRemark> remarks_;
};

}  // namespace

std::vector<UdcRemark> udc_remarks(std::string_view notation, const UdcCaptions& captions) {
  return Remarks(notation, captions).run();
}

}  // namespace metodica
