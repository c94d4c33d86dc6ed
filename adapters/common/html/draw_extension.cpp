#include "html/draw_extension.hpp"

#include "html/html.hpp"
#include "json/json.hpp"

namespace metodica::html {

std::string HtmlDraw::abilities() const {
  return R"({"operations":{"draw":{"read":true}}})";
}

Result<void> HtmlDraw::draw(const CallContext& context, std::string_view screen,
                            std::string_view options, Sink& out) {
  METODICA_TRY(const Json drawn, Json::parse(screen));
  METODICA_TRY(const Json how, Json::parse(options));
  if (drawn["kind"].text() != "screen") {
    return invalid("loader.not_a_screen");
  }
  HtmlOptions given;
  given.lang = how["lang"].text().empty() ? context.lang : how["lang"].text();
  if (!how["action_url"].text().empty()) {
    given.action_url = how["action_url"].text();
    given.link_url = given.action_url;
  }
  for (const auto& [name, value] : how["hidden"].members()) {
    given.hidden.emplace_back(name, value.text());
  }
  return out.write(render_screen(drawn, given));
}

}  // namespace metodica::html
