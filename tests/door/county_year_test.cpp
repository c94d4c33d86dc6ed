// A year of the county's methodologist through door 1, as one story: the plan, the campaign with 81
// returns, visits, courses, promotion, a handover, and the report that is read in March.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <memory>

#include "json/base64.hpp"
#include "support/door_test.hpp"
#include "support/needed.hpp"
#include "support/shared_data.hpp"

namespace metodica::test {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;
using testing::StartsWith;

constexpr std::int64_t year = 2025;
constexpr std::size_t late = 10;
constexpr std::size_t faulty = 5;

Json of_year() {
  return Json::object({{"year", year}});
}

Json of(std::int64_t siruta) {
  return of_year().set("siruta", siruta);
}

Json cell(const char* code, std::int64_t value) {
  return Json::object({{"code", code}, {"value", std::to_string(value)}});
}

/// A return without a contradiction for a place of that many people.
Json::Array figures(std::int64_t people) {
  const std::int64_t start = 2 * people;
  const std::int64_t additions = people / 20 + 4;
  const std::int64_t donated = additions / 4;
  const std::int64_t withdrawals = people / 40;
  const std::int64_t end = start + additions - withdrawals;
  const std::int64_t active = people / 10;
  const std::int64_t bought_for = 31 * (additions - donated);
  return {cell("population", people),
          cell("service_points", 1),
          cell("open_days", 240),
          cell("weekly_hours", 20),
          cell("area_m2", 85),
          cell("seats", 12),
          cell("computers_public", 4),
          cell("computers_staff", 1),
          cell("internet", 1),
          cell("stock_start", start),
          cell("additions", additions),
          cell("additions_bought", additions - donated),
          cell("additions_donated", donated),
          cell("additions_other", 0),
          cell("titles", additions / 2),
          cell("withdrawals", withdrawals),
          cell("stock_end", end),
          cell("stock_books", end - 100),
          cell("stock_serials", 60),
          cell("stock_audiovisual", 30),
          cell("stock_electronic", 10),
          cell("stock_other", 0),
          cell("stock_catalogued", end / 2),
          cell("users_registered", people / 8),
          cell("users_new", people / 40),
          cell("users_active", active),
          cell("users_children", people / 30),
          cell("visits", people),
          cell("loans", 9 * active),
          cell("in_house", people / 5),
          cell("questions", people / 50),
          cell("events", 24),
          cell("event_participants", 480),
          cell("staff_persons", 1),
          cell("staff_fte", 1),
          cell("staff_specialist_fte", 1),
          cell("training_hours", 16),
          cell("expenditure", 45'000 + bought_for + 1'500 + 5'000),
          cell("expenditure_staff", 45'000),
          cell("expenditure_acquisitions", bought_for),
          cell("expenditure_training", 1'500),
          cell("expenditure_other", 5'000)};
}

/// What a reader of the paper sees.
std::string text_of_pdf(const std::filesystem::path& folder, const std::string& bytes) {
  const auto file = folder / "paper.pdf";
  std::ofstream(file, std::ios::binary) << bytes;
  const std::string command = "pdftotext -layout '" + file.string() + "' -";
  const std::unique_ptr<FILE, int (*)(FILE*)> out(::popen(command.c_str(), "r"), ::pclose);
  std::string text;
  std::array<char, 4096> part{};
  for (std::size_t n = 0; (n = std::fread(part.data(), 1, part.size(), out.get())) > 0;)
    text.append(part.data(), n);
  return text;
}

std::size_t occurrences(std::string_view text, std::string_view word) {
  std::size_t count = 0;
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1))
    ++count;
  return count;
}

class CountyYear : public DoorTest {
 protected:
  void prepare() override {
    const auto path = shared_data("cluj-libraries.csv");
    std::ifstream in(path, std::ios::binary);
    if (!in)
      METODICA_MISSING("no " + path.string());
    const std::string csv(std::istreambuf_iterator<char>(in), {});
    door().good("coordination.import_units",
                Json::object({{"file", Json::object({{"name", "biblioteci.csv"},
                                                     {"base64", base64_encoded(csv)}})}}));
    const Json units = door().good("coordination.units");
    for (const Json& unit : units["units"].items())
      places_.emplace_back(unit["siruta"].integer(), unit["population"].integer());
  }

  void keep(std::size_t at, Json::Array cells) {
    door().good("coordination.return.keep", of(places_[at].first).set("cells", std::move(cells)));
  }
  void decide(std::size_t at, const char* decision, const char* reason = "") {
    door().good("coordination.decide",
                of(places_[at].first).set("decision", decision).set("reason", reason));
  }
  std::string state(std::size_t at) {
    return door().good("coordination.return.check", of(places_[at].first))["state"].text();
  }
  /// The clock of the test is today: who was in time says so in the table.
  void hand_over_in_time(std::size_t most) {
    const auto write = [&](UnitOfWork& work) -> Result<void> {
      for (std::size_t at = 0; at < most; ++at) {
        work.execute(
            "UPDATE stat_return SET submitted_at = '2026-02-20T09:00:00Z' WHERE library = "
            "{library} AND siruta = $1",
            {places_[at].first});
      }
      return {};
    };
    ASSERT_TRUE(door().database()->write({"57706", {"57706"}}, write));
  }

  void collect_returns();
  void visit_libraries();
  void hold_courses();
  void promote_and_hand_over();

  std::vector<std::pair<std::int64_t, std::int64_t>> places_;  // SIRUTA, people
};

void CountyYear::collect_returns() {
  door().good("coordination.keep_campaign",
              of_year().set("opens", "2026-02-01").set("deadline", "2026-02-28"));
  for (std::size_t at = 0; at < places_.size(); ++at) {
    keep(at, figures(places_[at].second));
    if (at + faulty >= places_.size()) {
      keep(at, {Json::object({{"code", "users_active"},
                              {"value", std::to_string(places_[at].second)},
                              {"revision", 1},
                              {"was", std::to_string(places_[at].second / 10)}})});
      const Json refused = door().call("coordination.return_submit", of(places_[at].first));
      EXPECT_EQ(refused["message"].text(), "return.open_points") << "more active than registered";
      keep(at, {Json::object({{"code", "users_active"},
                              {"value", std::to_string(places_[at].second / 10)},
                              {"revision", 2},
                              {"was", std::to_string(places_[at].second)}})});
    }
    door().good("coordination.return_submit", of(places_[at].first));
  }
  hand_over_in_time(places_.size() - late);
  for (std::size_t at = places_.size() - faulty; at < places_.size(); ++at) {
    decide(at, "returned", "Verificați numărul împrumuturilor.");
    EXPECT_EQ(state(at), "returned");
    door().good("coordination.return_submit", of(places_[at].first));
  }
  for (std::size_t at = 0; at < places_.size(); ++at)
    decide(at, "accepted");
  for (const char* decision : {"locked", "published"})
    door().good("coordination.decide_all", of_year().set("decision", decision));
  EXPECT_EQ(state(0), "published");
  EXPECT_EQ(state(places_.size() - 1), "published");
}

void CountyYear::visit_libraries() {
  for (std::size_t at = 0; at < 40; ++at) {
    const Json measure = Json::object({{"text", "Se completează registrul inventar"},
                                       {"owner", "bibliotecar"},
                                       {"deadline", at < 30 ? "2025-12-01" : "2099-12-01"}});
    door().good("coordination.keep_visit",
                Json::object({{"siruta", std::to_string(places_[at].first)},
                              {"day", "2025-05-" + std::to_string(10 + at % 20)},
                              {"state", "held"},
                              {"methodologist", "Ana Pop"},
                              {"km", 50},
                              {"purposes", Json::object({{"assistance", true}})},
                              {"findings", "Registrele sunt la zi."},
                              {"measures", Json::array({measure})}}));
  }
}

void CountyYear::hold_courses() {
  Json::Array people;
  for (int i = 0; i < 60; ++i)
    people.push_back("Participantă Nr" + std::to_string(100 + i) + "; Florești");
  for (std::int64_t number = 1; number <= 4; ++number) {
    door().good("coordination.keep_gathering",
                Json::object({{"title", "Circuitul cărții " + std::to_string(number)},
                              {"kind", "course"},
                              {"topic", "acquisition"},
                              {"day", "2025-06-" + std::to_string(10 + number)},
                              {"starts", "10:00"},
                              {"ends", "13:00"},
                              {"mode", "online"},
                              {"link", "https://example.org/curs"},
                              {"capacity", 60},
                              {"hours", 3}}));
    const Json numbered = Json::object({{"number", number}});
    Json announced = numbered;
    door().good("coordination.gathering_state", announced.set("state", "announced"));
    Json guests = numbered;
    door().good("coordination.register", guests.set("people", people));
    Json held = numbered;
    door().good("coordination.gathering_state", held.set("state", "held"));
    Json::Array minutes;
    for (int person = 1; person <= 60; ++person)
      minutes.push_back(Json::object({{"person", std::to_string(person)}, {"minutes", 170}}));
    Json presence = numbered;
    door().good("coordination.presence", presence.set("people", minutes));
    door().good("coordination.attest", numbered);
  }
}

void CountyYear::promote_and_hand_over() {
  door().good("coordination.keep_event", Json::object({{"title", "Ora poveștilor"},
                                                       {"kind", "reading"},
                                                       {"day", "2025-11-14"},
                                                       {"starts", "17:00"},
                                                       {"mode", "in_person"},
                                                       {"place", "Sala de lectură"},
                                                       {"free", true}}));
  door().good("coordination.event_state", Json::object({{"number", 1}, {"state", "announced"}}));
  door().good("coordination.keep_post", Json::object({{"siruta", std::to_string(places_[3].first)},
                                                      {"title", "bibliotecar"},
                                                      {"norm_percent", 100},
                                                      {"contract", "permanent"},
                                                      {"qualification", "library_course"},
                                                      {"name", "Ilie Marin"},
                                                      {"from", "2001-02-01"},
                                                      {"retires_on", "2025-10-01"}}));
  door().good("coordination.start_handover",
              Json::object({{"post", 1}, {"leaves_on", "2025-10-01"}, {"reason", "retirement"}}));
  door().good("coordination.handover_step", Json::object({{"number", 1},
                                                          {"step", "stocktaking"},
                                                          {"done_on", "2025-10-01"},
                                                          {"note", "PV nr. 3"}}));
}

TEST_P(CountyYear, IsKeptFromThePlanToTheReport) {
  ASSERT_EQ(places_.size(), 81U);
  collect_returns();
  visit_libraries();
  hold_courses();
  promote_and_hand_over();

  const Json indicators = door().good("coordination.indicators", of_year());
  EXPECT_EQ(indicators["units"].items().size(), 81U);
  EXPECT_EQ(indicators["required_additions"]["by_unit"].integer(), 33'992);
  EXPECT_EQ(indicators["required_additions"]["of_county"].integer(), 33'958);
  const std::string returns = door().good("coordination.campaign", of_year()).dump();
  EXPECT_EQ(occurrences(returns, "întârziată"), late);
  EXPECT_THAT(Door::bytes_of(door().good("coordination.calendar", of_year())),
              HasSubstr("Circuitul cărții 4"));

  const std::string report = Door::bytes_of(door().good("coordination.report", of_year()));
  EXPECT_THAT(report, StartsWith("%PDF"));
  const std::string text = text_of_pdf(door().folder(), report);
  EXPECT_THAT(text, HasSubstr("679.141")) << "inhabitants of the county";
  EXPECT_THAT(text, HasSubstr("33.992")) << "documents that the law asks for, by unit";
  EXPECT_THAT(text, ContainsRegex("[Kk]ilometri[^\n]* 2\\.000\n")) << "forty visits";
  EXPECT_THAT(text, ContainsRegex("Adeverințe[^\n]* 240\n")) << "four courses for sixty";
}

METODICA_ON_SHARED_ENGINES(CountyYear);

}  // namespace
}  // namespace metodica::test
