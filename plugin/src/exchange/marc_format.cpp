#include "exchange/marc_format.hpp"

namespace metodica {

std::string_view format_name(MarcFormat format) {
  return format == MarcFormat::unimarc ? "unimarc" : "marc21";
}

std::optional<MarcFormat> format_named(std::string_view name) {
  if (name == "unimarc") {
    return MarcFormat::unimarc;
  }
  if (name == "marc21") {
    return MarcFormat::marc21;
  }
  return std::nullopt;
}

std::optional<MarcFormat> detect_format(const MarcView& record) {
  int balance = 0;  // above 0: UNIMARC
  for (const MarcField& field : record) {
    const std::string_view tag = field.tag;
    if (tag == "200" || tag == "101") {
      balance += 3;
    } else if (tag == "210" || tag == "214" || tag == "215" || tag == "675" || tag == "801") {
      balance += 1;
    } else if (tag == "245" || tag == "008") {
      balance -= 3;
    } else if (tag == "260" || tag == "264" || tag == "300" || tag == "080" || tag == "040") {
      balance -= 1;
    }
  }
  if (balance == 0 && record.field_count() > 0) {
    balance += record.leader(23) == ' ' ? 1 : 0;
    balance -= record.leader(23) == '0' && record.leader(22) == '0' ? 1 : 0;
  }
  if (balance == 0) {
    return std::nullopt;
  }
  return balance > 0 ? MarcFormat::unimarc : MarcFormat::marc21;
}

}  // namespace metodica
