#include "extensions.hpp"

namespace metodica::biblioteq {

std::string Info::abilities() const {
  return R"({"operations":{"describe":{"read":true},"self_test":{"read":true}}})";
}

Result<void> Info::describe(const CallContext& /*context*/, std::string_view /*in*/, Sink& out) {
  return out.line(Json::object({{"product", "BiblioteQ"},
                                {"version", "2026"},
                                {"character_set", "utf-8"},
                                {"limits", Json::object({{"barcode_characters", 64}})}})
                      .dump());
}

Result<void> Info::self_test(const CallContext& /*context*/, std::string_view /*in*/, Sink& out) {
  METODICA_TRY(Sql* const sql, branch_.sql());
  const auto copies = sql->run("SELECT COUNT(*) FROM book_copy_info");
  Json line = Json::object({{"check", "database"}, {"result", copies ? "passed" : "failed"}});
  if (!copies) {
    line.set("code", "unreachable").set("detail", copies.error().message);
  }
  METODICA_CHECK(out.line(line.dump()));
  // A form of BiblioteQ drops the copies beyond the quantity it shows.
  METODICA_TRY(
      const Rows wrong,
      sql->run("SELECT COUNT(*) FROM book b WHERE CAST(b.quantity AS INTEGER) < (SELECT COUNT(*)"
               " FROM book_copy_info c WHERE c.item_oid = b.myoid)"));
  const bool good = wrong.front().front() == "0";
  Json quantities = Json::object({{"check", "quantities"}, {"result", good ? "passed" : "failed"}});
  if (!good) {
    quantities.set("code", "fewer_than_copies").set("detail", wrong.front().front());
  }
  return out.line(quantities.dump());
}

std::string Libraries::abilities() const {
  return R"({"operations":{"tree":{"read":true}}})";
}

Result<void> Libraries::tree(const CallContext& /*context*/, std::string_view /*in*/, Sink& out) {
  return out.line(Json::object({{"id", site_.library},
                                {"parent", ""},
                                {"is", "library"},
                                {"code", site_.library},
                                {"name", site_.name}})
                      .dump());
}

}  // namespace metodica::biblioteq
