/// Building stones of binary keys whose memcmp order is the order wanted.
#pragma once

#include <string>
#include <string_view>

namespace metodica {

/// Letters folded to A-Z and digits, everything else left out, then a byte below both. Digits sort
/// one by one, as decimals.
void append_word_key(std::string& out, std::string_view text);

/// The key of two words as one, without joining them first.
void append_words_key(std::string& out, std::string_view first, std::string_view second);

/// The digits as a number: its length, then the digits without leading zeros. Up to 255 digits
/// count.
void append_number_key(std::string& out, std::string_view digits);

/// Text in which runs of digits count by value: "2" < "10" < "10a" < "A". Numbers come before
/// letters, nothing before something.
void append_numbered_key(std::string& out, std::string_view text);

}  // namespace metodica
