// Laws of UDC shelf keys, tried on a million generated notations.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <vector>

#include "bibliography/udc_elements.hpp"
#include "bibliography/udc_key.hpp"
#include "udc_samples.hpp"

namespace metodica {
namespace {

constexpr int kCases = 1'000'000;

// Keys without allocation, as the callers in tight loops make them.
class Key {
 public:
  explicit Key(std::string_view notation) : size_(write_udc_key(bytes_.data(), notation)) {}
  [[nodiscard]] std::string_view view() const { return {bytes_.data(), size_}; }
  [[nodiscard]] std::string_view without_end() const { return view().substr(0, size_ - 1); }

 private:
  std::array<char, 1024> bytes_{};
  std::size_t size_;
};

// Places in the filing series, as the textbook numbers them.
enum Sign { addition = 1, range, end, relation, fixed_relation, language = 7, form, place, folk };

// A notation together with the places of its signs, known from making it and not from reading it.
struct Made {
  std::string text;
  std::vector<int> series;

  void digits(std::string_view run) {
    text += run;
    for (const char c : run) {
      if (c != '.') {
        series.push_back(100 + c - '0');
      }
    }
  }
  void sign(std::string_view written, int rank) {
    text += written;
    series.push_back(rank);
  }
  void closed(std::string_view closing) { sign(closing, end); }
};

class Maker {
 public:
  explicit Maker(unsigned seed) : samples_(seed) {}

  Made notation() {
    Made made;
    member(made);
    for (std::size_t more = samples_.pick(4); more > 2; --more) {
      connector(made);
      member(made);
    }
    made.series.push_back(end);
    return made;
  }

 private:
  // Few different digits, so that notations often part late.
  std::string run(std::size_t size) {
    std::string digits;
    for (std::size_t i = 0; i < size; ++i) {
      if (i > 0 && i % 3 == 0) {
        digits += '.';
        digits += static_cast<char>('1' + samples_.pick(2));
      } else {
        digits += static_cast<char>('5' + samples_.pick(2));
      }
    }
    return digits;
  }

  void connector(Made& made) {
    switch (samples_.pick(3)) {
      case 0:
        made.sign("+", addition);
        break;
      case 1:
        made.sign("::", fixed_relation);
        break;
      default:
        made.sign(":", relation);
    }
  }

  void member(Made& made) {
    made.digits(run(1 + samples_.pick(5)));
    for (std::size_t count = samples_.pick(3); count > 0; --count) {
      auxiliary(made);
    }
  }

  void auxiliary(Made& made) {
    switch (samples_.pick(8)) {
      case 0:
        made.sign("=", language);
        made.digits(run(2));
        break;
      case 1:
        made.sign("(", form);
        made.digits("0" + run(1));
        made.closed(")");
        break;
      case 2:
        made.sign("(", place);
        made.digits(run(2));
        made.closed(")");
        break;
      case 3:
        made.sign("(=", folk);
        made.digits(run(2));
        made.closed(")");
        break;
      case 4:
        made.sign("\"", 11);
        made.digits(run(2));
        made.closed("\"");
        break;
      case 5:
        made.sign("-", 14);
        made.digits("05" + run(1));
        break;
      case 6:
        made.sign("-", 15);
        made.digits(run(1));
        break;
      default:
        made.sign("'", 17);
        made.digits(run(1));
    }
  }

  test::UdcSamples samples_;
};

int sign_of(int value) {
  return value < 0 ? -1 : (value > 0 ? 1 : 0);
}

TEST(UdcKeyLaws, OrderIsTheSeriesOfTheTables) {
  Maker maker(11);
  Made before = maker.notation();
  for (int i = 0; i < kCases; ++i) {
    Made now = maker.notation();
    const int wanted = before.series < now.series ? -1 : (now.series < before.series ? 1 : 0);
    ASSERT_EQ(sign_of(Key(before.text).view().compare(Key(now.text).view())), wanted)
        << before.text << " | " << now.text;
    before = std::move(now);
  }
}

TEST(UdcKeyLaws, AStemStandsBeforeItsContinuationsButNotItsAdditionsAndRanges) {
  Maker maker(12);
  for (int i = 0; i < kCases / 4; ++i) {
    const std::string stem = maker.notation().text;
    const Key key(stem);
    ASSERT_LT(Key(stem + "+5").view(), key.view()) << stem;
    ASSERT_LT(key.view(), Key(stem + ":5").view()) << stem;
    ASSERT_LT(key.view(), Key(stem + "(498)").view()) << stem;
    ASSERT_TRUE(Key(stem + "=135.1").view().starts_with(key.without_end())) << stem;
  }
}

TEST(UdcKeyLaws, ANormalisedNotationHasTheKeyOfItsOriginal) {
  test::UdcSamples samples(13);
  constexpr std::array<std::string_view, 6> kSpaced{" ", "  ", "\u00A0", "", "", ""};
  for (int i = 0; i < kCases; ++i) {
    const std::string made = samples.notation();
    std::string text;
    for (const char c : made) {
      const bool digit = c >= '0' && c <= '9';
      if (!digit && c != '.') {
        text += kSpaced[samples.pick(kSpaced.size())];
      }
      if (c == '"') {
        text += samples.pick(2) == 0 ? "\u201D" : "\u00AB";
      } else if (c == '-') {
        text += samples.pick(2) == 0 ? "\u2013" : "-";
      } else {
        text += c;
      }
    }
    ASSERT_EQ(Key(text).view(), Key(udc_normalised(text)).view()) << text;
  }
}

TEST(UdcKeyLaws, HostSafeOrderIsTheBinaryOrderOnAnything) {
  test::UdcSamples samples(14);
  std::array<std::array<char, kHostKeyLimit>, 2> rooms{};
  std::array<std::string_view, 2> safe;
  std::string before;
  for (int i = 0; i < kCases; ++i) {
    const std::string text = i % 2 == 0 ? samples.noise() : samples.notation();
    const Key key(text);
    auto& room = rooms[static_cast<std::size_t>(i % 2)];
    safe[1] = {room.data(), write_host_safe_key(room, key.view())};
    if (i > 0) {
      ASSERT_EQ(sign_of(before.compare(key.view())), sign_of(safe[0].compare(safe[1]))) << text;
    }
    before = key.view();
    safe[0] = safe[1];
  }
}

TEST(UdcKeyLaws, AKeyFitsItsBound) {
  test::UdcSamples samples(15);
  for (int i = 0; i < kCases / 4; ++i) {
    const std::string text = samples.noise() + samples.notation() + samples.noise();
    ASSERT_LE(Key(text).view().size(), udc_key_bound(text.size())) << text;
  }
  EXPECT_LE(Key("\u00E6\u00E6\u00E6").view().size(), udc_key_bound(6));
}

}  // namespace
}  // namespace metodica
