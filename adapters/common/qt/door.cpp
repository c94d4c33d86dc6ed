#include "qt/door.hpp"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLibrary>
#include <QPointer>
#include <atomic>

#include "metodica/embed.h"

namespace metodica::qt {
namespace {

constexpr unsigned long longest_wait_ms = 10'000;
constexpr int most_attempts = 4;
constexpr unsigned long first_pause_ms = 20;

// The functions of door 1 that we call, looked up by name: the host must start without them.
struct Functions {
  decltype(&metodica_abi) abi = nullptr;
  decltype(&metodica_reply_new) reply_new = nullptr;
  decltype(&metodica_reply_free) reply_free = nullptr;
  decltype(&metodica_reply_text) reply_text = nullptr;
  decltype(&metodica_reply_write) reply_write = nullptr;
  decltype(&metodica_open) open = nullptr;
  decltype(&metodica_on_question) on_question = nullptr;
  decltype(&metodica_start) start = nullptr;
  decltype(&metodica_call) call = nullptr;
  decltype(&metodica_close) close = nullptr;
};

template <class Function>
bool look_up(QLibrary& library, const char* name, Function& into) {
  into = reinterpret_cast<Function>(library.resolve(name));
  return into != nullptr;
}

QJsonObject problem_of(const QString& code, const QString& text, const QString& hint) {
  return {{"kind", "problem"}, {"code", code}, {"text", text}, {"hint", hint}};
}

}  // namespace

// Everything of the door happens here, on one thread, as [owner] asks.
class DoorThread::Worker final : public QObject {
 public:
  Worker(DoorPlace place, const Words& words) : place_(std::move(place)), words_(words) {}
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  ~Worker() override {
    if (instance_ != nullptr) {
      door_.close(instance_);
    }
    if (reply_ != nullptr) {
      door_.reply_free(reply_);
    }
  }

  void answer_with(Answer answer) { answer_ = std::move(answer); }
  void give_up() { closing_ = true; }
  [[nodiscard]] bool is_closing() const { return closing_; }

  QJsonObject call(const QByteArray& request) {
    if (!started_ && !closing_) {
      const QJsonObject problem = start();
      if (!problem.isEmpty()) {
        return problem;
      }
      started_ = true;
    }
    unsigned long pause = first_pause_ms;
    for (int attempt = 1; !closing_; ++attempt) {
      const metodica_status status = door_.call(instance_, request.constData(),
                                                static_cast<std::size_t>(request.size()), reply_);
      if (status == METODICA_BUSY && attempt < most_attempts) {
        QThread::msleep(pause);
        pause *= 3;
        continue;
      }
      return reply();
    }
    return {};
  }

 private:
  QJsonObject reply() const {
    const QJsonObject got = QJsonDocument::fromJson(door_.reply_text(reply_)).object();
    return got.isEmpty() ? problem_of("defect", words_("door.defect"), "") : got;
  }

  // Empty when all went well. A failed start is tried again with the next call.
  QJsonObject start() {
    if (place_.config.isEmpty() || !QFileInfo::exists(place_.config)) {
      return problem_of("not_found", words_("door.config"), words_("door.config.hint"));
    }
    if (reply_ == nullptr && !load()) {
      return problem_of("unreachable", words_("door.missing"),
                        words_("door.missing.hint", {{"what", library_.errorString()}}));
    }
    if (instance_ == nullptr) {
      const QByteArray config = place_.config.toUtf8();
      if (door_.open(config.constData(), reply_, &instance_) != METODICA_OK) {
        return reply();
      }
      door_.on_question(instance_, &Worker::answered, this);
    }
    return door_.start(instance_, reply_) == METODICA_OK ? QJsonObject() : reply();
  }

  bool load() {
    library_.setFileName(place_.library);
    library_.setLoadHints(QLibrary::PreventUnloadHint);
    const bool all = library_.load() && look_up(library_, "metodica_abi", door_.abi) &&
                     look_up(library_, "metodica_reply_new", door_.reply_new) &&
                     look_up(library_, "metodica_reply_free", door_.reply_free) &&
                     look_up(library_, "metodica_reply_text", door_.reply_text) &&
                     look_up(library_, "metodica_reply_write", door_.reply_write) &&
                     look_up(library_, "metodica_open", door_.open) &&
                     look_up(library_, "metodica_on_question", door_.on_question) &&
                     look_up(library_, "metodica_start", door_.start) &&
                     look_up(library_, "metodica_call", door_.call) &&
                     look_up(library_, "metodica_close", door_.close);
    if (all && door_.abi() >> 16 == METODICA_ABI_MAJOR) {
      reply_ = door_.reply_new();
    }
    return reply_ != nullptr;
  }

  static metodica_status answered(void* self, const char* question, std::size_t bytes,
                                  metodica_reply* answer) noexcept {
    try {
      const auto* worker = static_cast<const Worker*>(self);
      if (!worker->answer_) {
        return METODICA_UNSUPPORTED;
      }
      const QByteArray text = worker->answer_(QByteArray(question, static_cast<int>(bytes)));
      return text.isEmpty() ? METODICA_UNSUPPORTED
                            : worker->door_.reply_write(answer, text.constData(),
                                                        static_cast<std::size_t>(text.size()));
    } catch (...) {
      return METODICA_DEFECT;
    }
  }

  DoorPlace place_;
  const Words words_;
  QLibrary library_;
  Functions door_;
  Answer answer_;
  metodica_reply* reply_ = nullptr;
  metodica_instance* instance_ = nullptr;
  bool started_ = false;
  std::atomic<bool> closing_ = false;
};

DoorThread::DoorThread(DoorPlace place, const Words& words)
    : thread_(new QThread), worker_(new Worker(std::move(place), words)) {
  worker_->moveToThread(thread_);
  thread_->setObjectName("metodica-door");
  QObject::connect(thread_, &QThread::finished, worker_, &QObject::deleteLater);
}

DoorThread::~DoorThread() {
  close();
}

void DoorThread::answer_with(Answer answer) {
  worker_->answer_with(std::move(answer));
}

void DoorThread::call(const QJsonObject& request, QObject* receiver, Done done) {
  if (closed_) {
    return;
  }
  if (!thread_->isRunning()) {
    thread_->start();
  }
  const QByteArray text = QJsonDocument(request).toJson(QJsonDocument::Compact);
  // The receiver may die while the call runs: a queued call to it is then dropped by Qt, but only
  // the GUI thread may look at the pointer, so it goes through a context that lives there.
  auto* context = new QObject(receiver);
  const QPointer<QObject> guard(context);
  QMetaObject::invokeMethod(
      worker_,
      [worker = worker_, text, guard, done = std::move(done)] {
        const QJsonObject reply = worker->call(text);
        if (worker->is_closing()) {
          return;
        }
        QMetaObject::invokeMethod(
            qApp,
            [guard, done, reply] {
              if (guard) {
                guard->deleteLater();
                done(reply);
              }
            },
            Qt::QueuedConnection);
      },
      Qt::QueuedConnection);
}

void DoorThread::close() {
  if (closed_) {
    return;
  }
  closed_ = true;
  worker_->give_up();
  if (!thread_->isRunning()) {
    delete worker_;
    delete thread_;
    return;
  }
  thread_->quit();
  if (thread_->wait(longest_wait_ms)) {
    delete thread_;
  }
}

}  // namespace metodica::qt
