/// Outside Koha: its REST interface answers the questions (OAuth2 client credentials).
#pragma once

#include <optional>
#include <string>

#include "common/http/rest_client.hpp"
#include "koha/src/koha_door.hpp"
#include "koha/src/rest_definition.hpp"
#include "koha/src/rest_list.hpp"
#include "koha/src/site.hpp"
#include "metodica/adapter.hpp"

namespace metodica::koha {

class RestDoor final : public KohaDoor {
 public:
  RestDoor(Core core, RestSite site);

  void start() override;
  void stop() override;
  [[nodiscard]] Result<Json> ask(const CallContext& context, std::string_view question,
                                 const Json& args) override;
  [[nodiscard]] bool answers(std::string_view question) const override;
  [[nodiscard]] std::vector<SelfCheck> checks(const CallContext& context) override;

 private:
  using Asked = Result<Json> (RestDoor::*)(const Json& args);
  struct Known;
  static const Known* known(std::string_view question);

  /// At the first question of a process: the definition is read, and one request without
  /// credentials must be refused. Errors: METODICA_DENIED "koha.open_to_all".
  [[nodiscard]] Result<void> connect();
  [[nodiscard]] Result<void> refuse_an_open_koha();
  [[nodiscard]] std::vector<SelfCheck> field_checks() const;

  [[nodiscard]] Result<Json> about(const Json& args);
  [[nodiscard]] Result<Json> libraries(const Json& args);
  [[nodiscard]] Result<Json> values(const Json& args);

  [[nodiscard]] Result<Json> items_read(const Json& args);
  [[nodiscard]] Result<Json> items_walk(const Json& args);
  [[nodiscard]] Result<Json> items_update(const Json& args);
  [[nodiscard]] Result<Json> items_create(const Json& args);
  [[nodiscard]] Result<Json> update_one(const Json& wanted);
  [[nodiscard]] Result<Json> create_one(const Json& wanted);
  [[nodiscard]] std::string forbids(const Json& set, const Json* item) const;

  [[nodiscard]] Result<Json> titles_read(const Json& args);
  [[nodiscard]] Result<Json> titles_find(const Json& args);
  [[nodiscard]] Result<Json> titles_changes(const Json& args);
  [[nodiscard]] Result<Json> titles_create(const Json& args);
  [[nodiscard]] Result<Json> titles_replace(const Json& args);
  [[nodiscard]] Result<Json> title(std::int64_t id);
  [[nodiscard]] Result<Json> keep_title(const std::string& method, const std::string& path,
                                        const Json& args);
  [[nodiscard]] Result<std::string> find_flavour();

  [[nodiscard]] Result<Json> vendors(const Json& args);
  [[nodiscard]] Result<Json> funds(const Json& args);
  [[nodiscard]] Result<Json> suggestions(const Json& args);
  [[nodiscard]] Result<Json> order_lines(const Json& args);
  /// Rows of a list that may be too old for paging or for the query language.
  [[nodiscard]] Result<std::vector<Json>> rows(const RestList& list, const Json& args);

  void log(std::string_view event, const Json& about) const;

  Core core_;
  RestSite site_;
  http::RestClient client_;
  std::optional<Definition> definition_;
  std::string flavour_;
};

/// Rows as answer of a question: {"<name>":[...]}.
[[nodiscard]] Json answer_with(const char* name, std::vector<Json> rows);

}  // namespace metodica::koha
