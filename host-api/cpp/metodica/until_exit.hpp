/// Objects that must not be destroyed before the process ends: handles that a fork made another
/// process's (rule K4), and statements that their library cannot free.
#pragma once

#include <atomic>
#include <memory>

namespace metodica {

/// Keeps `object` for ever. It stays reachable, so that a leak checker tells what was left on
/// purpose from what was forgotten. From any thread; takes no lock, so a fork cannot hold it.
template <class Object>
void keep_until_exit(std::unique_ptr<Object> object) {
  struct Kept {
    Object* object;
    Kept* before;
  };
  static std::atomic<Kept*> last{nullptr};
  if (object) {
    auto* kept = new Kept{object.release(), last.load()};
    while (!last.compare_exchange_weak(kept->before, kept)) {
    }
  }
}

}  // namespace metodica
