/// Inputs that no screen of the plugin has: passwords, and the name beside them.
#pragma once

#include <string>
#include <string_view>

#include "html/writer.hpp"
#include "metodica/result.hpp"
#include "text/messages.hpp"

namespace metodica::desk {

struct SecretInput {
  std::string_view name;  ///< also its id
  std::string_view type;  ///< "text" or "password"
  std::string label;
  std::string_view remembers;  ///< the `autocomplete` of HTML: "username", "new-password"
  bool first = false;          ///< takes the focus
};

/// One labelled field inside of a `grid`.
void draw_secret(html::HtmlWriter& out, const SecretInput& input);

/// What went wrong and what to do, above a form; nothing for nullptr.
void draw_problem(html::HtmlWriter& out, const Messages& say, const Problem* problem);

}  // namespace metodica::desk
