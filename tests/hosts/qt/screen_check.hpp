/// What must hold for every drawn screen, whatever it shows.
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include "qt/screen_view.hpp"

namespace metodica::qt {

/// Does nothing but remember what was wished.
class Listener final : public Actor {
 public:
  void act(const Wish& wish) override { wishes.append(wish); }
  void ask(const Wish& wish, QObject* /*receiver*/,
           std::function<void(const QJsonObject&)> done) override {
    wishes.append(wish);
    if (answer) {
      done(answer(wish));
    }
  }
  void scan(const Wish& wish) override { scans.append(wish); }
  void typed() override { ++changes; }

  QList<Wish> wishes;
  QList<Wish> scans;
  int changes = 0;
  std::function<QJsonObject(const Wish&)> answer;
};

/// Faults of a shown screen: a blank picture; a field, button or table that Tab does not reach;
/// something for the keyboard without a name. Empty when all is well. The picture is stored in the
/// build folder as `name`.png.
[[nodiscard]] QStringList faults_of(ScreenView& view, const QString& name);

}  // namespace metodica::qt
