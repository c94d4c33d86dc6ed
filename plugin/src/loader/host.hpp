/// The host as the plugin sees it: one C++ interface per extension, each optional. The tables of a
/// real adapter stand behind them (host_tables.hpp), or a fake in the tests.
/// All functions: [call]; JSON documents as in host-api/include/metodica/ext/. Errors: the
/// adapter's own problem, or METODICA_DEFECT "loader.*" when the adapter broke its contract.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "json/json.hpp"
#include "metodica/context.hpp"
#include "metodica/result.hpp"

namespace metodica {

/// What one operation of the host can do, at this site.
struct Ability {
  bool read = false;
  bool write = false;
  bool atomic = false;
  bool version_checked = false;
  bool read_back = false;
  bool hand_over = false;
  bool person_needed = false;
  std::int64_t batch = 0;  ///< most items in one call, 0 without limit
  std::int64_t rate = 0;   ///< most calls in one second, 0 without limit

  bool operator==(const Ability&) const = default;
};

/// The abilities of one extension, by operation.
class Abilities {
 public:
  Abilities() = default;
  /// Reads the document of metodica_abilities. Errors: METODICA_DEFECT "loader.abilities".
  static Result<Abilities> from(const Json& document);

  /// nullptr when the operation is not offered. Valid as long as this object.
  [[nodiscard]] const Ability* find(std::string_view operation) const;
  [[nodiscard]] bool can_read(std::string_view operation) const;
  /// True also when the write ends in a hand-over.
  [[nodiscard]] bool can_write(std::string_view operation) const;
  [[nodiscard]] std::vector<std::string> operations() const;

 private:
  std::map<std::string, Ability, std::less<>> operations_;
};

/// How a write ended, per item; never a truth value.
enum class Outcome { done_confirmed = 1, done, handed_over, refused, failed };

struct WriteOutcome {
  Outcome outcome = Outcome::failed;
  bool retry = false;   ///< of failed: the same may succeed later
  std::string id;       ///< the host's id of the thing, or of the hand-over
  std::string version;  ///< after the write, "" when the host has none
  std::string code;     ///< why it was refused or failed ("newer_version")

  [[nodiscard]] bool is_done() const {
    return outcome == Outcome::done_confirmed || outcome == Outcome::done;
  }
  /// Errors: METODICA_DEFECT "loader.outcome" with {text}.
  static Result<WriteOutcome> from(const Json& line);
  bool operator==(const WriteOutcome&) const = default;
};

/// An inventory number as the host knows it: register and number inside it.
struct HostNumber {
  std::string register_code;
  std::int64_t number = 0;
};

/// Takes one line of an answer; false says: enough.
using EachJson = std::function<bool(const Json& line)>;

class HostExtension {
 public:
  HostExtension() = default;
  HostExtension(const HostExtension&) = delete;
  HostExtension& operator=(const HostExtension&) = delete;
  virtual ~HostExtension() = default;

  /// Flags and limits per operation. Answers without asking the host.
  virtual Result<Abilities> abilities() = 0;
};

class HostInfo : public HostExtension {
 public:
  virtual Result<Json> describe(const CallContext& context) = 0;
  virtual Result<std::vector<Json>> self_test(const CallContext& context) = 0;
};

class HostIdentity : public HostExtension {
 public:
  /// `evidence`: {"session":..} or {"user":..}. The answer: user, library, branch, roles.
  virtual Result<Json> who(const CallContext& context, const Json& evidence) = 0;
  /// `question`: user, library, branch, role.
  virtual Result<bool> may(const CallContext& context, const Json& question) = 0;
};

class HostLibraries : public HostExtension {
 public:
  virtual Result<void> tree(const CallContext& context, const EachJson& each) = 0;
};

class HostTitles : public HostExtension {
 public:
  virtual Result<std::vector<Json>> find(const CallContext& context, const Json& query) = 0;
  /// `as`: "title", "iso2709" or "marcxml". One answer per id, in order; missing ones say so.
  virtual Result<std::vector<Json>> read(const CallContext& context,
                                         std::span<const std::string> ids, std::string_view as) = 0;
  virtual Result<void> changes(const CallContext& context, std::string_view after,
                               std::int64_t limit, const EachJson& each) = 0;
};

/// Writes: `context.key` is set; one outcome per item, in order. Lists longer than the adapter's
/// batch are cut; each part then has a key of its own, made from the given one.
class HostTitlesWrite : public HostExtension {
 public:
  virtual Result<std::vector<WriteOutcome>> create(const CallContext& context,
                                                   const Json::Array& items) = 0;
  virtual Result<std::vector<WriteOutcome>> replace(const CallContext& context,
                                                    const Json::Array& items) = 0;
};

/// Lists longer than the adapter's batch are cut.
class HostHoldings : public HostExtension {
 public:
  /// One copy per barcode, in order; {"barcode":..,"missing":true} for an unknown one.
  virtual Result<std::vector<Json>> copies(const CallContext& context,
                                           std::span<const std::string> barcodes) = 0;
  virtual Result<std::vector<Json>> numbered(const CallContext& context,
                                             std::span<const HostNumber> numbers) = 0;
  /// Copies in ascending host id, after the id `after` ("" = from the start).
  virtual Result<void> walk(const CallContext& context, const Json& filter, std::string_view after,
                            const EachJson& each) = 0;
};

/// Writes, as HostTitlesWrite.
class HostHoldingsWrite : public HostExtension {
 public:
  virtual Result<std::vector<WriteOutcome>> create(const CallContext& context,
                                                   const Json::Array& items) = 0;
  virtual Result<std::vector<WriteOutcome>> change(const CallContext& context,
                                                   const Json::Array& items) = 0;
  virtual Result<std::vector<WriteOutcome>> set_state(const CallContext& context,
                                                      const Json::Array& items) = 0;
  virtual Result<std::vector<WriteOutcome>> retire(const CallContext& context,
                                                   const Json::Array& items) = 0;
};

class HostUsage : public HostExtension {
 public:
  virtual Result<void> counts(const CallContext& context, const Json& query,
                              const EachJson& each) = 0;
};

/// Each list by cursor: lines in ascending id, after the id `after`, at most `limit`.
class HostAcquisitions : public HostExtension {
 public:
  virtual Result<std::vector<Json>> vendors(const CallContext& context, std::string_view after,
                                            std::int64_t limit) = 0;
  virtual Result<std::vector<Json>> funds(const CallContext& context, std::string_view after,
                                          std::int64_t limit) = 0;
  virtual Result<std::vector<Json>> requests(const CallContext& context, std::string_view after,
                                             std::int64_t limit) = 0;
  virtual Result<std::vector<Json>> order_lines(const CallContext& context, std::string_view after,
                                                std::int64_t limit) = 0;
};

class HostHandover : public HostExtension {
 public:
  /// `file`: name, type, for, content (base64).
  virtual Result<WriteOutcome> give(const CallContext& context, const Json& file) = 0;
  virtual Result<std::vector<Json>> state(const CallContext& context,
                                          std::span<const std::string> ids) = 0;
  virtual Result<std::vector<Json>> incoming(const CallContext& context) = 0;
  virtual Result<Json> take(const CallContext& context, std::string_view id) = 0;
};

class HostDraw : public HostExtension {
 public:
  /// HTML of a screen. `options`: action_url, hidden, lang.
  virtual Result<std::string> draw(const CallContext& context, const Json& screen,
                                   const Json& options) = 0;
};

class HostPlaces : public HostExtension {
 public:
  virtual Result<std::vector<Json>> list(const CallContext& context) = 0;
  virtual Result<std::vector<Json>> arrange(const CallContext& context,
                                            const Json::Array& entries) = 0;
};

/// The list of copies on loan (a draft extension). Writes as HostTitlesWrite; items name a barcode.
class HostLoansList : public HostExtension {
 public:
  /// Never cut: the list is whole.
  virtual Result<std::vector<WriteOutcome>> replace(const CallContext& context,
                                                    const Json::Array& items) = 0;
  virtual Result<std::vector<WriteOutcome>> add(const CallContext& context,
                                                const Json::Array& items) = 0;
  virtual Result<std::vector<WriteOutcome>> remove(const CallContext& context,
                                                   const Json::Array& items) = 0;
  virtual Result<std::vector<Json>> list(const CallContext& context, std::string_view after,
                                         std::int64_t limit) = 0;
};

/// Everything one host offers; what it does not offer is empty.
struct Host {
  std::unique_ptr<HostInfo> info;
  std::unique_ptr<HostIdentity> identity;
  std::unique_ptr<HostLibraries> libraries;
  std::unique_ptr<HostTitles> titles;
  std::unique_ptr<HostTitlesWrite> titles_write;
  std::unique_ptr<HostHoldings> holdings;
  std::unique_ptr<HostHoldingsWrite> holdings_write;
  std::unique_ptr<HostUsage> usage;
  std::unique_ptr<HostAcquisitions> acquisitions;
  std::unique_ptr<HostHandover> handover;
  std::unique_ptr<HostDraw> draw;
  std::unique_ptr<HostPlaces> places;
  std::unique_ptr<HostLoansList> loans_list;
};

}  // namespace metodica
