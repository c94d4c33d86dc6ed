// What an adapter answers: form, order, cursors, and whether it stops when nobody listens.
#include <algorithm>
#include <clocale>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/adapter_checks.hpp"
#include "conformance/bench.hpp"
#include "json/json.hpp"

namespace metodica::conformance {
namespace {

/// The answer of one operation as lines. Errors: that of the adapter, as "kit.call_failed".
Result<std::vector<Json>> lines_of(Bench& bench, std::string_view operation_name,
                                   const Json& request) {
  METODICA_TRY(const LoadedAdapter* adapter, bench.started());
  for (const Operation& operation : operations()) {
    if (operation.full_name() != operation_name ||
        function_of(adapter->table(), operation) == nullptr) {
      continue;
    }
    const ProbeSink out;
    if (bench.call(operation, request.dump(), out) != METODICA_OK) {
      return Unexpected(kit("call_failed", {{"operation", operation.full_name()},
                                            {"text", out.text().substr(0, 200)}}));
    }
    std::vector<Json> lines;
    for (std::string_view rest = out.text(); !rest.empty();) {
      const std::size_t end = rest.find('\n');
      METODICA_TRY(Json line, Json::parse(rest.substr(0, end)));
      lines.push_back(std::move(line));
      rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    return lines;
  }
  return Unexpected(Problem(METODICA_UNSUPPORTED, "kit.not_offered",
                            {{"operation", std::string(operation_name)}}));
}

/// Runs the body; what the adapter does not offer is skipped.
template <class Body>
Result<Finding> if_offered(Bench& bench, std::string_view operation, const Json& request,
                           Body&& body) {
  const auto lines = lines_of(bench, operation, request);
  if (!lines && lines.error().status == METODICA_UNSUPPORTED) {
    return Finding::skip(lines.error());
  }
  if (!lines) {
    return Unexpected(lines.error());
  }
  return body(*lines);
}

Result<Finding> describe(Bench& bench) {
  METODICA_TRY(const Json about, bench.described());
  if (about["product"].text().empty()) {
    return Finding::fail(kit("no_product"));
  }
  for (const Json& format : about["formats"].items()) {
    if (format.text() != "unimarc" && format.text() != "marc21") {
      return Finding::fail(kit("unknown_format", {{"text", format.dump()}}));
    }
  }
  return Finding::pass();
}

Result<Finding> self_test(Bench& bench) {
  return if_offered(
      bench, "info.self_test", Json::object(),
      [](const std::vector<Json>& lines) -> Result<Finding> {
        const std::set<std::string> results = {"passed", "warned", "failed", "skipped"};
        for (const Json& line : lines) {
          if (line["check"].text().empty() || !results.contains(line["result"].text())) {
            return Finding::fail(kit("self_test", {{"text", line.dump()}}));
          }
          if (line["result"].text() == "failed") {
            return Finding::warn(kit("self_test_failed", {{"text", line.dump()}}));
          }
        }
        return Finding::pass();
      });
}

/// Every offered operation answers its harmless request with JSON, or refuses with a problem.
Result<Finding> form(Bench& bench) {
  return bench.each([&](const Operation& operation) -> std::optional<Problem> {
    const ProbeSink out;
    const metodica_status status = bench.call(operation, operation.request, out);
    if (status > 0) {
      return kit("positive", {{"count", std::int64_t{status}}});
    }
    std::string_view rest = out.text();
    if (status < 0 && rest.empty()) {
      return kit("no_problem");
    }
    while (!rest.empty()) {
      const std::size_t end = rest.find('\n');
      if (!Json::parse(rest.substr(0, end))) {
        return kit("not_json",
                   {{"text", std::string(rest.substr(0, std::min<std::size_t>(end, 60)))}});
      }
      rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    return {};
  });
}

/// After `accepted` writes the sink says no: the operation stops at once with the status it got.
Result<Finding> stops_after(Bench& bench, int accepted) {
  return bench.each([&](const Operation& operation) -> std::optional<Problem> {
    const ProbeSink out(accepted);
    const metodica_status status = bench.call(operation, operation.request, out);
    if (out.after_refusal() > 0) {
      return kit("after_refusal");
    }
    if (out.refused() && status != ProbeSink::refusal) {
      return kit("lost_refusal", {{"count", std::int64_t{status}}});
    }
    return {};
  });
}

Result<Finding> refused_first(Bench& bench) {
  return stops_after(bench, 0);
}
Result<Finding> refused_second(Bench& bench) {
  return stops_after(bench, 1);
}

Result<Finding> repeats(Bench& bench) {
  METODICA_TRY(const Json first, bench.described());
  METODICA_TRY(const Json second, bench.described());
  return first == second ? Finding::pass() : Finding::fail(kit("not_stable"));
}

/// A host may run under any locale; the decimal sign of numbers is the classic trap.
Result<Finding> locale(Bench& bench) {
  METODICA_TRY(const Json before, bench.described());
  const std::string kept = std::setlocale(LC_ALL, nullptr);
  for (const char* name : {"ro_RO.UTF-8", "hu_HU.UTF-8", "tr_TR.UTF-8", "C.UTF-8"}) {
    if (std::setlocale(LC_ALL, name) == nullptr) {
      continue;
    }
    const auto after = bench.described();
    std::setlocale(LC_ALL, kept.c_str());
    if (!after || *after != before) {
      return Finding::fail(kit("locale", {{"text", name}}));
    }
  }
  return Finding::pass();
}

Result<Finding> tree_order(Bench& bench) {
  return if_offered(
      bench, "libraries.tree", Json::object(),
      [](const std::vector<Json>& lines) -> Result<Finding> {
        std::set<std::string> seen;
        const std::set<std::string> kinds = {"library", "branch", "place"};
        for (const Json& line : lines) {
          const std::string& parent = line["parent"].text();
          if (!parent.empty() && !seen.contains(parent)) {
            return Finding::fail(kit("tree_parent", {{"text", line.dump()}}));
          }
          if (!kinds.contains(line["is"].text()) || !seen.insert(line["id"].text()).second) {
            return Finding::fail(kit("tree_line", {{"text", line.dump()}}));
          }
        }
        return Finding::pass();
      });
}

/// One line per item, in the order asked, and "missing" for what is not there.
Result<Finding> missing(Bench& bench, const char* operation, const char* list, const char* member) {
  const Json request =
      Json::object({{list, Json::array({"KIT-NONE-2", "KIT-NONE-1"})}, {"as", "title"}});
  return if_offered(
      bench, operation, request, [&](const std::vector<Json>& lines) -> Result<Finding> {
        const bool good = lines.size() == 2 && lines[0][member].text() == "KIT-NONE-2" &&
                          lines[1][member].text() == "KIT-NONE-1" &&
                          lines[0]["missing"].boolean() && lines[1]["missing"].boolean();
        return good ? Finding::pass() : Finding::fail(kit("missing", {{"operation", operation}}));
      });
}

Result<Finding> missing_copies(Bench& bench) {
  return missing(bench, "holdings.copies", "barcodes", "barcode");
}
Result<Finding> missing_titles(Bench& bench) {
  return missing(bench, "titles.read", "ids", "id");
}

Json walk_after(const std::string& after) {
  return Json::object({{"after", after}, {"filter", Json::object()}});
}

Result<Finding> walk_order(Bench& bench) {
  return if_offered(
      bench, "holdings.walk", walk_after(""), [&](const std::vector<Json>& all) -> Result<Finding> {
        for (std::size_t i = 1; i < all.size(); ++i) {
          if (all[i]["id"].text() <= all[i - 1]["id"].text()) {
            return Finding::fail(kit("walk_order", {{"text", all[i]["id"].text()}}));
          }
        }
        if (all.size() < 2) {
          return Finding::skip(kit("too_few", {{"operation", "holdings.walk"}}));
        }
        const std::size_t middle = all.size() / 2;
        METODICA_TRY(const std::vector<Json> rest,
                     lines_of(bench, "holdings.walk", walk_after(all[middle - 1]["id"].text())));
        const bool same = rest.size() == all.size() - middle && rest.front() == all[middle];
        return same ? Finding::pass() : Finding::fail(kit("walk_resume"));
      });
}

/// Walked copies are found again by their barcode, and look the same.
Result<Finding> walk_agrees(Bench& bench) {
  return if_offered(
      bench, "holdings.walk", walk_after(""), [&](const std::vector<Json>& all) -> Result<Finding> {
        Json::Array barcodes;
        std::vector<Json> walked;
        for (const Json& copy : all) {
          if (!copy["barcode"].text().empty() && barcodes.size() < 20) {
            barcodes.push_back(copy["barcode"]);
            walked.push_back(copy);
          }
        }
        if (barcodes.empty()) {
          return Finding::skip(kit("too_few", {{"operation", "holdings.walk"}}));
        }
        const auto found =
            lines_of(bench, "holdings.copies", Json::object({{"barcodes", barcodes}}));
        if (!found && found.error().status == METODICA_UNSUPPORTED) {
          return Finding::skip(found.error());
        }
        METODICA_TRY(const std::vector<Json> copies, found);
        return copies == walked ? Finding::pass() : Finding::fail(kit("walk_differs"));
      });
}

Result<Finding> find_pages(Bench& bench) {
  const auto page = [](const std::string& after) {
    return Json::object({{"text", "a"}, {"limit", 2}, {"after", after}});
  };
  return if_offered(
      bench, "titles.find", page(""), [&](const std::vector<Json>& first) -> Result<Finding> {
        if (first.size() > 2) {
          return Finding::fail(kit("find_limit"));
        }
        if (first.size() < 2) {
          return Finding::skip(kit("too_few", {{"operation", "titles.find"}}));
        }
        METODICA_TRY(const std::vector<Json> second,
                     lines_of(bench, "titles.find", page(first.back()["cursor"].text())));
        for (const Json& line : second) {
          if (line["id"] == first[0]["id"] || line["id"] == first[1]["id"]) {
            return Finding::fail(kit("find_repeats", {{"text", line["id"].text()}}));
          }
        }
        return Finding::pass();
      });
}

/// A screen whose every text tries to become HTML; drawn twice.
Result<Finding> draw(Bench& bench) {
  METODICA_TRY(LoadedAdapter * adapter, bench.started());
  if (!adapter->host().draw) {
    return Finding::skip(
        Problem(METODICA_UNSUPPORTED, "kit.not_offered", {{"operation", "draw.draw"}}));
  }
  constexpr const char* evil = "\"><script>alert('1')</script>&";
  const Json field =
      Json::object({{"name", "a"}, {"is", "text"}, {"label", evil}, {"value", evil}});
  const Json screen = Json::object(
      {{"kind", "screen"},
       {"id", "kit.screen"},
       {"title", evil},
       {"blocks",
        Json::array({Json::object({{"block", "heading"}, {"text", evil}}),
                     Json::object({{"block", "of_a_later_version"},
                                   {"else", Json::array({Json::object(
                                                {{"block", "text"}, {"text", "kit-else"}})})}}),
                     Json::object({{"block", "form"},
                                   {"id", "f"},
                                   {"action", "kit.send"},
                                   {"send", evil},
                                   {"fields", Json::array({field})}})})}});
  const Json options = Json::object({{"action_url", "/kit/{action}"},
                                     {"hidden", Json::object({{"csrf", evil}})},
                                     {"lang", "ro"}});
  METODICA_TRY(const std::string html,
               adapter->host().draw->draw(bench.context(), screen, options));
  METODICA_TRY(const std::string again,
               adapter->host().draw->draw(bench.context(), screen, options));
  if (html.find("<script>alert") != std::string::npos) {
    return Finding::fail(kit("draw_escape"));
  }
  if (html.find("kit-else") == std::string::npos) {
    return Finding::fail(kit("draw_else"));
  }
  if (html.find("csrf") == std::string::npos || html.find("/kit/kit.send") == std::string::npos) {
    return Finding::fail(kit("draw_options"));
  }
  return html == again ? Finding::pass() : Finding::fail(kit("not_stable"));
}

/// The whole life with every operation; what is left behind is found by the bench.
Result<Finding> leaves_no_trace(Bench& bench) {
  METODICA_TRY(LoadedAdapter * adapter, bench.started());
  for (int round = 0; round < 3; ++round) {
    METODICA_CHECK(bench.each([&](const Operation& operation) -> std::optional<Problem> {
      const ProbeSink out;
      bench.call(operation, operation.request, out);
      return {};
    }));
  }
  adapter->stop();
  return Finding::pass();
}

}  // namespace

std::vector<Check> answer_checks(const Options& options) {
  const auto on_bench = [&options](const char* name, Result<Finding> (*body)(Bench&)) {
    return Check{name, [&options, body] { return run_on_bench(options, body); }};
  };
  return {on_bench("answer.describe", describe),
          on_bench("answer.self_test", self_test),
          on_bench("answer.form", form),
          on_bench("answer.refused_first", refused_first),
          on_bench("answer.refused_second", refused_second),
          on_bench("answer.repeats", repeats),
          on_bench("answer.locale", locale),
          on_bench("answer.tree_order", tree_order),
          on_bench("answer.missing_copies", missing_copies),
          on_bench("answer.missing_titles", missing_titles),
          on_bench("answer.walk_order", walk_order),
          on_bench("answer.walk_agrees", walk_agrees),
          on_bench("answer.find_pages", find_pages),
          on_bench("answer.draw", draw),
          on_bench("guest.leaves_no_trace", leaves_no_trace)};
}

}  // namespace metodica::conformance
