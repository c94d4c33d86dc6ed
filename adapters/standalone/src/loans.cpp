#include <set>

#include "standalone/core/catalogue.hpp"
#include "standalone/src/copy_store.hpp"
#include "standalone/src/holdings.hpp"
#include "text/date.hpp"

namespace metodica::standalone {
namespace {

bool is_day_or_empty(const std::string& text) {
  return text.empty() || Date::parse(text);
}

Json set_one(UnitOfWork& work, const Json& item) {
  const Loan loan{item["barcode"].text(), item["since"].text(), item["due"].text()};
  if (!is_day_or_empty(loan.since)) {
    return refused("invalid_since");
  }
  if (!is_day_or_empty(loan.due)) {
    return refused("invalid_due");
  }
  const auto copy = copy_by_barcode(work, loan.barcode);
  if (!copy) {
    return refused("not_found");
  }
  set_loan(work, loan);
  return done(copy->copy.id, copy->copy.version);
}

Json remove_one(UnitOfWork& work, const Json& item) {
  const auto copy = copy_by_barcode(work, item["barcode"].text());
  if (!remove_loan(work, item["barcode"].text()) || !copy) {
    return refused("not_found");
  }
  return done(copy->copy.id, copy->copy.version);
}

}  // namespace

std::string LoansList::abilities() const {
  return R"({"operations":{"replace":{"write":true,"read-back":true},)"
         R"("add":{"write":true,"batch":1000,"read-back":true},)"
         R"("remove":{"write":true,"batch":1000,"read-back":true},"list":{"read":true}}})";
}

Result<void> LoansList::replace(const CallContext& context, std::string_view in, Sink& out) {
  return catalogue_.write("loans.replace", context, in, out,
                          [&](UnitOfWork& work, const Json& request) -> Result<std::string> {
                            METODICA_TRY(const Json::Array* const items, list_in(request, "items"));
                            std::set<std::string> seen;
                            clear_loans(work);
                            std::string lines;
                            for (const Json& item : *items) {
                              const bool first = seen.insert(item["barcode"].text()).second;
                              (first ? set_one(work, item) : refused("twice")).dump(lines);
                              lines += '\n';
                            }
                            return lines;
                          });
}

Result<void> LoansList::add(const CallContext& context, std::string_view in, Sink& out) {
  return catalogue_.write_items(
      "loans.add", context, in, out,
      [](UnitOfWork& work, const Json& item) -> Result<Json> { return set_one(work, item); });
}

Result<void> LoansList::remove(const CallContext& context, std::string_view in, Sink& out) {
  return catalogue_.write_items(
      "loans.remove", context, in, out,
      [](UnitOfWork& work, const Json& item) -> Result<Json> { return remove_one(work, item); });
}

Result<void> LoansList::list(const CallContext& /*context*/, std::string_view in, Sink& out) {
  METODICA_TRY(const Json request, read_request(in));
  std::vector<Loan> loans;
  METODICA_CHECK(catalogue_.read([&](UnitOfWork& work) -> Result<void> {
    loans = loans_after(work, request["after"].text(), limit_in(request, 1000));
    return {};
  }));
  for (const Loan& loan : loans) {
    Json line = Json::object({{"barcode", loan.barcode}});
    if (!loan.since.empty()) {
      line.set("since", loan.since);
    }
    if (!loan.due.empty()) {
      line.set("due", loan.due);
    }
    METODICA_CHECK(out.line(line.dump()));
  }
  return {};
}

}  // namespace metodica::standalone
