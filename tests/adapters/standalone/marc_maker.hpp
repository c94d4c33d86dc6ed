/// Makes files of plausible UNIMARC records with copies, the same for the same number.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "exchange/marc_record.hpp"

namespace metodica::standalone {

class MarcMaker {
 public:
  /// Record number `number` from 1, with `copies` items in 995; ISO 2709.
  std::string record(std::int64_t number, int copies = 2) {
    state_ = static_cast<std::uint64_t>(number) * 0x9E3779B97F4A7C15ULL;
    MarcRecord made;
    made.add_control("001", "MK" + digits(number, 8));
    made.add_control("005", "20260115120000.0");
    made.add("010").add('a', isbn(number));
    made.add("100").add('a',
                        "20260115d" + std::to_string(1950 + next(75)) + "    m  y0rumy50      ba");
    made.add("101", "0 ").add('a', "rum");
    made.add("102").add('a', "RO");
    const std::string surname = word(2);
    const std::string forename = word(2);
    made.add("200", "1 ")
        .add('a', phrase(3) + " " + std::to_string(number))
        .add('e', phrase(4))
        .add('f', forename + " " + surname);
    made.add("210")
        .add('a', "București")
        .add('c', word(3))
        .add('d', std::to_string(1950 + next(75)));
    made.add("215").add('a', std::to_string(80 + next(600)) + " p.").add('d', "20 cm");
    made.add("225", "2 ").add('a', phrase(2));
    made.add("330").add('a', phrase(14));
    made.add("606").add('a', phrase(2)).add('x', word(3));
    made.add("606").add('a', phrase(2));
    made.add("675").add('a', "821.135.1-" + std::to_string(31 + next(60))).add('v', "2011");
    made.add("700", " 1").add('a', surname).add('b', forename).add('4', "070");
    made.add("801", " 0").add('a', "RO").add('b', "Metodica").add('g', "ISBD");
    for (int copy = 0; copy < copies; ++copy) {
      const std::int64_t item = (number - 1) * copies + copy + 1;
      made.add("995")
          .add('f', "BC" + digits(item, 9))
          .add('j', std::to_string(item))
          .add('k', "821.135.1 R" + std::to_string(10 + next(89)))
          .add('e', "Adulți")
          .add('x', "RI")
          .add('y', std::to_string(5 + next(90)) + ",50 lei");
    }
    made.finish();
    return *write_iso2709(made);
  }

 private:
  std::int64_t next(std::int64_t below) {
    state_ ^= state_ << 13U;
    state_ ^= state_ >> 7U;
    state_ ^= state_ << 17U;
    return static_cast<std::int64_t>(state_ % static_cast<std::uint64_t>(below));
  }

  std::string word(int syllables) {
    constexpr std::array<std::string_view, 32> all{"ma", "re", "și", "țo", "că", "in", "lu", "ra",
                                                   "po", "ve", "st", "an", "bi", "do", "fe", "gi",
                                                   "ho", "je", "le", "mi", "nu", "or", "pa", "ri",
                                                   "sa", "te", "un", "va", "ză", "cu", "el", "ți"};
    std::string made;
    for (int part = 0; part < syllables; ++part) {
      made += all[static_cast<std::size_t>(next(32))];
    }
    return made;
  }

  std::string phrase(int words) {
    std::string made = word(3);
    for (int more = 1; more < words; ++more) {
      made += " " + word(static_cast<int>(2 + next(2)));
    }
    return made;
  }

  static std::string digits(std::int64_t number, std::size_t width) {
    const std::string plain = std::to_string(number);
    return std::string(width > plain.size() ? width - plain.size() : 0, '0') + plain;
  }

  static std::string isbn(std::int64_t number) {
    // Scattered, as the numbers of a real catalogue are.
    const std::string body = "978" + digits(number * 7'368'787 % 1'000'000'000, 9);
    std::int64_t sum = 0;
    for (std::size_t at = 0; at < body.size(); ++at) {
      sum += (body[at] - '0') * (at % 2 == 0 ? 1 : 3);
    }
    return body + std::to_string((10 - sum % 10) % 10);
  }

  std::uint64_t state_ = 1;
};

}  // namespace metodica::standalone
