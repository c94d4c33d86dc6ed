#include "web/door_pool.hpp"

namespace metodica::desk {

Result<std::unique_ptr<DoorPool>> DoorPool::open(const std::string& config, int count) {
  auto pool = std::make_unique<DoorPool>();
  for (int i = 0; i < count; ++i) {
    METODICA_TRY(Door door, Door::open(config));
    pool->doors_.push_back(std::make_unique<Door>(std::move(door)));
  }
  return pool;
}

std::unique_ptr<Door> DoorPool::take() {
  std::unique_lock lock(mutex_);
  free_.wait(lock, [this] { return !doors_.empty(); });
  std::unique_ptr<Door> door = std::move(doors_.back());
  doors_.pop_back();
  return door;
}

void DoorPool::give_back(std::unique_ptr<Door> door) {
  {
    const std::lock_guard lock(mutex_);
    doors_.push_back(std::move(door));
  }
  free_.notify_one();
}

}  // namespace metodica::desk
