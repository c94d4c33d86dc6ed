#include "modules/coordination/distribution/share_rules.hpp"

#include <algorithm>

namespace metodica::coordination {
namespace {

Money times(Money price, std::int64_t copies) {
  return Money::from_e4(price.e4() * copies);
}

/// The table while it is made.
class Sharing {
 public:
  Sharing(const std::vector<ShareRecipient>& recipients, const Allocation& wishes)
      : recipients_(recipients), wishes_(wishes) {}

  void share(const ShareTitle& title) {
    const bool wished = std::any_of(
        recipients_.begin(), recipients_.end(),
        [&](const ShareRecipient& one) { return copies_of(wishes_, title.number, one.unit) > 0; });
    for (std::int64_t left = title.copies; left > 0; --left) {
      const ShareRecipient* next = wished ? least_served(title) : poorest(title);
      if (next == nullptr)
        return;
      ++given_[{title.number, next->unit}];
      value_[next->unit] = Money::from_e4(value_[next->unit].e4() + title.price.e4());
    }
  }

  [[nodiscard]] Allocation take() { return std::move(given_); }

 private:
  [[nodiscard]] bool can_take(const ShareTitle& title, const ShareRecipient& one) {
    return one.budget.e4() == 0 || value_[one.unit].e4() + title.price.e4() <= one.budget.e4();
  }

  // Whose wish is fulfilled to the smallest part: given/wished compared without division.
  const ShareRecipient* least_served(const ShareTitle& title) {
    const ShareRecipient* best = nullptr;
    for (const ShareRecipient& one : recipients_) {
      const std::int64_t wish = copies_of(wishes_, title.number, one.unit);
      const std::int64_t has = copies_of(given_, title.number, one.unit);
      if (has >= wish || !can_take(title, one))
        continue;
      if (best == nullptr || has * copies_of(wishes_, title.number, best->unit) <
                                 copies_of(given_, title.number, best->unit) * wish)
        best = &one;
    }
    return best;
  }

  const ShareRecipient* poorest(const ShareTitle& title) {
    const ShareRecipient* best = nullptr;
    for (const ShareRecipient& one : recipients_) {
      if (!can_take(title, one))
        continue;
      if (best == nullptr || rank(title, one) < rank(title, *best))
        best = &one;
    }
    return best;
  }

  // First who has the fewest copies of this title, then who has the least value.
  std::pair<std::int64_t, std::int64_t> rank(const ShareTitle& title, const ShareRecipient& one) {
    return {copies_of(given_, title.number, one.unit), value_[one.unit].e4()};
  }

  const std::vector<ShareRecipient>& recipients_;
  const Allocation& wishes_;
  Allocation given_;
  std::map<std::int64_t, Money> value_;
};

}  // namespace

std::int64_t copies_of(const Allocation& allocation, std::int64_t title, std::int64_t unit) {
  const auto found = allocation.find({title, unit});
  return found == allocation.end() ? 0 : found->second;
}

std::int64_t reserve_of(const ShareTitle& title, const Allocation& allocation) {
  std::int64_t given = 0;
  for (const auto& [place, copies] : allocation)
    given += place.first == title.number ? copies : 0;
  return title.copies - given;
}

ShareSum sum_of(const std::vector<ShareTitle>& titles, const Allocation& allocation,
                std::int64_t unit) {
  ShareSum sum;
  std::int64_t value = 0;
  for (const ShareTitle& title : titles) {
    const std::int64_t copies = copies_of(allocation, title.number, unit);
    sum.titles += copies > 0 ? 1 : 0;
    sum.copies += copies;
    value += times(title.price, copies).e4();
  }
  sum.value = Money::from_e4(value);
  return sum;
}

Allocation share_out(const std::vector<ShareTitle>& titles,
                     const std::vector<ShareRecipient>& recipients, const Allocation& wishes) {
  Sharing sharing(recipients, wishes);
  // What was wished for comes first, so that a budget is not used up by what nobody asked for.
  for (const bool wished : {true, false}) {
    for (const ShareTitle& title : titles) {
      const bool asked = std::any_of(
          recipients.begin(), recipients.end(),
          [&](const ShareRecipient& one) { return copies_of(wishes, title.number, one.unit) > 0; });
      if (asked == wished)
        sharing.share(title);
    }
  }
  return sharing.take();
}

Result<void> check_allocation(const std::vector<ShareTitle>& titles,
                              const std::vector<ShareRecipient>& recipients,
                              const Allocation& allocation) {
  for (const ShareTitle& title : titles) {
    if (const std::int64_t reserve = reserve_of(title, allocation); reserve < 0) {
      return invalid(
          "share.too_many",
          {{"title", title.title}, {"given", title.copies - reserve}, {"copies", title.copies}});
    }
  }
  for (const ShareRecipient& one : recipients) {
    const Money value = sum_of(titles, allocation, one.unit).value;
    if (one.budget.e4() > 0 && value.e4() > one.budget.e4()) {
      return invalid(
          "share.over_budget",
          {{"name", one.name}, {"value", value.shown()}, {"budget", one.budget.shown()}});
    }
  }
  return {};
}

std::string note_number(int year, std::int64_t campaign, std::size_t place) {
  return std::to_string(year) + "-" + std::to_string(campaign) + "/" + std::to_string(place + 1);
}

}  // namespace metodica::coordination
