#include "app/host_queue.hpp"

#include <map>
#include <optional>

#include "app/application.hpp"

namespace metodica {
namespace {

constexpr std::int64_t most_at_once = 2000;
constexpr std::string_view ours_prefix = "ours:";

void queue(Call& call, std::string_view operation, const std::string& subject, const Json& item) {
  call.work().execute(
      "INSERT INTO host_write (library, sequence, operation, subject, item, key, state, code, "
      "attempts, "
      "queued_at, settled_at) VALUES ({library}, $1, $2, $3, $4, $5, 'waiting', '', 0, $6, '')",
      {call.work().take("host_write"), operation, subject, item.dump(), call.key(),
       call.now_utc()});
}

std::string name_of(const InventoryNumber& number) {
  return number.register_code + ":" + std::to_string(number.number);
}

/// One queued write, and what became of it.
struct Waiting {
  std::int64_t sequence = 0;
  std::string operation, subject, key;
  Json item;
  std::optional<WriteOutcome> outcome;
};

/// Writes of one operation that one action queued: they are sent in one call, with one key, so that
/// a repetition is the same batch.
struct Group {
  std::string operation, key;
  std::vector<Waiting*> writes;
};

int rank_of(std::string_view operation) {
  if (operation == "titles.create")
    return 0;
  if (operation == "holdings.create")
    return 1;
  return operation == "holdings.change" ? 2 : 3;
}

std::vector<Waiting> read_waiting(UnitOfWork& work, const std::string& key) {
  std::vector<Waiting> waiting;
  work.each<std::int64_t, std::string, std::string, std::string, std::string>(
      "SELECT sequence, operation, subject, key, item FROM host_write WHERE library = {library} "
      "AND state = 'waiting' AND ($1 = '' OR key = $1) ORDER BY sequence LIMIT $2",
      {key, most_at_once},
      [&](std::int64_t sequence, std::string operation, std::string subject, std::string row_key,
          const std::string& item) {
        if (auto json = Json::parse(item)) {
          waiting.push_back({sequence,
                             std::move(operation),
                             std::move(subject),
                             std::move(row_key),
                             *std::move(json),
                             {}});
        }
      });
  return waiting;
}

std::vector<Group> grouped(std::vector<Waiting>& waiting) {
  std::map<std::pair<int, std::string>, Group> groups;
  for (auto& write : waiting) {
    Group& group = groups[{rank_of(write.operation), write.key}];
    group.operation = write.operation;
    group.key = write.key;
    group.writes.push_back(&write);
  }
  std::vector<Group> list;
  for (auto& [order, group] : groups)
    list.push_back(std::move(group));
  return list;
}

class Settling {
 public:
  Settling(Application& app, const Tenancy& tenancy, const Caller& caller, const Messages& say)
      : app_(app), tenancy_(tenancy), caller_(caller), say_(say) {}

  Result<void> run(const std::string& key) {
    std::vector<Waiting> waiting;
    METODICA_CHECK(app_.database().read(tenancy_, [&](UnitOfWork& work) -> Result<void> {
      waiting = read_waiting(work, key);
      return {};
    }));
    if (waiting.empty())
      return {};
    for (auto& group : grouped(waiting)) {
      const auto sent = send(group);
      if (!sent)
        return Unexpected(sent.error());
      METODICA_CHECK(keep(group));
    }
    return {};
  }

 private:
  [[nodiscard]] CallContext context(const Group& group) const {
    return {caller_.library,
            caller_.branch,
            caller_.user,
            say_.lang(),
            group.key + "/" + group.operation,
            {}};
  }

  Result<void> send(Group& group) {
    if (group.operation == "holdings.create")
      METODICA_CHECK(name_titles(group));
    if (group.operation == "holdings.change" || group.operation == "holdings.retire") {
      METODICA_CHECK(name_copies(group));
    }
    Json::Array items;
    std::vector<Waiting*> sent;
    for (Waiting* write : group.writes) {
      if (write->item.is_null())
        continue;  // waits for its title or copy
      items.push_back(write->item);
      sent.push_back(write);
    }
    if (items.empty())
      return {};
    METODICA_TRY(const auto outcomes, write(group, items));
    for (std::size_t i = 0; i < sent.size() && i < outcomes.size(); ++i)
      sent[i]->outcome = outcomes[i];
    return {};
  }

  Result<std::vector<WriteOutcome>> write(const Group& group, const Json::Array& items) {
    Host& host = app_.host();
    if (group.operation == "titles.create" && host.titles_write) {
      return host.titles_write->create(context(group), items);
    }
    if (host.holdings_write) {
      if (group.operation == "holdings.create")
        return host.holdings_write->create(context(group), items);
      if (group.operation == "holdings.change")
        return host.holdings_write->change(context(group), items);
      if (group.operation == "holdings.retire")
        return host.holdings_write->retire(context(group), items);
    }
    return Unexpected({METODICA_UNSUPPORTED, "host.not_offered", {{"operation", group.operation}}});
  }

  /// Puts the host's ids of titles in the place of ours; a copy whose title is not settled waits.
  Result<void> name_titles(Group& group) {
    return app_.database().read(tenancy_, [&](UnitOfWork& work) -> Result<void> {
      for (Waiting* write : group.writes) {
        const std::string title = write->item["title"].text();
        if (title.rfind(ours_prefix, 0) != 0)
          continue;
        const auto row = work.one<std::string>(
            "SELECT theirs FROM host_ref WHERE library = {library} AND kind = 'title' AND ours = "
            "$1",
            {title.substr(ours_prefix.size())});
        if (row)
          write->item.set("title", std::get<0>(*row));
        else
          write->item = Json();
      }
      return {};
    });
  }

  /// Asks the host for id and version of the copies as they are now.
  Result<void> name_copies(Group& group) {
    HostHoldings* holdings = app_.host().holdings.get();
    if (holdings == nullptr)
      return Unexpected({METODICA_UNSUPPORTED, "host.not_offered", {{"operation", "numbered"}}});
    std::vector<HostNumber> numbers;
    for (const Waiting* write : group.writes) {
      numbers.push_back(
          {write->item["number"]["register"].text(), write->item["number"]["number"].integer()});
    }
    METODICA_TRY(const auto copies, holdings->numbered(context(group), numbers));
    for (std::size_t i = 0; i < group.writes.size() && i < copies.size(); ++i) {
      Waiting& write = *group.writes[i];
      if (copies[i]["missing"].boolean()) {
        write.outcome = WriteOutcome{Outcome::refused, false, {}, {}, "unknown_copy"};
        write.item = Json();
        continue;
      }
      Json item = Json::object({{"id", copies[i]["id"]}, {"version", copies[i]["version"]}});
      for (const auto& [name, value] : write.item.members()) {
        if (name != "number")
          item.set(name, value);
      }
      write.item = std::move(item);
    }
    return {};
  }

  Result<void> keep(const Group& group) {
    return app_.database().write(tenancy_, [&](UnitOfWork& work) -> Result<void> {
      const std::string now = app_.world().now_utc();
      for (const Waiting* write : group.writes) {
        if (write->outcome)
          keep_one(work, *write, now);
      }
      return {};
    });
  }

  static void keep_one(UnitOfWork& work, const Waiting& write, const std::string& now) {
    const WriteOutcome& outcome = *write.outcome;
    constexpr std::string_view states[] = {"",        "done_confirmed", "done", "handed_over",
                                           "refused", "failed"};
    const bool again = outcome.outcome == Outcome::failed && outcome.retry;
    const std::string_view state =
        again ? "waiting" : states[static_cast<std::size_t>(outcome.outcome)];
    work.execute(
        "UPDATE host_write SET state = $1, code = $2, attempts = attempts + 1, settled_at = $3 "
        "WHERE library = {library} AND sequence = $4",
        {state, outcome.code, again ? std::string() : now, write.sequence});
    const bool made = write.operation == "titles.create" || write.operation == "holdings.create";
    if (!made || !outcome.is_done() || outcome.id.empty())
      return;
    work.execute(
        "INSERT INTO host_ref (library, kind, ours, theirs) VALUES ({library}, $1, $2, $3) "
        "ON CONFLICT (library, kind, ours) DO UPDATE SET theirs = excluded.theirs",
        {write.operation == "titles.create" ? "title" : "copy", write.subject, outcome.id});
  }

  Application& app_;
  const Tenancy& tenancy_;
  const Caller& caller_;
  const Messages& say_;
};

}  // namespace

void queue_title(Call& call, const std::string& ours, const Json& title) {
  if (!call.host().titles_write)
    return;
  queue(call, "titles.create", ours, Json::object({{"as", "title"}, {"title", title}}));
}

void queue_copy(Call& call, const InventoryNumber& number, const std::string& title,
                const Json& copy) {
  if (!call.host().holdings_write)
    return;
  Json item = copy;
  item.set("title", title);
  item.set("number", Json::object({{"register", number.register_code}, {"number", number.number}}));
  queue(call, "holdings.create", name_of(number), item);
}

void queue_change(Call& call, const InventoryNumber& number, const Json& set) {
  if (!call.host().holdings_write)
    return;
  queue(call, "holdings.change", name_of(number),
        Json::object({{"number", Json::object({{"register", number.register_code},
                                               {"number", number.number}})},
                      {"set", set}}));
}

void queue_retire(Call& call, const InventoryNumber& number, const Json& why) {
  if (!call.host().holdings_write)
    return;
  Json item = Json::object(
      {{"number", Json::object({{"register", number.register_code}, {"number", number.number}})}});
  for (const auto& [name, value] : why.members())
    item.set(name, value);
  queue(call, "holdings.retire", name_of(number), item);
}

void settle_host_writes(Application& app, const Tenancy& tenancy, const Caller& caller,
                        const Messages& say, const std::string& key) {
  const auto done = Settling(app, tenancy, caller, say).run(key);
  if (!done)
    app.log_host_problem(done.error());
}

Json host_write_counts(UnitOfWork& work) {
  Json counts = Json::object();
  work.each<std::string, std::int64_t>(
      "SELECT state, COUNT(*) FROM host_write WHERE library = {library} GROUP BY state ORDER BY "
      "state",
      {}, [&](const std::string& state, std::int64_t count) { counts.set(state, count); });
  return counts;
}

}  // namespace metodica
