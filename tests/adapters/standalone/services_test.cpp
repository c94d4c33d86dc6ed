// What the standalone host says of itself, files handed over, places and drawing; its life.
#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include "standalone_fixture.hpp"

namespace metodica::standalone {
namespace {

using Services = StandaloneTest;

TEST_F(Services, SaysWhoItIsAndTestsItself) {
  const auto described = host().info->describe(context());
  ASSERT_TRUE(described);
  EXPECT_EQ((*described)["formats"].dump(), R"(["unimarc","marc21"])");
  std::filesystem::create_directories(folder_ / "handover");
  const auto tested = host().info->self_test(context());
  ASSERT_TRUE(tested);
  ASSERT_EQ(tested->size(), 2U);
  EXPECT_EQ((*tested)[0].dump(), R"({"check":"catalogue","result":"passed"})");
  EXPECT_EQ((*tested)[1].dump(), R"({"check":"handover","result":"passed"})");
}

TEST_F(Services, TheTreeComesFromTheSettings) {
  std::vector<std::string> nodes;
  ASSERT_TRUE(host().libraries->tree(context(), [&](const Json& node) {
    nodes.push_back(node["is"].text() + " " + node["code"].text() + " " + node["name"].text());
    return true;
  }));
  EXPECT_THAT(nodes,
              testing::ElementsAre("library 54975 Biblioteca comunală", "branch F3 Filiala 3",
                                   "branch F4 Filiala 4", "place SL Sala de lectură"));
}

TEST_F(Services, EveryOperationDeclaresWhatItCanDo) {
  const auto holdings = host().holdings_write->abilities();
  ASSERT_TRUE(holdings);
  EXPECT_TRUE(holdings->can_write("retire"));
  EXPECT_TRUE(holdings->find("change")->version_checked);
  EXPECT_TRUE(host().handover->abilities()->find("give")->hand_over);
  EXPECT_TRUE(host().titles->abilities()->can_read("changes"));
  EXPECT_TRUE(host().loans_list->abilities()->can_write("replace"));
  EXPECT_EQ(host().usage, nullptr);
  EXPECT_EQ(host().acquisitions, nullptr);
}

TEST_F(Services, AFileIsHandedOverOnceAndTaken) {
  const Json file = parse(R"({"name":"../retrase 1.csv","type":"text/csv","content":"YTtiCg=="})");
  const auto given = host().handover->give(context("g1"), file);
  ASSERT_TRUE(given) << given.error().message;
  EXPECT_EQ(*given, (WriteOutcome{Outcome::handed_over, false, "h-0000000001", "", ""}));
  EXPECT_EQ(*host().handover->give(context("g1"), file), *given);
  const auto path = folder_ / "handover" / "out" / "h-0000000001-.._retrase_1.csv";
  std::ifstream written(path);
  std::string line;
  std::getline(written, line);
  EXPECT_EQ(line, "a;b");
  const std::vector<std::string> ids{"h-0000000001", "h-0000000002", "x"};
  const auto waiting = host().handover->state(context(), ids);
  ASSERT_TRUE(waiting);
  EXPECT_EQ((*waiting)[0]["state"].text(), "waiting");
  EXPECT_EQ((*waiting)[1]["state"].text(), "lost");
  EXPECT_EQ((*waiting)[2]["state"].text(), "lost");
  std::filesystem::remove(path);
  EXPECT_EQ((*host().handover->state(context(), ids))[0]["state"].text(), "taken");
}

TEST_F(Services, AFileThatCameInIsTakenOnceAndCanBeAskedForAgain) {
  EXPECT_TRUE(host().handover->incoming(context())->empty());
  std::filesystem::create_directories(folder_ / "handover" / "in");
  std::ofstream(folder_ / "handover" / "in" / "loans.csv") << "cod\n";
  std::ofstream(folder_ / "handover" / "in" / ".hidden") << "no";
  const auto incoming = host().handover->incoming(context());
  ASSERT_TRUE(incoming);
  ASSERT_EQ(incoming->size(), 1U);
  EXPECT_EQ((*incoming)[0]["id"].text(), "loans.csv");
  EXPECT_EQ((*incoming)[0]["type"].text(), "text/csv");
  EXPECT_EQ((*incoming)[0]["bytes"].integer(), 4);
  for (int again = 0; again < 2; ++again) {
    const auto taken = host().handover->take(context(), "loans.csv");
    ASSERT_TRUE(taken);
    EXPECT_EQ((*taken)["content"].text(), "Y29kCg==");
    EXPECT_TRUE(host().handover->incoming(context())->empty());
  }
  for (const char* id : {"no.csv", "../catalogue.sqlite", ".hidden", ""}) {
    const auto gone = host().handover->take(context(), id);
    ASSERT_FALSE(gone) << id;
    EXPECT_EQ(gone.error().status, METODICA_NOT_FOUND) << id;
  }
}

TEST_F(Services, MenusHaveAPlace) {
  EXPECT_EQ((*host().places->list(context()))[0]["takes"].text(), "menu");
  const auto arranged = host().places->arrange(
      context(), parse(R"([{"id":"registers","action":"registers.menu"}])").items());
  ASSERT_TRUE(arranged);
  EXPECT_EQ((*arranged)[0]["url"].text(), "/do/registers.menu");
}

TEST_F(Services, AScreenIsDrawnAndNothingElse) {
  const Json screen = parse(R"({"kind":"screen","id":"a.b","title":"Registre <1>","blocks":[]})");
  const auto html = host().draw->draw(context(), screen, Json::object({{"lang", "ro"}}));
  ASSERT_TRUE(html) << html.error().message;
  EXPECT_THAT(*html, testing::HasSubstr("Registre &lt;1&gt;"));
  EXPECT_FALSE(host().draw->draw(context(), parse(R"({"kind":"data"})"), Json::object()));
}

TEST_F(Services, SettingsAreChecked) {
  const auto library = AdapterLibrary::load(METODICA_STANDALONE);
  ASSERT_TRUE(library);
  const auto problem = [&](std::string_view settings) {
    const auto made = library->create(core_.table(), settings);
    return made ? std::string() : made.error().field;
  };
  EXPECT_EQ(problem("{}"), "catalogue");
  EXPECT_EQ(problem(R"({"catalogue":"catalogue.sqlite"})"), "catalogue");
  EXPECT_EQ(problem(R"({"catalogue":"/tmp/c","colour":"red"})"), "colour");
  EXPECT_EQ(problem(R"({"catalogue":"/tmp/c","format":"danmarc"})"), "format");
  EXPECT_EQ(problem(R"({"catalogue":"/tmp/c","branches":"F3"})"), "branches");
}

TEST_F(Services, BeforeStartNothingAnswers) {
  adapter_->stop();
  const auto answer = host().titles->find(context(), Json::object({{"text", "ion"}}));
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().status, METODICA_FORKED);
}

TEST_F(Services, AChildProcessOpensItsOwnHandles) {
  create_titles("k1", R"([{"title":{"title":"Ion"}}])");
  const pid_t child = ::fork();
  if (child == 0) {
    const bool started = adapter_->start().has_value();
    const auto found = host().titles->find(context(), Json::object({{"text", "ion"}}));
    ::_exit(started && found && found->size() == 1 ? 0 : 1);
  }
  int status = -1;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
  const auto found = host().titles->find(context(), Json::object({{"text", "ion"}}));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->size(), 1U);
}

}  // namespace
}  // namespace metodica::standalone
