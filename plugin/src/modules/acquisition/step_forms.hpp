/// What stands on the screen of a draft at each of its steps, under the names of the steps.
#pragma once

#include "modules/acquisition/act_screen.hpp"

namespace metodica::acquisition {

using Problems = std::vector<Problem>;

void draw_document(Call& call, const Act& act, const Json& typed, const Problems& problems,
                   Screen& screen);
void draw_count(Call& call, const Act& act, const Json& typed, const Problems& problems,
                Screen& screen);
void draw_classes(Call& call, const Act& act, const Json& typed, const Problems& problems,
                  Screen& screen);
void draw_prices(Call& call, const Act& act, const Json& typed, const Problems& problems,
                 Screen& screen);
void draw_sign(Call& call, const Act& act, const Json& typed, const Problems& problems,
               Screen& screen);

}  // namespace metodica::acquisition
