/// SvgCheck: which pictures may stand inside of a page. A picture is parsed by the small grammar
/// below and written anew from what was understood; whatever is not in the lists makes it refused.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "html/writer.hpp"

namespace metodica::html {

class SvgCheck {
 public:
  /// The picture, or empty markup when it is refused. Allowed: one <svg> with shapes, text, groups,
  /// titles; attributes of geometry, paint and font, whose values hold no address, entity or
  /// function other than transforms and rgb(); no style, script, id, link, comment, doctype. At
  /// most 512 KiB.
  static Markup checked(std::string_view svg);

 private:
  explicit SvgCheck(std::string_view svg) : rest_(svg) {}

  bool document();
  bool start_tag();
  bool end_tag();
  bool attribute();
  bool text();
  bool take(std::string_view expected);
  void skip_space();
  std::string_view take_name();

  std::string_view rest_;
  std::string out_;
  std::vector<std::string_view> open_;
};

}  // namespace metodica::html
