/// What every printed paper shares: its size, its heading, its foot, its signatures.
/// Plain data; all words come from the caller, already in the language of the paper.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "text/date.hpp"

namespace metodica {

enum class PaperSize { a4 = 1, a3 };
enum class Orientation { portrait = 1, landscape };
enum class Align { left = 1, centre, right };

/// White borders in millimetres. The left one holds the binding.
struct Margins {
  double top = 12;
  double right = 10;
  double bottom = 12;
  double left = 20;
};

struct PageFormat {
  PaperSize size = PaperSize::a4;
  Orientation orientation = Orientation::portrait;
  Margins margins;
};

/// The heading. Empty parts are left out. The institution and the document name stand on every
/// page, the rest on the first one (OMFP 2634/2015, annex 1 pt. 2 and pt. 58 k).
struct Letterhead {
  std::string institution;
  std::string seat;
  std::string fiscal_code;
  std::string document_name;  ///< "Registrul inventar al documentelor (RI)"
  std::string number;
  Date date;  ///< of the document, none() when it has none
  std::vector<std::string> subtitle;
};

/// The foot of every page, beside "page x of y" (OMFP 2634/2015, annex 1 pt. 58 k).
struct Footer {
  std::string program;  ///< name and version: "Metodica 0.1.0"
  Date listed_on;       ///< day of listing; also the creation date in the PDF
  std::string period;   ///< "01.01.2026 – 31.12.2026"; printed in the heading of every page
};

/// Marks a reprint on every page: "DUPLICAT – retipărit la 15.01.2026 (a 2-a oară)".
struct Reprint {
  Date on;
  int times = 2;  ///< the original is print 1, so a reprint is 2 or more
};

struct Paper {
  PageFormat format;
  Letterhead letterhead;
  Footer footer;
  std::optional<Reprint> reprint;
};

/// One place for a signature: the role above, the name under the line.
struct Signature {
  std::string role;
  std::string name;
};

}  // namespace metodica
