/// The Koha adapter as the plugin loads it. `inside` against answered questions; rest_fixture.hpp
/// does the same for REST.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "answering_koha.hpp"
#include "loader/adapter_library.hpp"
#include "loader/core_table.hpp"

namespace metodica::koha::test {

class KohaTest : public testing::Test {
 protected:
  void SetUp() override {
    title_ = data_.add_title(record_of(data_.flavour, "Luceafărul"), "Luceafărul");
    open();
  }

  void open() {
    adapter_.reset();
    const auto library = AdapterLibrary::load(METODICA_KOHA);
    ASSERT_TRUE(library) << library.error().message;
    auto made = library->create(core_.table(), settings().dump());
    ASSERT_TRUE(made) << made.error().message << made.error().text;
    adapter_ = *std::move(made);
    ASSERT_TRUE(adapter_->start());
  }

  [[nodiscard]] virtual Json settings() const {
    return Json::object({{"libraries", "CENTRU=57706; F3=57706/F3; ALTA=54975"},
                         {"registers", "RI=; RP=P-"},
                         {"places", "SL=sala"}});
  }

  Host& host() { return adapter_->host(); }

  static CallContext context(const std::string& key = {}) {
    return {"57706", "", "mpop", "ro", key, "trace-1"};
  }

  std::int64_t add_item(const std::string& barcode, Json more = Json::object()) {
    Json item = Json::object({{"biblio_id", title_},
                              {"external_id", barcode},
                              {"home_library_id", "CENTRU"},
                              {"holding_library_id", "CENTRU"},
                              {"callnumber", "821 E55"},
                              {"purchase_price", "45.50"}});
    for (const auto& [name, value] : more.members()) {
      item.set(name, value);
    }
    return data_.add_item(item);
  }

  Json copy(const std::string& barcode) {
    const std::vector<std::string> barcodes{barcode};
    auto copies = host().holdings->copies(context(), barcodes);
    EXPECT_TRUE(copies) << copies.error().message;
    return copies ? copies->front() : Json();
  }

  /// One change of the copy with this barcode as it stands now; its outcome.
  WriteOutcome change(const std::string& barcode, const Json& set, const std::string& key = "k1") {
    const Json now = copy(barcode);
    return one(host().holdings_write->change(
        context(key),
        {Json::object({{"id", now["id"]}, {"version", now["version"]}, {"set", set}})}));
  }

  WriteOutcome create(const Json& copy_fields, const std::string& key = "k1") {
    return one(host().holdings_write->create(context(key), {copy_fields}));
  }

  [[nodiscard]] Json new_copy(const std::string& barcode, std::int64_t number) const {
    return Json::object({{"barcode", barcode},
                         {"number", Json::object({{"register", "RI"}, {"number", number}})},
                         {"title", std::to_string(title_)},
                         {"price", "45.5000"},
                         {"state", "in_process"}});
  }

  static WriteOutcome one(const Result<std::vector<WriteOutcome>>& answer) {
    EXPECT_TRUE(answer) << (answer ? "" : answer.error().message + answer.error().text);
    return answer && !answer->empty() ? answer->front() : WriteOutcome();
  }

  std::vector<Json> walked(const std::string& after = {}, const Json& filter = Json::object()) {
    std::vector<Json> copies;
    const auto done = host().holdings->walk(context(), filter, after, [&](const Json& line) {
      copies.push_back(line);
      return true;
    });
    EXPECT_TRUE(done) << (done ? "" : done.error().message + done.error().text);
    return copies;
  }

  KohaData data_;
  AnsweringKoha koha_{data_};
  std::int64_t title_ = 0;
  std::vector<std::string> log_;
  CoreTable core_{
      {[this](std::int32_t, std::string_view line) { log_.emplace_back(line); },
       [this](const CallContext&, std::string_view question) { return koha_.answer(question); },
       {}}};
  CoreTable::Inside inside_{core_};
  std::unique_ptr<LoadedAdapter> adapter_;
};

}  // namespace metodica::koha::test
