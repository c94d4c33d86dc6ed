// Long answers pass through without being held (architecture 3.14, F27).

#include <malloc.h>
#include <unistd.h>

#include <fstream>

#include "storage/tables.hpp"

namespace metodica::test {
namespace {

#if defined(__has_feature)
constexpr bool sanitized = __has_feature(address_sanitizer);
#else
constexpr bool sanitized = false;
#endif

class Streaming : public WithTables {};
METODICA_ON_ALL_ENGINES(Streaming);

std::int64_t resident_bytes() {
  std::int64_t whole = 0;
  std::int64_t resident = 0;
  std::ifstream("/proc/self/statm") >> whole >> resident;
  return resident * ::sysconf(_SC_PAGESIZE);
}

TEST_P(Streaming, KeepsMemoryFlat) {
  constexpr int rows = 100000;
  const std::string filling(400, 'x');
  write([&](UnitOfWork& work) {
    for (int first = 0; first < rows; first += 10000) {
      Batch batch = notes();
      for (int row = first; row < first + 10000; ++row) {
        batch.add({row, filling});
      }
      work.insert(batch);
    }
  });
  ::malloc_trim(0);
  const std::int64_t before = resident_bytes();
  std::int64_t most = before;
  read([&](UnitOfWork& work) {
    int row = 0;
    work.each<std::int64_t, std::string>(
        "SELECT number, body FROM note WHERE library = {library} ORDER BY number", {},
        [&](std::int64_t number, const std::string& body) {
          ASSERT_EQ(number, row);
          ASSERT_EQ(body.size(), filling.size());
          if (++row % 5000 == 0) {
            most = std::max(most, resident_bytes());
          }
        });
    EXPECT_EQ(row, rows);
  });
  // The answer is 40 MB; a cursor holds 0.4 MB of it, the cache of SQLite 2 MB. The address
  // sanitizer keeps what was freed for a while.
  EXPECT_LT(most - before, (sanitized ? 24 : 8) * 1024 * 1024);
}

}  // namespace
}  // namespace metodica::test
