/// The registers as bound volumes: RMF parts I to III on A3 landscape, RI on A4 landscape, and the
/// act of taking over at the opening. Columns of the domain note, 2.2 and 3.2.
#pragma once

#include "app/call.hpp"
#include "documents/register_table.hpp"
#include "metodica/result.hpp"

namespace metodica::registers {

Result<std::string> rmf_pdf(Call& call, std::int64_t year, std::int64_t part);
Result<std::string> ri_pdf(Call& call, const std::string& register_code, std::int64_t from,
                           std::int64_t to);
Result<std::string> opening_pdf(Call& call);

}  // namespace metodica::registers
