/// The copies of the library in any order: on screen, as PDF and as XLSX.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/call.hpp"
#include "modules/processing/shelf_walk.hpp"

namespace metodica::processing {

/// By what a list is sorted. Ties go by shelf, then by inventory number.
enum class ListOrder : std::uint8_t { shelf = 1, number, author, title, format, udc };
inline constexpr ListOrder all_list_orders[] = {ListOrder::shelf,  ListOrder::number,
                                                ListOrder::author, ListOrder::title,
                                                ListOrder::format, ListOrder::udc};

std::string_view name_of(ListOrder order);  ///< "author", as in forms and messages
std::optional<ListOrder> list_order_named(std::string_view name);

/// What sorts a line, so that memcmp order is the order of the list: collation by the rules of
/// Romanian without initial article, shelf and format marks by their own rules, UDC by its filing
/// order. Lines without the thing come last.
std::string order_key(ListOrder order, const ShelfLine& line);

/// Every existing copy that has a call number and matches the filter, in order. `from` of the
/// filter is taken for the order `shelf` only. About 0.5 KiB a copy.
std::vector<ShelfLine> listed_copies(UnitOfWork& work, const ShelfFilter& filter, ListOrder order);

}  // namespace metodica::processing
