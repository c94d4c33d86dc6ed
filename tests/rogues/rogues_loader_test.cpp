// Adapters that break one rule each: the loader answers with the exact sentence and the host lives.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "loader/adapter_library.hpp"
#include "loader/core_table.hpp"
#include "text/messages.hpp"

namespace metodica {
namespace {

namespace fs = std::filesystem;

fs::path rogue(const std::string& name) {
  return fs::path(METODICA_BUILD_DIR) / "tests" / "rogues" / (name + ".so");
}

class Rogues : public testing::Test {
 protected:
  static std::string said(const Problem& problem) { return Messages("en").of(problem); }

  /// The sentence with which loading fails, "" when it succeeds.
  static std::string load_error(const fs::path& file) {
    const auto library = AdapterLibrary::load(file);
    return library ? "" : said(library.error());
  }

  Result<std::unique_ptr<LoadedAdapter>> made(const std::string& name) {
    METODICA_TRY(const AdapterLibrary library, AdapterLibrary::load(rogue(name)));
    return library.create(core_.table(), "{}");
  }

  std::string create_error(const std::string& name) {
    const auto adapter = made(name);
    return adapter ? "" : said(adapter.error());
  }

  std::string describe_error(const std::string& name) {
    const auto adapter = made(name);
    if (!adapter) {
      return "not made: " + said(adapter.error());
    }
    const auto answer = (*adapter)->host().info->describe({});
    return answer ? "" : said(answer.error());
  }

  CoreTable core_{{}};
};

TEST_F(Rogues, TheGoodOneWorksSoThatTheOthersFailForTheirDefectOnly) {
  const auto adapter = made("good");
  ASSERT_TRUE(adapter) << said(adapter.error());
  Host& host = (*adapter)->host();
  const auto product = host.info->describe({});
  ASSERT_TRUE(product) << said(product.error());
  EXPECT_EQ((*product)["product"].text(), "Rogue");
  std::vector<std::string> barcodes;
  const auto walked = host.holdings->walk({}, Json::object(), "", [&](const Json& copy) {
    barcodes.push_back(copy["barcode"].text());
    return true;
  });
  EXPECT_TRUE(walked);
  EXPECT_EQ(barcodes, (std::vector<std::string>{"R1", "R2"}));
  EXPECT_EQ(host.titles, nullptr);
}

TEST_F(Rogues, PathMustBeAbsolute) {
  EXPECT_EQ(load_error("libmetodica-koha.so"),
            "The path of the adapter must be absolute, but it is \"libmetodica-koha.so\".");
}

TEST_F(Rogues, MissingFile) {
  EXPECT_EQ(load_error("/no/such/adapter.so"),
            "The adapter file does not exist: /no/such/adapter.so.");
}

TEST_F(Rogues, FolderInsteadOfFile) {
  const std::string folder = rogue("good").parent_path().string();
  EXPECT_EQ(load_error(folder), "The path of the adapter does not lead to a file: " + folder + ".");
}

TEST_F(Rogues, TextFileIsNoLibrary) {
  const fs::path file = fs::path(METODICA_SOURCE_DIR) / "CMakeLists.txt";
  const std::string sentence = load_error(file);
  EXPECT_TRUE(sentence.starts_with("The adapter " + file.string() + " cannot be loaded: "))
      << sentence;
  EXPECT_NE(sentence.find("invalid ELF header"), std::string::npos) << sentence;
}

/// A copy of the good adapter in a folder of its own, removed at the end.
class OpenToAll : public Rogues {
 protected:
  void SetUp() override {
    folder_ = fs::path(METODICA_BUILD_DIR) / "tests" / ("open" + std::to_string(getpid()));
    fs::create_directory(folder_);
    fs::copy_file(rogue("good"), folder_ / "good.so");
  }
  void TearDown() override { fs::remove_all(folder_); }

  fs::path folder_;
};

TEST_F(OpenToAll, FileIsNotLoaded) {
  fs::permissions(folder_ / "good.so", fs::perms::others_write, fs::perm_options::add);
  EXPECT_EQ(load_error(folder_ / "good.so"),
            "The adapter " + (folder_ / "good.so").string() +
                " may be changed by every user of this computer, so it is not loaded.");
}

TEST_F(OpenToAll, FolderIsNotTrusted) {
  fs::permissions(folder_, fs::perms::others_write, fs::perm_options::add);
  EXPECT_EQ(load_error(folder_ / "good.so"),
            "The folder " + folder_.string() +
                " of the adapter may be changed by every user of this computer, so the adapter is "
                "not loaded.");
}

TEST_F(OpenToAll, LinkIntoAnOpenFolderIsNotTrusted) {
  fs::permissions(folder_, fs::perms::others_write, fs::perm_options::add);
  const fs::path link = rogue("link" + std::to_string(getpid()));
  fs::create_symlink(folder_ / "good.so", link);
  EXPECT_TRUE(load_error(link).starts_with("The folder " + folder_.string()));
  fs::remove(link);
}

TEST_F(Rogues, NoSymbol) {
  EXPECT_EQ(load_error(rogue("no_symbol")),
            "The file " + rogue("no_symbol").string() +
                " is no Metodica adapter: it lacks the symbol metodica_adapter_v1.");
}

TEST_F(Rogues, WrongMajor) {
  EXPECT_EQ(load_error(rogue("wrong_major")),
            "The adapter " + rogue("wrong_major").string() +
                " is made for major version 2 of the interface; this program has version 1.");
}

TEST_F(Rogues, SizeZero) {
  EXPECT_EQ(load_error(rogue("size_zero")), "The entry of the adapter " +
                                                rogue("size_zero").string() +
                                                " has 0 bytes; version 1.0 has 56.");
}

TEST_F(Rogues, EmptyId) {
  EXPECT_EQ(load_error(rogue("empty_id")),
            "The adapter " + rogue("empty_id").string() + " does not say its id.");
}

TEST_F(Rogues, EmptyName) {
  EXPECT_EQ(load_error(rogue("empty_name")),
            "The adapter " + rogue("empty_name").string() + " does not say its name.");
}

TEST_F(Rogues, NoCreate) {
  EXPECT_EQ(load_error(rogue("no_create")),
            "The adapter " + rogue("no_create").string() + " has no function create.");
}

TEST_F(Rogues, ShortTable) {
  EXPECT_EQ(
      create_error("short_table"),
      "The table metodica.host.info/1 of the adapter Rogue has 24 bytes; version 1.0 has 32.");
}

TEST_F(Rogues, ShortAdapter) {
  EXPECT_EQ(create_error("short_adapter"), "The table of the adapter " +
                                               rogue("short_adapter").string() +
                                               " has 40 bytes; version 1.0 has 48.");
}

TEST_F(Rogues, NextMinorWithLongerTablesIsWelcome) {
  const auto adapter = made("next_minor");
  ASSERT_TRUE(adapter) << said(adapter.error());
  const auto product = (*adapter)->host().info->describe({});
  ASSERT_TRUE(product) << said(product.error());
  EXPECT_EQ((*product)["product"].text(), "Rogue");
}

TEST_F(Rogues, SilentFailure) {
  EXPECT_EQ(create_error("silent_failure"),
            "The adapter Rogue failed in create with \"unreachable\" without saying why.");
}

TEST_F(Rogues, NullAdapter) {
  EXPECT_EQ(create_error("null_adapter"), "The adapter " + rogue("null_adapter").string() +
                                              " reported success but made nothing.");
}

TEST_F(Rogues, PositiveStatus) {
  EXPECT_EQ(create_error("positive_status"),
            "The adapter Rogue returned the status 7 from create; there is no such status.");
}

TEST_F(Rogues, MissingInfo) {
  EXPECT_EQ(create_error("missing_info"),
            "The adapter Rogue does not offer the required extension metodica.host.info/1.");
}

TEST_F(Rogues, BadUtf8) {
  EXPECT_EQ(describe_error("bad_utf8"),
            "The answer of the adapter Rogue to info.describe is not UTF-8.");
}

TEST_F(Rogues, NotJson) {
  EXPECT_EQ(describe_error("not_json"),
            "The answer of the adapter Rogue to info.describe is not JSON.");
}

TEST_F(Rogues, Endless) {
  EXPECT_EQ(describe_error("endless"),
            "The answer of the adapter Rogue to info.describe is longer than 64 MiB.");
}

TEST_F(Rogues, OwnThread) {
  EXPECT_EQ(describe_error("own_thread"),
            "The adapter Rogue answered info.describe from a thread of its own.");
}

TEST_F(Rogues, ThrowsThroughC) {
  EXPECT_EQ(describe_error("throws"), "The adapter Rogue let an exception out of info.describe.");
}

TEST_F(Rogues, WritesAfterRefusal) {
  const auto adapter = made("after_refusal");
  ASSERT_TRUE(adapter) << said(adapter.error());
  int seen = 0;
  const auto walked =
      (*adapter)->host().holdings->walk({}, Json::object(), "", [&](const Json& /*copy*/) {
        ++seen;
        return false;
      });
  EXPECT_EQ(seen, 1);
  ASSERT_FALSE(walked);
  EXPECT_EQ(said(walked.error()),
            "The adapter Rogue went on writing in holdings.walk after it was told to stop.");
}

TEST_F(Rogues, CrashInDestroyStaysOutOfAChildThatInheritedTheAdapter) {
  auto adapter = made("crashes_in_destroy");
  ASSERT_TRUE(adapter) << said(adapter.error());
  ASSERT_TRUE((*adapter)->start());
  const pid_t child = fork();
  ASSERT_NE(child, -1);
  if (child == 0) {
    adapter->reset();  // started in the parent: abandoned, `destroy` is not called
    _exit(0);
  }
  int status = -1;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
  // This process must not end it either, or the test would die: kept until the process is gone.
  static const LoadedAdapter* const kept = adapter->release();
  EXPECT_NE(kept, nullptr);
}

}  // namespace
}  // namespace metodica
