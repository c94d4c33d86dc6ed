/// HostWatch: what BiblioteQ's windows tell: which database is open, and which titles are in an
/// editor. Programs that are not BiblioteQ tell nothing.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QMutex>
#include <QPointer>
#include <QWidget>

namespace metodica::biblioteq {

class HostWatch {
 public:
  explicit HostWatch(QWidget* main_window);

  /// Notes what the windows show now. [GUI thread]
  void look();
  /// The answer to a question of the adapter ({"ask":"windows"}), from the last look; empty when
  /// the question is unknown. [any thread]
  [[nodiscard]] QByteArray answer(const QByteArray& question) const;
  /// The host's lists are stale: has it read them again, as F5 does. [GUI thread]
  void refresh();
  /// True when a database is open, or when this is no host with one. [GUI thread]
  [[nodiscard]] bool is_open();

 private:
  [[nodiscard]] QJsonObject seen_now();

  QPointer<QWidget> window_;
  bool is_biblioteq_;
  mutable QMutex mutex_;
  QJsonObject seen_;  // guarded by mutex_
};

}  // namespace metodica::biblioteq
