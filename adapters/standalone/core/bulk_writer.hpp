/// Writes many prepared records into the catalogue: large transactions, prepared statements, keys
/// sorted before they go into their tree, full text in the order of its rows.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "standalone/core/catalogue_record.hpp"
#include "standalone/core/copy_row.hpp"
#include "standalone/core/sqlite_file.hpp"

namespace metodica::standalone {

/// How one record ended.
enum class Written : std::uint8_t {
  added = 1,
  replaced,
  unchanged,
  repeated  ///< another record of the same run has this control number: not written
};

struct CopyCounts {
  std::uint64_t added = 0;
  std::uint64_t changed = 0;
  std::uint64_t refused = 0;  ///< barcode or number in use
};

/// Every function throws StorageError. [one thread at a time]
class BulkWriter {
 public:
  /// `library`: to whom the copies belong; `now`: UTC time that is kept with them.
  BulkWriter(const std::string& path, std::string library, std::string now);
  /// An open transaction is rolled back.
  ~BulkWriter();
  BulkWriter(const BulkWriter&) = delete;
  BulkWriter& operator=(const BulkWriter&) = delete;

  /// Writes a record and its copies. `copies` are in the order of the record. Remarks:
  /// "standalone.barcode_in_use" {text}, "standalone.number_in_use" {text}.
  Written add(const CatalogueRecord& record, std::vector<CopyRow>& copies,
              std::vector<Problem>& remarks);
  /// Commits when enough has been gathered.
  void breathe();
  /// Commits the rest and puts the tuning of the file back.
  void finish();

  [[nodiscard]] const CopyCounts& copies() const { return copies_; }

 private:
  struct Known {
    std::int64_t id = 0;
    std::int64_t run = 0;
    bool same = false;
  };

  void begin();
  void commit();
  bool insert_title(const CatalogueRecord& record, std::string_view control);
  Known known_title(const CatalogueRecord& record, std::string_view control);
  void replace_title(std::int64_t id, const CatalogueRecord& record);
  void remove_keys(std::int64_t id);
  void add_keys(std::int64_t id, const CatalogueRecord& record);
  void write_keys();
  void write_copy(CopyRow& copy, bool title_is_new, std::vector<Problem>& remarks);
  bool update_copy(const CopyRow& copy);
  bool insert_copy(const CopyRow& copy);

  SqliteFile file_;
  std::string library_;
  std::string now_;
  SqliteStatement insert_title_;
  SqliteStatement find_title_;
  SqliteStatement update_title_;
  SqliteStatement read_title_;
  SqliteStatement insert_text_;
  SqliteStatement remove_text_;
  SqliteStatement insert_key_;
  SqliteStatement remove_key_;
  SqliteStatement insert_copy_;
  SqliteStatement update_copy_;
  SqliteStatement barcode_in_use_;
  struct HeldKey {
    TitleKey key;
    std::int64_t title = 0;
  };
  std::vector<HeldKey> keys_;  // of this transaction, written sorted
  std::size_t held_ = 0;       // of them in use: the rest keep their room
  CopyCounts copies_;
  std::int64_t run_ = 0;
  std::int64_t next_title_ = 1;
  std::int64_t next_copy_ = 1;
  std::int64_t next_sequence_ = 1;
  std::size_t pending_ = 0;
  bool open_ = false;
};

}  // namespace metodica::standalone
