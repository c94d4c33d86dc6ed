// What the host still has to be told: queued with the registers, sent after the commit.
#include "app/host_queue.hpp"

#include <gmock/gmock.h>

#include <chrono>
#include <map>

#include "app/core_actions.hpp"
#include "app/host_settling.hpp"
#include "support/test_database.hpp"

namespace metodica {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

WriteOutcome done(const std::string& id) {
  return {Outcome::done_confirmed, false, id, "1", ""};
}

/// What reached the host, and how it shall answer.
struct FakeHost {
  std::vector<std::string> calls;               ///< "titles.create 2 <key>"
  std::vector<Json> items;                      ///< of all calls
  std::map<std::string, WriteOutcome> answers;  ///< by operation; done when absent
  std::optional<Problem> refusal;               ///< of whole calls
  std::map<std::string, int> versions;          ///< of known copies, by "register:number"

  Result<std::vector<WriteOutcome>> write(const std::string& operation, const CallContext& context,
                                          const Json::Array& list) {
    calls.push_back(operation + " " + std::to_string(list.size()) + " " + context.key);
    if (refusal) {
      return Unexpected(*refusal);
    }
    std::vector<WriteOutcome> outcomes;
    for (const Json& item : list) {
      items.push_back(item);
      const auto found = answers.find(operation);
      outcomes.push_back(found == answers.end() ? done("h" + std::to_string(items.size()))
                                                : found->second);
    }
    return outcomes;
  }
};

Abilities all_abilities() {
  const auto document = Json::parse(
      R"({"operations":{"create":{"write":true},"change":{"write":true},"retire":{"write":true},
          "numbered":{"read":true}}})");
  return *Abilities::from(*document);
}

class FakeTitles : public HostTitlesWrite {
 public:
  explicit FakeTitles(FakeHost& host) : host_(host) {}
  Result<Abilities> abilities() override { return all_abilities(); }
  Result<std::vector<WriteOutcome>> create(const CallContext& context,
                                           const Json::Array& items) override {
    return host_.write("titles.create", context, items);
  }
  Result<std::vector<WriteOutcome>> replace(const CallContext& context,
                                            const Json::Array& items) override {
    return host_.write("titles.replace", context, items);
  }

 private:
  FakeHost& host_;
};

class FakeWrites : public HostHoldingsWrite {
 public:
  explicit FakeWrites(FakeHost& host) : host_(host) {}
  Result<Abilities> abilities() override { return all_abilities(); }
  Result<std::vector<WriteOutcome>> create(const CallContext& context,
                                           const Json::Array& items) override {
    return host_.write("create", context, items);
  }
  Result<std::vector<WriteOutcome>> change(const CallContext& context,
                                           const Json::Array& items) override {
    return host_.write("change", context, items);
  }
  Result<std::vector<WriteOutcome>> set_state(const CallContext& context,
                                              const Json::Array& items) override {
    return host_.write("set_state", context, items);
  }
  Result<std::vector<WriteOutcome>> retire(const CallContext& context,
                                           const Json::Array& items) override {
    return host_.write("retire", context, items);
  }

 private:
  FakeHost& host_;
};

class FakeHoldings : public HostHoldings {
 public:
  explicit FakeHoldings(FakeHost& host) : host_(host) {}
  Result<Abilities> abilities() override { return all_abilities(); }
  Result<std::vector<Json>> copies(const CallContext&, std::span<const std::string>) override {
    return std::vector<Json>();
  }
  Result<std::vector<Json>> numbered(const CallContext&,
                                     std::span<const HostNumber> numbers) override {
    std::vector<Json> lines;
    for (const HostNumber& number : numbers) {
      const std::string name = number.register_code + ":" + std::to_string(number.number);
      const auto known = host_.versions.find(name);
      lines.push_back(
          known == host_.versions.end()
              ? Json::object({{"missing", true}})
              : Json::object({{"id", "c-" + name}, {"version", std::to_string(known->second++)}}));
    }
    return lines;
  }
  Result<void> walk(const CallContext&, const Json&, std::string_view, const EachJson&) override {
    return {};
  }

 private:
  FakeHost& host_;
};

class FakeServices : public Services {
 public:
  explicit FakeServices(FakeHost& fake) {
    host_.titles_write = std::make_unique<FakeTitles>(fake);
    host_.holdings_write = std::make_unique<FakeWrites>(fake);
    host_.holdings = std::make_unique<FakeHoldings>(fake);
  }
  World& world() override { return *world_; }
  Host& host() override { return host_; }
  Result<Documents*> documents() override { return Unexpected({METODICA_UNREACHABLE, "none"}); }
  [[nodiscard]] const std::string& zone() const override { return zone_; }
  [[nodiscard]] const std::string& program() const override { return zone_; }

 private:
  std::unique_ptr<World> world_ = system_world();
  Host host_;
  std::string zone_ = "Europe/Bucharest";
};

class HostQueue : public testing::Test {
 protected:
  void SetUp() override {
    const auto migrated = database_->migrate({core_migrations()}, "2026-01-15T08:00:00Z");
    ASSERT_TRUE(migrated) << migrated.error().message;
  }

  template <class Function>
  void queue(const std::string& key, Function function) {
    const auto written = database_->write(tenancy_, [&](UnitOfWork& work) -> Result<void> {
      Call call(services_, caller_, say_, work, key, false, "trace");
      function(call);
      return {};
    });
    ASSERT_TRUE(written) << written.error().message;
  }

  std::vector<Problem> settle(const std::string& key = {}) {
    CallContext context;
    context.library = caller_.library;
    return HostSettling(*database_, services_.host(), tenancy_, context, services_.world())
        .run(key);
  }

  std::string counts() {
    std::string text;
    EXPECT_TRUE(database_->read(tenancy_, [&](UnitOfWork& work) -> Result<void> {
      text = host_write_counts(work).dump();
      return {};
    }));
    return text;
  }

  std::string code_of(std::int64_t sequence) {
    std::string code;
    EXPECT_TRUE(database_->read(tenancy_, [&](UnitOfWork& work) -> Result<void> {
      const auto row = work.one<std::string>(
          "SELECT code FROM host_write WHERE library = {library} AND sequence = $1", {sequence});
      code = row ? std::get<0>(*row) : "no such row";
      return {};
    }));
    return code;
  }

  static InventoryNumber ri(std::int64_t number) { return {"RI", number}; }

  void queue_book(Call& call) {
    queue_title(call, "t1", Json::object({{"title", "Ion"}}));
    queue_copy(call, ri(1), "ours:t1", Json::object({{"barcode", "B1"}}));
    queue_copy(call, ri(2), "ours:t1", Json::object({{"barcode", "B2"}}));
  }

  FakeHost fake_;
  FakeServices services_{fake_};
  Caller caller_{"mpop", "57706", "", {}};
  Tenancy tenancy_{"57706", {"57706"}};
  Messages say_{"ro"};
  test::TestDatabase database_{test::TestEngine::sqlite_file};
};

TEST_F(HostQueue, TitlesGoBeforeTheirCopies) {
  queue("k", [&](Call& call) { queue_book(call); });
  EXPECT_THAT(settle("k"), IsEmpty());
  EXPECT_THAT(fake_.calls, ElementsAre("titles.create 1 k/titles.create/1+1.0",
                                       "create 2 k/holdings.create/2+2.0"));
  EXPECT_EQ(fake_.items[1]["title"].text(), "h1");
  EXPECT_EQ(fake_.items[1]["number"].dump(), R"({"register":"RI","number":1})");
  EXPECT_EQ(counts(), R"({"done_confirmed":3})");
  fake_.calls.clear();
  EXPECT_THAT(settle(), IsEmpty());
  EXPECT_THAT(fake_.calls, IsEmpty());
}

TEST_F(HostQueue, AKeyLimitsItToWhatOneActionQueued) {
  queue("a", [&](Call& call) { queue_copy(call, ri(1), "17", Json::object()); });
  queue("b", [&](Call& call) { queue_copy(call, ri(2), "17", Json::object()); });
  settle("b");
  EXPECT_THAT(fake_.calls, ElementsAre("create 1 b/holdings.create/2+1.0"));
  EXPECT_EQ(counts(), R"({"done_confirmed":1,"waiting":1})");
}

TEST_F(HostQueue, AHostOutOfReachLeavesAllWaitingAndTheRepetitionIsTheSameBatch) {
  queue("k", [&](Call& call) { queue_book(call); });
  queue("l", [&](Call& call) { queue_copy(call, ri(9), "17", Json::object()); });
  fake_.refusal = Problem(METODICA_UNREACHABLE, "host.silent");
  const auto problems = settle();
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].message, "host.silent");
  EXPECT_EQ(counts(), R"({"waiting":4})");
  ASSERT_EQ(fake_.calls.size(), 1U) << "it is not asked again at once";
  const std::string first = fake_.calls[0];
  fake_.refusal.reset();
  settle();
  EXPECT_EQ(fake_.calls[1], first);
  EXPECT_EQ(counts(), R"({"done_confirmed":4})");
}

TEST_F(HostQueue, OneActionsRefusedCallDoesNotHoldUpTheOthers) {
  queue("k", [&](Call& call) { queue_title(call, "t1", Json::object({{"title", "Ion"}})); });
  queue("l", [&](Call& call) { queue_title(call, "t2", Json::object({{"title", "Flora"}})); });
  fake_.refusal = Problem(METODICA_DENIED, "host.denied");
  EXPECT_EQ(settle().size(), 2U);
  EXPECT_EQ(fake_.calls.size(), 2U);
  EXPECT_EQ(counts(), R"({"waiting":2})");
}

TEST_F(HostQueue, ACopyWaitsForItsTitleAndFallsWithIt) {
  queue("k", [&](Call& call) { queue_book(call); });
  fake_.answers["titles.create"] = {Outcome::failed, true, "", "", "timeout"};
  settle();
  EXPECT_EQ(fake_.calls.size(), 1U);
  EXPECT_EQ(counts(), R"({"waiting":3})");
  EXPECT_EQ(code_of(1), "timeout");
  fake_.answers["titles.create"] = {Outcome::refused, false, "", "", "denied"};
  settle();
  EXPECT_EQ(fake_.calls[1], "titles.create 1 k/titles.create/1+1.1")
      << "kept answers change the key";
  EXPECT_EQ(counts(), R"({"refused":3})");
  EXPECT_EQ(code_of(2), "title_not_made");
}

TEST_F(HostQueue, ChangesNameTheVersionAsItIsNow) {
  fake_.versions["RI:7"] = 4;
  queue("k", [&](Call& call) {
    queue_change(call, ri(7), Json::object({{"call_number", "821 E55"}}));
    queue_change(call, ri(7), Json::object({{"place", "SL"}}));
    queue_retire(call, ri(7),
                 Json::object({{"cause", "worn"}, {"act", Json::object({{"number", "12"}})}}));
  });
  settle("k");
  ASSERT_EQ(fake_.items.size(), 3U);
  EXPECT_EQ(fake_.items[0].dump(),
            R"({"id":"c-RI:7","version":"4","set":{"call_number":"821 E55"}})");
  EXPECT_EQ(fake_.items[1]["version"].text(), "5") << "read again between two changes of one copy";
  EXPECT_EQ(fake_.items[2].dump(),
            R"({"id":"c-RI:7","version":"6","cause":"worn","act":{"number":"12"}})");
}

TEST_F(HostQueue, AnUnknownCopyIsRefusedUnlessItWaitsItself) {
  fake_.answers["create"] = {Outcome::failed, true, "", "", "timeout"};
  queue("k", [&](Call& call) {
    queue_copy(call, ri(1), "17", Json::object());
    queue_change(call, ri(1), Json::object({{"place", "SL"}}));
    queue_change(call, ri(2), Json::object({{"place", "SL"}}));
  });
  settle();
  EXPECT_EQ(counts(), R"({"refused":1,"waiting":2})");
  EXPECT_EQ(code_of(3), "unknown_copy");
}

TEST_F(HostQueue, EveryOutcomeIsKept) {
  const std::vector<std::pair<WriteOutcome, std::string>> known{
      {{Outcome::done, false, "x", "", ""}, "done"},
      {{Outcome::handed_over, false, "list-1", "", ""}, "handed_over"},
      {{Outcome::refused, false, "", "", "barcode_in_use"}, "refused"},
      {{Outcome::failed, false, "", "", "broken"}, "failed"}};
  std::int64_t number = 0;
  for (const auto& [outcome, state] : known) {
    fake_.answers["create"] = outcome;
    queue("k" + std::to_string(++number),
          [&](Call& call) { queue_copy(call, ri(number), "17", Json::object()); });
    settle();
    EXPECT_EQ(code_of(number), outcome.code);
  }
  EXPECT_EQ(counts(), R"({"done":1,"failed":1,"handed_over":1,"refused":1})");
}

TEST_F(HostQueue, WhatTheHostCannotDoIsNotQueued) {
  services_.host().titles_write.reset();
  services_.host().holdings_write.reset();
  queue("k", [&](Call& call) { queue_book(call); });
  EXPECT_EQ(counts(), "{}");
}

TEST_F(HostQueue, MoreThanAPieceIsSettledInOrder) {
  queue("k", [&](Call& call) {
    queue_title(call, "t1", Json::object({{"title", "Ion"}}));
    for (std::int64_t number = 1; number <= 1999; ++number) {
      queue_copy(call, ri(number), "ours:t1", Json::object());
    }
  });
  queue("l", [&](Call& call) {
    for (std::int64_t number = 3001; number <= 5500; ++number) {
      queue_copy(call, ri(number), "ours:t1", Json::object());
    }
  });
  EXPECT_THAT(settle(), IsEmpty());
  EXPECT_THAT(fake_.calls, ElementsAre("titles.create 1 k/titles.create/1+1.0",
                                       "create 1999 k/holdings.create/2+1999.0",
                                       "create 2000 l/holdings.create/2001+2000.0",
                                       "create 500 l/holdings.create/4001+500.0"));
}

TEST_F(HostQueue, AThousandCopiesSettleWellUnderASecond) {
  queue("k", [&](Call& call) {
    queue_title(call, "t1", Json::object({{"title", "Ion"}}));
    for (std::int64_t number = 1; number <= 1000; ++number) {
      queue_copy(call, ri(number), "ours:t1", Json::object({{"barcode", std::to_string(number)}}));
    }
  });
  const auto start = std::chrono::steady_clock::now();
  settle("k");
  const auto took = std::chrono::steady_clock::now() - start;
  EXPECT_LT(std::chrono::duration<double>(took).count(), 3.0) << "even on a busy machine";
  EXPECT_EQ(counts(), R"({"done_confirmed":1001})");
}

}  // namespace
}  // namespace metodica
