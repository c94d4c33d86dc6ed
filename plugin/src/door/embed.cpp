// Door 1: the only functions that libmetodica.so shows.

#include "metodica/embed.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <new>
#include <string>
#include <string_view>
#include <thread>

#include "app/application.hpp"
#include "app/problem_json.hpp"
#include "door/guarded.hpp"
#include "text/unicode.hpp"

struct metodica_reply {
  std::string text;
};

struct metodica_instance {
  std::unique_ptr<metodica::Application> app;
  std::mutex one_at_a_time;
  std::atomic<std::thread::id> inside;  // the thread that holds the lock; no thread otherwise
};

namespace {

using metodica::Problem;

constexpr std::size_t longest_request = 8U * 1024 * 1024;

void write_problem(metodica_reply* reply, const Problem& problem, const std::string& lang,
                   const std::string& trace) {
  if (reply == nullptr)
    return;
  reply->text = metodica::problem_json(problem, metodica::Messages(lang), trace).dump();
}

metodica_status refuse(metodica_reply* reply, Problem problem, const std::string& lang = {},
                       const std::string& trace = {}) {
  write_problem(reply, problem, lang, trace);
  return problem.status;
}

/// Marks that this thread is inside a call, so that an answer function cannot call in again.
class Inside {
 public:
  explicit Inside(metodica_instance* instance) : instance_(instance) {
    instance_->inside = std::this_thread::get_id();
  }
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;
  ~Inside() { instance_->inside = std::thread::id(); }

 private:
  metodica_instance* instance_;
};

bool is_inside(const metodica_instance* instance) {
  return instance->inside == std::this_thread::get_id();
}

metodica::Result<std::string> ask_host(metodica_host_answer answer, void* host,
                                       std::string_view question) {
  metodica_reply reply;
  const metodica_status status = answer(host, question.data(), question.size(), &reply);
  if (status == METODICA_OK)
    return std::move(reply.text);
  Problem problem(status, "app.host_refused");
  if (const auto said = metodica::Json::parse(reply.text))
    problem.text = (*said)["text"].text();
  return metodica::Unexpected(std::move(problem));
}

}  // namespace

extern "C" {

uint32_t metodica_abi(void) {
  return (static_cast<uint32_t>(METODICA_ABI_MAJOR) << 16U) |
         static_cast<uint32_t>(METODICA_ABI_MINOR);
}

metodica_reply* metodica_reply_new(void) {
  return new (std::nothrow) metodica_reply;
}

void metodica_reply_free(metodica_reply* reply) {
  delete reply;
}  // NOLINT(cppcoreguidelines-owning-memory)

const char* metodica_reply_text(const metodica_reply* reply) {
  return reply == nullptr ? "" : reply->text.c_str();
}

size_t metodica_reply_bytes(const metodica_reply* reply) {
  return reply == nullptr ? 0 : reply->text.size();
}

metodica_status metodica_reply_write(metodica_reply* reply, const char* utf8, size_t bytes) {
  if (reply == nullptr || (utf8 == nullptr && bytes > 0))
    return METODICA_INVALID;
  return metodica::guarded(
      [&] {
        if (bytes > 0)
          reply->text.append(utf8, bytes);
        return METODICA_OK;
      },
      [](const char*) {});
}

metodica_status metodica_open(const char* config_path, metodica_reply* problem,
                              metodica_instance** made) {
  if (made == nullptr)
    return METODICA_INVALID;
  *made = nullptr;
  return metodica::guarded(
      [&]() -> metodica_status {
        if (config_path == nullptr)
          return refuse(problem, {METODICA_INVALID, "app.no_configuration"});
        auto app = metodica::Application::open(config_path);
        if (!app)
          return refuse(problem, app.error());
        auto instance = std::make_unique<metodica_instance>();
        instance->app = *std::move(app);
        *made = instance.release();
        return METODICA_OK;
      },
      [&](const char* what) {
        refuse(problem, {METODICA_DEFECT, "problem.defect", {{"text", what}}});
      });
}

metodica_status metodica_on_question(metodica_instance* instance, metodica_host_answer answer,
                                     void* host) {
  if (instance == nullptr)
    return METODICA_INVALID;
  return metodica::guarded(
      [&] {
        const std::lock_guard lock(instance->one_at_a_time);
        if (answer == nullptr) {
          instance->app->on_question({});
        } else {
          instance->app->on_question(
              [answer, host](std::string_view q) { return ask_host(answer, host, q); });
        }
        return METODICA_OK;
      },
      [](const char*) {});
}

metodica_status metodica_start(metodica_instance* instance, metodica_reply* problem) {
  if (instance == nullptr || is_inside(instance))
    return METODICA_INVALID;
  return metodica::guarded(
      [&]() -> metodica_status {
        const std::lock_guard lock(instance->one_at_a_time);
        const Inside inside(instance);
        const auto done = instance->app->start();
        if (!done)
          return refuse(problem, done.error(), instance->app->lang());
        return METODICA_OK;
      },
      [&](const char* what) {
        refuse(problem, {METODICA_DEFECT, "problem.defect", {{"text", what}}});
      });
}

metodica_status metodica_call(metodica_instance* instance, const char* request, size_t bytes,
                              metodica_reply* reply) {
  if (instance == nullptr || reply == nullptr || (request == nullptr && bytes > 0))
    return METODICA_INVALID;
  return metodica::guarded(
      [&]() -> metodica_status {
        reply->text.clear();
        if (is_inside(instance))
          return refuse(reply, {METODICA_INVALID, "app.called_inside"});
        const std::lock_guard lock(instance->one_at_a_time);
        const Inside inside(instance);
        metodica::Application& app = *instance->app;
        if (!app.started_here())
          return refuse(reply, {METODICA_FORKED, "problem.forked"}, app.lang());
        if (bytes > longest_request) {
          return refuse(reply, {METODICA_INVALID, "app.request_too_long"}, app.lang());
        }
        const auto answer = app.call(std::string_view(request, bytes));
        if (!answer)
          return refuse(reply, answer.error(), app.lang(), app.trace());
        answer->dump(reply->text);
        return METODICA_OK;
      },
      [&](const char* what) {
        refuse(reply, {METODICA_DEFECT, "problem.defect", {{"text", what}}}, instance->app->lang(),
               instance->app->trace());
      });
}

void metodica_stop(metodica_instance* instance) {
  if (instance == nullptr || is_inside(instance))
    return;
  metodica::guarded(
      [&] {
        const std::lock_guard lock(instance->one_at_a_time);
        const Inside inside(instance);
        instance->app->stop();
        return METODICA_OK;
      },
      [](const char*) {});
}

void metodica_close(metodica_instance* instance) {
  if (instance == nullptr || is_inside(instance))
    return;
  metodica::guarded(
      [&] {
        instance->app->stop();
        delete instance;  // NOLINT(cppcoreguidelines-owning-memory)
        return METODICA_OK;
      },
      [](const char*) {});
}

}  // extern "C"
