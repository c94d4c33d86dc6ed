/// An adapter of our own inside the test, made through the C++ layer and used through the C tables:
/// both sides of door 2 in one process.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "json/json.hpp"
#include "loader/core_table.hpp"
#include "loader/host_tables.hpp"
#include "metodica/adapter.hpp"
#include "metodica/extensions.hpp"

namespace metodica::testing_support {

/// What the adapter was asked, in order.
struct Asked {
  std::string operation;
  std::string in;
  CallContext context;
};

class FakeInfo : public InfoExtension {
 public:
  [[nodiscard]] std::string abilities() const override { return R"({"operations":{}})"; }
  Result<void> describe(const CallContext& /*context*/, std::string_view /*in*/,
                        Sink& out) override {
    return out.line(R"({"product":"Fake"})");
  }
  Result<void> self_test(const CallContext& /*context*/, std::string_view /*in*/,
                         Sink& /*out*/) override {
    throw std::runtime_error("no \"test\" here");
  }
};

class FakeHoldings : public HoldingsExtension {
 public:
  explicit FakeHoldings(std::vector<Asked>& asked) : asked_(asked) {}

  [[nodiscard]] std::string abilities() const override {
    return R"({"operations":{"copies":{"read":true,"batch":2},"walk":{"read":true}}})";
  }
  Result<void> copies(const CallContext& context, std::string_view in, Sink& out) override {
    asked_.push_back({"copies", std::string(in), context});
    METODICA_TRY(const Json request, Json::parse(in));
    for (const Json& barcode : request["barcodes"].items()) {
      METODICA_CHECK(out.line(Json::object({{"barcode", barcode}, {"missing", true}}).dump()));
    }
    return {};
  }
  Result<void> walk(const CallContext& /*context*/, std::string_view /*in*/, Sink& out) override {
    METODICA_CHECK(out.line(R"({"id":"1"})"));
    METODICA_CHECK(out.line(R"({"id":"2"})"));
    return Unexpected(Problem(METODICA_UNREACHABLE, "fake.lost", {{"count", std::int64_t{2}}}));
  }

 private:
  std::vector<Asked>& asked_;
};

class FakeHoldingsWrite : public HoldingsWriteExtension {
 public:
  explicit FakeHoldingsWrite(std::vector<Asked>& asked) : asked_(asked) {}

  [[nodiscard]] std::string abilities() const override {
    return R"({"operations":{"retire":{"write":true,"batch":2},"change":{"write":true}}})";
  }
  /// The second part of a batch finds the host gone.
  Result<void> retire(const CallContext& context, std::string_view in, Sink& out) override {
    asked_.push_back({"retire", std::string(in), context});
    if (asked_.size() > 1) {
      return Unexpected(Problem(METODICA_UNREACHABLE, "fake.gone"));
    }
    METODICA_CHECK(out.line(R"({"outcome":"done_confirmed","id":"1","version":"2"})"));
    return out.line(R"({"outcome":"refused","code":"on_loan"})");
  }
  Result<void> change(const CallContext& /*context*/, std::string_view /*in*/, Sink& out) override {
    return out.line(R"({"outcome":"perhaps","id":"1"})");
  }

 private:
  std::vector<Asked>& asked_;
};

class FakeAdapter : public Adapter {
 public:
  static Result<std::unique_ptr<FakeAdapter>> make(Core core, std::string_view settings) {
    if (settings == "fail") {
      return invalid("fake.settings", {{"text", "x"}}, "staff_url");
    }
    return std::make_unique<FakeAdapter>(core);
  }
  explicit FakeAdapter(Core core) : core_(core) {}

  Extension* extension(std::string_view id) override {
    return offered(id, {&info_, &holdings_, &holdings_write_});
  }

  Core core_;
  std::vector<Asked> asked_;

 private:
  FakeInfo info_;
  FakeHoldings holdings_{asked_};
  FakeHoldingsWrite holdings_write_{asked_};
};

/// Makes the fake behind its C tables and binds a Host to it.
class WithFakeAdapter : public testing::Test {
 protected:
  void SetUp() override {
    const detail::TextSink problem;
    ASSERT_EQ(Export<FakeAdapter>::create(&core_.table(), "{}", 2, &problem, &table_), METODICA_OK);
    auto bound = bind_host(*table_, "Fake");
    ASSERT_TRUE(bound);
    host_ = *std::move(bound);
  }
  void TearDown() override { table_->destroy(table_); }

  FakeAdapter& fake() { return static_cast<FakeAdapter&>(*static_cast<Adapter*>(table_->self)); }

  CoreTable core_{{}};
  const metodica_adapter* table_ = nullptr;
  Host host_;
  CallContext context_{"57706", "F3", "mpop", "ro", "key-1", "t1"};
};

}  // namespace metodica::testing_support
