#include "standalone/core/catalogue.hpp"
#include "standalone/src/copy_store.hpp"
#include "standalone/src/holdings.hpp"

namespace metodica::standalone {
namespace {

constexpr std::int64_t copies_in_a_piece = 1000;

void append_line(std::string& lines, const Json& line) {
  line.dump(lines);
  lines += '\n';
}

}  // namespace

std::string Holdings::abilities() const {
  return R"({"operations":{"copies":{"read":true,"batch":1000},)"
         R"("numbered":{"read":true,"batch":1000},"walk":{"read":true}}})";
}

Result<void> Holdings::copies(const CallContext& /*context*/, std::string_view in, Sink& out) {
  METODICA_TRY(const Json request, read_request(in));
  METODICA_TRY(const Json::Array* const barcodes, list_in(request, "barcodes"));
  std::string lines;
  METODICA_CHECK(catalogue_.read([&](UnitOfWork& work) -> Result<void> {
    lines.clear();
    for (const Json& barcode : *barcodes) {
      const auto copy = copy_by_barcode(work, barcode.text());
      append_line(lines, copy ? copy->json()
                              : Json::object({{"barcode", barcode.text()}, {"missing", true}}));
    }
    return {};
  }));
  return out.write(lines);
}

Result<void> Holdings::numbered(const CallContext& context, std::string_view in, Sink& out) {
  METODICA_TRY(const Json request, read_request(in));
  METODICA_TRY(const Json::Array* const numbers, list_in(request, "numbers"));
  std::string lines;
  METODICA_CHECK(catalogue_.read([&](UnitOfWork& work) -> Result<void> {
    lines.clear();
    for (const Json& number : *numbers) {
      const auto copy = copy_by_number(work, site_.library_of(context), number["register"].text(),
                                       number["number"].integer());
      append_line(lines,
                  copy ? copy->json() : Json::object({{"number", number}, {"missing", true}}));
    }
    return {};
  }));
  return out.write(lines);
}

Result<void> Holdings::walk(const CallContext& context, std::string_view in, Sink& out) {
  METODICA_TRY(const Json request, read_request(in));
  const Json& wanted = request["filter"];
  const CopyFilter filter{wanted["branch"].text(), wanted["place"].text(), wanted["state"].text(),
                          id_number(wanted["title"].text()), wanted["changed_since"].text()};
  std::int64_t after = id_number(request["after"].text());
  // In pieces, each a transaction of its own: nobody waits for a walk through the whole library.
  for (std::vector<CopyWithLoan> piece;;) {
    METODICA_CHECK(catalogue_.read([&](UnitOfWork& work) -> Result<void> {
      piece = walk_copies(work, site_.library_of(context), filter, after, copies_in_a_piece);
      return {};
    }));
    for (const CopyWithLoan& copy : piece) {
      METODICA_CHECK(out.line(copy.json().dump()));
      after = copy.copy.id;
    }
    if (static_cast<std::int64_t>(piece.size()) < copies_in_a_piece) {
      return {};
    }
  }
}

}  // namespace metodica::standalone
