/// Values: what came back from a form, read and checked; typed, never raw JSON.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "json/json.hpp"
#include "text/date.hpp"
#include "text/money.hpp"

namespace metodica {

/// A file that a person chose, or a program sent.
struct UploadedFile {
  std::string name;  ///< as the sender calls it, "" when unknown; never to be used as a path
  std::string bytes;
};

class Values {
 public:
  Values() = default;
  explicit Values(Json checked) : json_(std::move(checked)) {}

  [[nodiscard]] bool has(std::string_view name) const;  ///< given and not empty
  [[nodiscard]] const std::string& text(std::string_view name) const;
  [[nodiscard]] std::int64_t integer(std::string_view name, std::int64_t fallback = 0) const;
  [[nodiscard]] Money money(std::string_view name) const;
  [[nodiscard]] Date date(std::string_view name) const;
  [[nodiscard]] bool yes(std::string_view name) const;
  [[nodiscard]] std::vector<Values> rows(std::string_view name) const;  ///< of a `lines` part
  [[nodiscard]] Values part(std::string_view name) const;               ///< of a `part`
  [[nodiscard]] std::vector<std::string> texts(
      std::string_view name) const;                              ///< of a list of texts
  [[nodiscard]] UploadedFile file(std::string_view name) const;  ///< of a `file`
  [[nodiscard]] const Json& json() const { return json_; }

 private:
  Json json_;  // normalised: money as exact text, dates as ISO text, numbers as integers
};

}  // namespace metodica
