/// Asking other libraries' catalogues for a work, by Z39.50 or SRU, through YAZ. Only titles are
/// asked; nothing of the library is sent but the ISBN, or title and author.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "exchange/bibliographic.hpp"
#include "metodica/result.hpp"

namespace metodica {

enum class CatalogueProtocol : std::uint8_t { z3950 = 1, sru };

struct CatalogueTarget {
  std::string name;
  CatalogueProtocol protocol = CatalogueProtocol::z3950;
  std::string address;  ///< "host:210/database" or "http://host/path"
  MarcFormat format = MarcFormat::unimarc;
  std::string charset = "utf-8";  ///< of ISO 2709 records, as YAZ names it: "iso5426", "marc8"
};

/// What is asked: the ISBN when there is one, else title and author together.
struct CatalogueQuestion {
  std::string isbn = {}, title = {}, author = {};
};

/// At most `most` titles. Blocks; `limit_s` seconds (1 to 30) each for connecting, searching and
/// fetching, so a dead target costs one of them. A question without ISBN and title has no answer.
/// Errors: METODICA_UNREACHABLE exchange.catalogue {name}{text}, when the target does not answer,
/// refuses the question, or YAZ is not installed.
Result<std::vector<Title>> ask_catalogue(const CatalogueTarget& target,
                                         const CatalogueQuestion& question, std::size_t most,
                                         int limit_s);

/// The questions as they are sent, for tests and for the reader of a log. Quotes and backslashes of
/// the asked words are left out.
std::string prefix_query(const CatalogueQuestion& question);  ///< RPN as YAZ writes it, bib-1
std::string cql_query(const CatalogueQuestion& question);

}  // namespace metodica
