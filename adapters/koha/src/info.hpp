/// Who Koha is, who its users are, its libraries, and how a screen is drawn for it.
#pragma once

#include <vector>

#include "koha/src/koha_door.hpp"
#include "koha/src/site.hpp"
#include "metodica/extensions.hpp"

namespace metodica::koha {

class Info final : public InfoExtension {
 public:
  explicit Info(KohaDoor& door) : door_(door) {}

  [[nodiscard]] std::string abilities() const override;
  Result<void> describe(const CallContext& context, std::string_view in, Sink& out) override;
  Result<void> self_test(const CallContext& context, std::string_view in, Sink& out) override;

 private:
  KohaDoor& door_;
};

class Identity final : public IdentityExtension {
 public:
  Identity(const Site& site, KohaDoor& door) : site_(site), door_(door) {}

  [[nodiscard]] std::string abilities() const override;
  Result<void> who(const CallContext& context, std::string_view in, Sink& out) override;
  Result<void> may(const CallContext& context, std::string_view in, Sink& out) override;

 private:
  const Site& site_;
  KohaDoor& door_;
};

/// Our roles of a user with these permissions of Koha, by the site's settings: a permission
/// ("tools:inventory"; a module held whole holds its parts, a module alone means any part of it) or
/// a user by name ("user:mpop"). A superlibrarian has all roles, as in Koha.
[[nodiscard]] std::vector<std::string> roles_of(const std::string& user,
                                                const Json::Array& permissions, const Site& site);

class Libraries final : public LibrariesExtension {
 public:
  Libraries(const Site& site, KohaDoor& door) : site_(site), door_(door) {}

  [[nodiscard]] std::string abilities() const override;
  Result<void> tree(const CallContext& context, std::string_view in, Sink& out) override;

 private:
  const Site& site_;
  KohaDoor& door_;
};

}  // namespace metodica::koha
