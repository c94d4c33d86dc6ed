#include "modules/processing/reading_forms.hpp"

#include <string_view>

namespace metodica::processing {
namespace {

constexpr std::size_t longest_list = 4U * 1024 * 1024;

// Scanners that store codes write one a line, some with the time behind a comma or a tab.
void add_codes(std::string_view text, std::vector<std::string>& codes) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    line = line.substr(0, line.find_first_of(",;\t\r"));
    const std::size_t first = line.find_first_not_of(" \"\xEF\xBB\xBF");
    if (first == std::string_view::npos)
      continue;
    const std::size_t last = line.find_last_not_of(" \"");
    codes.emplace_back(line.substr(first, last - first + 1));
  }
}

}  // namespace

Form reading_start_form(const Messages& say) {
  Form form("reading_start", "processing.reading_start", say("shelves.reading_start"));
  form.text("place", say("shelves.place")).longest(120).help(say("shelves.place_help"));
  form.text("section", say("processing.section"))
      .pattern("(-|[A-Za-z]{1,4})", say("processing.section_meaning"))
      .help(say("shelves.section_help"));
  form.text("custody", say("processing.custody")).longest(40).help(say("shelves.custody_help"));
  return form;
}

Form reading_form(const Messages& say, const char* action) {
  Form form("reading", action, say("common.open"));
  form.integer("reading", say("shelves.reading")).required().min(std::int64_t{1});
  return form;
}

Form reading_scan_form(const Messages& say) {
  Form form = reading_form(say, "processing.reading_scan");
  form.barcode("code", say("shelves.code")).required();
  return form;
}

Form reading_load_form(const Messages& say) {
  Form form("reading_load", "processing.reading_load", say("shelves.load_send"));
  form.hidden("reading");
  form.long_text("codes", say("shelves.codes"))
      .longest(longest_list)
      .help(say("shelves.codes_help"));
  form.file("file", say("shelves.codes_file")).longest(longest_list).help(say("shelves.file_help"));
  return form;
}

std::vector<std::string> codes_in(const Values& in) {
  std::vector<std::string> codes;
  add_codes(in.text("codes"), codes);
  if (in.has("file"))
    add_codes(in.file("file").bytes, codes);
  return codes;
}

}  // namespace metodica::processing
