// The richer blocks without pictures: steps, figures, tabs, scanner.
#include <QApplication>
#include <QLabel>
#include <QProgressBar>
#include <QTabBar>
#include <algorithm>
#include <memory>

#include "qt/drawing.hpp"
#include "qt/flow_layout.hpp"

namespace metodica::qt {
namespace {

QWidget* figure(const Drawing& d, const QJsonObject& item, QWidget* parent) {
  const QString label = plain(item["label"]);
  const QString value = plain(item["value"]);
  auto* frame = new QFrame(parent);
  frame->setFrameShape(QFrame::StyledPanel);
  frame->setAccessibleName(label + ": " + value);
  auto* column = new QVBoxLayout(frame);
  column->setSpacing(2);
  const auto add = [&](QLabel* text) {
    text->setWordWrap(false);
    column->addWidget(text);
  };
  add(note_label(label, frame));
  add(heading_label(value, 1, frame));
  if (const qint64 of = static_cast<qint64>(item["of"].toDouble()); of > 0) {
    auto* bar = new QProgressBar(frame);
    bar->setRange(0, static_cast<int>(std::min<qint64>(of, 1 << 30)));
    bar->setValue(
        static_cast<int>(std::min<qint64>(static_cast<qint64>(item["done"].toDouble()), 1 << 30)));
    bar->setAccessibleName(label);
    bar->setFormat(
        d.words("figures.of", {{"done", plain(item["done"])}, {"of", plain(item["of"])}}));
    column->addWidget(bar);
  }
  if (const QString note = plain(item["note"]); !note.isEmpty()) {
    add(note_label(note, frame));
  }
  return frame;
}

// Beeps when a scan went wrong: the person looks at the shelf, not at the screen.
QWidget* verdict_frame(const Drawing& d, const QJsonObject& verdict, QWidget* parent) {
  const QString level = level_of(verdict["level"]);
  QFrame* frame =
      message_frame(d.words, level, plain(verdict["text"]), parent, plain(verdict["title"]));
  frame->setObjectName("verdict");
  if (level == "bad" || level == "warn") {
    QApplication::beep();
  }
  return frame;
}

}  // namespace

void draw_steps(Drawing& d, const QJsonObject& block, QVBoxLayout* into) {
  const int at = block["at"].toInt();
  const QJsonArray names = block["names"].toArray();
  auto* line = new QWidget(d.page);
  auto* flow = new FlowLayout(line);
  QStringList spoken;
  for (int i = 0; i < names.size(); ++i) {
    const bool done = i + 1 < at;
    const bool now = i + 1 == at;
    const QString name = plain(names[i]);
    QLabel* label =
        plain_label((done  ? QStringLiteral("✓ ")
                     : now ? QStringLiteral("▸ ")
                           : QString()) +
                        QString::number(i + 1) + ". " + name + (i + 1 < names.size() ? "   " : ""),
                    line);
    label->setWordWrap(false);
    QFont font = label->font();
    font.setBold(now);
    label->setFont(font);
    flow->addWidget(label);
    spoken << name + (done  ? " (" + d.words("step.done") + ")"
                      : now ? " (" + d.words("step.now") + ")"
                            : QString());
  }
  line->setAccessibleName(d.words("steps"));
  line->setAccessibleDescription(spoken.join(", "));
  into->addWidget(line);
}

void draw_figures(Drawing& d, const QJsonObject& block, QVBoxLayout* into) {
  auto* line = new QWidget(d.page);
  auto* flow = new FlowLayout(line);
  for (const auto item : block["items"].toArray()) {
    flow->addWidget(figure(d, item.toObject(), line));
  }
  into->addWidget(line);
}

void draw_tabs(Drawing& d, const QJsonObject& block, QVBoxLayout* into) {
  auto* bar = new QTabBar(d.page);
  bar->setObjectName("tabs");
  bar->setAccessibleName(d.words("tabs"));
  bar->setExpanding(false);
  bar->setDrawBase(true);
  QList<Wish> wishes;
  for (const auto value : block["tabs"].toArray()) {
    const QJsonObject tab = value.toObject();
    bar->addTab(plain(tab["label"]).replace("&", "&&"));
    Wish wish;
    wish.action = plain(tab["action"]);
    wish.args = tab["args"].toObject();
    wishes.append(wish);
  }
  bar->setCurrentIndex(block["at"].toInt(-1));
  QObject::connect(bar, &QTabBar::currentChanged, bar, [&actor = d.actor, wishes](int at) {
    if (at >= 0 && at < wishes.size()) {
      actor.act(wishes[at]);
    }
  });
  into->addWidget(bar);
}

void draw_scanner(Drawing& d, const QJsonObject& block, QVBoxLayout* into) {
  auto* box = new QFrame(d.page);
  box->setFrameShape(QFrame::StyledPanel);
  auto* column = new QVBoxLayout(box);
  auto* edit = new QLineEdit(box);
  edit->setObjectName("scan:" + plain(block["action"]));
  edit->setAccessibleName(plain(block["label"]));
  edit->setAccessibleDescription(plain(block["hint"]));
  QFont font = edit->font();
  font.setPointSizeF(font.pointSizeF() * 1.4);
  edit->setFont(font);
  QLabel* label = plain_label(plain(block["label"]), box);
  label->setBuddy(edit);
  column->addWidget(label);
  column->addWidget(edit);
  if (const QString hint = plain(block["hint"]); !hint.isEmpty()) {
    column->addWidget(note_label(hint, box));
  }
  Wish wish;
  wish.action = plain(block["action"]);
  wish.args = block["args"].toObject();
  wish.writes = true;
  QObject::connect(edit, &QLineEdit::returnPressed, edit,
                   [&actor = d.actor, wish, field = plain(block["field"]), edit]() mutable {
                     wish.args[field] = edit->text();
                     wish.key = new_key();
                     edit->clear();
                     actor.scan(wish);
                   });
  if (const QJsonArray keys = block["keys"].toArray(); !keys.isEmpty()) {
    auto* line = new QWidget(box);
    line->setAccessibleName(d.words("scan.keys"));
    auto* flow = new FlowLayout(line);
    for (const auto key : keys) {
      flow->addWidget(make_button(d, key.toObject(), line));
    }
    column->addWidget(line);
  }
  if (const QJsonObject verdict = block["verdict"].toObject(); !verdict.isEmpty()) {
    column->addWidget(verdict_frame(d, verdict, box));
  }
  into->addWidget(box);
  d.scanner = edit;
}

}  // namespace metodica::qt
