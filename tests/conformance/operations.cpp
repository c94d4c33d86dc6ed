#include "conformance/operations.hpp"

#include <array>
#include <cstring>
#include <string_view>

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

namespace metodica::conformance {
namespace {

constexpr bool reads = false;
constexpr bool writes = true;

#define METODICA_ROW(id, table, member, kind, request)  \
  Operation {                                           \
    id, #member, offsetof(table, member), kind, request \
  }

constexpr const char* cursor = R"({"after":"","limit":3})";
constexpr const char* no_items = R"({"items":[]})";

constexpr std::array rows = {
    METODICA_ROW(METODICA_HOST_INFO, metodica_host_info, describe, reads, "{}"),
    METODICA_ROW(METODICA_HOST_INFO, metodica_host_info, self_test, reads, "{}"),
    METODICA_ROW(METODICA_HOST_IDENTITY, metodica_host_identity, who, reads,
                 R"({"user":"kit-no-such-user"})"),
    METODICA_ROW(METODICA_HOST_IDENTITY, metodica_host_identity, may, reads,
                 R"({"user":"kit-no-such-user","library":"","branch":"","role":"reader"})"),
    METODICA_ROW(METODICA_HOST_LIBRARIES, metodica_host_libraries, tree, reads, "{}"),
    METODICA_ROW(METODICA_HOST_TITLES, metodica_host_titles, find, reads,
                 R"({"text":"a","limit":3})"),
    METODICA_ROW(METODICA_HOST_TITLES, metodica_host_titles, read, reads,
                 R"({"ids":["kit-no-such-title"],"as":"title"})"),
    METODICA_ROW(METODICA_HOST_TITLES, metodica_host_titles, changes, reads, cursor),
    METODICA_ROW(METODICA_HOST_TITLES_WRITE, metodica_host_titles_write, create, writes, no_items),
    METODICA_ROW(METODICA_HOST_TITLES_WRITE, metodica_host_titles_write, replace, writes, no_items),
    METODICA_ROW(METODICA_HOST_HOLDINGS, metodica_host_holdings, copies, reads,
                 R"({"barcodes":["KIT-NO-SUCH-COPY"]})"),
    METODICA_ROW(METODICA_HOST_HOLDINGS, metodica_host_holdings, numbered, reads,
                 R"({"numbers":[{"register":"KIT-NONE","number":1}]})"),
    METODICA_ROW(METODICA_HOST_HOLDINGS, metodica_host_holdings, walk, reads,
                 R"({"after":"","filter":{}})"),
    METODICA_ROW(METODICA_HOST_HOLDINGS_WRITE, metodica_host_holdings_write, create, writes,
                 no_items),
    METODICA_ROW(METODICA_HOST_HOLDINGS_WRITE, metodica_host_holdings_write, change, writes,
                 no_items),
    METODICA_ROW(METODICA_HOST_HOLDINGS_WRITE, metodica_host_holdings_write, set_state, writes,
                 no_items),
    METODICA_ROW(METODICA_HOST_HOLDINGS_WRITE, metodica_host_holdings_write, retire, writes,
                 no_items),
    METODICA_ROW(METODICA_HOST_USAGE, metodica_host_usage, counts, reads,
                 R"({"from":"2026-01-01","to":"2026-01-02","measures":["loans"],"by":[]})"),
    METODICA_ROW(METODICA_HOST_ACQUISITIONS, metodica_host_acquisitions, vendors, reads, cursor),
    METODICA_ROW(METODICA_HOST_ACQUISITIONS, metodica_host_acquisitions, funds, reads, cursor),
    METODICA_ROW(METODICA_HOST_ACQUISITIONS, metodica_host_acquisitions, requests, reads, cursor),
    METODICA_ROW(METODICA_HOST_ACQUISITIONS, metodica_host_acquisitions, order_lines, reads,
                 cursor),
    METODICA_ROW(METODICA_HOST_HANDOVER, metodica_host_handover, state, reads, R"({"ids":[]})"),
    METODICA_ROW(METODICA_HOST_HANDOVER, metodica_host_handover, incoming, reads, "{}"),
    METODICA_ROW(METODICA_HOST_HANDOVER, metodica_host_handover, take, reads,
                 R"({"id":"kit-no-such-file"})"),
    // Without `replace`: an empty list would be a change.
    METODICA_ROW(METODICA_HOST_LOANS_LIST, metodica_host_loans_list, add, writes, no_items),
    METODICA_ROW(METODICA_HOST_LOANS_LIST, metodica_host_loans_list, remove, writes, no_items),
    METODICA_ROW(METODICA_HOST_LOANS_LIST, metodica_host_loans_list, list, reads, cursor),
    METODICA_ROW(METODICA_HOST_PLACES, metodica_host_places, list, reads, "{}"),
    METODICA_ROW(METODICA_HOST_PLACES, metodica_host_places, arrange, reads, R"({"entries":[]})"),
};

#undef METODICA_ROW

constexpr std::array ids = {
    METODICA_HOST_INFO,           METODICA_HOST_IDENTITY,     METODICA_HOST_LIBRARIES,
    METODICA_HOST_TITLES,         METODICA_HOST_TITLES_WRITE, METODICA_HOST_HOLDINGS,
    METODICA_HOST_HOLDINGS_WRITE, METODICA_HOST_USAGE,        METODICA_HOST_ACQUISITIONS,
    METODICA_HOST_HANDOVER,       METODICA_HOST_DRAW,         METODICA_HOST_PLACES};

}  // namespace

std::string Operation::full_name() const {
  const std::string_view words(extension);
  const std::size_t dot = words.rfind('.') + 1;
  return std::string(words.substr(dot, words.find('/') - dot)) + "." + name;
}

std::span<const Operation> operations() {
  return rows;
}

std::span<const char* const> extensions() {
  return ids;
}

metodica_operation function_of(const metodica_adapter& adapter, const Operation& operation) {
  const auto* table = static_cast<const char*>(adapter.extension(&adapter, operation.extension));
  if (table == nullptr) {
    return nullptr;
  }
  std::uint32_t size = 0;
  std::memcpy(&size, table, sizeof(size));
  metodica_operation function = nullptr;
  if (size >= operation.offset + sizeof(function)) {
    std::memcpy(&function, table + operation.offset, sizeof(function));
  }
  return function;
}

}  // namespace metodica::conformance
