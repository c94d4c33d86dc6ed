#include "standalone/src/info.hpp"

#include <unistd.h>

#include "json/json.hpp"

namespace metodica::standalone {
namespace {

std::string check_line(std::string_view check, std::string_view result, std::string_view code = {},
                       std::string_view detail = {}) {
  Json line = Json::object({{"check", check}, {"result", result}});
  if (!code.empty()) {
    line.set("code", code).set("detail", detail);
  }
  return line.dump();
}

Json tree_line(const std::string& id, const std::string& parent, std::string_view is,
               const NamedCode& node) {
  return Json::object(
      {{"id", id}, {"parent", parent}, {"is", is}, {"code", node.first}, {"name", node.second}});
}

}  // namespace

std::string Info::abilities() const {
  return R"({"operations":{"describe":{"read":true},"self_test":{"read":true}}})";
}

Result<void> Info::describe(const CallContext& /*context*/, std::string_view /*in*/, Sink& out) {
  const bool unimarc = site_.format == MarcFormat::unimarc;
  return out.line(Json::object({{"product", "Metodica standalone"},
                                {"version", "1.0"},
                                {"formats", Json::array({unimarc ? "unimarc" : "marc21",
                                                         unimarc ? "marc21" : "unimarc"})},
                                {"character_set", "utf-8"},
                                {"limits", Json::object({{"barcode_characters", 40}})}})
                      .dump());
}

Result<void> Info::self_test(const CallContext& /*context*/, std::string_view /*in*/, Sink& out) {
  const std::vector<std::string> faults = catalogue_.integrity();
  METODICA_CHECK(out.line(faults.empty()
                              ? check_line("catalogue", "passed")
                              : check_line("catalogue", "failed", "damaged", faults.front())));
  if (site_.handover.empty()) {
    return out.line(check_line("handover", "skipped"));
  }
  const bool writable = ::access(site_.handover.c_str(), W_OK | X_OK) == 0;
  return out.line(writable ? check_line("handover", "passed")
                           : check_line("handover", "failed", "not_writable", site_.handover));
}

std::string Libraries::abilities() const {
  return R"({"operations":{"tree":{"read":true}}})";
}

Result<void> Libraries::tree(const CallContext& /*context*/, std::string_view /*in*/, Sink& out) {
  METODICA_CHECK(
      out.line(tree_line(site_.library, "", "library", {site_.library, site_.name}).dump()));
  for (const NamedCode& branch : site_.branches) {
    METODICA_CHECK(
        out.line(tree_line("branch-" + branch.first, site_.library, "branch", branch).dump()));
  }
  for (const NamedCode& place : site_.places) {
    METODICA_CHECK(
        out.line(tree_line("place-" + place.first, site_.library, "place", place).dump()));
  }
  return {};
}

std::string Places::abilities() const {
  return R"({"operations":{"list":{"read":true},"arrange":{"read":true}}})";
}

Result<void> Places::list(const CallContext& /*context*/, std::string_view /*in*/, Sink& out) {
  return out.line(R"({"place":"menu","takes":"menu"})");
}

Result<void> Places::arrange(const CallContext& /*context*/, std::string_view in, Sink& out) {
  METODICA_TRY(const Json request, read_request(in));
  METODICA_TRY(const Json::Array* const entries, list_in(request, "entries"));
  for (const Json& entry : *entries) {
    METODICA_CHECK(out.line(Json::object({{"id", entry["id"].text()},
                                          {"place", "menu"},
                                          {"url", "/do/" + entry["action"].text()}})
                                .dump()));
  }
  return {};
}

}  // namespace metodica::standalone
