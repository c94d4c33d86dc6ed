#include "app/host_queue.hpp"

#include "app/application.hpp"
#include "app/host_settling.hpp"

namespace metodica {
namespace {

template <class Extension>
bool can(const std::unique_ptr<Extension>& extension, std::string_view operation) {
  if (!extension) {
    return false;
  }
  const auto abilities = extension->abilities();
  return abilities && abilities->can_write(operation);
}

Json number_json(const InventoryNumber& number) {
  return Json::object({{"register", number.register_code}, {"number", number.number}});
}

std::string name_of(const InventoryNumber& number) {
  return number.register_code + ":" + std::to_string(number.number);
}

void queue(Call& call, std::string_view operation, const std::string& subject, const Json& item) {
  call.work().execute(
      "INSERT INTO host_write (library, sequence, operation, subject, item, key, state, code,"
      " attempts, queued_at, settled_at)"
      " VALUES ({library}, $1, $2, $3, $4, $5, 'waiting', '', 0, $6, '')",
      {call.work().take("host_write"), operation, subject, item.dump(), call.key(),
       call.now_utc()});
}

}  // namespace

void queue_title(Call& call, const std::string& ours, const Json& title) {
  if (can(call.host().titles_write, "create")) {
    queue(call, "titles.create", ours, Json::object({{"as", "title"}, {"title", title}}));
  }
}

void queue_copy(Call& call, const InventoryNumber& number, const std::string& title,
                const Json& copy) {
  if (!can(call.host().holdings_write, "create")) {
    return;
  }
  Json item = copy;
  item.set("title", title).set("number", number_json(number));
  queue(call, "holdings.create", name_of(number), item);
}

void queue_change(Call& call, const InventoryNumber& number, const Json& set) {
  if (can(call.host().holdings_write, "change")) {
    queue(call, "holdings.change", name_of(number),
          Json::object({{"number", number_json(number)}, {"set", set}}));
  }
}

void queue_retire(Call& call, const InventoryNumber& number, const Json& why) {
  if (!can(call.host().holdings_write, "retire")) {
    return;
  }
  Json item = Json::object({{"number", number_json(number)}});
  for (const auto& [name, value] : why.members()) {
    item.set(name, value);
  }
  queue(call, "holdings.retire", name_of(number), item);
}

void settle_host_writes(Application& app, const Tenancy& tenancy, const Caller& caller,
                        const Messages& say, const std::string& key) {
  const CallContext context{caller.library, caller.branch, caller.user, say.lang(), "",
                            app.trace()};
  HostSettling settling(app.database(), app.host(), tenancy, context, app.world());
  for (const Problem& problem : settling.run(key)) {
    app.log_host_problem(problem);
  }
}

Json host_write_counts(UnitOfWork& work) {
  Json counts = Json::object();
  work.each<std::string, std::int64_t>(
      "SELECT state, COUNT(*) FROM host_write WHERE library = {library} GROUP BY state"
      " ORDER BY state",
      {}, [&](const std::string& state, std::int64_t count) { counts.set(state, count); });
  return counts;
}

}  // namespace metodica
