#include "app/ini_file.hpp"

#include <boost/property_tree/ini_parser.hpp>
#include <boost/property_tree/ptree.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "metodica/problem.hpp"

namespace metodica {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

Result<std::string> read_text(const std::string& file) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error)) {
    return Unexpected({METODICA_NOT_FOUND, "configuration.missing", {{"file", file}}});
  }
  std::ifstream in(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in) {
    return Unexpected({METODICA_DENIED, "configuration.denied", {{"file", file}}});
  }
  if (text.starts_with(byte_order_mark))
    text.erase(0, byte_order_mark.size());
  return text;
}

}  // namespace

Result<IniKeys> read_ini_file(const std::string& file) {
  METODICA_TRY(const std::string text, read_text(file));
  boost::property_tree::ptree sections;
  try {
    std::istringstream lines(text);
    boost::property_tree::read_ini(lines, sections);
  } catch (const boost::property_tree::ini_parser_error& failure) {
    return invalid("configuration.line",
                   {{"file", file}, {"line", std::to_string(failure.line())}});
  }
  IniKeys keys;
  for (const auto& [section, content] : sections) {
    if (content.empty())
      keys[section] = content.data();  // a key above the first section
    for (const auto& [key, value] : content)
      keys[section + "." + key] = value.data();
  }
  return keys;
}

}  // namespace metodica
