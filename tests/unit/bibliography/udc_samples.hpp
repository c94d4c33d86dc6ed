/// A small generator of UDC notations for property tests: correct ones and rows of any bytes.
#pragma once

#include <array>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>

namespace metodica::test {

class UdcSamples {
 public:
  explicit UdcSamples(unsigned seed) : random_(seed) {}

  std::string notation() {
    std::string text = member();
    for (std::size_t more = pick(3); more > 1; --more) {
      text += std::array<std::string_view, 3>{"+", ":", "::"}[pick(3)];
      text += member();
    }
    return text;
  }

  /// Signs of UDC, letters and bytes that are no UTF-8, in any order.
  std::string noise() {
    constexpr std::string_view kPieces = "0123456789.-'\"()[]=:+/* ,aZ\xC8\x99\xE2\x80\xFF\n";
    std::string text;
    for (std::size_t size = pick(24); size > 0; --size) {
      text += kPieces[pick(kPieces.size())];
    }
    return text;
  }

  std::size_t pick(std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_);
  }

 private:
  std::string digits(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
      text += static_cast<char>('0' + pick(10));
    }
    return text;
  }

  std::string member() {
    constexpr std::string_view kClasses = "012356789";
    std::string text(1, kClasses[pick(kClasses.size())]);
    const std::size_t size = pick(7);
    for (std::size_t i = 1; i <= size; ++i) {
      if (i % 3 == 0) {
        text += '.';
        text += static_cast<char>('1' + pick(9));
      } else {
        text += static_cast<char>('0' + pick(10));
      }
    }
    for (std::size_t count = pick(3); count > 0; --count) {
      text += auxiliary();
    }
    return text;
  }

  std::string auxiliary() {
    switch (pick(9)) {
      case 0:
        return "=1" + digits(2);
      case 1:
        return "(0" + digits(1 + pick(2)) + ")";
      case 2:
        return "(4" + digits(pick(3)) + ")";
      case 3:
        return "(=4" + digits(2) + ")";
      case 4:
        return "\"1" + digits(1 + 2 * pick(2)) + "\"";
      case 5:
        return "-05" + digits(pick(2));
      case 6:
        return "-" + std::string(1, static_cast<char>('1' + pick(9))) + digits(pick(2));
      case 7:
        return ".0" + digits(1 + pick(2));
      default:
        return "'" + digits(1 + pick(2));
    }
  }

  std::mt19937 random_;
};

}  // namespace metodica::test
