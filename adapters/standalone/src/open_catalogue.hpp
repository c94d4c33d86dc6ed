/// The catalogue as the adapter holds it: one connection per process, writes that are repeatable.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "json/json.hpp"
#include "metodica/adapter.hpp"
#include "metodica/context.hpp"
#include "metodica/result.hpp"
#include "storage/database.hpp"

namespace metodica::standalone {

/// How the write of one item ended (schema/outcome.json).
[[nodiscard]] Json done(std::int64_t id, std::int64_t version);
[[nodiscard]] Json refused(std::string_view code);

/// The document of an operation. Errors: METODICA_INVALID of Json::parse, or "standalone.request".
[[nodiscard]] Result<Json> read_request(std::string_view in);
/// Errors: METODICA_INVALID "standalone.request" {field} when `name` is no list.
[[nodiscard]] Result<const Json::Array*> list_in(const Json& request, std::string_view name);
/// `limit` of a request, between 1 and 1000; `fallback` when absent.
[[nodiscard]] std::int64_t limit_in(const Json& request, std::int64_t fallback);

class OpenCatalogue {
 public:
  explicit OpenCatalogue(std::string path) : path_(std::move(path)) {}

  /// In a new process the handles of the other one are dropped, not closed.
  Result<void> start();
  void stop();
  [[nodiscard]] const std::string& path() const { return path_; }

  /// Errors: METODICA_FORKED "standalone.not_started"; those of Database.
  Result<void> read(const std::function<Result<void>(UnitOfWork&)>& work);

  /// Writes all items of the request in one transaction and then gives the outcomes out. The same
  /// key gives the same outcomes and writes nothing, whatever versions the items name by then.
  /// Errors: METODICA_INVALID "standalone.no_key"; METODICA_CONFLICT "standalone.key_reused" when
  /// the key came with another request before.
  Result<void> write_items(std::string_view operation, const CallContext& context,
                           std::string_view in, Sink& out,
                           const std::function<Result<Json>(UnitOfWork&, const Json& item)>& one);
  /// The same for a request that is one thing; `all` returns the lines of the answer.
  Result<void> write(std::string_view operation, const CallContext& context, std::string_view in,
                     Sink& out,
                     const std::function<Result<std::string>(UnitOfWork&, const Json&)>& all);

  /// The engine's own check of the file, and its problems. [call]
  std::vector<std::string> integrity();

 private:
  [[nodiscard]] Result<Database*> database();

  std::string path_;
  std::unique_ptr<Database> database_;
};

}  // namespace metodica::standalone
