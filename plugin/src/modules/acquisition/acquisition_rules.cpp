#include "modules/acquisition/acquisition_rules.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "modules/acquisition/codes.hpp"

namespace metodica::acquisition {
namespace {

constexpr std::int64_t hundred_percent = 1'000'000;
// Weights are net bani × scale: with this scale even 10¹⁰ lei on one act stay inside 64 bits.
constexpr std::int64_t largest_scale = 1'000'000;

bool is_priced(const PriceLine& line) {
  return line.charge == Charge::none && line.kind != PriceKind::unit_value;
}

Money net_of(const PriceLine& line) {
  if (line.kind == PriceKind::line_net)
    return line.amount.rounded_to_bani();
  return line_net(line.copies, line.amount, line.discount);
}

std::string path(std::size_t row, std::string_view field) {
  return "lines/" + std::to_string(row) + "/" + std::string(field);
}

Result<void> check_line(const PriceLine& line, std::size_t row) {
  if (line.copies < 1)
    return invalid("acquisition.no_copies", {}, path(row, "copies"));
  if (line.amount < Money::zero())
    return invalid("acquisition.negative_price", {}, path(row, code_of(line.kind)));
  const bool is_free = line.amount == Money::zero() || line.discount.e4 >= hundred_percent;
  if (line.charge == Charge::none && is_free && line.zero_reason.empty()) {
    return invalid("acquisition.zero_value", {{"row", static_cast<std::int64_t>(row + 1)}},
                   path(row, "value_note"));
  }
  return {};
}

VatGroup& group_of(std::vector<VatGroup>& groups, Percent rate) {
  const auto at =
      std::find_if(groups.begin(), groups.end(), [&](const VatGroup& g) { return g.rate >= rate; });
  if (at != groups.end() && at->rate == rate)
    return *at;
  return *groups.insert(at, VatGroup{rate, {}, {}});
}

/// One priced copy: where it stands, and the net amount of its line that it has a part in.
struct Place {
  std::size_t line = 0;
  std::size_t copy = 0;
};

std::int64_t scale_for(const std::vector<PriceLine>& lines) {
  std::int64_t scale = 1;
  for (const auto& line : lines) {
    if (!is_priced(line))
      continue;
    scale = std::lcm(scale, std::min(line.copies, largest_scale));
    if (scale > largest_scale)
      return largest_scale;  // inexact only beyond the millionth of a ban
  }
  return scale;
}

/// The priced copies of one rate with the weight of each: its part of the net of its line.
struct Sharing {
  std::vector<Place> places;
  std::vector<std::int64_t> weights;
  Money gross;  ///< net and VAT of the group, without charges
};

Sharing sharing_of(const std::vector<PriceLine>& lines, const std::vector<PricedLine>& priced,
                   Percent rate, std::int64_t scale) {
  constexpr std::int64_t e4_per_ban = 100;
  Sharing sharing;
  Money net;
  for (std::size_t row = 0; row < lines.size(); ++row) {
    if (!is_priced(lines[row]) || lines[row].vat != rate)
      continue;
    net += priced[row].net;
    const std::int64_t weight = priced[row].net.e4() / e4_per_ban * scale / lines[row].copies;
    for (std::size_t copy = 0; copy < static_cast<std::size_t>(lines[row].copies); ++copy) {
      sharing.places.push_back({row, copy});
      sharing.weights.push_back(weight);
    }
  }
  sharing.gross = net + vat_of(net, rate);
  return sharing;
}

/// Charges with their VAT, by what becomes of them.
struct Charges {
  Money by_copy, kept_out, all;
};

Charges charges_of(const std::vector<PriceLine>& lines, const std::vector<PricedLine>& priced) {
  std::map<std::pair<Percent, Charge>, Money> nets;
  for (std::size_t row = 0; row < lines.size(); ++row) {
    if (lines[row].charge != Charge::none)
      nets[{lines[row].vat, lines[row].charge}] += priced[row].net;
  }
  Charges charges;
  for (const auto& [key, net] : nets) {
    const Money gross = net + vat_of(net, key.first);
    charges.all += gross;
    if (key.second == Charge::by_copy)
      charges.by_copy += gross;
    if (key.second == Charge::kept_out)
      charges.kept_out += gross;
  }
  return charges;
}

/// Values of the priced copies, so that together they are `total`.
void share(const std::vector<PriceLine>& lines, Money total, Money by_copy, Pricing& pricing) {
  constexpr std::int64_t e4_per_ban = 100;
  const std::int64_t scale = scale_for(lines);
  std::vector<Sharing> sharings;
  std::vector<std::int64_t> grosses;
  std::vector<Place> all;
  Money base;
  for (const auto& group : pricing.groups) {
    sharings.push_back(sharing_of(lines, pricing.lines, group.rate, scale));
    grosses.push_back(sharings.back().gross.e4() / e4_per_ban);
    base += sharings.back().gross;
    all.insert(all.end(), sharings.back().places.begin(), sharings.back().places.end());
  }
  // What is left beside the groups' own totals: charges by value and the bani of the act's total.
  const std::vector<Money> rest = allocate(total - by_copy - base, grosses);
  for (std::size_t group = 0; group < sharings.size(); ++group) {
    const Sharing& sharing = sharings[group];
    const std::vector<Money> values = allocate(sharing.gross + rest[group], sharing.weights);
    for (std::size_t at = 0; at < values.size(); ++at) {
      pricing.lines[sharing.places[at].line].values[sharing.places[at].copy] += values[at];
    }
  }
  const std::vector<Money> same = allocate(by_copy, std::vector<std::int64_t>(all.size(), 1));
  for (std::size_t at = 0; at < same.size(); ++at)
    pricing.lines[all[at].line].values[all[at].copy] += same[at];
}

void price_lines(const std::vector<PriceLine>& lines, Pricing& pricing) {
  for (const auto& line : lines) {
    PricedLine priced;
    if (line.charge == Charge::none)
      priced.values.resize(static_cast<std::size_t>(line.copies));
    if (line.charge == Charge::none && line.kind == PriceKind::unit_value) {
      std::fill(priced.values.begin(), priced.values.end(), line.amount);
      for (const Money value : priced.values)
        pricing.values += value;
    } else {
      priced.net = net_of(line);
      pricing.net += priced.net;
      pricing.line_vat += vat_of(priced.net, line.vat);
      group_of(pricing.groups, line.vat).net += priced.net;
    }
    pricing.lines.push_back(std::move(priced));
  }
  for (auto& group : pricing.groups) {
    group.vat = vat_of(group.net, group.rate);
    pricing.vat += group.vat;
  }
  pricing.computed = pricing.net + pricing.vat + pricing.values;
}

Money size(Money amount) {
  return amount < Money::zero() ? -amount : amount;
}

Result<void> settle_total(const ActTotal& act, Pricing& pricing) {
  pricing.total = act.given ? act.total : pricing.computed;
  pricing.difference = pricing.total - pricing.computed;
  if (size(pricing.difference) <= act.limit || act.explained)
    return {};
  return invalid("acquisition.total_differs",
                 {{"total", pricing.total.shown()},
                  {"computed", pricing.computed.shown()},
                  {"difference", size(pricing.difference).shown()},
                  {"limit", act.limit.shown()}},
                 "total");
}

void add_up(const std::vector<PriceLine>& lines, Pricing& pricing) {
  for (std::size_t row = 0; row < lines.size(); ++row) {
    if (lines[row].charge != Charge::none)
      continue;
    PricedLine& priced = pricing.lines[row];
    const auto enters = static_cast<std::size_t>(std::min(lines[row].accepted, lines[row].copies));
    for (std::size_t copy = 0; copy < priced.values.size(); ++copy) {
      (copy < enters ? priced.entered : pricing.left_out) += priced.values[copy];
    }
    pricing.entered += priced.entered;
    if (!is_priced(lines[row]) || priced.values.empty())
      continue;
    const Money least = *std::min_element(priced.values.begin(), priced.values.end());
    pricing.uneven += std::count_if(priced.values.begin(), priced.values.end(),
                                    [&](Money value) { return value != least; });
  }
}

}  // namespace

Money vat_of(Money base, Percent rate) {
  return scaled_to_bani(base, rate.e4, hundred_percent);
}

Money line_net(std::int64_t quantity, Money unit, Percent discount) {
  return scaled_to_bani(unit, quantity * (hundred_percent - discount.e4), hundred_percent);
}

NetAndVat split_gross(Money gross, Percent rate) {
  const Money net = scaled_to_bani(gross, hundred_percent, hundred_percent + rate.e4);
  return {net, gross - net};
}

Result<Pricing> price(const std::vector<PriceLine>& lines, const ActTotal& act) {
  for (std::size_t row = 0; row < lines.size(); ++row)
    METODICA_CHECK(check_line(lines[row], row));
  Pricing pricing;
  price_lines(lines, pricing);
  METODICA_CHECK(settle_total(act, pricing));
  const Charges charges = charges_of(lines, pricing.lines);
  pricing.kept_out = charges.kept_out;
  if (std::any_of(lines.begin(), lines.end(), is_priced)) {
    share(lines, pricing.total - pricing.values - charges.kept_out, charges.by_copy, pricing);
  } else if (charges.all != charges.kept_out) {
    return invalid("acquisition.charge_alone", {}, "lines");
  }
  add_up(lines, pricing);
  return pricing;
}

std::string shown_values(std::vector<Money> values, std::string_view lang) {
  std::sort(values.begin(), values.end());
  std::string text;
  for (auto at = values.begin(); at != values.end();) {
    const auto end = std::upper_bound(at, values.end(), *at);
    if (!text.empty())
      text += " · ";
    text += std::to_string(end - at) + " × " + at->shown(lang);
    at = end;
  }
  return text;
}

}  // namespace metodica::acquisition
