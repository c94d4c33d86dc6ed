/// A Koha that speaks its published REST shapes over HTTP, with switches for everything that goes
/// wrong with a real one.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "koha_data.hpp"

namespace metodica::koha::test {

/// What goes wrong, and with which requests.
struct Fault {
  std::string method = {};  ///< "" = any
  std::string path = {};    ///< beginning of the path under /api/v1, "" = any
  int status = 0;           ///< answered instead, when not 0
  std::string body = {};    ///< of that answer
  std::string type = "application/json";
  int slow_milliseconds = 0;  ///< waits before it answers
  bool cut = false;           ///< sends half of the body and closes
  bool after_doing = false;   ///< the request is done, then the fault is answered
  int times = 1 << 30;        ///< how often
};

struct Seen {
  std::string method;
  std::string path;  ///< under /api/v1, decoded, without its query
  std::string query;
  bool logged_in = false;
};

class RestKoha {
 public:
  /// Serves on a free port of 127.0.0.1. `data` is borrowed.
  /// With `certificate`, a file with key and certificate of localhost, it speaks TLS.
  explicit RestKoha(KohaData& data, const std::string& certificate = {});
  ~RestKoha();
  RestKoha(const RestKoha&) = delete;
  RestKoha& operator=(const RestKoha&) = delete;

  [[nodiscard]] std::string url() const;
  void add(Fault fault);
  void clear_faults();
  [[nodiscard]] std::vector<Seen> seen() const;
  void forget_seen();
  [[nodiscard]] std::size_t count(const std::string& method, const std::string& path) const;

  // Set before requests come.
  bool open_to_all = false;              ///< login checks fail open
  bool old_lists = false;                ///< lists without paging and query, as 19.06 has them
  std::set<std::string> missing_fields;  ///< of items, in the definition and in the answers
  std::set<std::string> missing_paths;   ///< "put /biblios/{biblio_id}/items/{item_id}"
  std::set<std::int64_t> bad_rows;       ///< ids of rows that turn their page into a 500
  bool whole_items = false;              ///< a body of an item must name its id, record and states
  bool loose_match = false;              ///< a search by barcode finds all that contain it
  bool wipe_tokens = false;              ///< forgets all tokens at the next request
  std::atomic<int> tokens_given{0};

 private:
  class Server;
  std::unique_ptr<Server> server_;
  bool secure_ = false;
};

}  // namespace metodica::koha::test
