/// The money of an act: from lines to the inventory value of each copy. Pure functions, no
/// database, no clock. Source: domain note on acquisition, 1.9 and 6 (vectors T1 to T14); on
/// registers, 2.7 and 7.2.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "metodica/result.hpp"
#include "text/money.hpp"

namespace metodica::acquisition {

/// A rate or a discount in 1/10 000 of a percent: 11 % is 110 000. Kept as written on the act.
struct Percent {
  std::int64_t e4 = 0;

  static constexpr Percent of(std::int64_t whole) { return {whole * 10'000}; }
  auto operator<=>(const Percent&) const = default;
};

/// VAT of a base, half away from zero to bani: of −1 710.50 at 19 % it is −325.00.
Money vat_of(Money base, Percent rate);

/// quantity × unit price × (1 − discount), rounded once. The discount is taken from the line, not
/// from the unit: 7 × 18.90 less 5 % is 125.69, not 7 × 17.96 = 125.72.
Money line_net(std::int64_t quantity, Money unit, Percent discount);

/// Takes a price with VAT apart. The VAT is the rest, never computed a second time.
struct NetAndVat {
  Money net, vat;
};
NetAndVat split_gross(Money gross, Percent rate);

/// What the amount of a line is.
enum class PriceKind : std::uint8_t {
  unit_net = 1,  ///< net price of one copy; the discount is taken from the line
  line_net,      ///< net amount of the line, as the act gives it
  unit_value,    ///< inventory value of one copy: set by a commission, or paid with VAT
};

/// What becomes of a line that is no copy: transport, literary stamp (timbru literar).
enum class Charge : std::uint8_t {
  none = 1,  ///< the line is of copies
  by_value,  ///< spread over the priced copies by their value
  by_copy,   ///< the same for each priced copy
  kept_out,  ///< an expense, not in the book value
};

struct PriceLine {
  Charge charge = Charge::none;
  std::int64_t copies = 0;    ///< on the act; for a charge its quantity
  std::int64_t accepted = 0;  ///< copies that enter, at most `copies`; of a charge not used
  PriceKind kind = PriceKind::unit_net;
  Money amount;
  Percent discount, vat;
  std::string zero_reason;  ///< why copies without value enter; a zero value needs it
};

/// Base and VAT of one rate. The VAT is computed on the sum of rounded line nets (EN 16931,
/// BR-CO-17).
struct VatGroup {
  Percent rate;
  Money net, vat;
};

struct PricedLine {
  Money net;  ///< of the whole line, zero for a line of values
  std::vector<Money>
      values;     ///< one for each copy of the act, in the order in which they get their numbers
  Money entered;  ///< sum of the values of the copies that are accepted
};

struct Pricing {
  std::vector<PricedLine> lines;  ///< as many as were given; those of charges have no values
  std::vector<VatGroup> groups;   ///< by rate, charges included
  Money net, vat;
  Money line_vat;           ///< what VAT line by line would add up to; shown, never used
  Money values;             ///< sum of the lines of values
  Money computed;           ///< net + VAT + values: what the act should add up to
  Money total;              ///< the act's own total, or the computed one
  Money difference;         ///< total − computed
  Money kept_out;           ///< charges that stay out of the book value, VAT included
  Money entered;            ///< sum over the accepted copies: the value of the RMF row
  Money left_out;           ///< value of the copies of the act that are not accepted
  std::int64_t uneven = 0;  ///< copies worth some bani more than the cheapest of their line
};

/// What the act says besides its lines.
struct ActTotal {
  bool given = false;
  Money total;             ///< to pay, VAT included
  bool explained = false;  ///< a note says why it differs
  Money limit;             ///< largest difference that needs no note
};

/// Prices the copies of one act. The act's own total rules: the bani by which it differs from the
/// lines are shared among the priced copies with everything else, so that the copies add up to it.
/// Each rate is shared on its own; inside it the raw value of each copy is cut to bani, and the
/// missing bani go one by one to the largest remainders, ties in the order of the copies. Errors,
/// METODICA_INVALID: at "lines/<row>/copies" acquisition.no_copies; the amount of the line
/// ("lines/<row>/unit_net") acquisition.negative_price; "lines/<row>/value_note"
/// acquisition.zero_value {row}; "total" acquisition.total_differs
/// {total}{computed}{difference}{limit}; acquisition.charge_alone.
Result<Pricing> price(const std::vector<PriceLine>& lines, const ActTotal& act);

/// Values in the order of the copies as people read them: equal ones counted together, by value,
/// with "×" between count and value: "2 × 20,40 · 1 × 20,41".
std::string shown_values(std::vector<Money> values, std::string_view lang);

}  // namespace metodica::acquisition
