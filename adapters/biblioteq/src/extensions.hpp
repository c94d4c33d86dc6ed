/// What BiblioteQ offers to the plugin: itself, its titles, its copies.
#pragma once

#include "branch.hpp"
#include "metodica/extensions.hpp"

namespace metodica::biblioteq {

class Info final : public InfoExtension {
 public:
  explicit Info(Branch& branch) : branch_(branch) {}

  [[nodiscard]] std::string abilities() const override;
  Result<void> describe(const CallContext& context, std::string_view in, Sink& out) override;
  Result<void> self_test(const CallContext& context, std::string_view in, Sink& out) override;

 private:
  Branch& branch_;
};

class Libraries final : public LibrariesExtension {
 public:
  explicit Libraries(const Site& site) : site_(site) {}

  [[nodiscard]] std::string abilities() const override;
  Result<void> tree(const CallContext& context, std::string_view in, Sink& out) override;

 private:
  const Site& site_;
};

class Titles final : public TitlesExtension {
 public:
  explicit Titles(Branch& branch) : branch_(branch) {}

  [[nodiscard]] std::string abilities() const override;
  Result<void> find(const CallContext& context, std::string_view in, Sink& out) override;
  Result<void> read(const CallContext& context, std::string_view in, Sink& out) override;

 private:
  Branch& branch_;
};

class TitlesWrite final : public TitlesWriteExtension {
 public:
  explicit TitlesWrite(Branch& branch) : branch_(branch) {}

  [[nodiscard]] std::string abilities() const override;
  Result<void> create(const CallContext& context, std::string_view in, Sink& out) override;

 private:
  Branch& branch_;
};

class Holdings final : public HoldingsExtension {
 public:
  explicit Holdings(Branch& branch) : branch_(branch) {}

  [[nodiscard]] std::string abilities() const override;
  Result<void> copies(const CallContext& context, std::string_view in, Sink& out) override;
  Result<void> numbered(const CallContext& context, std::string_view in, Sink& out) override;
  Result<void> walk(const CallContext& context, std::string_view in, Sink& out) override;

 private:
  Branch& branch_;
};

class HoldingsWrite final : public HoldingsWriteExtension {
 public:
  explicit HoldingsWrite(Branch& branch) : branch_(branch) {}

  [[nodiscard]] std::string abilities() const override;
  Result<void> create(const CallContext& context, std::string_view in, Sink& out) override;
  Result<void> change(const CallContext& context, std::string_view in, Sink& out) override;
  Result<void> set_state(const CallContext& context, std::string_view in, Sink& out) override;
  Result<void> retire(const CallContext& context, std::string_view in, Sink& out) override;

 private:
  Branch& branch_;
};

}  // namespace metodica::biblioteq
