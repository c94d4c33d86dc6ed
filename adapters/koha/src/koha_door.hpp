/// The way to Koha. Everything else of the adapter asks the questions of QUESTIONS.md and does not
/// know whether Koha's own code answers them (InsideDoor) or its REST interface (RestDoor).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "json/json.hpp"
#include "metodica/context.hpp"
#include "metodica/result.hpp"

namespace metodica::koha {

/// One line of the self-test (ext/info.h).
struct SelfCheck {
  std::string check;
  std::string result;       ///< "passed", "warned", "failed" or "skipped"
  Problem why = {};         ///< its message and arguments are told, when it did not pass
  std::string detail = {};  ///< a setting, a field; never a secret
};

class KohaDoor {
 public:
  KohaDoor() = default;
  KohaDoor(const KohaDoor&) = delete;
  KohaDoor& operator=(const KohaDoor&) = delete;
  virtual ~KohaDoor() = default;

  /// In the process that serves. Reaches for nothing: a Koha that is down must not keep Metodica's
  /// own screens from opening. In a new process the handles of the other one are dropped. [owner]
  virtual void start() = 0;
  virtual void stop() = 0;

  /// Asks one question; the answer is the object of QUESTIONS.md. Errors, all with codes of the
  /// catalogue ("koha.*"): METODICA_UNSUPPORTED, INVALID, NOT_FOUND, DENIED, CONFLICT, BUSY,
  /// UNREACHABLE, DAMAGED (an answer that is none), DEFECT. [call]
  [[nodiscard]] virtual Result<Json> ask(const CallContext& context, std::string_view question,
                                         const Json& args) = 0;
  /// False when this Koha is known not to answer the question; true while nobody has asked it.
  /// [any]
  [[nodiscard]] virtual bool answers(std::string_view question) const = 0;
  /// What can be tried about the way itself, changing nothing. [call]
  [[nodiscard]] virtual std::vector<SelfCheck> checks(const CallContext& context) = 0;
};

/// The problem for an error code of QUESTIONS.md: status and message, with {question}.
[[nodiscard]] Problem problem_of(std::string_view code, std::string_view question);
/// The error code of QUESTIONS.md for a problem; for a part of a batch.
[[nodiscard]] std::string code_of_problem(const Problem& problem);

}  // namespace metodica::koha
