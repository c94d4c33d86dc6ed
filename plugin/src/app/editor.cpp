#include "app/editor.hpp"

namespace metodica {

void add_editor(ActionList& actions, const Editor& editor) {
  const auto screen = editor.screen;
  actions.push_back({editor.name,
                     ActionKind::read,
                     editor.roles,
                     "screen",
                     no_arguments,
                     "{}",
                     {},
                     [screen](Call& call, const Values&) -> Result<Reply> {
                       return Reply::screen(screen(call, {}, {}));
                     },
                     {}});
  actions.push_back({editor.save,
                     ActionKind::write,
                     editor.roles,
                     "screen",
                     editor.form,
                     editor.example,
                     {},
                     editor.run,
                     [screen](Call& call, const Json& typed,
                              const std::vector<Problem>& problems) -> Result<Reply> {
                       return Reply::screen(screen(call, typed, problems));
                     }});
}

}  // namespace metodica
