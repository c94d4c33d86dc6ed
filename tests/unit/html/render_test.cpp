// What holds for every screen: well-formed, escaped, reachable, named.
#include <gtest/gtest.h>

#include <chrono>
#include <random>

#include "html/html.hpp"
#include "html/words.hpp"
#include "unit/html/gallery.hpp"
#include "unit/html/html_check.hpp"

namespace metodica {
namespace {

using html_check::Element;

html_check::Page drawn(const Json& screen) {
  html::HtmlOptions options;
  options.hidden = {{"csrf", "t"}, {"key", "k"}};
  return html_check::read(html::render_screen(screen, options));
}

html_check::Page framed(const Screen& screen) {
  html::PageFrame frame;
  frame.title = screen.json()["title"].text();
  frame.user = "Maria Pop";
  frame.logout_url = "/logout";
  frame.script_url = "/metodica.js";
  frame.menu = {{"Circuit", {{"Achiziție", "/do/a", true, 2}}}};
  frame.body = html::render_screen(screen.json());
  return html_check::read(html::render_page(frame));
}

bool is_named(const html_check::Page& page, const Element& control) {
  if (!control.attribute("aria-label").empty()) {
    return true;
  }
  for (const Element& label : page.named("label")) {
    if (label.attribute("for") == control.attribute("id") && !label.text.empty()) {
      return true;
    }
  }
  return control.attribute("type") == "radio";  // stands inside of its label
}

TEST(Render, EveryPageIsWellFormedAndNamed) {
  for (const gallery::Page& one : gallery::pages()) {
    const html_check::Page page = framed(one.screen);
    EXPECT_EQ(page.fault, "") << one.name;
    EXPECT_EQ(page.named("h1").size(), 1U);
    EXPECT_EQ(page.named("html").at(0).attribute("lang"), "ro");
    EXPECT_FALSE(page.named("title").at(0).text.empty());
    EXPECT_EQ(page.named("main").size(), 1U);
    std::size_t focused = 0;
    for (const Element& element : page.elements) {
      const std::string& name = element.name;
      focused += element.attributes.count("autofocus");
      const bool visible = element.attribute("type") != "hidden";
      if ((name == "input" && visible) || name == "select" || name == "textarea") {
        EXPECT_TRUE(is_named(page, element)) << one.name << " " << element.attribute("name");
        EXPECT_EQ(page.with_id(element.attribute("id")), 1U) << element.attribute("id");
      }
      if (name == "th") {
        EXPECT_FALSE(element.attribute("scope").empty());
      }
      if (name == "a" || name == "button" || name == "summary") {
        const bool off = element.attributes.count("hidden") == 1;
        EXPECT_TRUE(off || !element.text.empty() || !element.attribute("aria-label").empty())
            << one.name;
      }
      for (const char* reference : {"aria-describedby", "aria-labelledby", "for"}) {
        std::string ids = element.attribute(reference);
        for (std::size_t at; !ids.empty(); ids.erase(0, at == std::string::npos ? at : at + 1)) {
          at = ids.find(' ');
          EXPECT_EQ(page.with_id(ids.substr(0, at)), 1U) << one.name << " " << ids;
        }
      }
      if (name == "a" && element.attribute("href").substr(0, 1) == "#") {
        EXPECT_EQ(page.with_id(element.attribute("href").substr(1)), 1U)
            << element.attribute("href");
      }
    }
    EXPECT_LE(focused, 1U) << one.name;
  }
}

TEST(Render, PostedFormsCarryTheTokenAndAKeyOfTheirOwn) {
  std::vector<std::string> keys;
  std::size_t posts = 0;
  for (const gallery::Page& one : gallery::pages()) {
    const html_check::Page page = drawn(one.screen.json());
    keys.clear();
    posts = 0;
    for (const Element& element : page.elements) {
      posts += element.name == "form" && element.attribute("method") == "post" ? 1U : 0U;
      if (element.attribute("name") == "key") {
        keys.push_back(element.attribute("value"));
      }
    }
    EXPECT_EQ(keys.size(), posts) << one.name;
    std::sort(keys.begin(), keys.end());
    EXPECT_EQ(std::unique(keys.begin(), keys.end()), keys.end()) << one.name;
  }
}

TEST(Render, TheFirstWrongFieldTakesTheFocus) {
  Form form("f", "a.b", "Trimite");
  form.text("first", "Primul");
  form.integer("second", "Al doilea");
  const Json typed = Json::object({{"first", "x"}, {"second", "y"}});
  const html_check::Page page =
      drawn(Screen("a.b", "T").form(form, Messages("ro"), typed, form.problems(typed)).json());
  for (const Element& input : page.named("input")) {
    EXPECT_EQ(input.attributes.count("autofocus"), input.attribute("name") == "second" ? 1U : 0U);
    if (input.attribute("name") == "second") {
      EXPECT_EQ(input.attribute("aria-invalid"), "true");
      EXPECT_EQ(input.attribute("aria-describedby"), "f1-second-error");
      EXPECT_EQ(input.attribute("value"), "y");
    }
  }
}

// Enter in a field presses the first button of its form.
TEST(Render, EnterNeverSignsOrDestroys) {
  const html_check::Page page = drawn(gallery::pages().at(0).screen.json());
  EXPECT_EQ(page.named("button").at(0).attributes.count("disabled"), 1U);
}

TEST(Render, UnknownBlocksAndFieldsFallBack) {
  const Json screen = Json::object(
      {{"title", "T"},
       {"blocks",
        Json::array({Json::object({{"block", "hologram"},
                                   {"else", Json::array({Json::object(
                                                {{"block", "text"}, {"text", "în loc"}})})}}),
                     Json::object({{"block", "form"},
                                   {"action", "a.b"},
                                   {"send", "S"},
                                   {"fields", Json::array({Json::object({{"name", "x"},
                                                                         {"is", "doi"},
                                                                         {"like", "long_text"},
                                                                         {"label", "L"}})})}})})}});
  const html_check::Page page = drawn(screen);
  EXPECT_EQ(page.fault, "");
  EXPECT_EQ(page.named("textarea").size(), 1U);
  EXPECT_NE(page.named("article").at(0).text.find("în loc"), std::string::npos);
}

TEST(Render, NestingIsBounded) {
  Json block = Json::object({{"block", "text"}, {"text", "x"}});
  for (int i = 0; i < 60; ++i) {
    block = Json::object({{"block", "group"}, {"title", "g"}, {"blocks", Json::array({block})}});
  }
  EXPECT_EQ(drawn(Json::object({{"title", "T"}, {"blocks", Json::array({block})}})).fault, "");
}

// Random screens out of the words of the vocabulary and hostile texts.
class Fuzz {
 public:
  explicit Fuzz(unsigned seed) : random_(seed) {}

  Json value(int depth) {
    switch (depth > 5 ? below(4) : below(9)) {
      case 0: return {};
      case 1: return below(2) == 1;
      case 2: return static_cast<std::int64_t>(random_()) - 1000;
      case 3: return hostile();
      case 4:
      case 5: {
        Json::Array items;
        for (std::size_t n = below(5); n > 0; --n) {
          items.push_back(value(depth + 1));
        }
        return Json::array(std::move(items));
      }
      default: {
        Json::Object members;
        for (std::size_t n = below(9); n > 0; --n) {
          members.emplace_back(below(12) == 0 ? hostile() : word(names_), value(depth + 1));
        }
        if (below(2) == 1) {
          members.emplace_back("block", word(blocks_));
        }
        if (below(2) == 1) {
          members.emplace_back("is", word(kinds_));
        }
        return Json::object(std::move(members));
      }
    }
  }

  Json screen() {
    Json::Array blocks;
    for (int i = 0; i < 6; ++i) {
      Json block = value(1);
      if (block.is_object()) {
        block.set("block", word(blocks_));
      }
      blocks.push_back(std::move(block));
    }
    return Json::object({{"kind", "screen"},
                         {"id", hostile()},
                         {"title", hostile()},
                         {"sub", hostile()},
                         {"notice", hostile()},
                         {"blocks", Json::array(std::move(blocks))}});
  }

 private:
  std::size_t below(std::size_t n) { return random_() % n; }
  std::string word(const std::vector<std::string>& words) { return words[below(words.size())]; }
  std::string hostile() {
    static const std::vector<std::string> pieces = {"<script>alert(1)</script>",
                                                    "\"><img src=x onerror=alert(1)>",
                                                    "' autofocus onfocus='x",
                                                    "&amp;",
                                                    "&#60;",
                                                    "</textarea>",
                                                    "</title>",
                                                    "<!--",
                                                    "]]>",
                                                    "javascript:alert(1)",
                                                    "\x01\x1f",
                                                    "ș",
                                                    "\n",
                                                    "{action}",
                                                    "--><svg onload=x>",
                                                    "a b"};
    return word(pieces) + (below(3) == 0 ? word(pieces) : "");
  }

  std::mt19937 random_;
  const std::vector<std::string> blocks_ = {"heading", "text",    "form", "table", "actions",
                                            "group",   "lines",   "tabs", "steps", "figures",
                                            "picture", "scanner", "other"};
  const std::vector<std::string> kinds_ = {"text",   "long_text", "integer", "date", "choice",
                                           "yes_no", "file",      "money",   "udc",  "hidden",
                                           "texts",  "part",      "lines",   "other"};
  const std::vector<std::string> names_ = {
      "text",    "level",  "title",   "blocks",  "else", "fields",  "columns", "rows",     "cells",
      "label",   "name",   "value",   "action",  "args", "actions", "options", "error",    "errors",
      "values",  "totals", "extra",   "help",    "unit", "find",    "show_if", "required", "fixed",
      "confirm", "danger", "writes",  "primary", "key",  "keys",    "verdict", "hint",     "names",
      "at",      "items",  "done",    "of",      "note", "svg",     "alt",     "tabs",     "next",
      "first",   "footer", "caption", "tag",     "reads"};
};

TEST(Render, HostileScreensStayHarmless) {
  for (unsigned seed = 1; seed <= 1000; ++seed) {
    const Json screen = Fuzz(seed).screen();
    const html_check::Page page = drawn(screen);
    ASSERT_EQ(page.fault, "") << "seed " << seed << " " << screen.dump();
  }
}

TEST(Render, ProblemsSayWhatHappenedAndWhatToDo) {
  const html_check::Page page = html_check::read(html::render_problem(Json::object(
      {{"kind", "problem"}, {"text", "Lotul <41>"}, {"hint", "Deschideți."}, {"trace", "7f3a"}})));
  EXPECT_EQ(page.fault, "");
  EXPECT_NE(page.elements.at(0).text.find("Lotul &lt;41&gt;"), std::string::npos);
  EXPECT_NE(page.elements.at(0).text.find("7f3a"), std::string::npos);
}

TEST(Render, TheFrameEscapesItsTexts) {
  html::PageFrame frame;
  frame.title = frame.institution = frame.user = frame.user_note = frame.footer = "<b>\"'&";
  frame.menu = {{"<i>", {{"<u>", "/do/x?a=\"1\"", true, 1}}}};
  frame.logout_url = "/\"";
  frame.hidden = {{"csrf", "\"><script>"}};
  EXPECT_EQ(html_check::read(html::render_page(frame)).fault, "");
}

TEST(Render, ThreeLanguagesHaveTheSameWords) {
  const html::Words ro("ro");
  const html::Words en("en");
  const html::Words hu("hu");
  ASSERT_GT(ro.all().members().size(), 30U);
  for (const auto& [id, text] : ro.all().members()) {
    EXPECT_TRUE(en.all().has(id) && hu.all().has(id)) << id;
    EXPECT_FALSE(text.text().empty());
  }
  EXPECT_EQ(en.all().members().size(), ro.all().members().size());
  EXPECT_EQ(hu.all().members().size(), ro.all().members().size());
  EXPECT_EQ(ro("no such word"), "no such word");
  EXPECT_EQ(html::Words("de")("yes"), "Da");
}

TEST(Render, AssetsAreInside) {
  EXPECT_NE(html::asset("metodica.css").find(":focus-visible"), std::string_view::npos);
  EXPECT_NE(html::asset("metodica.js").find("use strict"), std::string_view::npos);
  EXPECT_EQ(html::asset("locale/ro.json"), "");
  EXPECT_EQ(html::asset("../writer.hpp"), "");
}

}  // namespace
}  // namespace metodica
