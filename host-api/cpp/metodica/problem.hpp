/// Problems as they cross a door: the words for statuses, and the problem object as JSON text.
/// Standard library only, so that adapters need no JSON library to fail properly.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "metodica/result.hpp"

namespace metodica {

/// The `code` of a problem object for a status: "invalid", "conflict" ...; unknown ones are
/// "defect".
[[nodiscard]] std::string_view code_of(metodica_status status);
/// The status for a `code`; METODICA_DEFECT for an unknown one.
[[nodiscard]] metodica_status status_of(std::string_view code);

/// Appends `text` as a JSON string with its quotes. The text must be UTF-8.
void append_json_text(std::string& out, std::string_view text);

/// {"kind":"problem","code":..,"message":..,"arguments":{..},"field":..,"text":..}; empty members
/// are left out (schema/problem.json).
[[nodiscard]] std::string problem_json(const Problem& problem);

namespace detail {

struct CodeName {
  metodica_status status;
  std::string_view code;
};

inline constexpr std::array<CodeName, 11> code_names = {{
    {METODICA_OK, "ok"},
    {METODICA_INVALID, "invalid"},
    {METODICA_UNSUPPORTED, "unsupported"},
    {METODICA_NOT_FOUND, "not_found"},
    {METODICA_DENIED, "denied"},
    {METODICA_CONFLICT, "conflict"},
    {METODICA_BUSY, "busy"},
    {METODICA_UNREACHABLE, "unreachable"},
    {METODICA_DAMAGED, "damaged"},
    {METODICA_FORKED, "forked"},
    {METODICA_DEFECT, "defect"},
}};

inline void append_member(std::string& out, std::string_view name, std::string_view text) {
  if (text.empty()) {
    return;
  }
  out += ',';
  append_json_text(out, name);
  out += ':';
  append_json_text(out, text);
}

inline void append_arguments(std::string& out, const std::vector<MessageArgument>& arguments) {
  if (arguments.empty()) {
    return;
  }
  out += ",\"arguments\":{";
  const char* comma = "";
  for (const MessageArgument& argument : arguments) {
    out += comma;
    comma = ",";
    append_json_text(out, argument.name);
    out += ':';
    if (const auto* number = std::get_if<std::int64_t>(&argument.value)) {
      out += std::to_string(*number);
    } else {
      append_json_text(out, std::get<std::string>(argument.value));
    }
  }
  out += '}';
}

}  // namespace detail

inline std::string_view code_of(metodica_status status) {
  for (const auto& known : detail::code_names) {
    if (known.status == status) {
      return known.code;
    }
  }
  return "defect";
}

inline metodica_status status_of(std::string_view code) {
  for (const auto& known : detail::code_names) {
    if (known.code == code) {
      return known.status;
    }
  }
  return METODICA_DEFECT;
}

inline void append_json_text(std::string& out, std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20) {
      out += "\\u00";
      out += digits[byte >> 4U];
      out += digits[byte & 0x0fU];
    } else {
      out += c;
    }
  }
  out += '"';
}

inline std::string problem_json(const Problem& problem) {
  std::string out = R"({"kind":"problem")";
  detail::append_member(out, "code", code_of(problem.status));
  detail::append_member(out, "message", problem.message);
  detail::append_arguments(out, problem.arguments);
  detail::append_member(out, "field", problem.field);
  detail::append_member(out, "text", problem.text);
  out += '}';
  return out;
}

}  // namespace metodica
