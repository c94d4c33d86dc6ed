// The steps of a share-out: sharing out, sending the prepared acts, giving up.

#include "modules/coordination/distribution/share_actions.hpp"
#include "modules/hub/api.hpp"

namespace metodica::coordination {
namespace {

Reply shown(std::int64_t number, std::string notice) {
  return Reply::go("coordination.share", Json::object({{"number", number}}), std::move(notice));
}

Result<Reply> run_share_out(Call& call, const Values& in) {
  METODICA_TRY(Share of, open_share(call, in.integer("number")));
  if (of.titles.empty() || of.recipients.empty())
    return Unexpected(Problem(METODICA_CONFLICT, "share.nothing").at("number"));
  of.lines = share_out(of.titles, of.recipients, wishes(call.work(), of.campaign.number));
  replace_lines(call.work(), of.campaign.number, of.lines);
  return shown(of.campaign.number, call.say()("share.shared_out"));
}

Json act_of(const Share& of, const ShareRecipient& one, const std::string& number) {
  Json::Array lines;
  for (const ShareTitle& title : of.titles) {
    const std::int64_t copies = copies_of(of.lines, title.number, one.unit);
    if (copies == 0)
      continue;
    lines.push_back(Json::object({{"author", title.author},
                                  {"title", title.title},
                                  {"publication", title.publication},
                                  {"isbn", title.isbn},
                                  {"udc", title.udc},
                                  {"copies", copies},
                                  {"value", title.price.exact()}}));
  }
  return Json::object({{"campaign", of.campaign.title},
                       {"source", of.campaign.kind == "donation" ? "donation" : "transfer"},
                       {"giver", of.campaign.giver},
                       {"kind", paper_kind(of.campaign)},
                       {"number", number},
                       {"date", of.campaign.sent_on.iso()},
                       {"lines", std::move(lines)}});
}

Result<Reply> run_send(Call& call, const Values& in) {
  METODICA_TRY(Share of, open_share(call, in.integer("number")));
  if (of.lines.empty())
    return Unexpected(Problem(METODICA_CONFLICT, "share.nothing").at("number"));
  METODICA_CHECK(check_allocation(of.titles, of.recipients, of.lines));
  of.campaign.state = "sent";
  of.campaign.sent_on = call.today();
  of.campaign.changed_at = call.now_utc();
  keep_campaign(call.work(), of.campaign);
  std::int64_t count = 0;
  for (std::size_t i = 0; i < of.recipients.size(); ++i) {
    const ShareRecipient& one = of.recipients[i];
    const bool gets = sum_of(of.titles, of.lines, one.unit).copies > 0;
    if (!gets || one.code.empty())
      continue;
    const std::string number = note_number(of.campaign.sent_on.year(), of.campaign.number, i);
    hub::publish_news(call.work(), share_act_news, number, act_of(of, one, number), call.now_utc(),
                      one.code);
    ++count;
  }
  hub::publish_news(call.work(), share_news, std::to_string(of.campaign.number), Json(),
                    call.now_utc());
  return shown(of.campaign.number, call.say()("share.sent", {{"count", count}}));
}

Result<Reply> run_cancel(Call& call, const Values& in) {
  METODICA_TRY(Share of, open_share(call, in.integer("number")));
  of.campaign.state = "cancelled";
  of.campaign.changed_at = call.now_utc();
  keep_campaign(call.work(), of.campaign);
  hub::publish_news(call.work(), share_news, std::to_string(of.campaign.number), Json(),
                    call.now_utc());
  return shown(of.campaign.number, call.say()("share.cancelled"));
}

}  // namespace

void add_share_steps(ActionList& actions) {
  const auto add = [&](const char* name, Result<Reply> (*run)(Call&, const Values&)) {
    actions.push_back({name,
                       ActionKind::write,
                       sharers,
                       "screen",
                       [name](const Messages& say) { return share_number_form(say, name, false); },
                       R"({"number":1})",
                       {},
                       run,
                       [](Call& call, const Json& typed, const std::vector<Problem>& problems) {
                         return share_screen(call, typed["number"].integer(), problems);
                       }});
  };
  add("coordination.share_out", run_share_out);
  add("coordination.send_share", run_send);
  add("coordination.cancel_share", run_cancel);
}

}  // namespace metodica::coordination
