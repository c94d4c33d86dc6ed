#include "standalone/src/site.hpp"

#include <array>

namespace metodica::standalone {
namespace {

constexpr std::array<std::string_view, 7> known{"catalogue", "handover", "library", "name",
                                                "branches",  "places",   "format"};

std::string value_of(const Settings& settings, std::string_view name) {
  const auto found = settings.find(name);
  return found == settings.end() ? std::string() : found->second;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t from = text.find_first_not_of(' ');
  return from == std::string_view::npos ? std::string_view()
                                        : text.substr(from, text.find_last_not_of(' ') - from + 1);
}

Result<std::vector<NamedCode>> named_codes(const Settings& settings, std::string_view name) {
  const std::string all = value_of(settings, name);
  std::vector<NamedCode> codes;
  for (std::string_view rest = all; !rest.empty();) {
    const std::size_t end = rest.find(';');
    const std::string_view one = trimmed(rest.substr(0, end));
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    const std::size_t equals = one.find('=');
    if (one.empty()) {
      continue;
    }
    if (equals == 0 || equals == std::string_view::npos) {
      return invalid("standalone.setting_wrong",
                     {{"name", std::string(name)}, {"text", std::string(one)}}, std::string(name));
    }
    codes.emplace_back(trimmed(one.substr(0, equals)), trimmed(one.substr(equals + 1)));
  }
  return codes;
}

Result<std::string> absolute_path(const Settings& settings, std::string_view name, bool required) {
  const std::string path = value_of(settings, name);
  if (path.empty() && required) {
    return invalid("standalone.setting_missing", {{"name", std::string(name)}}, std::string(name));
  }
  if (!path.empty() && path.front() != '/') {
    return invalid("standalone.relative_path", {{"name", std::string(name)}, {"text", path}},
                   std::string(name));
  }
  return path;
}

}  // namespace

Result<Site> read_site(std::string_view settings_json) {
  METODICA_TRY(const Settings settings, read_settings(settings_json));
  METODICA_CHECK(check_settings(settings, known));
  Site site;
  METODICA_TRY(site.catalogue, absolute_path(settings, "catalogue", true));
  METODICA_TRY(site.handover, absolute_path(settings, "handover", false));
  METODICA_TRY(site.branches, named_codes(settings, "branches"));
  METODICA_TRY(site.places, named_codes(settings, "places"));
  site.library = value_of(settings, "library");
  site.name = value_of(settings, "name");
  if (site.name.empty()) {
    site.name = site.library;
  }
  const std::string format = value_of(settings, "format");
  const auto named = format_named(format.empty() ? "unimarc" : format);
  if (!named) {
    return invalid("standalone.setting_wrong", {{"name", "format"}, {"text", format}}, "format");
  }
  site.format = *named;
  return site;
}

}  // namespace metodica::standalone
