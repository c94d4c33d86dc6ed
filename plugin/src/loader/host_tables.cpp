#include "loader/host_tables.hpp"

#include <cstddef>
#include <utility>

#include "loader/over_table.hpp"
#include "metodica/ext/acquisitions.h"
#include "metodica/ext/draft/loans_list.h"
#include "metodica/ext/draw.h"
#include "metodica/ext/handover.h"
#include "metodica/ext/holdings.h"
#include "metodica/ext/holdings_write.h"
#include "metodica/ext/identity.h"
#include "metodica/ext/info.h"
#include "metodica/ext/libraries.h"
#include "metodica/ext/places.h"
#include "metodica/ext/titles.h"
#include "metodica/ext/titles_write.h"
#include "metodica/ext/usage.h"

namespace metodica {
namespace {

Json::Array as_array(std::span<const std::string> texts) {
  return {texts.begin(), texts.end()};
}

Json cursor(std::string_view after, std::int64_t limit) {
  return Json::object({{"after", after}, {"limit", limit}});
}

class InfoTable : public Over<HostInfo, metodica_host_info> {
 public:
  using Over::Over;
  Result<Json> describe(const CallContext& context) override {
    return document(&metodica_host_info::describe, "describe", context, Json::object());
  }
  Result<std::vector<Json>> self_test(const CallContext& context) override {
    return listed(&metodica_host_info::self_test, "self_test", context, Json::object());
  }
};

class IdentityTable : public Over<HostIdentity, metodica_host_identity> {
 public:
  using Over::Over;
  Result<Json> who(const CallContext& context, const Json& evidence) override {
    return document(&metodica_host_identity::who, "who", context, evidence);
  }
  Result<bool> may(const CallContext& context, const Json& question) override {
    METODICA_TRY(const Json answer,
                 document(&metodica_host_identity::may, "may", context, question));
    return answer["may"].boolean();
  }
};

class LibrariesTable : public Over<HostLibraries, metodica_host_libraries> {
 public:
  using Over::Over;
  Result<void> tree(const CallContext& context, const EachJson& each) override {
    return lines(&metodica_host_libraries::tree, "tree", context, Json::object(), each);
  }
};

class TitlesTable : public Over<HostTitles, metodica_host_titles> {
 public:
  using Over::Over;
  Result<std::vector<Json>> find(const CallContext& context, const Json& query) override {
    return listed(&metodica_host_titles::find, "find", context, query);
  }
  Result<std::vector<Json>> read(const CallContext& context, std::span<const std::string> ids,
                                 std::string_view as) override {
    return batches(&metodica_host_titles::read, "read", context, "ids", as_array(ids),
                   Json::object({{"as", as}}));
  }
  Result<void> changes(const CallContext& context, std::string_view after, std::int64_t limit,
                       const EachJson& each) override {
    return lines(&metodica_host_titles::changes, "changes", context, cursor(after, limit), each);
  }
};

class TitlesWriteTable : public Over<HostTitlesWrite, metodica_host_titles_write> {
 public:
  using Over::Over;
  Result<std::vector<WriteOutcome>> create(const CallContext& context,
                                           const Json::Array& items) override {
    return writes(&metodica_host_titles_write::create, "create", context, items);
  }
  Result<std::vector<WriteOutcome>> replace(const CallContext& context,
                                            const Json::Array& items) override {
    return writes(&metodica_host_titles_write::replace, "replace", context, items);
  }
};

class HoldingsTable : public Over<HostHoldings, metodica_host_holdings> {
 public:
  using Over::Over;
  Result<std::vector<Json>> copies(const CallContext& context,
                                   std::span<const std::string> barcodes) override {
    return batches(&metodica_host_holdings::copies, "copies", context, "barcodes",
                   as_array(barcodes));
  }
  Result<std::vector<Json>> numbered(const CallContext& context,
                                     std::span<const HostNumber> numbers) override {
    Json::Array items;
    for (const HostNumber& number : numbers) {
      items.push_back(
          Json::object({{"register", number.register_code}, {"number", number.number}}));
    }
    return batches(&metodica_host_holdings::numbered, "numbered", context, "numbers", items);
  }
  Result<void> walk(const CallContext& context, const Json& filter, std::string_view after,
                    const EachJson& each) override {
    return lines(&metodica_host_holdings::walk, "walk", context,
                 Json::object({{"after", after}, {"filter", filter}}), each);
  }
};

class HoldingsWriteTable : public Over<HostHoldingsWrite, metodica_host_holdings_write> {
 public:
  using Over::Over;
  Result<std::vector<WriteOutcome>> create(const CallContext& context,
                                           const Json::Array& items) override {
    return writes(&metodica_host_holdings_write::create, "create", context, items);
  }
  Result<std::vector<WriteOutcome>> change(const CallContext& context,
                                           const Json::Array& items) override {
    return writes(&metodica_host_holdings_write::change, "change", context, items);
  }
  Result<std::vector<WriteOutcome>> set_state(const CallContext& context,
                                              const Json::Array& items) override {
    return writes(&metodica_host_holdings_write::set_state, "set_state", context, items);
  }
  Result<std::vector<WriteOutcome>> retire(const CallContext& context,
                                           const Json::Array& items) override {
    return writes(&metodica_host_holdings_write::retire, "retire", context, items);
  }
};

class UsageTable : public Over<HostUsage, metodica_host_usage> {
 public:
  using Over::Over;
  Result<void> counts(const CallContext& context, const Json& query,
                      const EachJson& each) override {
    return lines(&metodica_host_usage::counts, "counts", context, query, each);
  }
};

class AcquisitionsTable : public Over<HostAcquisitions, metodica_host_acquisitions> {
 public:
  using Over::Over;
  Result<std::vector<Json>> vendors(const CallContext& context, std::string_view after,
                                    std::int64_t limit) override {
    return listed(&metodica_host_acquisitions::vendors, "vendors", context, cursor(after, limit));
  }
  Result<std::vector<Json>> funds(const CallContext& context, std::string_view after,
                                  std::int64_t limit) override {
    return listed(&metodica_host_acquisitions::funds, "funds", context, cursor(after, limit));
  }
  Result<std::vector<Json>> requests(const CallContext& context, std::string_view after,
                                     std::int64_t limit) override {
    return listed(&metodica_host_acquisitions::requests, "requests", context, cursor(after, limit));
  }
  Result<std::vector<Json>> order_lines(const CallContext& context, std::string_view after,
                                        std::int64_t limit) override {
    return listed(&metodica_host_acquisitions::order_lines, "order_lines", context,
                  cursor(after, limit));
  }
};

class HandoverTable : public Over<HostHandover, metodica_host_handover> {
 public:
  using Over::Over;
  Result<WriteOutcome> give(const CallContext& context, const Json& file) override {
    if (context.key.empty()) {
      return invalid("loader.no_key", {{"operation", offered().callee("give").operation}});
    }
    METODICA_TRY(const Json answer, document(&metodica_host_handover::give, "give", context, file));
    return WriteOutcome::from(answer);
  }
  Result<std::vector<Json>> state(const CallContext& context,
                                  std::span<const std::string> ids) override {
    return batches(&metodica_host_handover::state, "state", context, "ids", as_array(ids));
  }
  Result<std::vector<Json>> incoming(const CallContext& context) override {
    return listed(&metodica_host_handover::incoming, "incoming", context, Json::object());
  }
  Result<Json> take(const CallContext& context, std::string_view id) override {
    return document(&metodica_host_handover::take, "take", context, Json::object({{"id", id}}));
  }
};

class DrawTable : public Over<HostDraw, metodica_host_draw> {
 public:
  using Over::Over;
  Result<std::string> draw(const CallContext& context, const Json& screen,
                           const Json& options) override {
    if (!offered().has(&metodica_host_draw::draw)) {
      return missing("draw");
    }
    const std::string what = screen.dump();
    const std::string how = options.dump();
    return ask_text(offered().callee("draw"), [&](const metodica_sink* out) {
      const metodica_context view = context.view();
      return offered().table->draw(offered().adapter, &view, what.data(), what.size(), how.data(),
                                   how.size(), out);
    });
  }
};

class PlacesTable : public Over<HostPlaces, metodica_host_places> {
 public:
  using Over::Over;
  Result<std::vector<Json>> list(const CallContext& context) override {
    return listed(&metodica_host_places::list, "list", context, Json::object());
  }
  Result<std::vector<Json>> arrange(const CallContext& context,
                                    const Json::Array& entries) override {
    return batches(&metodica_host_places::arrange, "arrange", context, "entries", entries);
  }
};

class LoansListTable : public Over<HostLoansList, metodica_host_loans_list> {
 public:
  using Over::Over;
  Result<std::vector<WriteOutcome>> replace(const CallContext& context,
                                            const Json::Array& items) override {
    if (!items.empty() || context.key.empty()) {
      return writes(&metodica_host_loans_list::replace, "replace", context, items);
    }
    // No batch at all would leave the old list as it is.
    METODICA_CHECK(listed(&metodica_host_loans_list::replace, "replace", context,
                          Json::object({{"items", Json::array()}}), 0));
    return std::vector<WriteOutcome>();
  }
  Result<std::vector<WriteOutcome>> add(const CallContext& context,
                                        const Json::Array& items) override {
    return writes(&metodica_host_loans_list::add, "add", context, items);
  }
  Result<std::vector<WriteOutcome>> remove(const CallContext& context,
                                           const Json::Array& items) override {
    return writes(&metodica_host_loans_list::remove, "remove", context, items);
  }
  Result<std::vector<Json>> list(const CallContext& context, std::string_view after,
                                 std::int64_t limit) override {
    return listed(&metodica_host_loans_list::list, "list", context, cursor(after, limit));
  }
};

/// Asks for one extension. `first_size` is the size of the table in version 1.0 of it: tables only
/// grow, so a shorter one was never right.
template <class Over, class Interface, class Table>
Result<void> bind_one(const metodica_adapter& adapter, const std::string& name, const char* id,
                      std::size_t first_size, std::unique_ptr<Interface>& into,
                      const Table* /*of*/) {
  const auto* table = static_cast<const Table*>(adapter.extension(&adapter, id));
  if (table == nullptr) {
    return {};
  }
  if (table->size < first_size) {
    return Unexpected(Problem(METODICA_DEFECT, "loader.short_table",
                              {{"name", name},
                               {"extension", id},
                               {"found", std::int64_t{table->size}},
                               {"expected", static_cast<std::int64_t>(first_size)}}));
  }
  const std::string_view words(id);
  const std::size_t dot = words.rfind('.') + 1;
  into = std::make_unique<Over>(
      Offered<Table>{&adapter, table, name, std::string(words.substr(dot, words.find('/') - dot))});
  return {};
}

// The last member of version 1.0 gives the least size.
#define METODICA_BIND(Over, id, table, last, into)                                           \
  METODICA_CHECK(bind_one<Over>(adapter, name, id,                                           \
                                offsetof(table, last) + sizeof(std::declval<table&>().last), \
                                host.into, static_cast<const table*>(nullptr)))

Result<Host> bind_all(const metodica_adapter& adapter, const std::string& name) {
  Host host;
  METODICA_BIND(InfoTable, METODICA_HOST_INFO, metodica_host_info, self_test, info);
  METODICA_BIND(IdentityTable, METODICA_HOST_IDENTITY, metodica_host_identity, may, identity);
  METODICA_BIND(LibrariesTable, METODICA_HOST_LIBRARIES, metodica_host_libraries, tree, libraries);
  METODICA_BIND(TitlesTable, METODICA_HOST_TITLES, metodica_host_titles, changes, titles);
  METODICA_BIND(TitlesWriteTable, METODICA_HOST_TITLES_WRITE, metodica_host_titles_write, replace,
                titles_write);
  METODICA_BIND(HoldingsTable, METODICA_HOST_HOLDINGS, metodica_host_holdings, walk, holdings);
  METODICA_BIND(HoldingsWriteTable, METODICA_HOST_HOLDINGS_WRITE, metodica_host_holdings_write,
                retire, holdings_write);
  METODICA_BIND(UsageTable, METODICA_HOST_USAGE, metodica_host_usage, counts, usage);
  METODICA_BIND(AcquisitionsTable, METODICA_HOST_ACQUISITIONS, metodica_host_acquisitions,
                order_lines, acquisitions);
  METODICA_BIND(HandoverTable, METODICA_HOST_HANDOVER, metodica_host_handover, take, handover);
  METODICA_BIND(DrawTable, METODICA_HOST_DRAW, metodica_host_draw, draw, draw);
  METODICA_BIND(PlacesTable, METODICA_HOST_PLACES, metodica_host_places, arrange, places);
  METODICA_BIND(LoansListTable, METODICA_HOST_LOANS_LIST, metodica_host_loans_list, list,
                loans_list);
  return host;
}

#undef METODICA_BIND

Result<Host> bind_or_fault(const metodica_adapter& adapter, const std::string& name) {
  try {
    return bind_all(adapter, name);
  } catch (...) {  // out of the adapter's `extension`
    return Unexpected(Problem(METODICA_DEFECT, "loader.adapter_threw",
                              {{"name", name}, {"operation", "extension"}}));
  }
}

}  // namespace

Result<Host> bind_host(const metodica_adapter& adapter, const std::string& name) {
  METODICA_TRY(Host host, bind_or_fault(adapter, name));
  if (!host.info) {
    return Unexpected(Problem(METODICA_UNSUPPORTED, "loader.no_info", {{"name", name}}));
  }
  return host;
}

}  // namespace metodica
