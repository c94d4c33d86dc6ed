#include "modules/processing/stock_list.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "bibliography/format_mark.hpp"
#include "bibliography/initial_article.hpp"
#include "bibliography/udc_key.hpp"
#include "text/unicode.hpp"

namespace metodica::processing {
namespace {

constexpr std::array<std::pair<ListOrder, std::string_view>, 6> order_names = {
    {{ListOrder::shelf, "shelf"},
     {ListOrder::number, "number"},
     {ListOrder::author, "author"},
     {ListOrder::title, "title"},
     {ListOrder::format, "format"},
     {ListOrder::udc, "udc"}}};

// No key begins so: lines without the thing that sorts them come last.
constexpr const char* last_of_all = "\xFF";

std::string title_key_of(const CopyLine& copy) {
  return collation_key(without_initial_article(copy.title, copy.language), "ro");
}

std::string padded(std::int64_t number) {
  const std::string digits = std::to_string(number);
  return std::string(digits.size() < 15 ? 15 - digits.size() : 0, '0') + digits;
}

}  // namespace

std::string_view name_of(ListOrder order) {
  for (const auto& [known, name] : order_names) {
    if (known == order)
      return name;
  }
  return {};
}

std::optional<ListOrder> list_order_named(std::string_view name) {
  for (const auto& [order, known] : order_names) {
    if (known == name)
      return order;
  }
  return {};
}

std::string order_key(ListOrder order, const ShelfLine& line) {
  std::string key;
  switch (order) {
    case ListOrder::shelf:
      break;
    case ListOrder::number:
      return line.copy.number.register_code + '\0' + padded(line.copy.number.number);
    case ListOrder::author:
      key = line.copy.author.empty() ? last_of_all : collation_key(line.copy.author, "ro");
      return key + '\0' + title_key_of(line.copy);
    case ListOrder::title:
      return title_key_of(line.copy);
    case ListOrder::format: {
      const auto mark = FormatMark::parse(line.mark.call_number);
      return mark ? format_mark_key(*mark) : last_of_all;
    }
    case ListOrder::udc:
      if (line.mark.udc.empty())
        return last_of_all;
      append_udc_key(key, line.mark.udc);
      return key;
  }
  return line.mark.shelf_key;
}

std::vector<ShelfLine> listed_copies(UnitOfWork& work, const ShelfFilter& filter, ListOrder order) {
  ShelfFilter all = filter;
  if (order != ListOrder::shelf)
    all.from.clear();
  ShelfWalk walk(work, all);
  std::vector<ShelfLine> lines;
  ShelfLine line;
  while (walk.next(line))
    lines.push_back(std::move(line));
  if (order == ListOrder::shelf)
    return lines;
  std::vector<std::pair<std::string, std::size_t>> keys;
  keys.reserve(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i)
    keys.emplace_back(order_key(order, lines[i]), i);  // i: the walk is in shelf order
  std::sort(keys.begin(), keys.end());
  std::vector<ShelfLine> sorted;
  sorted.reserve(lines.size());
  for (const auto& [key, at] : keys)
    sorted.push_back(std::move(lines[at]));
  return sorted;
}

}  // namespace metodica::processing
