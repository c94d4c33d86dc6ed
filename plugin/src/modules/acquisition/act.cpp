#include "modules/acquisition/act.hpp"

#include <algorithm>
#include <set>

namespace metodica::acquisition {
namespace {

bool is_copies(const Line& line) {
  return line.price.charge == Charge::none;
}

void append(std::string& text, const char* separator, const std::string& more) {
  if (more.empty())
    return;
  if (!text.empty())
    text += separator;
  text += more;
}

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string::npos)
    return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

}  // namespace

std::vector<std::string> act_sources() {
  return {"purchase", "subscription", "donation",    "sponsorship", "exchange", "legal_deposit",
          "transfer", "own",          "replacement", "programme",   "found",    "serial_unit"};
}

std::vector<std::string> act_papers() {
  return {"invoice",          "delivery_note",     "receipt",        "purchase_list",
          "donation_minutes", "donation_contract", "list",           "transfer_order",
          "handover",         "deposit_list",      "loss_statement", "minutes",
          "entry_act"};
}

bool is_valued(std::string_view source) {
  return source != "purchase" && source != "subscription";
}

std::string full_title(const Line& line) {
  std::string title = line.title;
  append(title, ". ", line.volume);
  append(title, ". ", line.edition);
  return title;
}

std::string full_publication(const Line& line) {
  if (!line.publication.empty())
    return line.publication;
  std::string text = line.place;
  append(text, " : ", line.publisher);
  append(text, ", ", line.year);
  return text;
}

Imprint imprint_of(const Line& line) {
  Imprint imprint{line.place, line.publisher, line.year};
  if (line.publication.empty() || !imprint.place.empty() || !imprint.publisher.empty())
    return imprint;
  std::string rest = line.publication;
  if (const std::size_t colon = rest.find(':'); colon != std::string::npos) {
    imprint.place = trimmed(rest.substr(0, colon));
    rest.erase(0, colon + 1);
  }
  const std::size_t comma = rest.rfind(',');
  const std::string last = trimmed(comma == std::string::npos ? rest : rest.substr(comma + 1));
  if (last.find_first_of("0123456789") != std::string::npos) {
    imprint.year = last;
    rest.erase(comma == std::string::npos ? 0 : comma);
  }
  imprint.publisher = trimmed(rest);
  return imprint;
}

std::vector<PriceLine> price_lines(const Act& act) {
  std::vector<PriceLine> lines;
  lines.reserve(act.lines.size());
  for (const auto& line : act.lines)
    lines.push_back(line.price);
  return lines;
}

std::int64_t copies_on_act(const Act& act) {
  std::int64_t sum = 0;
  for (const auto& line : act.lines)
    sum += is_copies(line) ? line.price.copies : 0;
  return sum;
}

std::int64_t copies_accepted(const Act& act) {
  std::int64_t sum = 0;
  for (const auto& line : act.lines)
    sum += is_copies(line) ? line.price.accepted : 0;
  return sum;
}

std::int64_t titles_accepted(const Act& act) {
  std::set<std::string> titles;
  for (const auto& line : act.lines) {
    if (!is_copies(line) || line.price.accepted == 0)
      continue;
    titles.insert(line.author + '\x1f' + full_title(line) + '\x1f' + full_publication(line));
  }
  return static_cast<std::int64_t>(titles.size());
}

bool has_differences(const Act& act) {
  return std::any_of(act.lines.begin(), act.lines.end(), [](const Line& line) {
    return is_copies(line) && line.price.accepted != line.price.copies;
  });
}

}  // namespace metodica::acquisition
