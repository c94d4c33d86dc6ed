#include "modules/hub/applying.hpp"

#include <map>
#include <memory>

#include "modules/hub/hub_rules.hpp"
#include "modules/hub/row_writer.hpp"
#include "modules/hub/union_store.hpp"
#include "storage/outbox.hpp"

namespace metodica::hub {
namespace {

class Applying {
 public:
  Applying(UnitOfWork& work, Inbox inbox, const StreamBatch& batch, std::string_view now_utc)
      : work_(work), inbox_(std::move(inbox)), batch_(batch), now_utc_(now_utc) {}

  Applied run() {
    result_.stopped = why_not();
    if (result_.stopped.empty()) {
      write();
      advance_inbox(work_, inbox_, now_utc_);
    } else {
      stop_inbox(work_, result_.stopped, now_utc_);
    }
    result_.applied = inbox_.applied;
    result_.hash = inbox_.hash;
    return std::move(result_);
  }

 private:
  // Everything is looked at before anything is written.
  std::string why_not() {
    std::string why = find_new_rows();
    for (std::size_t i = first_; why.empty() && i < batch_.rows.size(); ++i) {
      why = check(batch_.rows[i]);
    }
    return why;
  }

  // Rows that were applied before are passed over, if they are the same ones.
  std::string find_new_rows() {
    StreamHash stream(batch_.previous);
    if (inbox_.applied < 0) {
      inbox_.applied = batch_.after;
      inbox_.hash = batch_.previous;
    }
    if (batch_.after > inbox_.applied) {
      return "hub.gap";
    }
    bool agreed = batch_.after == inbox_.applied && stream.hex() == inbox_.hash;
    for (const StreamRow& row : batch_.rows) {
      stream.add(row.line);
      if (row.sequence <= inbox_.applied) {
        ++first_;
        agreed = row.sequence == inbox_.applied && stream.hex() == inbox_.hash;
      }
    }
    const bool reaches = batch_.after + static_cast<std::int64_t>(first_) == inbox_.applied;
    if (!reaches) {
      return {};  // an old batch once more: nothing in it is new, and end_hash_ stays empty
    }
    end_hash_ = stream.hex();
    return agreed ? std::string() : "hub.restored";
  }

  std::string check(const StreamRow& row) {
    if (row.format > row_format) {
      return "hub.older";
    }
    if (row.format < oldest_format) {
      return "hub.too_old";
    }
    if (row.op == "reset") {
      return {};
    }
    RowWriter* writer = writer_of(row.subject);
    if (writer == nullptr || (row.op != "insert" && row.op != "update" && row.op != "delete")) {
      return "hub.older";
    }
    const RowFault fault = fault_of(writer->table(), row.row, inbox_.library);
    if (fault == RowFault::newer) {
      return "hub.older";
    }
    if (fault == RowFault::broken || (row.op != "insert" && writer->table().kept)) {
      result_.refused.push_back(
          {inbox_.library, row.sequence, row.subject, "hub.row_broken", std::string(now_utc_)});
      return {};
    }
    return follow_chain(row, writer->table());
  }

  // A row of a register names the hash of the one before it. What the hub already has stays; any
  // other row at its place tells of a node that went back in time.
  std::string follow_chain(const StreamRow& row, const ReplicatedTable& table) {
    const ChainedTable* chain = chained(row.subject);
    if (chain == nullptr) {
      return {};
    }
    std::string name = row.subject;
    if (!chain->column.empty()) {
      const Json& part = row.row[chain->column];
      name += "/" + (part.is_text() ? part.text() : std::to_string(part.integer()));
    }
    auto known = chains_.find(name);
    if (known == chains_.end()) {
      known = chains_.emplace(name, chain_end(work_, name)).first;
    }
    if (row.row["previous_hash"].text() == known->second) {
      known->second = row.row["hash"].text();
      return {};
    }
    return stored_text(work_, table, row.row, "hash") == row.row["hash"].text() ? std::string()
                                                                                : "hub.restored";
  }

  RowWriter* writer_of(const std::string& subject) {
    const auto known = writers_.find(subject);
    if (known != writers_.end()) {
      return known->second.get();
    }
    ReplicatedTable table = replicated_table(work_, subject);
    auto writer = table.columns.empty() ? nullptr : std::make_unique<RowWriter>(std::move(table));
    return writers_.emplace(subject, std::move(writer)).first->second.get();
  }

  void write() {
    std::size_t refused = 0;
    for (std::size_t i = first_; i < batch_.rows.size(); ++i) {
      const StreamRow& row = batch_.rows[i];
      if (refused < result_.refused.size() && result_.refused[refused].sequence == row.sequence) {
        add_refusal(work_, result_.refused[refused++]);
        continue;
      }
      write_row(row);
    }
    for (auto& [subject, writer] : writers_) {
      if (writer) {
        writer->flush(work_);
      }
    }
    const std::int64_t sequence = batch_.rows.empty() ? 0 : batch_.rows.back().sequence;
    union_enter(work_, entered_, sequence);
    union_leave(work_, left_, sequence);
    union_class(work_, noted_, sequence);
    for (const auto& [name, hash] : chains_) {
      keep_chain_end(work_, name, hash);
    }
    if (end_hash_.empty()) {
      return;
    }
    keep_counters();
    result_.rows = static_cast<std::int64_t>(batch_.rows.size() - first_);
    if (result_.rows != 0) {
      inbox_.applied = batch_.rows.back().sequence;
      inbox_.hash = end_hash_;
    }
    inbox_.waiting = batch_.waiting;
  }

  void write_row(const StreamRow& row) {
    if (row.op == "reset") {
      // A first upload tells everything anew: what may change is forgotten, registers stay.
      for (const std::string& name : replicated_names(work_)) {
        writer_of(name)->clear(work_);
      }
      union_forget(work_, row.sequence);
      entered_.clear();
      left_.clear();
      noted_.clear();
    } else if (row.op == "delete") {
      writer_of(row.subject)->remove(work_, row.row);
    } else {
      writer_of(row.subject)->put(work_, row.row);
      if (row.subject == "inventory_entry") {
        entered_.push_back(&row.row);
      } else if (row.subject == "inventory_exit") {
        left_.push_back(&row.row);
      } else if (row.subject == "inventory_fact") {
        noted_.push_back(&row.row);
      }
    }
  }

  // Without its counters a node that takes its rows back would give numbers twice.
  void keep_counters() {
    for (const auto& [name, next] : batch_.counters.members()) {
      if (name != "outbox" && next.is_integer() && next.integer() >= 1) {
        work_.execute(
            "INSERT INTO counter (library, name, next) VALUES ({library}, $1, $2) ON CONFLICT "
            "(library, name) DO UPDATE SET next = excluded.next",
            {name, next.integer()});
      }
    }
  }

  UnitOfWork& work_;
  Inbox inbox_;
  const StreamBatch& batch_;
  std::string_view now_utc_;
  Applied result_;
  std::size_t first_ = 0;  // index of the first new row
  std::string end_hash_;
  std::map<std::string, std::string> chains_;  // the end of each chain touched
  std::map<std::string, std::unique_ptr<RowWriter>> writers_;
  std::vector<const Json*> entered_, left_, noted_;  // copies, for the union data
};

}  // namespace

Applied apply_batch(UnitOfWork& work, Inbox inbox, const StreamBatch& batch,
                    std::string_view now_utc) {
  return Applying(work, std::move(inbox), batch, now_utc).run();
}

}  // namespace metodica::hub
