#include "exchange/remote_catalogue.hpp"

#include <yaz/zoom.h>

#include <algorithm>
#include <memory>
#include <string_view>

#include "exchange/marc_reader.hpp"

namespace metodica {
namespace {

constexpr int longest_limit_s = 30;

template <auto Destroy>
struct Destroyer {
  template <class Pointer>
  void operator()(Pointer* thing) const {
    Destroy(thing);
  }
};
template <class Handle, auto Destroy>
using Owned = std::unique_ptr<std::remove_pointer_t<Handle>, Destroyer<Destroy>>;
using Options = Owned<ZOOM_options, &ZOOM_options_destroy>;
using Connection = Owned<ZOOM_connection, &ZOOM_connection_destroy>;
using Query = Owned<ZOOM_query, &ZOOM_query_destroy>;
using Found = Owned<ZOOM_resultset, &ZOOM_resultset_destroy>;

std::string plain(std::string_view words) {
  std::string text;
  for (const char c : words)
    text += c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20U ? ' ' : c;
  return text;
}

std::string digits_only(std::string_view isbn) {
  std::string text;
  for (const char c : isbn) {
    if ((c >= '0' && c <= '9') || c == 'X' || c == 'x')
      text += c;
  }
  return text;
}

// Surname only: catalogues differ in how they write the rest.
std::string surname(const std::string& author) {
  return plain(author.substr(0, author.find(',')));
}

Result<void> check(const CatalogueTarget& target, ZOOM_connection connection) {
  const char* message = "";
  const char* details = "";
  if (ZOOM_connection_error(connection, &message, &details) == ZOOM_ERROR_NONE)
    return {};
  std::string text = message == nullptr ? "" : message;
  if (details != nullptr && *details != '\0')
    text += std::string(": ") + details;
  return Unexpected(Problem(METODICA_UNREACHABLE, "exchange.catalogue",
                            {{"name", target.name}, {"text", std::move(text)}}));
}

Options options_for(const CatalogueTarget& target, std::size_t most, int limit_s) {
  Options options(ZOOM_options_create());
  const bool sru = target.protocol == CatalogueProtocol::sru;
  const auto set = [&](const char* key, const std::string& value) {
    ZOOM_options_set(options.get(), key, value.c_str());
  };
  set("timeout", std::to_string(std::clamp(limit_s, 1, longest_limit_s)));
  set("count", std::to_string(most));
  set("step", std::to_string(most));
  set("preferredRecordSyntax", sru                                    ? "xml"
                               : target.format == MarcFormat::unimarc ? "unimarc"
                                                                      : "usmarc");
  if (sru) {
    set("sru", "get");
    set("schema", "marcxml");
  } else {
    set("implementationName", "Metodica");
  }
  return options;
}

// ISO 2709 of Z39.50 in the target's characters as UTF-8 MARCXML; SRU gives MARCXML by itself.
std::string record_type(const CatalogueTarget& target) {
  return target.protocol == CatalogueProtocol::sru ? "raw" : "xml; charset=" + target.charset;
}

void add_titles(std::string_view bytes, MarcFormat format, std::vector<Title>& titles) {
  auto reader = open_marc(from_memory(bytes));
  MarcOutcome outcome;
  while (reader && (*reader)->next(outcome)) {
    if (outcome.is_record)
      titles.push_back(read_title(outcome.record, format));
  }
}

}  // namespace

std::string prefix_query(const CatalogueQuestion& question) {
  const std::string isbn = digits_only(question.isbn);
  if (!isbn.empty())
    return "@attr 1=7 \"" + isbn + "\"";
  const std::string title = "@attr 1=4 \"" + plain(question.title) + "\"";
  return question.author.empty()
             ? title
             : "@and " + title + " @attr 1=1003 \"" + surname(question.author) + "\"";
}

std::string cql_query(const CatalogueQuestion& question) {
  const std::string isbn = digits_only(question.isbn);
  if (!isbn.empty())
    return "bath.isbn=\"" + isbn + "\"";
  const std::string title = "dc.title=\"" + plain(question.title) + "\"";
  return question.author.empty() ? title
                                 : title + " and dc.creator=\"" + surname(question.author) + "\"";
}

Result<std::vector<Title>> ask_catalogue(const CatalogueTarget& target,
                                         const CatalogueQuestion& question, std::size_t most,
                                         int limit_s) {
  std::vector<Title> titles;
  if (digits_only(question.isbn).empty() && question.title.empty())
    return titles;
  const Options options = options_for(target, most, limit_s);
  const Connection connection(ZOOM_connection_create(options.get()));
  ZOOM_connection_connect(connection.get(), target.address.c_str(), 0);
  METODICA_CHECK(check(target, connection.get()));
  const Query query(ZOOM_query_create());
  if (target.protocol == CatalogueProtocol::sru) {
    ZOOM_query_cql(query.get(), cql_query(question).c_str());
  } else {
    ZOOM_query_prefix(query.get(), prefix_query(question).c_str());
  }
  const Found found(ZOOM_connection_search(connection.get(), query.get()));
  METODICA_CHECK(check(target, connection.get()));
  const std::size_t count = std::min(most, ZOOM_resultset_size(found.get()));
  const std::string type = record_type(target);
  for (std::size_t i = 0; i < count; ++i) {
    int length = 0;
    const char* const bytes =
        ZOOM_record_get(ZOOM_resultset_record(found.get(), i), type.c_str(), &length);
    if (bytes != nullptr && length > 0)
      add_titles({bytes, static_cast<std::size_t>(length)}, target.format, titles);
  }
  METODICA_CHECK(check(target, connection.get()));
  return titles;
}

}  // namespace metodica
