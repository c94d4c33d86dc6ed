#include "web/login_limit.hpp"

#include <algorithm>

namespace metodica::desk {
namespace {

constexpr std::size_t most_names = 10'000;  // a flood of invented names must not fill the memory

}  // namespace

std::int64_t LoginLimit::wait_of(Counts& counts, const std::string& name, int most) {
  const auto found = counts.find(name);
  if (found == counts.end())
    return 0;
  const std::int64_t left = found->second.first + window_seconds - now_();
  if (left <= 0) {
    counts.erase(found);
    return 0;
  }
  return found->second.failures >= most ? left : 0;
}

void LoginLimit::add(Counts& counts, const std::string& name) {
  if (counts.size() >= most_names) {
    std::erase_if(counts,
                  [&](const auto& entry) { return entry.second.first + window_seconds <= now_(); });
    if (counts.size() >= most_names)
      counts.clear();
  }
  Count& count = counts[name];
  if (count.failures == 0)
    count.first = now_();
  ++count.failures;
}

std::int64_t LoginLimit::wait(const std::string& user, const std::string& address) {
  const std::lock_guard lock(mutex_);
  return std::max(wait_of(users_, user, most_of_user),
                  wait_of(addresses_, address, most_of_address));
}

void LoginLimit::failure(const std::string& user, const std::string& address) {
  const std::lock_guard lock(mutex_);
  add(users_, user);
  add(addresses_, address);
}

void LoginLimit::success(const std::string& user, const std::string& address) {
  const std::lock_guard lock(mutex_);
  users_.erase(user);
  const auto found = addresses_.find(address);
  if (found != addresses_.end() && --found->second.failures <= 0)
    addresses_.erase(found);
}

}  // namespace metodica::desk
