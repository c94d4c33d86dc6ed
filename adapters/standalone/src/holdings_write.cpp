#include "standalone/core/catalogue.hpp"
#include "standalone/src/copy_store.hpp"
#include "standalone/src/holdings.hpp"
#include "standalone/src/title_store.hpp"

namespace metodica::standalone {
namespace {

Json refused_field(const Problem& problem) {
  return refused("invalid_" + problem.field);
}

Json create_one(UnitOfWork& work, const Json& item, const std::string& library) {
  Result<CopyRow> copy = copy_from_json(item);
  if (!copy) {
    return refused_field(copy.error());
  }
  if (copy->title > 0 && !title_row(work, copy->title)) {
    return refused("title_not_found");
  }
  copy->library = library;
  copy->changed_at = now_utc();
  const std::string code = collision(work, *copy);
  if (!code.empty()) {
    return refused(code);
  }
  add_copy(work, *copy);
  return done(copy->id, copy->version);
}

/// The copy that an item names, when it may be changed; else the refusal.
struct Target {
  CopyWithLoan found;
  std::string refusal;
};

Target target_of(UnitOfWork& work, const Json& item, const std::string& library) {
  auto found = copy_by_id(work, id_number(item["id"].text()));
  if (!found || found->copy.library != library) {
    return {{}, "not_found"};
  }
  if (item["version"].text() != std::to_string(found->copy.version)) {
    return {{}, "newer_version"};
  }
  found->copy.changed_at = now_utc();
  return {*std::move(found), ""};
}

Json change_one(UnitOfWork& work, const Json& item, const std::string& library) {
  Target target = target_of(work, item, library);
  if (!target.refusal.empty()) {
    return refused(target.refusal);
  }
  CopyRow& copy = target.found.copy;
  const std::int64_t title = copy.title;
  if (const Result<void> changed = change_copy(copy, item["set"]); !changed) {
    return refused_field(changed.error());
  }
  if (copy.title != title && copy.title > 0 && !title_row(work, copy.title)) {
    return refused("title_not_found");
  }
  const std::string code = collision(work, copy);
  if (!code.empty()) {
    return refused(code);
  }
  update_copy(work, copy);
  return done(copy.id, copy.version);
}

Json set_state_of_one(UnitOfWork& work, const Json& item, const std::string& library) {
  Target target = target_of(work, item, library);
  if (!target.refusal.empty()) {
    return refused(target.refusal);
  }
  if (!is_state(item["state"].text())) {
    return refused("invalid_state");
  }
  target.found.copy.state = item["state"].text();
  update_copy(work, target.found.copy);
  return done(target.found.copy.id, target.found.copy.version);
}

Json retire_one(UnitOfWork& work, const Json& item, const std::string& library) {
  Target target = target_of(work, item, library);
  if (!target.refusal.empty()) {
    return refused(target.refusal);
  }
  if (target.found.loan) {
    return refused("on_loan");
  }
  if (target.found.copy.state == "withdrawn") {
    return refused("withdrawn");
  }
  retire_copy(work, target.found.copy,
              {item["cause"].text(), item["act"]["number"].text(), item["act"]["date"].text()});
  return done(target.found.copy.id, target.found.copy.version);
}

}  // namespace

std::string HoldingsWrite::abilities() const {
  return R"({"operations":{"create":{"write":true,"batch":2000,"read-back":true},)"
         R"("change":{"write":true,"batch":2000,"read-back":true,"version-checked":true},)"
         R"("set_state":{"write":true,"batch":2000,"read-back":true,"version-checked":true},)"
         R"("retire":{"write":true,"batch":2000,"read-back":true,"version-checked":true}}})";
}

Result<void> HoldingsWrite::create(const CallContext& context, std::string_view in, Sink& out) {
  return catalogue_.write_items("holdings.create", context, in, out,
                                [&](UnitOfWork& work, const Json& item) -> Result<Json> {
                                  return create_one(work, item, site_.library_of(context));
                                });
}

Result<void> HoldingsWrite::change(const CallContext& context, std::string_view in, Sink& out) {
  return catalogue_.write_items("holdings.change", context, in, out,
                                [&](UnitOfWork& work, const Json& item) -> Result<Json> {
                                  return change_one(work, item, site_.library_of(context));
                                });
}

Result<void> HoldingsWrite::set_state(const CallContext& context, std::string_view in, Sink& out) {
  return catalogue_.write_items("holdings.set_state", context, in, out,
                                [&](UnitOfWork& work, const Json& item) -> Result<Json> {
                                  return set_state_of_one(work, item, site_.library_of(context));
                                });
}

Result<void> HoldingsWrite::retire(const CallContext& context, std::string_view in, Sink& out) {
  return catalogue_.write_items("holdings.retire", context, in, out,
                                [&](UnitOfWork& work, const Json& item) -> Result<Json> {
                                  return retire_one(work, item, site_.library_of(context));
                                });
}

}  // namespace metodica::standalone
