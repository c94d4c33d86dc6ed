/// Drawing: what the drawing functions share while one screen becomes HTML. One function for each
/// kind of block and field; a new one is a new function and a line in its table.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "html/html.hpp"
#include "html/links.hpp"
#include "html/words.hpp"
#include "html/writer.hpp"

namespace metodica::html {

/// A line of the summary of errors at the top: leads to the field.
struct ErrorLink {
  std::string id;
  std::string label;
  std::string text;
};

struct Drawing {
  explicit Drawing(const HtmlOptions& from) : options(from), words(from.lang) {}

  HtmlWriter out;
  const HtmlOptions& options;
  Words words;
  std::vector<ErrorLink> errors;
  std::int64_t forms = 0;   ///< so far; numbers ids and keys
  bool has_errors = false;  ///< anywhere on the screen
  bool has_scanner = false;
  bool has_table = false;  ///< drawn already: a field below it does not take the focus
  bool focused = false;

  /// True once a screen: for the first wrong field, or else the first field; a scanner comes before
  /// all.
  bool take_focus(bool wrong);
};

/// Where a block stands: depth of headings (2 under the <h1>), and inside of a card or not.
struct Depth {
  int heading = 2;
  bool in_card = false;
  int nesting = 0;
};

void draw_blocks(Drawing& d, const Json& blocks, const Depth& depth);
void draw_heading(Drawing& d, std::string_view text, int level);
void draw_text(Drawing& d, const Json& block);
void draw_form(Drawing& d, const Json& block, const Depth& depth);
void draw_table(Drawing& d, const Json& block, const Depth& depth);
void draw_actions(Drawing& d, const Json& actions);
void draw_steps(Drawing& d, const Json& block);
void draw_figures(Drawing& d, const Json& block, const Depth& depth);
void draw_scanner(Drawing& d, const Json& block);
void draw_tabs(Drawing& d, const Json& block);
void draw_picture(Drawing& d, const Json& block, const Depth& depth);

/// One button: a link when it reads, a small form when it writes.
void draw_button(Drawing& d, const Json& button);
/// What is posted beside the fields: the host's hidden fields (the key numbered) and arguments.
void draw_hidden(Drawing& d, const Json& args);
/// The button that sends a form; with a question it opens to show it first.
void draw_send(Drawing& d, std::string_view label, const Json& hints);

/// "info", "good", "warn", "bad"; anything else is "info".
std::string_view level_of(const Json& level);

}  // namespace metodica::html
