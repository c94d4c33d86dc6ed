/// Drawing: what the drawing functions share while one screen becomes widgets. One function for
/// each kind of block; a new one is a new function and a line in the table of blocks.cpp.
#pragma once

#include <QFrame>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <functional>

#include "qt/words.hpp"

namespace metodica::qt {

/// One thing that a person wants done.
struct Wish {
  QString action;
  QJsonObject args;
  bool writes = false;  ///< sent with `key`
  QString key;          ///< repeating it changes nothing twice
  QString confirm;      ///< question to ask first, "" for none
  bool danger = false;
};

/// What a screen asks of the window around it. GUI thread only; everything returns at once.
class Actor {
 public:
  virtual ~Actor() = default;
  /// Does it and shows what comes back.
  virtual void act(const Wish& wish) = 0;
  /// A read whose reply goes to `done` and is not shown; dropped when `receiver` is gone by then.
  virtual void ask(const Wish& wish, QObject* receiver,
                   std::function<void(const QJsonObject&)> done) = 0;
  /// A code was read: scans are done one after the other, however fast they come.
  virtual void scan(const Wish& wish) = 0;
  /// Something was typed that has not been sent.
  virtual void typed() = 0;
};

/// A line of the summary of errors at the top: leads to the widget.
struct ErrorLine {
  QString text;
  QWidget* widget = nullptr;
};

struct Drawing {
  Actor& actor;
  const Words& words;
  QWidget* page;  ///< parent of all
  QList<ErrorLine> errors = {};
  QLineEdit* scanner = nullptr;
  QWidget* first_field = nullptr;
  QWidget* first_wrong = nullptr;
};

/// Where a block stands.
struct Depth {
  int heading = 2;  ///< 2 under the title
  bool in_group = false;
  int nesting = 0;
};

/// What a value shows: texts as they are, numbers as digits, true as "1", anything else "".
[[nodiscard]] QString plain(const QJsonValue& value);
/// "info", "good", "warn", "bad"; anything else is "info".
[[nodiscard]] QString level_of(const QJsonValue& level);
/// A fresh idempotency key.
[[nodiscard]] QString new_key();

/// A label that shows `text` as it is, never as markup, over several lines when needed.
[[nodiscard]] QLabel* plain_label(const QString& text, QWidget* parent);
/// A label like it in the smaller, paler look of notes.
[[nodiscard]] QLabel* note_label(const QString& text, QWidget* parent);
/// Bigger and bolder by the depth of the heading; 1 is the title of the screen.
[[nodiscard]] QLabel* heading_label(const QString& text, int level, QWidget* parent);
/// A framed text whose seriousness is said by an icon and a word, not by colour. Further lines may
/// be added to its layout named "words".
[[nodiscard]] QFrame* message_frame(const Words& words, const QString& level, const QString& text,
                                    QWidget* parent, const QString& title = {});

/// A button of a screen: label, function key, question and action. `parent` shows it.
[[nodiscard]] QPushButton* make_button(Drawing& d, const QJsonObject& button, QWidget* parent);

void draw_blocks(Drawing& d, const QJsonArray& blocks, QVBoxLayout* into, const Depth& depth);
void draw_form(Drawing& d, const QJsonObject& block, QVBoxLayout* into);
void draw_table(Drawing& d, const QJsonObject& block, QVBoxLayout* into);
void draw_steps(Drawing& d, const QJsonObject& block, QVBoxLayout* into);
void draw_figures(Drawing& d, const QJsonObject& block, QVBoxLayout* into);
void draw_tabs(Drawing& d, const QJsonObject& block, QVBoxLayout* into);
void draw_scanner(Drawing& d, const QJsonObject& block, QVBoxLayout* into);
void draw_picture(Drawing& d, const QJsonObject& block, QVBoxLayout* into, const Depth& depth);

}  // namespace metodica::qt
