#include "modules/coordination/training/attested_text.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "json/base64.hpp"
#include "text/unicode.hpp"

namespace metodica::coordination {
namespace {

constexpr std::string_view mark = "MA1";

enum Fact : std::size_t { number, year, day, hours, name, topic, issuer, facts_count };

std::string url_encoded(std::string_view bytes) {
  std::string out = base64_encoded(bytes);
  std::replace(out.begin(), out.end(), '+', '-');
  std::replace(out.begin(), out.end(), '/', '_');
  out.erase(out.find_last_not_of('=') + 1);
  return out;
}

std::optional<std::string> url_decoded(std::string text) {
  if (text.find_first_of("+/=") != std::string::npos)
    return {};
  std::replace(text.begin(), text.end(), '-', '+');
  std::replace(text.begin(), text.end(), '_', '/');
  text.append((4 - text.size() % 4) % 4, '=');
  return base64_decoded(text);
}

std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find(at, from), text.size());
    parts.emplace_back(text.substr(from, end - from));
    from = end + 1;
  }
  return parts;
}

std::optional<std::int64_t> whole(const std::string& text) {
  std::int64_t value = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || stop != end || value < 0)
    return {};
  return value;
}

std::optional<Attested> facts_of(const std::string& payload) {
  if (!is_utf8(payload))
    return {};
  std::vector<std::string> lines = split(payload, '\n');
  if (lines.size() != facts_count)
    return {};
  const auto no = whole(lines[number]);
  const auto of_year = whole(lines[year]);
  const auto of_hours = whole(lines[hours]);
  const auto on = Date::parse(lines[day]);
  if (!no || !of_year || !of_hours || !on)
    return {};
  return Attested{*no, *of_year, lines[name], *on, *of_hours, lines[topic], lines[issuer]};
}

}  // namespace

std::string attested_text(const Attested& facts, const SigningKey& key) {
  const std::string payload = std::to_string(facts.number) + "\n" + std::to_string(facts.year) +
                              "\n" + facts.day.iso() + "\n" + std::to_string(facts.hours) + "\n" +
                              one_line(facts.name) + "\n" + one_line(facts.topic) + "\n" +
                              one_line(facts.issuer);
  const std::string head = std::string(mark) + "." + url_encoded(payload);
  return head + "." + url_encoded(key.sign(head));
}

Result<CheckedText> check_attested(std::string_view text,
                                   const std::vector<std::string>& public_keys) {
  std::string plain;
  for (const char c : text) {
    if (c > ' ')
      plain += c;
  }
  const auto parts = split(plain, '.');
  if (parts.size() != 3 || parts[0] != mark)
    return invalid("attested.no_text", {}, "text");
  CheckedText checked;
  const auto payload = url_decoded(parts[1]);
  const auto signature = url_decoded(parts[2]);
  const auto facts = payload ? facts_of(*payload) : std::nullopt;
  if (!facts || !signature)
    return checked;
  checked.facts = *facts;
  const std::string_view head = std::string_view(plain).substr(0, plain.rfind('.'));
  checked.genuine =
      std::any_of(public_keys.begin(), public_keys.end(),
                  [&](const std::string& key) { return is_signed(key, head, *signature); });
  return checked;
}

}  // namespace metodica::coordination
