// Feeds arbitrary bytes, read as JSON, to the drawing of screens and to the reading of forms.
// Beyond "no crash": the page is well formed with nothing unescaped, and what a form accepted it
// accepts again, unchanged.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "html/html.hpp"
#include "html/svg_check.hpp"
#include "unit/html/gallery.hpp"
#include "unit/html/html_check.hpp"

namespace {

using metodica::Json;
using metodica::Result;

void draw(const Json& screen) {
  const std::string page = metodica::html::render_screen(screen);
  if (!metodica::html_check::read(page).fault.empty()) {
    std::abort();
  }
}

void read(const metodica::Form& form, const Json& args) {
  const auto values = form.read(args);
  draw(Json::object({{"title", "T"},
                     {"blocks", Json::array({form.block(metodica::Messages("ro"), args,
                                                        form.problems(args))})}}));
  if (values) {
    const auto again = form.read(values->json());
    if (!again || !(again->json() == values->json())) {
      std::abort();
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const metodica::html::Markup svg = metodica::html::SvgCheck::checked(bytes);
  if (!metodica::html_check::read(svg.text()).fault.empty()) {
    std::abort();
  }
  const Result<Json> json = Json::parse(bytes);
  if (json) {
    static const metodica::Form form = metodica::gallery::every_field();
    draw(*json);
    read(form, *json);
  }
  return 0;
}
