/// Result and Problem: how a function says that something expected went wrong.
/// Member names follow std::expected of C++23, so that the change later is a search and replace.
#pragma once

#include <cassert>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "metodica/abi.h"

namespace metodica {

/// A named value inside a message pattern. Integers take part in plural rules.
struct MessageArgument {
  std::string name;
  std::variant<std::int64_t, std::string> value;

  bool operator==(const MessageArgument&) const = default;
};

/// Why something could not be done. `message` is the id of a pattern in the message catalogue
/// ("registers.year_closed"); the door turns it into a sentence in the language of the request.
/// `text` is a ready sentence and wins over `message`: it comes from the other side of a door.
struct Problem {
  metodica_status status = METODICA_DEFECT;
  std::string message;
  std::vector<MessageArgument> arguments;
  std::string field;  ///< path of the field at fault ("lines/2/copies"), "" when none
  std::string text;

  Problem() = default;
  Problem(metodica_status why, std::string id, std::vector<MessageArgument> values = {})
      : status(why), message(std::move(id)), arguments(std::move(values)) {}

  Problem&& at(std::string path) && {
    field = std::move(path);
    return std::move(*this);
  }

  bool operator==(const Problem&) const = default;
};

/// Wraps a problem on its way into a Result.
class Unexpected {
 public:
  explicit Unexpected(Problem problem) : problem_(std::move(problem)) {}
  Problem&& take() && { return std::move(problem_); }

 private:
  Problem problem_;
};

/// The request breaks a rule that the caller could have known.
inline Unexpected invalid(std::string message, std::vector<MessageArgument> arguments = {},
                          std::string field = {}) {
  return Unexpected(
      Problem(METODICA_INVALID, std::move(message), std::move(arguments)).at(std::move(field)));
}

/// A value or a problem.
template <class T>
class [[nodiscard]] Result {
 public:
  using value_type = T;

  // Implicit on purpose: `return value;` and `return invalid(...);` read as sentences.
  Result(T value)
      : state_(std::in_place_index<0>, std::move(value)) {}  // NOLINT(google-explicit-constructor)
  Result(Unexpected why)
      : state_(std::in_place_index<1>, std::move(why).take()) {
  }  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  T& operator*() & { return std::get<0>(state_); }
  const T& operator*() const& { return std::get<0>(state_); }
  T&& operator*() && { return std::get<0>(std::move(state_)); }
  T* operator->() { return &std::get<0>(state_); }
  const T* operator->() const { return &std::get<0>(state_); }
  T& value() & { return std::get<0>(state_); }
  const T& value() const& { return std::get<0>(state_); }
  T&& value() && { return std::get<0>(std::move(state_)); }

  Problem& error() & { return std::get<1>(state_); }
  const Problem& error() const& { return std::get<1>(state_); }
  Problem&& error() && { return std::get<1>(std::move(state_)); }

 private:
  std::variant<T, Problem> state_;
};

/// Success without a value, or a problem.
template <>
class [[nodiscard]] Result<void> {
 public:
  using value_type = void;

  Result() = default;
  Result(Unexpected why)
      : problem_(std::move(why).take()) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool has_value() const { return !problem_; }
  explicit operator bool() const { return has_value(); }
  Problem& error() & { return *problem_; }
  const Problem& error() const& { return *problem_; }
  Problem&& error() && { return *std::move(problem_); }

 private:
  std::optional<Problem> problem_;
};

}  // namespace metodica

#define METODICA_JOIN_(a, b) a##b
#define METODICA_JOIN(a, b) METODICA_JOIN_(a, b)

/// Declares a variable from a Result, or returns its problem to the caller.
#define METODICA_TRY(declaration, expression)                                        \
  auto METODICA_JOIN(try_, __LINE__) = (expression);                                 \
  if (!METODICA_JOIN(try_, __LINE__).has_value()) {                                  \
    return ::metodica::Unexpected(std::move(METODICA_JOIN(try_, __LINE__)).error()); \
  }                                                                                  \
  declaration = *std::move(METODICA_JOIN(try_, __LINE__))

/// The same for a Result<void>, or for a value that is not needed.
#define METODICA_CHECK(expression)                                \
  do {                                                            \
    auto checked_ = (expression);                                 \
    if (!checked_.has_value()) {                                  \
      return ::metodica::Unexpected(std::move(checked_).error()); \
    }                                                             \
  } while (false)
