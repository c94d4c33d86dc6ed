/// The structure of a UDC notation: members joined by signs, each a number with its auxiliaries or
/// a bracketed group of such members.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "bibliography/udc_elements.hpp"

namespace metodica {

enum class UdcNodeKind : std::uint8_t {
  expression = 1,  ///< members and the signs + : :: between them
  number,          ///< a main number and its auxiliaries, in any order
  group,           ///< [ ... ]: an expression, then the auxiliaries behind it
  element          ///< a leaf, or a bracket whose children are what stands inside
};

/// A node. Nodes stand in reading order, each before its children, so that a subtree is a run:
/// the children of node i begin at i + 1, the next sister of a child c is at its `end`, and the
/// last one ends at the `end` of i.
struct UdcNode {
  UdcNodeKind kind = UdcNodeKind::element;
  UdcPart part = UdcPart::unknown;  ///< of elements
  std::uint32_t end = 0;            ///< index after the last node of this subtree
  std::string_view text;            ///< all of it, as in the notation
  std::string_view range_end;       ///< of elements, as UdcElement::range_end
};

/// The tree of a normalised notation; the first node is the whole, also of an empty one. Never
/// fails: what cannot be read is an `unknown` element in its place. Views point into `notation`.
/// Linear in the length, without recursion, however deep groups are nested.
[[nodiscard]] std::vector<UdcNode> udc_tree(std::string_view notation);

}  // namespace metodica
