/// The screen of one act: a draft at one of its five steps, or what was signed.
#pragma once

#include "modules/acquisition/reception.hpp"
#include "ui/screen.hpp"

namespace metodica::acquisition {

/// Document, Numărare, Clasă, Preț, Semnare.
enum class Step : std::uint8_t { document = 1, count, classes, prices, sign };

/// The first step of a draft that is not done.
Step next_step(Call& call, const Act& act);

/// `typed` and `problems`: what was sent last and why it was refused; both empty at first.
Screen act_screen(Call& call, const Act& act, Step step, const Json& typed,
                  const std::vector<Problem>& problems);

/// "factura FX 1001 / 12.01.2026"
std::string act_name(const Messages& say, const Act& act);
/// "11", "5,50"
std::string shown_percent(Percent percent, std::string_view lang);

/// The lines with their prices, as on the screens of prices and of signing and on what was signed.
Table lines_table(Call& call, const Act& act, const Pricing* pricing);
/// The sentences that explain a number which could surprise.
void explain(Call& call, const Act& act, const Pricing& pricing, Screen& screen);

/// RMF content column of a line, "" when it has none yet.
std::string content_of(UnitOfWork& work, const Line& line);

}  // namespace metodica::acquisition
