/// DoorThread: door 1 on a thread of its own. The library is opened at the first call, so a host
/// that never uses our menu pays nothing; and however long a call takes, the window stays alive.
#pragma once

#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QThread>
#include <functional>
#include <memory>

#include "qt/words.hpp"

namespace metodica::qt {

/// Where the plugin and its configuration are.
struct DoorPlace {
  QString library;  ///< libmetodica.so
  QString config;   ///< metodica.ini, "" when none was found
};

class DoorThread {
 public:
  using Done = std::function<void(const QJsonObject& reply)>;
  /// Answers questions of the adapter; called on the door's thread.
  using Answer = std::function<QByteArray(const QByteArray& question)>;

  DoorThread(DoorPlace place, const Words& words);
  /// Ends: waits for the call that runs, at most ten seconds; then leaves it to the system.
  ~DoorThread();
  DoorThread(const DoorThread&) = delete;
  DoorThread& operator=(const DoorThread&) = delete;

  /// Before the first call.
  void answer_with(Answer answer);
  /// Sends `request` (schema/request.json); `done` comes on the GUI thread, in the order of the
  /// calls, unless `receiver` is gone by then. A failure is a reply of kind "problem".
  /// [GUI thread]
  void call(const QJsonObject& request, QObject* receiver, Done done);
  /// Gives up waiting for what has not come yet and closes the plugin.
  void close();

 private:
  class Worker;
  QThread* thread_;  // left behind when it does not end in time
  Worker* worker_;   // lives on thread_, deleted by it
  bool closed_ = false;
};

}  // namespace metodica::qt
