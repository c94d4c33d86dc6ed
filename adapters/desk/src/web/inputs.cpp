#include "web/inputs.hpp"

namespace metodica::desk {

void draw_secret(html::HtmlWriter& out, const SecretInput& input) {
  out.open("div", {{"class", "field text"}});
  out.element("label", {{"for", input.name}}, input.label);
  out.open("div", {{"class", "control"}});
  out.single("input", {{"id", input.name},
                       {"name", input.name},
                       {"type", input.type},
                       {"autocomplete", input.remembers},
                       {"maxlength", std::int64_t{200}},
                       {"autocapitalize", "off"},
                       {"spellcheck", "false"},
                       {"aria-required", "true"},
                       {"autofocus", input.first}});
  out.close().close().line();
}

void draw_problem(html::HtmlWriter& out, const Messages& say, const Problem* problem) {
  if (problem == nullptr)
    return;
  out.open("div", {{"class", "summary"}, {"role", "alert"}})
      .element("strong", {}, say.of(*problem));
  if (const std::string hint = say.hint(*problem); !hint.empty())
    out.element("p", {}, hint);
  out.close();
}

}  // namespace metodica::desk
