// A disk that fills up under the whole plugin: node, catalogue and hand-over stand on it. Each act
// is refused in a sentence, whole, and goes in when there is room again.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/mount.h>

#include <cstdlib>
#include <fstream>
#include <memory>

#include "crash/receptions.hpp"
#include "support/door.hpp"

namespace metodica::test {
namespace {

/// A folder of 6 MiB that is the place of temporary files as long as this lives.
class SmallDisk {
 public:
  SmallDisk() {
    if (const char* before = std::getenv("TMPDIR"))
      before_ = before;
    mounted_ = ::mount("tmpfs", folder_.path().c_str(), "tmpfs", 0, "size=6m") == 0;
    ::setenv("TMPDIR", folder_.path().c_str(), 1);
  }
  ~SmallDisk() {
    before_.empty() ? ::unsetenv("TMPDIR") : ::setenv("TMPDIR", before_.c_str(), 1);
    if (mounted_) {
      EXPECT_EQ(::umount(folder_.path().c_str()), 0);
    }
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

  [[nodiscard]] bool mounted() const { return mounted_; }

  /// Leaves `bytes` free.
  void fill_but(std::uintmax_t bytes) {
    const std::uintmax_t free = std::filesystem::space(folder_.path()).available;
    std::ofstream(filler(), std::ios::binary) << std::string(free > bytes ? free - bytes : 0, 'x');
  }
  void make_room() { std::filesystem::remove(filler()); }

 private:
  [[nodiscard]] std::filesystem::path filler() const { return folder_.path() / "filler"; }

  TemporaryFolder folder_;
  std::string before_;
  bool mounted_ = false;
};

TEST(FullDisk, RefusesInASentenceAndLosesNothing) {
  SmallDisk disk;
  if (!disk.mounted())
    GTEST_SKIP() << "a small disk can be made by the superuser only";
  {
    Door door(TestEngine::sqlite_file);
    door.good("registers.open", opening_of_books());
    disk.fill_but(256 * 1024);
    int accepted = 0;
    Json refused;
    for (; accepted < 200; ++accepted) {
      const std::string number = std::to_string(accepted);
      door.set_key("act-" + number);
      refused = door.call("acquisition.receive", reception_of_books(number));
      if (door.status() != METODICA_OK)
        break;
    }
    ASSERT_LT(accepted, 200) << "the disk never filled up";
    EXPECT_THAT(refused.dump(), testing::HasSubstr("storage.disk_full"));
    EXPECT_THAT(refused["text"].text(), testing::HasSubstr("este plin. Nu s-a scris nimic."));
    EXPECT_TRUE(door.good("registers.verify")["ok"].boolean()) << "reading needs no room";
    disk.make_room();
    for (int again = 0; again < 2; ++again) {
      door.set_key("act-" + std::to_string(accepted));
      door.good("acquisition.receive", reception_of_books(std::to_string(accepted)));
    }
    door.restart();
    const Json rows = door.good("registers.rmf", Json::object({{"year", 2026}, {"part", 1}}));
    EXPECT_EQ(rows["rows"].items().size(), static_cast<std::size_t>(accepted) + 1);
    EXPECT_TRUE(door.good("registers.verify")["ok"].boolean());
  }
}

}  // namespace
}  // namespace metodica::test
