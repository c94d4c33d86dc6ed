// Screens against stored pages, which can be opened in a browser. METODICA_UPDATE_GOLDEN=1 writes
// them anew; look at the difference before committing it.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "html/html.hpp"
#include "unit/html/gallery.hpp"

namespace metodica {
namespace {

const std::filesystem::path folder =
    std::filesystem::path(METODICA_SOURCE_DIR) / "tests" / "golden" / "html";

html::PageFrame frame_of(const Screen& screen, std::string body) {
  html::PageFrame frame;
  frame.title = screen.json()["title"].text();
  frame.institution = "Biblioteca Orășenească Exemplu";
  frame.user = "Maria Pop";
  frame.user_note = "bibliotecar";
  frame.menu = {{"Circuitul cărții",
                 {{"Achiziție", "/do/acquisition.lots", false, 3},
                  {"Prelucrare și raft", "/do/processing.shelf"},
                  {"Registre RMF și RI", "/do/registers.rmf_screen", true},
                  {"Inventariere", "/do/stocktaking.list", false, 1},
                  {"Eliminare", "/do/withdrawal.list"}}},
                {"Județ", {{"Coordonare", "/do/coordination.network", false, 5}}}};
  frame.tools = {{"English", "?lang=en"}};
  frame.logout_url = "/logout";
  frame.hidden = {{"csrf", "token"}};
  frame.css_url = "../../../adapters/common/html/metodica.css";
  frame.footer = "Metodica";
  frame.body = std::move(body);
  return frame;
}

std::string drawn(const Screen& screen) {
  html::HtmlOptions options;
  options.hidden = {{"csrf", "token"}, {"key", "01J9Z6"}};
  return html::render_page(frame_of(screen, html::render_screen(screen.json(), options)));
}

std::string content(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

bool updating() {
  const char* value = std::getenv("METODICA_UPDATE_GOLDEN");  // NOLINT(concurrency-mt-unsafe)
  return value != nullptr && std::string(value) == "1";
}

TEST(Golden, ScreensAreDrawnAsStored) {
  for (const gallery::Page& page : gallery::pages()) {
    const std::filesystem::path path = folder / (page.name + ".html");
    const std::string now = drawn(page.screen);
    const bool missing = !std::filesystem::exists(path);
    if (updating() || missing) {
      std::ofstream(path, std::ios::binary) << now;
    }
    EXPECT_FALSE(missing) << path << " was missing and has been written: look at it and commit it";
    EXPECT_EQ(content(path), now) << page.name;
  }
}

}  // namespace
}  // namespace metodica
