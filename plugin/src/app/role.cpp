#include "app/role.hpp"

#include <array>

namespace metodica {
namespace {

constexpr std::array<std::pair<Role, std::string_view>, 8> names = {{
    {Role::reader, "reader"},
    {Role::librarian, "librarian"},
    {Role::keeper, "keeper"},
    {Role::commission, "commission"},
    {Role::manager, "manager"},
    {Role::accountant, "accountant"},
    {Role::methodologist, "methodologist"},
    {Role::administrator, "administrator"},
}};

}  // namespace

std::vector<Role> Roles::list() const {
  std::vector<Role> roles;
  for (const auto& [role, name] : names) {
    if (has(role))
      roles.push_back(role);
  }
  return roles;
}

std::string_view role_name(Role role) {
  for (const auto& [known, name] : names) {
    if (known == role)
      return name;
  }
  return {};
}

std::optional<Role> role_of(std::string_view name) {
  for (const auto& [role, known] : names) {
    if (known == name)
      return role;
  }
  return {};
}

}  // namespace metodica
