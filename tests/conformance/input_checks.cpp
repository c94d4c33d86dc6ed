// What an adapter is given: wrong documents, texts without an end, shorter and longer contexts.
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

#include "conformance/adapter_checks.hpp"
#include "conformance/bench.hpp"
#include "json/json.hpp"

namespace metodica::conformance {
namespace {

std::string_view last_line(std::string_view text) {
  while (!text.empty() && text.back() == '\n') {
    text.remove_suffix(1);
  }
  return text.substr(text.rfind('\n') + 1);
}

/// A negative status comes with a problem object as the last line.
std::optional<Problem> silent(metodica_status status, const ProbeSink& out) {
  if (status > 0) {
    return kit("positive", {{"count", std::int64_t{status}}});
  }
  const auto said = Json::parse(last_line(out.text()));
  if (status < 0 && (!said || (*said)["kind"].text() != "problem")) {
    return kit("no_problem");
  }
  return {};
}

/// The same wrong input for every offered operation that takes a document. Those that take none ({}
/// in the contract) may ignore it.
Result<Finding> refuses(Bench& bench, std::string_view in) {
  return bench.each([&](const Operation& operation) -> std::optional<Problem> {
    const ProbeSink out;
    const metodica_status status = bench.call(operation, in, out);
    if (status == METODICA_OK && std::string_view(operation.request) != "{}") {
      return kit("accepted");
    }
    return silent(status, out);
  });
}

Result<Finding> not_json(Bench& bench) {
  return refuses(bench, R"({"after":)");
}
Result<Finding> not_utf8(Bench& bench) {
  return refuses(bench, "{\"after\":\"\xc8\xff\"}");
}
Result<Finding> empty(Bench& bench) {
  return refuses(bench, "");
}
Result<Finding> not_object(Bench& bench) {
  return refuses(bench, "[1,2]");
}

/// Every value has the wrong type; an adapter may refuse or find nothing, but must live.
Result<Finding> wrong_types(Bench& bench) {
  constexpr std::string_view in =
      R"({"barcodes":7,"numbers":"x","ids":{},"items":"none","after":[],"limit":"many","filter":3,
          "text":1,"as":null,"from":0,"to":false,"measures":{},"by":1,"user":[],"entries":-1,"id":{}})";
  return bench.each([&](const Operation& operation) -> std::optional<Problem> {
    const ProbeSink out;
    return silent(bench.call(operation, in, out), out);
  });
}

/// Items of a list with the wrong type.
Result<Finding> wrong_items(Bench& bench) {
  constexpr std::string_view in =
      R"({"barcodes":[7,null,{}],"numbers":["x",{"register":1,"number":"2"}],"ids":[[],true],
          "after":"","as":"title","measures":[1],"by":[2],"entries":[3]})";
  return bench.each([&](const Operation& operation) -> std::optional<Problem> {
    if (operation.writes) {
      return {};
    }
    const ProbeSink out;
    return silent(bench.call(operation, in, out), out);
  });
}

Result<Finding> deep(Bench& bench) {
  const std::string in = std::string(100'000, '[') + std::string(100'000, ']');
  return bench.each([&](const Operation& operation) -> std::optional<Problem> {
    const ProbeSink out;
    return silent(bench.call(operation, in, out), out);
  });
}

/// A member of a later version is ignored.
Result<Finding> unknown_member(Bench& bench) {
  return bench.each([&](const Operation& operation) -> std::optional<Problem> {
    const ProbeSink plain_out;
    const metodica_status plain = bench.call(operation, operation.request, plain_out);
    Json more = Json::parse(operation.request).value();
    more.set("kit_of_a_later_version", Json::array({1}));
    const ProbeSink out;
    if (bench.call(operation, more.dump(), out) != plain) {
      return kit("unknown_member");
    }
    return {};
  });
}

/// The document ends where readable memory ends: no zero byte may be looked for.
Result<Finding> no_zero_byte(Bench& bench) {
  return bench.each([&](const Operation& operation) -> std::optional<Problem> {
    const GuardedBytes in(operation.request);
    const ProbeSink out;
    return silent(bench.call(operation, {in.data(), in.size()}, out), out);
  });
}

/// The context of a caller that knows fewer members: what lies behind must not be read.
Result<Finding> short_context(Bench& bench) {
  const CallContext full = bench.context();
  metodica_context view = full.view();
  view.size = offsetof(metodica_context, lang);
  std::string bytes(view.size, '\0');
  std::memcpy(bytes.data(), &view, view.size);
  const GuardedBytes guarded(bytes);
  const auto* context = reinterpret_cast<const metodica_context*>(guarded.data());
  return bench.each([&](const Operation& operation) -> std::optional<Problem> {
    const ProbeSink out;
    return silent(bench.call(operation, operation.request, out, *context), out);
  });
}

Result<Finding> long_context(Bench& bench) {
  struct Longer {
    metodica_context now;
    const char* later;
  };
  const CallContext known = bench.context();
  Longer longer = {known.view(), "x"};
  longer.now.size = sizeof(longer);
  return bench.each([&](const Operation& operation) -> std::optional<Problem> {
    const ProbeSink out;
    return silent(bench.call(operation, operation.request, out, longer.now), out);
  });
}

/// A library that nobody knows: nothing of another library may come out.
Result<Finding> unknown_library(Bench& bench) {
  CallContext stranger = bench.context();
  stranger.library = "kit-no-such-library";
  const metodica_context view = stranger.view();
  return bench.each([&](const Operation& operation) -> std::optional<Problem> {
    const ProbeSink out;
    const metodica_status status = bench.call(operation, operation.request, out, view);
    if (operation.full_name() == "holdings.walk" && status == METODICA_OK && !out.text().empty()) {
      return kit("foreign_copies");
    }
    return silent(status, out);
  });
}

/// A write without a key cannot be repeated safely.
Result<Finding> no_key(Bench& bench) {
  CallContext keyless = bench.context();
  keyless.key.clear();
  const metodica_context view = keyless.view();
  return bench.each([&](const Operation& operation) -> std::optional<Problem> {
    const ProbeSink out;
    if (operation.writes && bench.call(operation, operation.request, out, view) == METODICA_OK) {
      return kit("no_key");
    }
    return {};
  });
}

}  // namespace

std::vector<Check> input_checks(const Options& options) {
  const auto on_bench = [&options](const char* name, Result<Finding> (*body)(Bench&)) {
    return Check{name, [&options, body] { return run_on_bench(options, body); }};
  };
  return {on_bench("input.not_json", not_json),
          on_bench("input.not_utf8", not_utf8),
          on_bench("input.empty", empty),
          on_bench("input.not_object", not_object),
          on_bench("input.wrong_types", wrong_types),
          on_bench("input.wrong_items", wrong_items),
          on_bench("input.deep", deep),
          on_bench("input.unknown_member", unknown_member),
          on_bench("input.no_zero_byte", no_zero_byte),
          on_bench("context.short", short_context),
          on_bench("context.long", long_context),
          on_bench("context.unknown_library", unknown_library),
          on_bench("context.no_key", no_key)};
}

}  // namespace metodica::conformance
