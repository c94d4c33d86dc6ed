/// What the engines report, turned into problems in one place.
#pragma once

#include <string>

#include "metodica/result.hpp"
#include "storage/unit_of_work.hpp"

namespace metodica {

/// A StorageError that already knows its sentence for the librarian.
class EngineError : public StorageError {
 public:
  EngineError(Problem problem, const std::string& what)
      : StorageError(problem.status, what), problem_(std::move(problem)) {}
  [[nodiscard]] const Problem& problem() const { return problem_; }

 private:
  Problem problem_;
};

/// The problem that a caught StorageError stands for.
Problem problem_of(const StorageError& error);

/// Call inside a catch block: throws the current exception of Poco as an EngineError. `place` is
/// what a person knows the database by; `lost` says that the connection is gone. Anything that is
/// not an exception of Poco passes unchanged.
[[noreturn]] void rethrow_as_storage_error(const std::string& place, bool lost);

}  // namespace metodica
