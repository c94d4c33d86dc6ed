/// Door 1 for native hosts: Instance and Reply own what the C functions make.
#pragma once

#include <functional>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <utility>

#include "metodica/embed.h"
#include "metodica/result.hpp"

namespace metodica {

/// A reply buffer. Throws std::bad_alloc when memory is exhausted.
class Reply {
 public:
  Reply() : reply_(metodica_reply_new()) {
    if (reply_ == nullptr) {
      throw std::bad_alloc();
    }
  }

  [[nodiscard]] metodica_reply* get() { return reply_.get(); }
  /// Valid until the next use of this buffer.
  [[nodiscard]] std::string_view text() const {
    return {metodica_reply_text(reply_.get()), metodica_reply_bytes(reply_.get())};
  }

 private:
  struct Free {
    void operator()(metodica_reply* reply) const { metodica_reply_free(reply); }
  };
  std::unique_ptr<metodica_reply, Free> reply_;
};

/// One plugin with one adapter; closed at the end of its life. Errors: a Problem with the status,
/// whose `text` is the problem object as it came through the door (schema/problem.json).
class Instance {
 public:
  /// Answers a question of the adapter (see metodica_host_answer); a failure carries its status.
  using Answer = std::function<Result<std::string>(std::string_view question)>;

  /// See metodica_open. [owner]
  static Result<Instance> open(const std::string& config_path) {
    Reply problem;
    metodica_instance* made = nullptr;
    const metodica_status status = metodica_open(config_path.c_str(), problem.get(), &made);
    if (status != METODICA_OK) {
      return failed(status, problem);
    }
    return Instance(made);
  }

  /// Between open and start. Exceptions of `answer` become METODICA_DEFECT. [owner]
  Result<void> on_question(Answer answer) {
    auto kept = std::make_unique<Answer>(std::move(answer));
    const metodica_status status =
        metodica_on_question(instance_.get(), &Instance::answered, kept.get());
    if (status != METODICA_OK) {
      return failed(status, Reply());
    }
    answer_ = std::move(kept);
    return {};
  }

  /// See metodica_start: once in each process that serves. [owner]
  Result<void> start() {
    Reply problem;
    const metodica_status status = metodica_start(instance_.get(), problem.get());
    if (status != METODICA_OK) {
      return failed(status, problem);
    }
    return {};
  }

  /// See metodica_call. `request`: one JSON object; the answer: one JSON object. [any]
  Result<std::string> call(std::string_view request) {
    Reply reply;
    const metodica_status status =
        metodica_call(instance_.get(), request.data(), request.size(), reply.get());
    if (status != METODICA_OK) {
      return failed(status, reply);
    }
    return std::string(reply.text());
  }

  /// See metodica_stop. [owner]
  void stop() { metodica_stop(instance_.get()); }

 private:
  explicit Instance(metodica_instance* made) : instance_(made) {}

  static Unexpected failed(metodica_status status, const Reply& reply) {
    Problem problem(status, "");
    problem.text = std::string(reply.text());
    return Unexpected(std::move(problem));
  }

  static metodica_status answered(void* host, const char* question, std::size_t bytes,
                                  metodica_reply* answer) noexcept {
    try {
      const auto text = (*static_cast<const Answer*>(host))(std::string_view(question, bytes));
      return text ? metodica_reply_write(answer, text->data(), text->size()) : text.error().status;
    } catch (...) {
      return METODICA_DEFECT;
    }
  }

  struct Close {
    void operator()(metodica_instance* instance) const { metodica_close(instance); }
  };
  std::unique_ptr<Answer> answer_;  // outlives the instance that points to it
  std::unique_ptr<metodica_instance, Close> instance_;
};

}  // namespace metodica
