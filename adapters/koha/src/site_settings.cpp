// The keys of [adapter.settings] as a Site.
#include <algorithm>
#include <charconv>

#include "koha/src/codes.hpp"
#include "koha/src/site.hpp"
#include "metodica/settings.hpp"

namespace metodica::koha {
namespace {

constexpr std::size_t longest_item_type = 10;  // varchar(10)

struct Default {
  std::string_view key;
  std::string_view value;
};

constexpr std::array<Default, 26> keys{{
    {"way", "inside"},
    {"library", ""},
    {"name", ""},
    {"libraries", ""},
    {"places", ""},
    {"registers", ""},
    {"item_type", ""},
    {"state_in_process", "not_for_loan_status:-1"},
    {"state_reading_room", "not_for_loan_status:1"},
    {"state_damaged", "damaged_status:1"},
    {"state_missing", "lost_status:4"},
    {"state_withdrawn", "withdrawn:1"},
    {"role_reader", "catalogue"},
    {"role_librarian", "editcatalogue:edit_items acquisition:order_receive"},
    {"role_keeper", "acquisition:order_receive"},
    {"role_commission", "tools:inventory"},
    {"role_manager", ""},
    {"role_accountant", ""},
    {"role_methodologist", ""},
    {"role_administrator", "plugins:configure"},
    {"url", ""},
    {"client_file", ""},
    {"ca_file", ""},
    {"time_limit", "8"},
    {"subfields", "keep"},
    {"flavour", ""},
}};

Unexpected wrong(std::string_view key, std::string_view text) {
  return invalid("koha.setting_wrong", {{"name", std::string(key)}, {"text", std::string(text)}},
                 std::string(key));
}

std::vector<std::string> words_of(std::string_view text, char between) {
  std::vector<std::string> words;
  for (bool more = !text.empty(); more;) {
    const std::size_t end = text.find(between);
    std::string_view word = text.substr(0, end);
    more = end != std::string_view::npos;
    text = more ? text.substr(end + 1) : std::string_view();
    while (!word.empty() && word.front() == ' ') {
      word.remove_prefix(1);
    }
    while (!word.empty() && word.back() == ' ') {
      word.remove_suffix(1);
    }
    if (!word.empty()) {
      words.emplace_back(word);
    }
  }
  return words;
}

class Reader {
 public:
  explicit Reader(const Settings& settings) : settings_(settings) {}

  [[nodiscard]] std::string value(std::string_view key) const {
    const auto found = settings_.find(key);
    if (found != settings_.end()) {
      return found->second;
    }
    const auto* const known =
        std::find_if(keys.begin(), keys.end(), [&](const Default& one) { return one.key == key; });
    return std::string(known->value);
  }

  /// "A=1; B=2" as pairs; the second part may be empty.
  [[nodiscard]] Result<std::vector<std::pair<std::string, std::string>>> pairs(
      std::string_view key) const {
    std::vector<std::pair<std::string, std::string>> found;
    for (const std::string& one : words_of(value(key), ';')) {
      const std::size_t equals = one.find('=');
      if (equals == 0 || equals == std::string::npos) {
        return wrong(key, one);
      }
      const auto first = words_of(one.substr(0, equals), '=');
      const auto second = words_of(one.substr(equals + 1), '=');
      found.emplace_back(first.empty() ? "" : first.front(), second.empty() ? "" : second.front());
    }
    return found;
  }

  [[nodiscard]] Result<std::string> path(std::string_view key) const {
    std::string found = value(key);
    if (!found.empty() && found.front() != '/') {
      return wrong(key, found);
    }
    return found;
  }

 private:
  const Settings& settings_;
};

Result<void> read_libraries(const Reader& reader, Site& site) {
  METODICA_TRY(const auto pairs, reader.pairs("libraries"));
  for (const auto& [koha, ours] : pairs) {
    const std::size_t slash = ours.find('/');
    if (ours.empty()) {
      return wrong("libraries", koha);
    }
    site.libraries.push_back(
        {koha, ours.substr(0, slash), slash == std::string::npos ? "" : ours.substr(slash + 1)});
  }
  METODICA_TRY(const auto places, reader.pairs("places"));
  site.places = {places.begin(), places.end()};
  METODICA_TRY(site.registers, reader.pairs("registers"));
  site.item_type = reader.value("item_type");
  if (characters(site.item_type) > longest_item_type) {
    return wrong("item_type", site.item_type);
  }
  return {};
}

Result<void> read_states(const Reader& reader, Site& site) {
  for (const char* const state :
       {"in_process", "reading_room", "damaged", "missing", "withdrawn"}) {
    const std::string key = std::string("state_") + state;
    const std::string text = reader.value(key);
    const std::size_t colon = text.find(':');
    StatusValue status{text.substr(0, colon), 0};
    const std::string_view digits =
        colon == std::string::npos ? std::string_view() : std::string_view(text).substr(colon + 1);
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), status.value);
    // Koha's columns are tinyint; 0 is the state of an item that nothing is said about.
    const bool good =
        error == std::errc() && end == digits.data() + digits.size() && status.value != 0 &&
        status.value >= -128 && status.value <= 127 &&
        std::find(status_fields.begin(), status_fields.end(), status.field) != status_fields.end();
    if (!good) {
      return wrong(key, text);
    }
    site.states[state] = status;
  }
  return {};
}

Result<void> read_rest(const Reader& reader, Site& site) {
  site.rest.url = reader.value("url");
  while (!site.rest.url.empty() && site.rest.url.back() == '/') {
    site.rest.url.pop_back();
  }
  METODICA_TRY(site.rest.client_file, reader.path("client_file"));
  METODICA_TRY(site.rest.ca_file, reader.path("ca_file"));
  const std::string seconds = reader.value("time_limit");
  const auto [end, error] =
      std::from_chars(seconds.data(), seconds.data() + seconds.size(), site.rest.seconds);
  if (error != std::errc() || end != seconds.data() + seconds.size() || site.rest.seconds < 1 ||
      site.rest.seconds > 60) {
    return wrong("time_limit", seconds);
  }
  const std::string subfields = reader.value("subfields");
  if (subfields != "keep" && subfields != "none") {
    return wrong("subfields", subfields);
  }
  site.rest.keep_subfields = subfields == "keep";
  site.rest.flavour = reader.value("flavour");
  if (site.rest.flavour != "" && site.rest.flavour != "UNIMARC" && site.rest.flavour != "MARC21") {
    return wrong("flavour", site.rest.flavour);
  }
  if (site.inside) {
    return {};
  }
  for (const char* const key : {"url", "client_file"}) {
    if (reader.value(key).empty()) {
      return invalid("koha.setting_missing", {{"name", std::string(key)}}, key);
    }
  }
  const bool http = site.rest.url.starts_with("http://") || site.rest.url.starts_with("https://");
  return http ? Result<void>() : Result<void>(wrong("url", site.rest.url));
}

}  // namespace

Result<Site> read_site(std::string_view settings_json) {
  METODICA_TRY(const Settings settings, read_settings(settings_json));
  std::vector<std::string_view> names;
  for (const Default& one : keys) {
    names.push_back(one.key);
  }
  METODICA_CHECK(check_settings(settings, names));
  const Reader reader(settings);
  Site site;
  const std::string way = reader.value("way");
  if (way != "inside" && way != "rest") {
    return wrong("way", way);
  }
  site.inside = way == "inside";
  site.library = reader.value("library");
  site.name = reader.value("name").empty() ? site.library : reader.value("name");
  METODICA_CHECK(read_libraries(reader, site));
  METODICA_CHECK(read_states(reader, site));
  METODICA_CHECK(read_rest(reader, site));
  for (const Default& one : keys) {
    if (one.key.starts_with("role_")) {
      // The plugin in Koha writes tools.inventory, Koha's own pages tools:inventory.
      std::string givers = reader.value(one.key);
      std::replace(givers.begin(), givers.end(), '.', ':');
      site.roles[std::string(one.key.substr(5))] = words_of(givers, ' ');
    }
  }
  return site;
}

}  // namespace metodica::koha
