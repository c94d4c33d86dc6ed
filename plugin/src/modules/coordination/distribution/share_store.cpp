#include "modules/coordination/distribution/share_store.hpp"

#include <cstdlib>

namespace metodica::coordination {
namespace {

constexpr std::string_view columns =
    "number, kind, title, giver, wishes_until, about, state, sent_on, changed_at";

std::vector<ShareCampaign> read(UnitOfWork& work, const std::string& rest, const Binds& binds) {
  std::vector<ShareCampaign> all;
  work.each<std::int64_t, std::string, std::string, std::string, Date, std::string, std::string,
            Date, std::string>(
      "SELECT " + std::string(columns) + " FROM share_campaign WHERE library = {library} " + rest,
      binds,
      [&](std::int64_t number, std::string kind, std::string title, std::string giver, Date until,
          std::string about, std::string state, Date sent_on, std::string changed_at) {
        all.push_back({number, std::move(kind), std::move(title), std::move(giver), until,
                       std::move(about), std::move(state), sent_on, std::move(changed_at)});
      });
  return all;
}

void read_titles(UnitOfWork& work, Share& share) {
  work.each<std::int64_t, std::string, std::string, std::string, std::string, std::string,
            std::int64_t, Money>(
      "SELECT number, author, title, publication, isbn, udc, copies, price_e4 FROM share_title "
      "WHERE library = {library} AND campaign = $1 ORDER BY number",
      {share.campaign.number},
      [&](std::int64_t number, std::string author, std::string title, std::string publication,
          std::string isbn, std::string udc, std::int64_t copies, Money price) {
        share.titles.push_back({number, std::move(author), std::move(title), std::move(publication),
                                std::move(isbn), std::move(udc), copies, price});
      });
}

void read_recipients(UnitOfWork& work, Share& share) {
  work.each<std::int64_t, std::string, std::string, Money>(
      "SELECT unit, name, code, budget_e4 FROM share_recipient WHERE library = {library} AND "
      "campaign = $1 ORDER BY position",
      {share.campaign.number},
      [&](std::int64_t unit, std::string name, std::string code, Money budget) {
        share.recipients.push_back({unit, std::move(name), std::move(code), budget});
      });
}

void drop(UnitOfWork& work, const char* table, std::int64_t campaign) {
  work.execute(std::string("DELETE FROM ") + table + " WHERE library = {library} AND campaign = $1",
               {campaign});
}

}  // namespace

std::vector<ShareCampaign> share_campaigns(UnitOfWork& work) {
  return read(work, "ORDER BY number DESC", {});
}

std::optional<Share> share(UnitOfWork& work, std::int64_t number) {
  auto found = read(work, "AND number = $1", {number});
  if (found.empty())
    return {};
  Share all;
  all.campaign = std::move(found.front());
  read_titles(work, all);
  read_recipients(work, all);
  work.each<std::int64_t, std::int64_t, std::int64_t>(
      "SELECT title, unit, copies FROM share_line WHERE library = {library} AND campaign = $1",
      {number}, [&](std::int64_t title, std::int64_t unit, std::int64_t copies) {
        all.lines[{title, unit}] = copies;
      });
  return all;
}

void keep_campaign(UnitOfWork& work, const ShareCampaign& of) {
  work.execute(
      "INSERT INTO share_campaign (library, " + std::string(columns) +
          ") VALUES ({library}, $1, $2, $3, $4, $5, $6, $7, $8, $9) "
          "ON CONFLICT (library, number) DO UPDATE SET kind = excluded.kind, "
          "title = excluded.title, giver = excluded.giver, wishes_until = excluded.wishes_until, "
          "about = excluded.about, state = excluded.state, sent_on = excluded.sent_on, "
          "changed_at = excluded.changed_at",
      {of.number, of.kind, of.title, of.giver, of.wishes_until, of.about, of.state, of.sent_on,
       of.changed_at});
}

void replace_titles(UnitOfWork& work, std::int64_t campaign,
                    const std::vector<ShareTitle>& titles) {
  drop(work, "share_line", campaign);
  drop(work, "share_title", campaign);
  for (const ShareTitle& of : titles) {
    work.execute(
        "INSERT INTO share_title (library, campaign, number, author, title, publication, isbn, "
        "udc, copies, price_e4) VALUES ({library}, $1, $2, $3, $4, $5, $6, $7, $8, $9)",
        {campaign, of.number, of.author, of.title, of.publication, of.isbn, of.udc, of.copies,
         of.price});
  }
}

void replace_recipients(UnitOfWork& work, std::int64_t campaign,
                        const std::vector<ShareRecipient>& recipients) {
  drop(work, "share_line", campaign);
  drop(work, "share_recipient", campaign);
  std::int64_t position = 0;
  for (const ShareRecipient& of : recipients) {
    work.execute(
        "INSERT INTO share_recipient (library, campaign, unit, position, name, code, budget_e4) "
        "VALUES ({library}, $1, $2, $3, $4, $5, $6)",
        {campaign, of.unit, ++position, of.name, of.code, of.budget});
  }
}

void replace_lines(UnitOfWork& work, std::int64_t campaign, const Allocation& lines) {
  drop(work, "share_line", campaign);
  for (const auto& [place, copies] : lines) {
    if (copies == 0)
      continue;
    work.execute(
        "INSERT INTO share_line (library, campaign, title, unit, copies) "
        "VALUES ({library}, $1, $2, $3, $4)",
        {campaign, place.first, place.second, copies});
  }
}

Allocation wishes(UnitOfWork& work, std::int64_t campaign) {
  Allocation all;
  work.each<std::int64_t, std::int64_t, std::int64_t>(
      "SELECT title, unit, copies FROM share_wish WHERE library IN ({libraries}) AND campaign = $1",
      {campaign}, [&](std::int64_t title, std::int64_t unit, std::int64_t copies) {
        all[{title, unit}] += copies;
      });
  return all;
}

void replace_wishes(UnitOfWork& work, std::int64_t campaign, std::int64_t unit,
                    const std::map<std::int64_t, std::int64_t>& copies) {
  work.execute("DELETE FROM share_wish WHERE library = {library} AND campaign = $1 AND unit = $2",
               {campaign, unit});
  for (const auto& [title, count] : copies) {
    if (count == 0)
      continue;
    work.execute(
        "INSERT INTO share_wish (library, campaign, unit, title, copies) "
        "VALUES ({library}, $1, $2, $3, $4)",
        {campaign, unit, title, count});
  }
}

std::map<std::int64_t, std::string> libraries_by_unit(UnitOfWork& work) {
  std::map<std::int64_t, std::string> all;
  work.each<std::string, std::string>(
      "SELECT library, value FROM library_setting WHERE library IN ({libraries}) AND "
      "name = 'institution.siruta' AND value <> ''",
      {}, [&](std::string library, const std::string& value) {
        all[std::strtoll(value.c_str(), nullptr, 10)] = std::move(library);
      });
  return all;
}

}  // namespace metodica::coordination
