#include "standalone/core/bulk_writer.hpp"

#include <algorithm>
#include <tuple>

namespace metodica::standalone {
namespace {

// One transaction: long enough that its sorted keys share pages, short enough (one or two seconds)
// that a clerk at the desk can wait for it.
constexpr std::size_t records_per_commit = 32'768;

std::int64_t one_integer(const SqliteFile& file, std::string_view sql) {
  SqliteStatement statement(file, sql);
  const std::int64_t value = statement.step() ? statement.integer(0) : 0;
  statement.reset();
  return value;
}

Problem in_use(const char* message, const std::string& text) {
  return {METODICA_CONFLICT, message, {{"text", text}}};
}

}  // namespace

BulkWriter::BulkWriter(const std::string& path, std::string library, std::string now)
    : file_(path),
      library_(std::move(library)),
      now_(std::move(now)),
      insert_title_(file_,
                    "INSERT INTO title (id, control, format, hash, version, sequence, run, record)"
                    " VALUES (?, ?, ?, ?, 1, ?, ?, ?) ON CONFLICT (control) DO NOTHING"),
      find_title_(file_, "SELECT id, hash, run FROM title WHERE control = ?"),
      update_title_(file_,
                    "UPDATE title SET format = ?, hash = ?, version = version + 1, sequence = ?,"
                    " run = ?, record = ? WHERE id = ?"),
      read_title_(file_, "SELECT format, record FROM title WHERE id = ?"),
      insert_text_(file_, "INSERT INTO title_text (rowid, words) VALUES (?, ?)"),
      remove_text_(file_,
                   "INSERT INTO title_text (title_text, rowid, words) VALUES ('delete', ?, ?)"),
      insert_key_(file_, "INSERT OR IGNORE INTO title_key (kind, key, title) VALUES (?, ?, ?)"),
      remove_key_(file_, "DELETE FROM title_key WHERE kind = ? AND key = ? AND title = ?"),
      insert_copy_(file_,
                   "INSERT INTO copy (id, barcode, title, library, branch, place, register, number,"
                   " call_number, udc, price, state, volume, note, cause, act_number, act_date,"
                   " changed_at, version) VALUES (?, ?, ?, ?, '', ?, ?, ?, ?, '', ?, ?, '', ?, '',"
                   " '', '', ?, 1) ON CONFLICT DO NOTHING"),
      // Our own changes since the first import win where the file says nothing.
      update_copy_(file_,
                   "UPDATE copy SET place = iif(?1 = '', place, ?1),"
                   " call_number = iif(?2 = '', call_number, ?2),"
                   " price = iif(?3 = '', price, ?3), changed_at = ?4, version = version + 1"
                   " WHERE barcode = ?5 AND barcode <> '' AND title = ?6 AND state <> 'withdrawn'"),
      barcode_in_use_(file_, "SELECT 1 FROM copy WHERE barcode = ? AND barcode <> ''") {
  // Two sessions never sync more than they must: a killed import is run again, and finds what it
  // has written.
  file_.run(
      "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 32768;"
      "PRAGMA temp_store = MEMORY;"
      "INSERT INTO title_text (title_text, rank) VALUES ('automerge', 0), ('hashsize', 16777216);");
  SqliteStatement run(file_, "INSERT INTO import_run (at_utc) VALUES (?)");
  run.bind(now_).run();
  run_ = sqlite3_last_insert_rowid(file_.get());
}

BulkWriter::~BulkWriter() {
  if (open_) {
    sqlite3_exec(file_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
  }
}

// The lock is taken first and the numbers read behind it: a clerk may have added titles meanwhile.
void BulkWriter::begin() {
  if (open_) {
    return;
  }
  file_.run("BEGIN IMMEDIATE");
  open_ = true;
  next_title_ = one_integer(file_, "SELECT max(id) FROM title") + 1;
  next_copy_ = one_integer(file_, "SELECT max(id) FROM copy") + 1;
  next_sequence_ = one_integer(file_, "SELECT max(sequence) FROM title") + 1;
}

void BulkWriter::commit() {
  if (!open_) {
    return;
  }
  write_keys();
  file_.run("COMMIT");
  open_ = false;
  pending_ = 0;
}

void BulkWriter::breathe() {
  if (pending_ >= records_per_commit) {
    commit();
  }
}

void BulkWriter::finish() {
  commit();
  file_.run(
      "INSERT INTO title_text (title_text, rank) VALUES ('automerge', 4), ('hashsize', 1048576);"
      "PRAGMA wal_checkpoint(PASSIVE);");
}

Written BulkWriter::add(const CatalogueRecord& record, std::vector<CopyRow>& copies,
                        std::vector<Problem>& remarks) {
  begin();
  const std::string control = record.control();
  Written written = Written::added;
  std::int64_t id = next_title_;
  if (insert_title(record, control)) {
    ++next_title_;
    insert_text_.bind(id).bind(record.words).run();
    add_keys(id, record);
  } else {
    const Known known = known_title(record, control);
    id = known.id;
    if (known.same) {
      return Written::unchanged;
    }
    if (known.run == run_) {
      return Written::repeated;
    }
    replace_title(id, record);
    written = Written::replaced;
  }
  ++pending_;
  for (CopyRow& copy : copies) {
    copy.title = id;
    write_copy(copy, written == Written::added, remarks);
  }
  return written;
}

bool BulkWriter::insert_title(const CatalogueRecord& record, std::string_view control) {
  insert_title_.bind(next_title_)
      .bind(control)
      .bind(static_cast<std::int64_t>(record.format))
      .bind(record.hash)
      .bind(next_sequence_)
      .bind(run_)
      .bind(record.record)
      .run();
  if (file_.changes() == 0) {
    return false;
  }
  ++next_sequence_;
  return true;
}

BulkWriter::Known BulkWriter::known_title(const CatalogueRecord& record, std::string_view control) {
  Known known;
  find_title_.bind(control);
  if (find_title_.step()) {
    known = {find_title_.integer(0), find_title_.integer(2), find_title_.text(1) == record.hash};
    find_title_.reset();
  }
  return known;
}

void BulkWriter::replace_title(std::int64_t id, const CatalogueRecord& record) {
  write_keys();  // the old ones may still be held
  remove_keys(id);
  update_title_.bind(static_cast<std::int64_t>(record.format))
      .bind(record.hash)
      .bind(next_sequence_++)
      .bind(run_)
      .bind(record.record)
      .bind(id)
      .run();
  insert_text_.bind(id).bind(record.words).run();
  add_keys(id, record);
}

void BulkWriter::remove_keys(std::int64_t id) {
  read_title_.bind(id);
  if (!read_title_.step()) {
    return;
  }
  const auto format = static_cast<MarcFormat>(read_title_.integer(0));
  const std::string kept(read_title_.text(1));
  read_title_.reset();
  const CatalogueRecord old = kept_record(kept, format);
  remove_text_.bind(id).bind(old.words).run();
  for (const TitleKey& key : old.keys) {
    remove_key_.bind(static_cast<std::int64_t>(key.kind)).bind(key.key).bind(id).run();
  }
}

void BulkWriter::add_keys(std::int64_t id, const CatalogueRecord& record) {
  for (const TitleKey& key : record.keys) {
    if (held_ == keys_.size()) {
      keys_.emplace_back();
    }
    keys_[held_].key = key;
    keys_[held_].title = id;
    ++held_;
  }
}

void BulkWriter::write_keys() {
  const auto end = keys_.begin() + static_cast<std::ptrdiff_t>(held_);
  std::sort(keys_.begin(), end, [](const HeldKey& a, const HeldKey& b) {
    return std::tie(a.key.kind, a.key.key, a.title) < std::tie(b.key.kind, b.key.key, b.title);
  });
  std::for_each(keys_.begin(), end, [this](const HeldKey& held) {
    insert_key_.bind(static_cast<std::int64_t>(held.key.kind))
        .bind(held.key.key)
        .bind(held.title)
        .run();
  });
  held_ = 0;
}

void BulkWriter::write_copy(CopyRow& copy, bool title_is_new, std::vector<Problem>& remarks) {
  if (!title_is_new && !copy.barcode.empty() && update_copy(copy)) {
    ++copies_.changed;
    return;
  }
  if (insert_copy(copy)) {
    ++copies_.added;
    return;
  }
  ++copies_.refused;
  barcode_in_use_.bind(copy.barcode);
  const bool barcode = !copy.barcode.empty() && barcode_in_use_.step();
  barcode_in_use_.reset();
  remarks.push_back(barcode ? in_use("standalone.barcode_in_use", copy.barcode)
                            : in_use("standalone.number_in_use",
                                     copy.register_code + " " + std::to_string(copy.number)));
}

bool BulkWriter::update_copy(const CopyRow& copy) {
  update_copy_.bind(copy.place)
      .bind(copy.call_number)
      .bind(copy.price)
      .bind(now_)
      .bind(copy.barcode)
      .bind(copy.title)
      .run();
  return file_.changes() > 0;
}

bool BulkWriter::insert_copy(const CopyRow& copy) {
  insert_copy_.bind(next_copy_)
      .bind(copy.barcode)
      .bind(copy.title)
      .bind(library_)
      .bind(copy.place)
      .bind(copy.register_code)
      .bind(copy.number)
      .bind(copy.call_number)
      .bind(copy.price)
      .bind(copy.state)
      .bind(copy.note)
      .bind(now_)
      .run();
  if (file_.changes() == 0) {
    return false;
  }
  ++next_copy_;
  return true;
}

}  // namespace metodica::standalone
