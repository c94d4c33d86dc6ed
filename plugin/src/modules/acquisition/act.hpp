/// An accompanying act (act însoțitor) with its lines: what a librarian types from the paper, what
/// the commission counts, and what the registers gave in the end.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "modules/acquisition/acquisition_rules.hpp"
#include "text/date.hpp"
#include "text/money.hpp"

namespace metodica::acquisition {

/// Where an act can come from (surse de completare, domain note 1.1) and what paper it can be (1.7;
/// on registers, 6). Closed lists; their words are the messages "source.<code>" and "act.<code>".
std::vector<std::string> act_sources();
std::vector<std::string> act_papers();
/// True for sources whose copies have a value set by a commission or carried over, not an invoice
/// price.
bool is_valued(std::string_view source);

/// A title on the act, or a charge that is no copy.
struct Line {
  std::string author, title, volume, edition;
  std::string publication;  ///< given whole, or made of the three that follow
  std::string place, publisher, year;
  std::string isbn, isbd, language, udc;
  std::string content;  ///< RMF content column given by hand; wins over the class
  bool daily = false;
  std::string register_code;  ///< RI register; "" = the first one of the category
  std::string category;       ///< "" = book
  std::string custody, title_ref;
  bool heritage = false;
  std::vector<std::string> barcodes;  ///< one for each copy that enters, or none
  PriceLine price;
  std::int64_t refused = 0;  ///< counted and given back; accepted + refused ≤ copies
  std::string count_note;

  // Given by the registers.
  std::int64_t first_number = 0;
  Money value;
};

enum class ActState : std::uint8_t { draft = 1, signed_off, cancelled };

/// A paper made by the library that the act leans on: minutes of reception or of differences.
struct Minutes {
  std::string number;
  Date date;
};

struct Act {
  std::string id;
  ActState state = ActState::draft;
  std::string source, partner;
  std::string kind, number;
  Date date;
  bool has_total = false;
  Money total;  ///< to pay, VAT included
  std::string difference_note;
  std::string remarks;
  std::string corrects;  ///< "1/2026"
  bool counted = false;
  Minutes minutes;
  std::vector<std::string> committee;
  std::vector<Line> lines;

  // Given when it was signed, or why it was not.
  Date registered_on;
  std::int64_t lot_year = 0, lot_number = 0;
  Money net, vat, value;
  std::string hash;
  std::string cancel_reason;
};

/// Title with volume and edition as the register has it:
/// "Istoria românilor. Vol. 2. Ed. a 2-a".
std::string full_title(const Line& line);
/// "București : Editura Exemplu, 2024"
std::string full_publication(const Line& line);
/// Place, publisher and year taken out of "București : Editura Exemplu, 2024", as far as they are
/// there.
struct Imprint {
  std::string place, publisher, year;
};
Imprint imprint_of(const Line& line);
/// Lines as the rules of money see them.
std::vector<PriceLine> price_lines(const Act& act);
/// Lines of copies, all and accepted; different titles.
std::int64_t copies_on_act(const Act& act);
std::int64_t copies_accepted(const Act& act);
std::int64_t titles_accepted(const Act& act);
/// True when the count differs from the act somewhere.
bool has_differences(const Act& act);

}  // namespace metodica::acquisition
