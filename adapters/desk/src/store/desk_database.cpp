#include "store/desk_database.hpp"

#include <Poco/DateTimeFormat.h>
#include <Poco/DateTimeFormatter.h>
#include <Poco/Timestamp.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <span>

namespace metodica {
namespace embedded {
extern const std::span<const EmbeddedFile> desk_migrations;
}

namespace desk {
namespace {

const Tenancy& tenancy() {
  static const Tenancy& own = *new Tenancy{"desk", {"desk"}};  // the desk's file has one owner
  return own;
}

// SQLite makes a file with the rights of the process; sessions and password hashes are nobody
// else's.
void make_private(const std::string& path) {
  const int file = ::open(path.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file >= 0)
    ::close(file);
}

}  // namespace

Result<std::unique_ptr<DeskDatabase>> DeskDatabase::open(const std::string& path) {
  make_private(path);
  METODICA_TRY(auto database, Database::open({Engine::sqlite, path, {}, {}}));
  METODICA_CHECK(database->migrate({{"desk", embedded::desk_migrations}}, now_utc()));
  return std::unique_ptr<DeskDatabase>(new DeskDatabase(std::move(database)));
}

Result<void> DeskDatabase::write(const std::function<Result<void>(UnitOfWork&)>& work) {
  const std::lock_guard lock(mutex_);
  return database_->write(tenancy(), work);
}

Result<void> DeskDatabase::read(const std::function<Result<void>(UnitOfWork&)>& work) {
  const std::lock_guard lock(mutex_);
  return database_->read(tenancy(), work);
}

Result<void> DeskDatabase::copy_to(const std::string& path) {
  const std::lock_guard lock(mutex_);
  return database_->copy_to(path);
}

std::vector<std::string> DeskDatabase::integrity() {
  const std::lock_guard lock(mutex_);
  return database_->integrity();
}

std::string now_utc() {
  return Poco::DateTimeFormatter::format(Poco::Timestamp(), Poco::DateTimeFormat::ISO8601_FORMAT);
}

std::int64_t now_seconds() {
  return Poco::Timestamp().epochTime();
}

}  // namespace desk
}  // namespace metodica
