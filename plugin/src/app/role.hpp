/// Roles, ours: each host's rights are mapped to them by its adapter (issue of roles: the manager
/// approves, the keeper is never in the commission, the administrator signs nothing).
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace metodica {

enum class Role : std::uint8_t {
  reader = 1,     ///< reads only
  librarian,      ///< daily work
  keeper,         ///< gestionar: answers for a custody, keeps the registers
  commission,     ///< member of a reception, stocktaking or withdrawal commission
  manager,        ///< conducerea bibliotecii: approves
  accountant,     ///< sees values and closings
  methodologist,  ///< county coordination
  administrator,  ///< users and settings; signs nothing
};

/// A set of roles.
class Roles {
 public:
  constexpr Roles() = default;
  constexpr Roles(std::initializer_list<Role> roles) {
    for (const Role role : roles)
      bits_ |= bit(role);
  }
  static constexpr Roles all() {
    Roles every;
    every.bits_ = 0x1fe;
    return every;
  }

  constexpr void add(Role role) { bits_ |= bit(role); }
  [[nodiscard]] constexpr bool has(Role role) const { return (bits_ & bit(role)) != 0; }
  [[nodiscard]] constexpr bool any_of(Roles other) const { return (bits_ & other.bits_) != 0; }
  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
  [[nodiscard]] std::vector<Role> list() const;

 private:
  static constexpr std::uint32_t bit(Role role) { return 1U << static_cast<std::uint32_t>(role); }
  std::uint32_t bits_ = 0;
};

std::string_view role_name(Role role);               ///< "keeper"
std::optional<Role> role_of(std::string_view name);  ///< nothing when unknown

}  // namespace metodica
