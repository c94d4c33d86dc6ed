#include "koha/src/acquisitions.hpp"

#include <functional>
#include <map>
#include <vector>

#include "koha/src/abilities.hpp"
#include "koha/src/money_text.hpp"
#include "koha/src/request.hpp"

namespace metodica::koha {
namespace {

constexpr std::int64_t rows_in_a_page = 1000;

void set_text(Json& line, std::string_view name, const std::string& text) {
  if (!text.empty()) {
    line.set(name, text);
  }
}

void set_id(Json& line, std::string_view name, const Json& id) {
  if (id.integer() > 0) {
    line.set(name, id_text(id.integer()));
  }
}

Json vendor_line(const Json& row) {
  Json line = Json::object({{"id", id_text(row["id"].integer())}, {"name", row["name"].text()}});
  set_text(line, "tax_id", row["tax_id"].text());
  return line;
}

Json fund_line(const Json& row) {
  Json line = Json::object({{"id", id_text(row["id"].integer())}, {"name", row["name"].text()}});
  set_text(line, "currency", row["currency"].text());
  set_text(line, "given", money_text(row["given"]));
  set_text(line, "spent", money_text(row["spent"]));
  return line;
}

Json title_of(const Json& row) {
  Json title = Json::object({{"title", row["title"].text()}});
  if (!row["author"].text().empty()) {
    title.set("authors", Json::array({Json::object({{"name", row["author"]}})}));
  }
  if (!row["isbn"].text().empty()) {
    title.set("isbn", Json::array({row["isbn"]}));
  }
  return title;
}

Json request_line(const Json& row) {
  Json line =
      Json::object({{"id", id_text(row["suggestion_id"].integer())}, {"title", title_of(row)}});
  if (row["quantity"].integer() > 0) {
    line.set("copies", row["quantity"]);
  }
  set_text(line, "asked_at", row["suggestion_date"].text().substr(0, 10));
  return line;
}

using LineOf = std::function<Json(const Json& row)>;

Result<void> write_page(KohaDoor& door, const CallContext& context, std::string_view in,
                        std::string_view question, const LineOf& line, Sink& out) {
  METODICA_TRY(const Json request, read_request(in));
  METODICA_TRY(const Json answer,
               door.ask(context, question,
                        Json::object({{"after", id_number(request["after"].text())},
                                      {"limit", limit_in(request, rows_in_a_page)}})));
  for (const Json& row : answer["rows"].items()) {
    METODICA_CHECK(out.line(line(row).dump()));
  }
  return {};
}

/// Koha splits a line that is received in part: the rest stays, what came is a new line with the
/// old one as its parent. Both together are what was ordered.
class Chains {
 public:
  void add(const Json& row) {
    const std::int64_t id = row["order_id"].integer();
    const std::int64_t parent = row["parent_order_id"].integer();
    const std::int64_t root = root_of(parent > 0 ? parent : id);
    roots_[id] = root;
    lines_[root].push_back(row);
  }

  /// Lines of the door in ascending id, after `after`, at most `limit`.
  [[nodiscard]] std::vector<Json> lines(std::int64_t after, std::int64_t limit) const {
    std::vector<Json> found;
    for (auto at = lines_.upper_bound(after);
         at != lines_.end() && static_cast<std::int64_t>(found.size()) < limit; ++at) {
      found.push_back(line_of(at->first, at->second));
    }
    return found;
  }

 private:
  // A parent has a smaller id than its child, so it was read before.
  [[nodiscard]] std::int64_t root_of(std::int64_t id) const {
    const auto known = roots_.find(id);
    return known == roots_.end() ? id : known->second;
  }

  static Json line_of(std::int64_t root, const std::vector<Json>& parts) {
    std::int64_t copies = 0;
    std::int64_t received = 0;
    bool cancelled = true;
    for (const Json& part : parts) {
      const bool gone = part["status"].text() == "cancelled";
      cancelled = cancelled && gone;
      copies += gone ? 0 : part["quantity"].integer();
      received += part["quantity_received"].integer();
    }
    const Json& first = parts.front();
    Json line = Json::object({{"id", id_text(root)}, {"title", title_of(first)}});
    set_id(line, "order", first["basket_id"]);
    set_id(line, "vendor", first["vendor_id"]);
    set_id(line, "fund", first["fund_id"]);
    line.set("copies", copies).set("received", received);
    set_text(line, "price", money_text(first["unit_price"]));
    line.set("state", cancelled           ? "cancelled"
                      : received == 0     ? "ordered"
                      : received < copies ? "part"
                                          : "received");
    return line;
  }

  std::map<std::int64_t, std::int64_t> roots_;
  std::map<std::int64_t, std::vector<Json>> lines_;
};

}  // namespace

std::string Acquisitions::abilities() const {
  return abilities_of(door_, {{"vendors", "vendors", R"("read":true)"},
                              {"funds", "funds", R"("read":true)"},
                              {"requests", "suggestions", R"("read":true)"},
                              {"order_lines", "order_lines", R"("read":true)"}});
}

Result<void> Acquisitions::vendors(const CallContext& context, std::string_view in, Sink& out) {
  return write_page(door_, context, in, "vendors", vendor_line, out);
}

Result<void> Acquisitions::funds(const CallContext& context, std::string_view in, Sink& out) {
  return write_page(door_, context, in, "funds", fund_line, out);
}

Result<void> Acquisitions::requests(const CallContext& context, std::string_view in, Sink& out) {
  return write_page(door_, context, in, "suggestions", request_line, out);
}

// All lines are read, because a part may stand anywhere behind the line it was cut from.
Result<void> Acquisitions::order_lines(const CallContext& context, std::string_view in, Sink& out) {
  METODICA_TRY(const Json request, read_request(in));
  Chains chains;
  for (std::int64_t after = 0;;) {
    METODICA_TRY(const Json answer,
                 door_.ask(context, "order_lines",
                           Json::object({{"after", after}, {"limit", rows_in_a_page}})));
    const Json::Array& rows = answer["rows"].items();
    for (const Json& row : rows) {
      chains.add(row);
      after = row["order_id"].integer();
    }
    if (static_cast<std::int64_t>(rows.size()) < rows_in_a_page) {
      break;
    }
  }
  for (const Json& line :
       chains.lines(id_number(request["after"].text()), limit_in(request, rows_in_a_page))) {
    METODICA_CHECK(out.line(line.dump()));
  }
  return {};
}

}  // namespace metodica::koha
