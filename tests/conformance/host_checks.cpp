#include "conformance/host_checks.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <string_view>

#include "conformance/host_process.hpp"
#include "metodica/problem.hpp"

namespace metodica::conformance {
namespace {

constexpr const char* about = R"({"do":"app.about"})";

std::string shortened(const std::string& text) {
  return text.substr(0, 200);
}

Finding answered_otherwise(const HostAnswer& answer, std::size_t number, const char* expected) {
  const std::string found = number < answer.lines.size() ? answer.lines[number] : std::string();
  return Finding::fail(kit("reply", {{"found", shortened(found)}, {"expected", expected}}));
}

bool is_problem(const Json& reply, std::string_view code) {
  return reply["kind"].text() == "problem" && reply["code"].text() == code &&
         !reply["text"].text().empty();
}

/// A bad request is answered by a problem of this code (and field), and the next one is served.
Finding refuses(const Options& options, const std::string& bad, const char* code,
                const char* field = "") {
  const HostAnswer answer = run_host(options.target, bad + "\n" + about + "\n");
  const Json problem = answer.reply(0);
  if (!is_problem(problem, code)) {
    return answered_otherwise(answer, 0, code);
  }
  if (*field != '\0' && problem["field"].text() != field) {
    return Finding::fail(
        kit("reply_field", {{"found", problem["field"].text()}, {"expected", field}}));
  }
  if (answer.lines.size() != 2 || answer.reply(1)["kind"].text() != "data") {
    return answered_otherwise(answer, 1, "data");
  }
  if (answer.exit_status == 0) {
    return Finding::fail(kit("exit_status", {{"found", std::int64_t{0}}}));
  }
  return Finding::pass();
}

Finding about_answers(const Options& options) {
  const HostAnswer answer = run_host(options.target, std::string(about) + "\n");
  if (answer.lines.size() != 1 || answer.reply(0)["kind"].text() != "data") {
    return answered_otherwise(answer, 0, "data");
  }
  if (answer.exit_status != 0) {
    return Finding::fail(kit("exit_status", {{"found", std::int64_t{answer.exit_status}}}));
  }
  return Finding::pass();
}

/// Every action that `app.actions` lists.
Json::Array listed_actions(const Options& options) {
  const HostAnswer answer = run_host(options.target, "{\"do\":\"app.actions\"}\n");
  return answer.reply(0)["actions"].items();
}

std::string name_of_action(const Json& action) {
  return action.has("name") ? action["name"].text() : action["action"].text();
}

Finding lists_actions(const Options& options) {
  const Json::Array actions = listed_actions(options);
  if (actions.empty()) {
    return Finding::fail(kit("no_actions"));
  }
  const bool about_is_there = std::any_of(actions.begin(), actions.end(), [](const Json& action) {
    return name_of_action(action) == "app.about";
  });
  return about_is_there ? Finding::pass() : Finding::fail(kit("no_actions"));
}

Finding too_long(const Options& options) {
  const std::string filling(9U * 1024 * 1024, 'x');
  return refuses(options, R"({"do":"app.about","args":{"x":")" + filling + "\"}}", "invalid");
}

Finding deep(const Options& options) {
  return refuses(options,
                 R"({"do":"app.about","args":)" + std::string(100'000, '[') + "1" +
                     std::string(100'000, ']') + "}",
                 "invalid");
}

/// Two members of one name: refused, or the last one counts; never the first.
Finding double_member(const Options& options) {
  const HostAnswer answer =
      run_host(options.target, "{\"do\":\"app.nothing\",\"do\":\"app.about\"}\n");
  const Json reply = answer.reply(0);
  return reply["kind"].text() == "data" || is_problem(reply, "invalid")
             ? Finding::pass()
             : answered_otherwise(answer, 0, "data");
}

/// The same failure in two languages: other words, same code.
Finding languages(const Options& options) {
  const HostAnswer answer = run_host(options.target,
                                     "{\"do\":\"app.nothing\",\"lang\":\"ro\"}\n"
                                     "{\"do\":\"app.nothing\",\"lang\":\"en\"}\n"
                                     "{\"do\":\"app.nothing\",\"lang\":\"hu\"}\n");
  const std::array<Json, 3> replies = {answer.reply(0), answer.reply(1), answer.reply(2)};
  for (const Json& reply : replies) {
    if (!is_problem(reply, "not_found")) {
      return answered_otherwise(answer, 0, "not_found");
    }
  }
  const bool differ =
      replies[0]["text"] != replies[1]["text"] && replies[1]["text"] != replies[2]["text"];
  return differ ? Finding::pass() : Finding::fail(kit("one_language"));
}

/// One reply for each of many requests, in order.
Finding in_order(const Options& options) {
  std::string input;
  for (int i = 0; i < 50; ++i) {
    input += i % 2 == 0 ? "{\"do\":\"app.about\"}\n" : "{\"do\":\"app.nothing\"}\n";
  }
  const HostAnswer answer = run_host(options.target, input);
  for (std::size_t i = 0; i < 50; ++i) {
    const char* expected = i % 2 == 0 ? "data" : "problem";
    if (answer.reply(i)["kind"].text() != expected) {
      return answered_otherwise(answer, i, expected);
    }
  }
  return answer.lines.size() == 50 ? Finding::pass() : answered_otherwise(answer, 50, "");
}

/// The first action that has a required argument refuses to run without it and names it.
Finding missing_argument(const Options& options) {
  for (const Json& action : listed_actions(options)) {
    const Json& schema = action.has("args") ? action["args"] : action["schema"];
    if (schema["required"].items().empty()) {
      continue;
    }
    const std::string name = name_of_action(action);
    const Json request =
        Json::object({{"do", name}, {"key", "kit-missing"}, {"args", Json::object()}});
    const HostAnswer answer = run_host(options.target, request.dump() + "\n");
    const Json problem = answer.reply(0);
    if (!is_problem(problem, "invalid") || problem["field"].text().empty()) {
      return answered_otherwise(answer, 0, "invalid");
    }
    return Finding::pass();
  }
  return Finding::skip(kit("no_required"));
}

/// The example of an action as a request with a key; null when there is none.
Json example_of(const Json::Array& actions, std::string_view name, const char* key) {
  for (const Json& action : actions) {
    if (name_of_action(action) == name && action["example"].is_object()) {
      return Json::object({{"do", name}, {"key", key}, {"args", action["example"]}});
    }
  }
  return {};
}

/// A written request repeated with its key gives the same reply; with other arguments it conflicts.
Finding repeated_key(const Options& options) {
  const Json::Array actions = options.writes ? listed_actions(options) : Json::Array();
  const Json open = example_of(actions, "registers.open", "kit-open");
  Json receive = example_of(actions, "acquisition.receive", "kit-repeated-key");
  if (open.is_null() || receive.is_null()) {
    return Finding::skip(kit("no_writes"));
  }
  const std::string once = receive.dump() + "\n";
  receive.set("args", Json(receive["args"]).set("remarks", "kit"));
  // Registers that are open already refuse to be opened: that reply does not matter.
  const HostAnswer answer =
      run_host(options.target, open.dump() + "\n" + once + once + receive.dump() + "\n");
  if (answer.lines.size() != 4 || answer.reply(1)["kind"].text() == "problem" ||
      answer.lines[1] != answer.lines[2]) {
    return answered_otherwise(answer, 1, "data");
  }
  return is_problem(answer.reply(3), "conflict") ? Finding::pass()
                                                 : answered_otherwise(answer, 3, "conflict");
}

struct BadRequest {
  const char* name;
  std::string request;
  const char* code;
  const char* field;
};

std::vector<BadRequest> bad_requests() {
  return {
      {"host.not_json", R"({"do":"app.about")", "invalid", ""},
      {"host.not_object", "[1,2,3]", "invalid", ""},
      {"host.not_utf8", "{\"do\":\"app.about\",\"args\":{\"x\":\"\xe3\xff\"}}", "invalid", ""},
      {"host.not_a_number", R"({"do":"app.about","args":{"x":NaN}})", "invalid", ""},
      {"host.trailing_text", R"({"do":"app.about"} and more)", "invalid", ""},
      {"host.unknown_action", R"({"do":"app.nothing"})", "not_found", "do"},
      {"host.no_action", R"({"args":{}})", "invalid", "do"},
      {"host.action_type", R"({"do":7})", "invalid", "do"},
      {"host.unknown_member", R"({"do":"app.about","kit_extra":1})", "invalid", "kit_extra"},
      {"host.other_version", R"({"v":2,"do":"app.about"})", "invalid", "v"},
      {"host.args_type", R"({"do":"app.about","args":[1]})", "invalid", "args"},
      {"host.unknown_role", R"({"do":"app.about","as":{"user":"kit","roles":["king"]}})", "invalid",
       "as/roles"},
  };
}

}  // namespace

std::vector<Check> host_checks(const Options& options) {
  std::vector<Check> checks;
  const auto add = [&](const char* name, Finding (*body)(const Options&)) {
    checks.push_back({name, [&options, body] { return body(options); }});
  };
  add("host.about", about_answers);
  add("host.actions", lists_actions);
  for (BadRequest& bad : bad_requests()) {
    checks.push_back(
        {bad.name, [&options, bad] { return refuses(options, bad.request, bad.code, bad.field); }});
  }
  add("host.too_long", too_long);
  add("host.deep", deep);
  add("host.double_member", double_member);
  add("host.languages", languages);
  add("host.in_order", in_order);
  add("host.missing_argument", missing_argument);
  add("host.repeated_key", repeated_key);
  return checks;
}

}  // namespace metodica::conformance
