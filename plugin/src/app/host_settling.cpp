#include "app/host_settling.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "metodica/problem.hpp"

namespace metodica {
namespace {

constexpr std::int64_t most_at_once = 2000;
constexpr std::string_view ours_prefix = "ours:";
constexpr std::array<std::string_view, 4> order{"titles.create", "holdings.create",
                                                "holdings.change", "holdings.retire"};

std::size_t rank_of(std::string_view operation) {
  return static_cast<std::size_t>(std::find(order.begin(), order.end(), operation) - order.begin());
}

std::string_view state_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::done_confirmed:
      return "done_confirmed";
    case Outcome::done:
      return "done";
    case Outcome::handed_over:
      return "handed_over";
    case Outcome::refused:
      return "refused";
    case Outcome::failed:
      break;
  }
  return "failed";
}

WriteOutcome refusal(std::string code) {
  WriteOutcome outcome;
  outcome.outcome = Outcome::refused;
  outcome.code = std::move(code);
  return outcome;
}

HostNumber number_of(const QueuedWrite& write) {
  const Json& number = write.item["number"];
  return {number["register"].text(), number["number"].integer()};
}

/// True while the row that makes a title or a copy waits itself.
bool maker_waits(UnitOfWork& work, std::string_view operation, const std::string& subject) {
  return work.number(
             "SELECT COUNT(*) FROM host_write WHERE library = {library} AND state = 'waiting'"
             " AND operation = $1 AND subject = $2",
             {operation, subject}) > 0;
}

// Other rows, or the same after an answer that was kept, are another batch.
std::string key_of(const QueuedWrite& first, std::size_t count) {
  return first.key + "/" + first.operation + "/" + std::to_string(first.sequence) + "+" +
         std::to_string(count) + "." + std::to_string(first.attempts);
}

void keep_one(UnitOfWork& work, const QueuedWrite& write, const std::string& now) {
  const WriteOutcome& outcome = *write.outcome;
  const bool again = outcome.outcome == Outcome::failed && outcome.retry;
  work.execute(
      "UPDATE host_write SET state = $1, code = $2, attempts = attempts + 1, settled_at = $3"
      " WHERE library = {library} AND sequence = $4",
      {again ? std::string_view("waiting") : state_of(outcome.outcome), outcome.code,
       again ? std::string() : now, write.sequence});
  if (rank_of(write.operation) > 1 || !outcome.is_done() || outcome.id.empty()) {
    return;
  }
  work.execute(
      "INSERT INTO host_ref (library, kind, ours, theirs) VALUES ({library}, $1, $2, $3)"
      " ON CONFLICT (library, kind, ours) DO UPDATE SET theirs = excluded.theirs",
      {write.operation == "titles.create" ? "title" : "copy", write.subject, outcome.id});
}

}  // namespace

HostSettling::HostSettling(Database& database, Host& host, const Tenancy& tenancy,
                           CallContext context, World& world)
    : database_(database),
      host_(host),
      tenancy_(tenancy),
      context_(std::move(context)),
      world_(world) {}

std::vector<Problem> HostSettling::run(const std::string& key) {
  problems_.clear();
  std::int64_t after = 0;
  for (bool more = true; more;) {
    auto piece = read_piece(key, after);
    if (!piece) {
      problems_.push_back(std::move(piece).error());
      break;
    }
    more = !piece->empty() && settle_piece(*piece);
    after = piece->empty() ? after : piece->back().sequence;
  }
  return std::move(problems_);
}

Result<std::vector<QueuedWrite>> HostSettling::read_piece(const std::string& key,
                                                          std::int64_t after) {
  std::vector<QueuedWrite> piece;
  METODICA_CHECK(database_.read(tenancy_, [&](UnitOfWork& work) -> Result<void> {
    piece.clear();
    work.each<std::int64_t, std::int64_t, std::string, std::string, std::string, std::string>(
        "SELECT sequence, attempts, operation, subject, key, item FROM host_write WHERE library = "
        "{library}"
        " AND state = 'waiting' AND sequence > $1 AND ($2 = '' OR key = $2)"
        " ORDER BY sequence LIMIT $3",
        {after, key, most_at_once},
        [&](std::int64_t sequence, std::int64_t attempts, std::string operation,
            std::string subject, std::string row_key, const std::string& item) {
          auto json = Json::parse(item);
          piece.push_back({sequence, attempts, std::move(operation), std::move(subject),
                           std::move(row_key), json ? *std::move(json) : Json()});
        });
    return {};
  }));
  // What one action queued stays together, unless it is more than a piece: then a repetition cuts
  // it at the same row.
  if (static_cast<std::int64_t>(piece.size()) == most_at_once &&
      piece.front().key != piece.back().key) {
    const std::string last = piece.back().key;
    while (piece.back().key == last) {
      piece.pop_back();
    }
  }
  return piece;
}

bool HostSettling::settle_piece(std::vector<QueuedWrite>& piece) {
  for (const std::string_view operation : order) {
    for (std::size_t from = 0; from < piece.size();) {
      Writes group;
      const std::string& key = piece[from].key;
      for (; from < piece.size() && piece[from].key == key; ++from) {
        if (piece[from].operation == operation) {
          group.push_back(&piece[from]);
        }
      }
      const Result<void> settled = settle_group(group);
      if (!settled) {
        note_why(group, settled.error());
        if (!remember(settled.error())) {
          return false;
        }
      }
    }
  }
  return true;
}

// The rows wait on under the same key, and the screen can say for what.
void HostSettling::note_why(const Writes& group, const Problem& problem) {
  const Result<void> noted = database_.write(tenancy_, [&](UnitOfWork& work) -> Result<void> {
    for (const QueuedWrite* write : group) {
      work.execute(
          "UPDATE host_write SET code = $1 WHERE library = {library} AND sequence = $2"
          " AND state = 'waiting'",
          {code_of(problem.status), write->sequence});
    }
    return {};
  });
  if (!noted) {
    problems_.push_back(noted.error());
  }
}

// False when it is of no use to ask the host anything more.
bool HostSettling::remember(const Problem& problem) {
  problems_.push_back(problem);
  return problem.status != METODICA_BUSY && problem.status != METODICA_UNREACHABLE &&
         problem.status != METODICA_FORKED;
}

// Two changes of one copy cannot travel together: the second needs the version that the first
// makes.
Result<void> HostSettling::settle_group(const Writes& group) {
  for (Writes rest = group; !rest.empty();) {
    Writes round;
    Writes later;
    std::set<std::string> subjects;
    for (QueuedWrite* write : rest) {
      (subjects.insert(write->subject).second ? round : later).push_back(write);
    }
    METODICA_CHECK(settle_round(round));
    rest = std::move(later);
  }
  return {};
}

Result<void> HostSettling::settle_round(const Writes& round) {
  METODICA_CHECK(address(round));
  Writes sent;
  Json::Array items;
  for (QueuedWrite* write : round) {
    if (!write->sent.is_null()) {
      items.push_back(write->sent);
      sent.push_back(write);
    }
  }
  if (!sent.empty()) {
    const QueuedWrite& first = *sent.front();
    CallContext context = context_;
    context.key = key_of(first, sent.size());
    METODICA_TRY(const auto outcomes, tell(first.operation, context, items));
    for (std::size_t at = 0; at < sent.size() && at < outcomes.size(); ++at) {
      sent[at]->outcome = outcomes[at];
    }
  }
  return keep(round);
}

Result<void> HostSettling::address(const Writes& round) {
  const std::string& operation = round.front()->operation;
  if (operation == "holdings.create") {
    return address_titles(round);
  }
  if (operation != "titles.create") {
    return address_copies(round);
  }
  for (QueuedWrite* write : round) {
    write->sent = write->item;
  }
  return {};
}

// The host's ids of titles in the place of ours. A copy waits for a title that waits.
Result<void> HostSettling::address_titles(const Writes& round) {
  return database_.read(tenancy_, [&](UnitOfWork& work) -> Result<void> {
    for (QueuedWrite* write : round) {
      write->sent = write->item;
      write->outcome.reset();
      const std::string title = write->item["title"].text();
      if (!title.starts_with(ours_prefix)) {
        continue;
      }
      const std::string ours = title.substr(ours_prefix.size());
      const auto row = work.one<std::string>(
          "SELECT theirs FROM host_ref WHERE library = {library} AND kind = 'title' AND ours = $1",
          {ours});
      if (row) {
        write->sent.set("title", std::get<0>(*row));
        continue;
      }
      write->sent = Json();
      if (!maker_waits(work, "titles.create", ours)) {
        write->outcome = refusal("title_not_made");
      }
    }
    return {};
  });
}

// Id and version of the copies as they are now. A copy that the host does not have yet may be
// waiting itself.
Result<void> HostSettling::address_copies(const Writes& round) {
  if (!host_.holdings) {
    return Unexpected({METODICA_UNSUPPORTED, "host.not_offered", {{"operation", "numbered"}}});
  }
  std::vector<HostNumber> numbers;
  for (const QueuedWrite* write : round) {
    numbers.push_back(number_of(*write));
  }
  METODICA_TRY(const auto copies, host_.holdings->numbered(context_, numbers));
  Writes missing;
  for (std::size_t at = 0; at < round.size() && at < copies.size(); ++at) {
    QueuedWrite& write = *round[at];
    if (copies[at]["missing"].boolean()) {
      missing.push_back(&write);
      continue;
    }
    write.sent = Json::object({{"id", copies[at]["id"]}, {"version", copies[at]["version"]}});
    for (const auto& [name, value] : write.item.members()) {
      if (name != "number") {
        write.sent.set(name, value);
      }
    }
  }
  if (missing.empty()) {
    return {};
  }
  return database_.read(tenancy_, [&](UnitOfWork& work) -> Result<void> {
    for (QueuedWrite* write : missing) {
      write->outcome.reset();
      if (!maker_waits(work, "holdings.create", write->subject)) {
        write->outcome = refusal("unknown_copy");
      }
    }
    return {};
  });
}

Result<std::vector<WriteOutcome>> HostSettling::tell(const std::string& operation,
                                                     const CallContext& context,
                                                     const Json::Array& items) {
  if (operation == "titles.create" && host_.titles_write) {
    return host_.titles_write->create(context, items);
  }
  if (operation == "holdings.create" && host_.holdings_write) {
    return host_.holdings_write->create(context, items);
  }
  if (operation == "holdings.change" && host_.holdings_write) {
    return host_.holdings_write->change(context, items);
  }
  if (operation == "holdings.retire" && host_.holdings_write) {
    return host_.holdings_write->retire(context, items);
  }
  return Unexpected({METODICA_UNSUPPORTED, "host.not_offered", {{"operation", operation}}});
}

Result<void> HostSettling::keep(const Writes& round) {
  const bool any = std::any_of(round.begin(), round.end(),
                               [](const QueuedWrite* write) { return write->outcome.has_value(); });
  if (!any) {
    return {};
  }
  const std::string now = world_.now_utc();
  return database_.write(tenancy_, [&](UnitOfWork& work) -> Result<void> {
    for (const QueuedWrite* write : round) {
      if (write->outcome) {
        keep_one(work, *write, now);
      }
    }
    return {};
  });
}

}  // namespace metodica
