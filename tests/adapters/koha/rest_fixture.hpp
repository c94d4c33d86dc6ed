/// The adapter outside Koha, against the double over HTTP.
#pragma once

#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "koha_fixture.hpp"
#include "rest_koha.hpp"
#include "text/messages.hpp"

namespace metodica::koha::test {

class RestTest : public KohaTest {
 protected:
  RestTest() {
    std::string name = (std::filesystem::temp_directory_path() / "koha-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
    write_client("metodica\ngeheim\n");
  }
  ~RestTest() override { std::filesystem::remove_all(folder_); }

  void write_client(const std::string& lines, mode_t mode = 0600) const {
    std::ofstream(client_file()) << lines;
    ::chmod(client_file().c_str(), mode);
  }
  [[nodiscard]] std::string client_file() const { return (folder_ / "client").string(); }

  [[nodiscard]] Json settings() const override {
    Json all = KohaTest::settings();
    return all.set("way", "rest")
        .set("url", rest_.url())
        .set("client_file", client_file())
        .set("time_limit", limit_);
  }

  /// Fails reading and gives the problem with its sentence in Romanian.
  Problem failed_reading() {
    const std::vector<std::string> barcodes{"RO1"};
    const auto read = host().holdings->copies(context(), barcodes);
    EXPECT_FALSE(read);
    return read ? Problem() : read.error();
  }

  static std::string sentence(const Problem& problem) { return Messages("ro").of(problem); }

  std::string limit_ = "30";  ///< seconds; a busy machine is slow by itself
  RestKoha rest_{data_};
  std::filesystem::path folder_;
};

}  // namespace metodica::koha::test
