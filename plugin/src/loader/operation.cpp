#include "loader/operation.hpp"

#include <exception>
#include <thread>
#include <utility>

#include "json/utf8.hpp"
#include "metodica/problem.hpp"

namespace metodica {
namespace {

Unexpected at_fault(const Callee& callee, std::string message,
                    std::vector<MessageArgument> more = {}) {
  more.push_back({"name", callee.name});
  more.push_back({"operation", callee.operation});
  return Unexpected(Problem(METODICA_DEFECT, std::move(message), std::move(more)));
}

/// Takes the bytes of an answer. What the adapter does against the contract is remembered and told
/// after the call, because a sink can only say yes or no.
class CheckedSink : public metodica_sink {
 public:
  using Piece = std::function<bool(std::string_view)>;

  explicit CheckedSink(Piece take)
      : metodica_sink{sizeof(metodica_sink), this, &CheckedSink::write_from},
        take_(std::move(take)) {}
  CheckedSink(const CheckedSink&) = delete;
  CheckedSink& operator=(const CheckedSink&) = delete;

  /// The id of the broken rule, nullptr when all was well.
  [[nodiscard]] const char* fault() const { return fault_; }
  [[nodiscard]] bool refused() const { return refused_; }

 private:
  static metodica_status write_from(const metodica_sink* sink, const char* utf8,
                                    std::size_t bytes) noexcept {
    return static_cast<CheckedSink*>(sink->self)->write(utf8, bytes);
  }

  metodica_status write(const char* utf8, std::size_t bytes) noexcept {
    if (std::this_thread::get_id() != owner_) {
      fault_ = "loader.other_thread";
    } else if (refused_) {
      fault_ = "loader.after_refusal";
    } else if (utf8 == nullptr && bytes > 0) {
      fault_ = "loader.null_text";
      refused_ = true;
    } else {
      refused_ = !taken({utf8, bytes});
    }
    return refused_ || fault_ != nullptr ? METODICA_CONFLICT : METODICA_OK;
  }

  bool taken(std::string_view piece) noexcept {
    try {
      return take_(piece);
    } catch (...) {  // may not pass through the adapter's frames
      thrown_ = std::current_exception();
      return false;
    }
  }

 public:
  /// What our own side threw inside the call, to be thrown again behind the adapter's frames.
  void rethrow() const {
    if (thrown_) {
      std::rethrow_exception(thrown_);
    }
  }

 private:
  Piece take_;
  std::thread::id owner_ = std::this_thread::get_id();
  std::exception_ptr thrown_;
  const char* fault_ = nullptr;
  bool refused_ = false;
};

/// Runs the C function. A status that is no status, and a thrown exception, are faults.
Result<metodica_status> run(const Callee& callee, const Ask& ask, const CheckedSink& sink) {
  metodica_status status = METODICA_DEFECT;
  try {
    status = ask(&sink);
  } catch (...) {  // C++ adapters that let one out; a foreign one is caught the same way
    return at_fault(callee, "loader.adapter_threw");
  }
  sink.rethrow();
  if (sink.fault() != nullptr) {
    return at_fault(callee, sink.fault());
  }
  if (status > 0) {
    return at_fault(callee, "loader.positive_status", {{"found", std::int64_t{status}}});
  }
  return status;
}

bool is_problem(const Json& line) {
  return line["kind"].text() == "problem";
}

std::vector<MessageArgument> arguments_of(const Json& given) {
  std::vector<MessageArgument> arguments;
  for (const auto& [name, value] : given.members()) {
    if (value.is_integer()) {
      arguments.push_back({name, value.integer()});
    } else {
      arguments.push_back({name, value.is_text() ? value.text() : value.dump()});
    }
  }
  return arguments;
}

/// What the adapter said about a failure, or that it said nothing.
Unexpected failure(const Callee& callee, metodica_status status, const Json& said) {
  if (!is_problem(said)) {
    return at_fault(callee, "loader.silent_failure", {{"found", std::string(code_of(status))}});
  }
  Problem problem(status, said["message"].text(), arguments_of(said["arguments"]));
  problem.field = said["field"].text();
  problem.text = said["text"].text();
  if (problem.message.empty()) {
    problem.message = "loader.adapter_failed";
    problem.arguments = {{"name", callee.name},
                         {"operation", callee.operation},
                         {"code", std::string(code_of(status))}};
  }
  return Unexpected(std::move(problem));
}

Result<Json> parsed(const Callee& callee, std::string_view text) {
  if (!is_well_formed_utf8(text)) {
    return at_fault(callee, "loader.not_utf8");
  }
  auto document = Json::parse(text);
  if (!document) {
    return at_fault(callee, "loader.not_json");
  }
  return document;
}

std::string_view last_line(std::string_view text) {
  while (!text.empty() && text.back() == '\n') {
    text.remove_suffix(1);
  }
  return text.substr(text.rfind('\n') + 1);
}

/// Cuts what comes in into lines. A problem line is kept for later, it is no data.
class LineReader {
 public:
  LineReader(const Callee& callee, const EachJson& each) : callee_(callee), each_(each) {}

  bool take(std::string_view piece) {
    for (std::size_t end = piece.find('\n'); end != std::string_view::npos;
         end = piece.find('\n')) {
      if (!fits(end)) {
        return false;
      }
      pending_.append(piece.substr(0, end));
      piece.remove_prefix(end + 1);
      if (!line()) {
        return false;
      }
    }
    if (!fits(piece.size())) {
      return false;
    }
    pending_.append(piece);
    return true;
  }

  /// A last line without a line feed counts.
  void finish() {
    if (!pending_.empty() && !broken_ && !enough_) {
      line();
    }
  }

  [[nodiscard]] const std::optional<Problem>& broken() const { return broken_; }
  [[nodiscard]] bool enough() const { return enough_; }
  [[nodiscard]] const Json& problem() const { return problem_; }

 private:
  bool fits(std::size_t more) {
    if (pending_.size() + more <= answer_limit) {
      return true;
    }
    broken_ = at_fault(callee_, "loader.too_long").take();
    return false;
  }

  bool line() {
    const std::string text = std::exchange(pending_, {});
    auto document = parsed(callee_, text);
    if (!document) {
      broken_ = std::move(document).error();
      return false;
    }
    if (is_problem(*document)) {
      problem_ = *std::move(document);
      return true;
    }
    enough_ = !each_(*document);
    return !enough_;
  }

  const Callee& callee_;
  const EachJson& each_;
  std::string pending_;
  std::optional<Problem> broken_;
  Json problem_;
  bool enough_ = false;
};

}  // namespace

Result<std::string> ask_text(const Callee& callee, const Ask& ask) {
  std::string text;
  bool too_long = false;
  const CheckedSink sink([&](std::string_view piece) {
    too_long = text.size() + piece.size() > answer_limit;
    if (!too_long) {
      text.append(piece);
    }
    return !too_long;
  });
  METODICA_TRY(const metodica_status status, run(callee, ask, sink));
  if (too_long) {
    return at_fault(callee, "loader.too_long");
  }
  if (!is_well_formed_utf8(text)) {
    return at_fault(callee, "loader.not_utf8");
  }
  if (status != METODICA_OK) {
    const auto said = Json::parse(last_line(text));
    return failure(callee, status, said ? *said : Json());
  }
  return text;
}

Result<Json> ask_document(const Callee& callee, const Ask& ask) {
  METODICA_TRY(const std::string text, ask_text(callee, ask));
  return parsed(callee, text);
}

Result<void> ask_lines(const Callee& callee, const Ask& ask, const EachJson& each) {
  LineReader reader(callee, each);
  const CheckedSink sink([&](std::string_view piece) { return reader.take(piece); });
  METODICA_TRY(const metodica_status status, run(callee, ask, sink));
  reader.finish();
  if (reader.broken()) {
    return Unexpected(*reader.broken());
  }
  if (reader.enough()) {
    return {};
  }
  if (status != METODICA_OK) {
    return failure(callee, status, reader.problem());
  }
  return {};
}

Result<std::vector<Json>> ask_list(const Callee& callee, const Ask& ask,
                                   std::optional<std::size_t> expected) {
  METODICA_TRY(const std::string text, ask_text(callee, ask));
  std::vector<Json> lines;
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t end = rest.find('\n');
    METODICA_TRY(Json line, parsed(callee, rest.substr(0, end)));
    lines.push_back(std::move(line));
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  if (expected && lines.size() != *expected) {
    return at_fault(callee, "loader.line_count",
                    {{"found", static_cast<std::int64_t>(lines.size())},
                     {"expected", static_cast<std::int64_t>(*expected)}});
  }
  return lines;
}

}  // namespace metodica
