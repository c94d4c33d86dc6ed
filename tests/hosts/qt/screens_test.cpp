// Every screen of every module: found by following the menu and all links of the sample library, so
// that what is added later is drawn here without another line.
#include <gtest/gtest.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <QQueue>
#include <QSet>

#include "sample_library.hpp"
#include "screen_check.hpp"

namespace metodica::qt {
namespace {

constexpr int most_of_one_action = 3;

struct Visit {
  QString action;
  QJsonObject args;
};

class Crawl {
 public:
  explicit Crawl(SampleLibrary& library) : library_(library) {
    for (const auto value : library.call("app.actions")["actions"].toArray()) {
      const QJsonObject action = value.toObject();
      kinds_[action["name"].toString()] = action["kind"].toString();
      if (action["kind"].toString() == "read" &&
          action["reply"].toObject()["kind"].toString() == "screen") {
        examples_[action["name"].toString()] = action["example"].toObject();
      }
    }
  }

  // Steps through everything that can be reached by reading.
  void run() {
    for (const auto group : library_.call("app.menu")["groups"].toArray()) {
      const QString subject = group.toObject()["subject"].toString();
      for (const auto entry : group.toObject()["entries"].toArray()) {
        entries_[subject] << entry.toObject()["action"].toString();
        want({entries_[subject].back(), entry.toObject()["args"].toObject()});
      }
    }
    for (auto at = examples_.begin(); at != examples_.end(); ++at) {
      want({at.key(), at.value()});
    }
    // Its example is a copy that the sample does not have.
    want({"processing.udc.elsewhere", {{"register", "carti"}, {"number", 1}}});
    while (!queue_.isEmpty()) {
      draw(queue_.dequeue());
    }
  }

  void look_at(const QJsonObject& screen, const QString& name) {
    Listener actor;
    ScreenView view(screen, actor, Words("ro"), nullptr);
    const QStringList faults = faults_of(view, name);
    EXPECT_EQ(faults.join("\n").toStdString(), "") << name.toStdString();
    drawn_.insert(screen["id"].toString());
    follow(screen);
  }

  [[nodiscard]] const QSet<QString>& drawn() const { return drawn_; }
  /// Subjects of the menu none of whose entries was drawn.
  [[nodiscard]] QStringList empty_subjects() const {
    QStringList empty;
    for (auto at = entries_.begin(); at != entries_.end(); ++at) {
      if (std::none_of(at->begin(), at->end(),
                       [&](const QString& entry) { return answered_.contains(entry); })) {
        empty << at.key();
      }
    }
    return empty;
  }
  /// Reading actions that answer with a screen, and never did.
  [[nodiscard]] QStringList never_drawn() const {
    QStringList missing;
    for (auto at = examples_.begin(); at != examples_.end(); ++at) {
      if (!answered_.contains(at.key())) {
        missing << at.key() + ": " + refused_.value(at.key());
      }
    }
    return missing;
  }

 private:
  void want(const Visit& visit) {
    const QString text = visit.action + QJsonDocument(visit.args).toJson(QJsonDocument::Compact);
    if (!seen_.contains(text) && counts_[visit.action]++ < most_of_one_action &&
        kinds_.value(visit.action) == "read") {
      seen_.insert(text);
      queue_.enqueue(visit);
    }
  }

  void draw(const Visit& visit) {
    const QJsonObject reply = library_.call(visit.action, visit.args);
    if (reply["kind"].toString() != "screen") {
      refused_[visit.action] = reply["text"].toString();
      return;
    }
    answered_.insert(visit.action);
    look_at(reply, reply["id"].toString() + "-" + QString::number(counts_[visit.action]));
  }

  // Whatever names an action, wherever it stands in the screen.
  void follow(const QJsonValue& value) {
    if (value.isArray()) {
      for (const auto item : value.toArray()) {
        follow(item);
      }
      return;
    }
    const QJsonObject object = value.toObject();
    const QString action = object["action"].toString();
    if (!action.isEmpty()) {
      want({action, object["args"].toObject()});
    }
    for (auto at = object.begin(); at != object.end(); ++at) {
      follow(at.value());
    }
  }

  SampleLibrary& library_;
  QMap<QString, QString> kinds_;
  QMap<QString, QJsonObject> examples_;
  QMap<QString, int> counts_;
  QMap<QString, QString> refused_;
  QSet<QString> seen_;
  QSet<QString> answered_;
  QSet<QString> drawn_;
  QMap<QString, QStringList> entries_;  // actions of the menu by subject
  QQueue<Visit> queue_;
};

QJsonObject example_of(SampleLibrary& library, const QString& name) {
  for (const auto action : library.call("app.actions")["actions"].toArray()) {
    if (action.toObject()["name"].toString() == name) {
      return action.toObject()["example"].toObject();
    }
  }
  return {};
}

// Work that is under way, so that its screens exist: an act, a stocktaking, a proposal.
QList<QJsonObject> begin_work(SampleLibrary& library) {
  QList<QJsonObject> screens;
  screens << library.call(
      "acquisition.start",
      {{"source", "purchase"},
       {"act", QJsonObject{{"kind", "invoice"}, {"number", "FX 77"}, {"date", "2026-11-02"}}}});
  screens << library.call(
      "withdrawal.propose",
      {{"cause", "worn"},
       {"copies", QJsonArray{QJsonObject{{"code", "carti 1"}, {"state", "file lipsă"}}}}});
  screens << library.call("stocktaking.open", {{"custody", "Adulți"},
                                               {"reason", "periodic"},
                                               {"method", "scanning"},
                                               {"decision_number", "14"},
                                               {"decision_date", "2026-11-02"},
                                               {"chair", "Ioana Pop"},
                                               {"members", QJsonArray{"Dan Rus"}},
                                               {"starts_on", "2026-11-03"}});
  QJsonObject statement = example_of(library, "stocktaking.statement");
  statement["stated_on"] = "2026-11-03";
  screens << library.call("stocktaking.statement", statement);
  // These begin with what stands as their example in app.actions.
  for (const char* name : {"coordination.keep_gathering", "coordination.register",
                           "processing.room_save", "processing.reading_start"}) {
    screens << library.call(name, example_of(library, name));
  }
  screens << library.call(
      "processing.batch_plan",
      {{"work", "remake"}, {"which", "range"}, {"register", "carti"}, {"from", 1}, {"to", 20}});
  return screens;
}

TEST(Screens, EveryOneOfEveryModuleIsDrawn) {
  SampleLibrary library;
  Crawl crawl(library);
  int at = 0;
  for (const QJsonObject& screen : begin_work(library)) {
    if (screen["kind"].toString() == "screen") {
      crawl.look_at(screen, "work-" + QString::number(++at));
    } else {
      std::printf("begin_work: %s\n", QJsonDocument(screen).toJson().constData());
    }
  }
  crawl.run();
  EXPECT_EQ(crawl.empty_subjects().join(" ").toStdString(), "");
  EXPECT_EQ(crawl.never_drawn().join(" ").toStdString(), "");
  EXPECT_GE(crawl.drawn().size(), 25);
}

}  // namespace
}  // namespace metodica::qt
