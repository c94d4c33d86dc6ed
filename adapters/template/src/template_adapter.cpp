// The smallest adapter that passes `metodica check adapter`. Copy the folder, rename, and replace
// what stands in this file by questions to your host.
#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "metodica/adapter.hpp"
#include "metodica/extensions.hpp"
#include "metodica/settings.hpp"

namespace {

using metodica::CallContext;
using metodica::Core;
using metodica::Extension;
using metodica::InfoExtension;
using metodica::LibrariesExtension;
using metodica::Result;
using metodica::Settings;
using metodica::Sink;

/// Who the host is. Every adapter offers this one.
class TemplateInfo : public InfoExtension {
 public:
  [[nodiscard]] std::string abilities() const override {
    return R"({"operations":{"describe":{"read":true},"self_test":{"read":true}}})";
  }

  Result<void> describe(const CallContext& /*context*/, std::string_view /*in*/,
                        Sink& out) override {
    return out.line(R"({"product":"Template","version":"1.0","character_set":"utf-8"})");
  }

  Result<void> self_test(const CallContext& /*context*/, std::string_view /*in*/,
                         Sink& out) override {
    return out.line(R"({"check":"settings","result":"passed"})");
  }
};

/// One ability: the tree of libraries, here a single one, named in the settings.
class TemplateLibraries : public LibrariesExtension {
 public:
  TemplateLibraries(std::string code, std::string name)
      : code_(std::move(code)), name_(std::move(name)) {}

  [[nodiscard]] std::string abilities() const override {
    return R"({"operations":{"tree":{"read":true}}})";
  }

  Result<void> tree(const CallContext& /*context*/, std::string_view /*in*/, Sink& out) override {
    std::string line = R"({"id":"1","parent":"","is":"library","code":)";
    metodica::append_json_text(line, code_);
    line += R"(,"name":)";
    metodica::append_json_text(line, name_);
    line += '}';
    return out.line(line);
  }

 private:
  std::string code_;
  std::string name_;
};

class TemplateAdapter : public metodica::Adapter {
 public:
  static Result<std::unique_ptr<TemplateAdapter>> make(Core core, std::string_view settings_json) {
    METODICA_TRY(const Settings settings, metodica::read_settings(settings_json));
    METODICA_CHECK(metodica::check_settings(settings, std::array{"library", "name"}));
    core.log(METODICA_LOG_INFO, R"({"event":"template.made"})");
    return std::make_unique<TemplateAdapter>(settings);
  }

  explicit TemplateAdapter(const Settings& settings)
      : libraries_(value_of(settings, "library"), value_of(settings, "name")) {}

  Extension* extension(std::string_view id) override { return offered(id, {&info_, &libraries_}); }

 private:
  static std::string value_of(const Settings& settings, std::string_view name) {
    const auto found = settings.find(name);
    return found == settings.end() ? std::string() : found->second;
  }

  TemplateInfo info_;
  TemplateLibraries libraries_;
};

}  // namespace

extern "C" const metodica_adapter_entry metodica_adapter_v1 = {
    sizeof(metodica_adapter_entry),
    METODICA_ABI_MAJOR,
    METODICA_ABI_MINOR,
    "ro.metodica.template",
    "Template",
    "1.0",
    "no host: a pattern to copy",
    &metodica::Export<TemplateAdapter>::create};
