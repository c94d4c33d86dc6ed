/// DoorPool: a few instances of the plugin, lent to one thread at a time.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "door.hpp"

namespace metodica::desk {

class DoorPool {
 public:
  /// Opens and starts `count` instances. Errors: those of Door::open.
  static Result<std::unique_ptr<DoorPool>> open(const std::string& config, int count);

  /// A door that goes back at the end of its life.
  class Lease {
   public:
    explicit Lease(DoorPool& pool) : pool_(pool), door_(pool.take()) {}
    ~Lease() { pool_.give_back(std::move(door_)); }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    Door* operator->() { return door_.get(); }

   private:
    DoorPool& pool_;
    std::unique_ptr<Door> door_;
  };

  /// Waits until one is free. [any thread]
  Lease lease() { return Lease(*this); }

 private:
  std::unique_ptr<Door> take();
  void give_back(std::unique_ptr<Door> door);

  std::mutex mutex_;
  std::condition_variable free_;
  std::vector<std::unique_ptr<Door>> doors_;
};

}  // namespace metodica::desk
