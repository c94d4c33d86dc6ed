/// What a new library still has to set up, for the first page until it is done.
#pragma once

#include <string>
#include <vector>

#include "html/writer.hpp"
#include "json/json.hpp"
#include "text/messages.hpp"

namespace metodica::desk {

/// What is known about a library.
struct SetUp {
  Json settings;  ///< names as of institution.save with their values: "institution_keeper": "..."
  bool registers_open = false;
  std::size_t users = 1;
};

struct FirstStep {
  std::string title;
  std::string why;
  std::string label;  ///< of the link
  std::string url;
  bool done = false;
};

/// Institution, registers, people: in the order in which they need each other.
[[nodiscard]] std::vector<FirstStep> first_steps(const SetUp& known, const Messages& say);

[[nodiscard]] bool all_done(const std::vector<FirstStep>& steps);

/// A card with how far it is and the first step that is not done.
void draw_first_steps(html::HtmlWriter& out, const std::vector<FirstStep>& steps,
                      const Messages& say);

/// The values of the form on a settings screen: {"institution_name": "..."}.
[[nodiscard]] Json values_of_form(const Json& screen);

}  // namespace metodica::desk
