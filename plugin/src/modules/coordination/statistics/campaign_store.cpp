#include "modules/coordination/statistics/campaign_store.hpp"

#include <algorithm>
#include <map>
#include <mutex>

#include "modules/coordination/statistics/county_news.hpp"
#include "modules/coordination/statistics/survey_data.hpp"

namespace metodica::coordination {
namespace {

constexpr const char* campaign_subject = "statistics.campaign";
constexpr const char* aside_subject = "statistics.aside";
constexpr const char* form_subject = "statistics.form";

Date day_of(const Json& text) {
  const auto day = Date::parse(text.text());
  return day ? *day : Date();
}

StatCampaign campaign_from(const Json& body) {
  return {body["year"].integer(),   body["form"].text(),  day_of(body["opens"]),
          day_of(body["deadline"]), body["about"].text(), body["at"].text(),
          body["by"].text()};
}

// A form never changes once it is loaded and every saving of a cell asks for it, so the last few are
// kept. Instances of the plugin may run on several threads.
std::shared_ptr<const Survey> read_survey(const std::string& content) {
  constexpr std::size_t most = 4;
  static auto& lock = *new std::mutex;
  static auto& known = *new std::map<std::string, std::shared_ptr<const Survey>>;
  const std::scoped_lock hold(lock);
  if (const auto found = known.find(content); found != known.end())
    return found->second;
  auto read = survey_from(content);
  if (!read)
    return nullptr;
  if (known.size() >= most)
    known.clear();
  return known[content] = std::make_shared<const Survey>(*std::move(read));
}

std::string loaded_form(UnitOfWork& work, const std::string& name) {
  const auto row = work.one<std::string>(
      "SELECT content FROM stat_form WHERE library = {library} AND name = $1", {name});
  if (row)
    return std::get<0>(*row);
  for (const CountyNews& news : county_news(work, form_subject)) {
    if (news.key == name)
      return news.body["content"].text();
  }
  return {};
}

}  // namespace

std::vector<StatCampaign> stat_campaigns(UnitOfWork& work) {
  std::vector<StatCampaign> all;
  work.each<std::int64_t, std::string, Date, Date, std::string, std::string, std::string>(
      "SELECT year, form, opens, deadline, about, changed_at, changed_by FROM stat_campaign WHERE "
      "library = {library} ORDER BY year DESC",
      {},
      [&](std::int64_t year, std::string form, Date opens, Date deadline, std::string about,
          std::string at, std::string by) {
        all.push_back({year, std::move(form), opens, deadline, std::move(about), std::move(at),
                       std::move(by)});
      });
  if (all.empty()) {
    for (const CountyNews& news : county_news(work, campaign_subject))
      all.push_back(campaign_from(news.body));
    std::ranges::sort(all, std::ranges::greater(), &StatCampaign::year);
  }
  return all;
}

std::optional<StatCampaign> campaign_of_year(UnitOfWork& work, std::int64_t year) {
  for (StatCampaign& one : stat_campaigns(work)) {
    if (one.year == year)
      return std::move(one);
  }
  return {};
}

void keep_stat_campaign(UnitOfWork& work, const StatCampaign& kept) {
  work.execute(
      "INSERT INTO stat_campaign (library, year, form, opens, deadline, about, changed_at, "
      "changed_by) VALUES ({library}, $1, $2, $3, $4, $5, $6, $7) ON CONFLICT (library, year) "
      "DO UPDATE SET form = excluded.form, opens = excluded.opens, deadline = excluded.deadline, "
      "about = excluded.about, changed_at = excluded.changed_at, changed_by = excluded.changed_by",
      {kept.year, kept.form, kept.opens, kept.deadline, kept.about, kept.at, kept.by});
  tell_nodes(work, campaign_subject, std::to_string(kept.year),
             Json::object({{"year", kept.year},
                           {"form", kept.form},
                           {"opens", kept.opens.iso()},
                           {"deadline", kept.deadline.iso()},
                           {"about", kept.about},
                           {"at", kept.at},
                           {"by", kept.by}}),
             kept.at);
}

std::vector<SetAside> set_aside(UnitOfWork& work, std::int64_t year) {
  std::vector<SetAside> all;
  work.each<std::int64_t, std::string, std::int64_t, std::string, std::string, std::string>(
      "SELECT siruta, rule, is_off, reason, changed_at, changed_by FROM stat_switch WHERE "
      "library = {library} AND year = $1 ORDER BY siruta, rule",
      {year},
      [&](std::int64_t siruta, std::string rule, std::int64_t off, std::string reason,
          std::string at, std::string by) {
        all.push_back({year, siruta, std::move(rule), off != 0, std::move(reason), std::move(at),
                       std::move(by)});
      });
  if (all.empty()) {
    for (const CountyNews& news : county_news(work, aside_subject)) {
      const Json& body = news.body;
      if (body["year"].integer() == year) {
        all.push_back({year, body["siruta"].integer(), body["rule"].text(), body["off"].boolean(),
                       body["reason"].text(), body["at"].text(), body["by"].text()});
      }
    }
  }
  return all;
}

void keep_set_aside(UnitOfWork& work, const SetAside& kept) {
  work.execute(
      "INSERT INTO stat_switch (library, year, siruta, rule, is_off, reason, changed_at, "
      "changed_by) VALUES ({library}, $1, $2, $3, $4, $5, $6, $7) ON CONFLICT (library, year, "
      "siruta, rule) DO UPDATE SET is_off = excluded.is_off, reason = excluded.reason, "
      "changed_at = excluded.changed_at, changed_by = excluded.changed_by",
      {kept.year, kept.siruta, kept.rule, std::int64_t{kept.off ? 1 : 0}, kept.reason, kept.at,
       kept.by});
  tell_nodes(work, aside_subject,
             std::to_string(kept.year) + "/" + std::to_string(kept.siruta) + "/" + kept.rule,
             Json::object({{"year", kept.year},
                           {"siruta", kept.siruta},
                           {"rule", kept.rule},
                           {"off", kept.off},
                           {"reason", kept.reason},
                           {"at", kept.at},
                           {"by", kept.by}}),
             kept.at);
}

std::shared_ptr<const Survey> survey_named(UnitOfWork& work, const std::string& name) {
  for (const auto& survey : shipped_surveys()) {
    if (survey->name == name)
      return survey;
  }
  const std::string content = loaded_form(work, name);
  return content.empty() ? nullptr : read_survey(content);
}

std::shared_ptr<const Survey> survey_of(UnitOfWork& work, std::int64_t year) {
  if (const auto known = campaign_of_year(work, year)) {
    if (auto survey = survey_named(work, known->form))
      return survey;
  }
  for (const auto& survey : shipped_surveys()) {
    if (survey->from_year <= year)
      return survey;
  }
  return shipped_surveys().back();
}

std::vector<std::shared_ptr<const Survey>> all_surveys(UnitOfWork& work) {
  auto all = shipped_surveys();
  std::vector<std::string> contents;
  work.each<std::string>("SELECT content FROM stat_form WHERE library = {library} ORDER BY name",
                         {}, [&](std::string content) { contents.push_back(std::move(content)); });
  for (const std::string& content : contents) {
    if (auto survey = read_survey(content))
      all.push_back(std::move(survey));
  }
  return all;
}

bool add_survey(UnitOfWork& work, const Survey& survey, const std::string& content,
                const std::string& at, const std::string& by) {
  if (survey_named(work, survey.name))
    return false;
  work.execute(
      "INSERT INTO stat_form (library, name, content, loaded_at, loaded_by) VALUES ({library}, $1, "
      "$2, $3, $4)",
      {survey.name, content, at, by});
  tell_nodes(work, form_subject, survey.name, Json::object({{"content", content}}), at);
  return true;
}

bool is_county(UnitOfWork& work) {
  return work.number("SELECT COUNT(*) FROM unit WHERE library = {library}") > 0;
}

UnitName unit_name(UnitOfWork& work, std::int64_t siruta) {
  const auto row = work.one<std::string, std::string, std::int64_t>(
      "SELECT name, library_name, population FROM unit WHERE library = {library} AND siruta = $1",
      {siruta});
  return row ? UnitName{std::get<0>(*row), std::get<1>(*row), std::get<2>(*row)} : UnitName{};
}

}  // namespace metodica::coordination
