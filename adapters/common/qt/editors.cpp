#include "qt/editors.hpp"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QFontMetrics>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QWheelEvent>
#include <algorithm>
#include <array>

namespace metodica::qt {
namespace {

constexpr std::array<const char*, 19> kinds = {"text",   "long_text", "integer", "date",
                                               "choice", "yes_no",    "file",    "money",
                                               "udc",    "shelfmark", "barcode", "inventory_number",
                                               "isbn",   "person",    "title",   "hidden",
                                               "texts",  "part",      "lines"};

bool known(const QString& kind) {
  return std::any_of(kinds.begin(), kinds.end(),
                     [&](const char* one) { return kind == QLatin1String(one); });
}

bool is_number(const QString& kind) {
  return kind == "integer" || kind == "money";
}

// How many characters the input shows; it takes more.
int shown_characters(const QString& kind) {
  return is_number(kind)                                     ? 12
         : kind == "isbn" || kind == "barcode"               ? 18
         : kind == "shelfmark" || kind == "inventory_number" ? 24
                                                             : 48;
}

QLineEdit* line_edit(const QJsonObject& field, const QString& kind, const QString& text,
                     QWidget* parent) {
  auto* edit = new QLineEdit(text, parent);
  const int longest = field["longest"].toInt();
  if (longest > 0) {
    edit->setMaxLength(std::max(longest, static_cast<int>(text.size())));
  }
  // In a table of inputs a title gives way to the others, but not to one word.
  const int shown = shown_characters(kind);
  edit->setMinimumWidth(edit->fontMetrics().averageCharWidth() * std::min(shown / 2 + 1, 18));
  edit->setMaximumWidth(edit->fontMetrics().averageCharWidth() *
                        (shown + (is_number(kind) ? 0 : 4)));
  if (is_number(kind)) {
    edit->setAlignment(Qt::AlignRight);
    edit->setInputMethodHints(Qt::ImhFormattedNumbersOnly);
  }
  return edit;
}

Editor make_line(const QJsonObject& field, const QString& kind, const QJsonValue& value,
                 QWidget* parent) {
  QLineEdit* edit = line_edit(field, kind, plain(value), parent);
  return {edit, edit, [edit] { return QJsonValue(edit->text()); },
          [edit](std::function<void()> done) {
            QObject::connect(edit, &QLineEdit::textEdited, edit, [done] { done(); });
          }};
}

Editor make_long(const QJsonValue& value, bool list, QWidget* parent) {
  auto* edit = new QPlainTextEdit(joined_lines(value), parent);
  edit->setTabChangesFocus(true);
  const QFontMetrics metrics = edit->fontMetrics();
  edit->setFixedHeight(metrics.lineSpacing() * (list ? 5 : 4) + 2 * edit->frameWidth() + 8);
  edit->setMaximumWidth(metrics.averageCharWidth() * 72);
  return {edit, edit, [edit] { return QJsonValue(edit->toPlainText()); },
          [edit](std::function<void()> done) {
            QObject::connect(edit, &QPlainTextEdit::textChanged, edit, [done] { done(); });
          }};
}

// A wheel that was meant to scroll the page must not change what is chosen.
class QuietComboBox final : public QComboBox {
 public:
  using QComboBox::QComboBox;

 protected:
  void wheelEvent(QWheelEvent* event) override {
    if (view()->isVisible()) {
      QComboBox::wheelEvent(event);
    } else {
      event->ignore();
    }
  }
};

Editor make_choice(Drawing& d, const QJsonObject& field, const QJsonValue& value, QWidget* parent) {
  const QJsonArray options = field["options"].toArray();
  if (options.isEmpty()) {
    return make_line(field, "text", value, parent);
  }
  auto* box = new QuietComboBox(parent);
  const bool required = field["required"].toBool();
  const QString chosen = plain(value);
  const bool offered = std::any_of(options.begin(), options.end(), [&](const auto option) {
    return plain(option.toObject()["value"]) == chosen;
  });
  if (!required || !offered) {
    box->addItem(required ? d.words("choose") : QString(), QString());
  }
  for (const auto option : options) {
    const QJsonObject one = option.toObject();
    box->addItem(plain(one["label"]), plain(one["value"]));
  }
  box->setCurrentIndex(std::max(0, box->findData(chosen)));
  box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  int widest = 8;
  for (int i = 0; i < box->count(); ++i) {
    widest = std::max(widest, static_cast<int>(box->itemText(i).size()) + 2);
  }
  box->setMinimumContentsLength(std::min(widest, 40));
  box->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  return {box, box, [box] { return QJsonValue(box->currentData().toString()); },
          [box](std::function<void()> done) {
            QObject::connect(box, QOverload<int>::of(&QComboBox::currentIndexChanged), box,
                             [done] { done(); });
          }};
}

bool is_yes(const QJsonValue& value) {
  return value.toBool() || value.toString() == "1" || value.toString() == "true";
}

Editor make_box(const QJsonObject& field, const QJsonValue& value, QWidget* parent) {
  auto* box = new QCheckBox(plain(field["label"]).replace("&", "&&"), parent);
  box->setChecked(is_yes(value));
  return {box, box, [box] { return QJsonValue(box->isChecked() ? "1" : "0"); },
          [box](std::function<void()> done) {
            QObject::connect(box, &QCheckBox::toggled, box, [done] { done(); });
          }};
}

// Must be answered, so neither answer stands there before.
Editor make_answers(Drawing& d, const QJsonValue& value, const QString& spoken, QWidget* parent) {
  auto* both = new QWidget(parent);
  auto* line = new QHBoxLayout(both);
  line->setContentsMargins(0, 0, 0, 0);
  auto* yes = new QRadioButton(d.words("yes"), both);
  auto* no = new QRadioButton(d.words("no"), both);
  yes->setAccessibleName(spoken + ": " + d.words("yes"));
  no->setAccessibleName(spoken + ": " + d.words("no"));
  yes->setChecked(is_yes(value));
  no->setChecked(!is_yes(value) && !value.isNull() && !value.isUndefined() &&
                 (value.isBool() || !plain(value).isEmpty()));
  line->addWidget(yes);
  line->addWidget(no);
  line->addStretch(1);
  return {both, yes,
          [yes, no] {
            return QJsonValue(yes->isChecked() ? "1" : no->isChecked() ? "0" : "");
          },
          [yes, no](std::function<void()> done) {
            QObject::connect(yes, &QRadioButton::toggled, yes, [done] { done(); });
            QObject::connect(no, &QRadioButton::toggled, no, [done] { done(); });
          }};
}

Editor editor_of(Drawing& d, const QJsonObject& field, const QJsonValue& value,
                 const QString& spoken, QWidget* parent) {
  const QString kind = kind_of(field);
  if (kind == "long_text" || kind == "texts") {
    return make_long(value, kind == "texts", parent);
  }
  if (kind == "choice") {
    return make_choice(d, field, value, parent);
  }
  if (kind == "yes_no") {
    return field["required"].toBool() ? make_answers(d, value, spoken, parent)
                                      : make_box(field, value, parent);
  }
  if (kind == "date") {
    return make_date_editor(d, shown_date(plain(value)), spoken, parent);
  }
  if (kind == "file") {
    return make_file_editor(d, static_cast<qint64>(field["longest"].toDouble()), spoken, parent);
  }
  return make_line(field, kind, value, parent);
}

}  // namespace

QString kind_of(const QJsonObject& field) {
  const QString is = field["is"].toString();
  const QString like = field["like"].toString();
  return known(is) ? is : known(like) ? like : QStringLiteral("text");
}

QString shown_date(const QString& text) {
  const bool iso = text.size() == 10 && text[4] == '-' && text[7] == '-';
  return iso ? text.mid(8, 2) + "." + text.mid(5, 2) + "." + text.left(4) : text;
}

QString joined_lines(const QJsonValue& value) {
  if (!value.isArray()) {
    return plain(value);
  }
  QStringList lines;
  for (const auto item : value.toArray()) {
    lines << plain(item);
  }
  return lines.join("\n");
}

QString shown_value(const Words& words, const QJsonObject& field, const QJsonValue& value) {
  const QString kind = kind_of(field);
  if (kind == "yes_no") {
    return words(is_yes(value) ? "yes" : "no");
  }
  if (kind == "choice") {
    for (const auto option : field["options"].toArray()) {
      if (plain(option.toObject()["value"]) == plain(value)) {
        return plain(option.toObject()["label"]);
      }
    }
  }
  return kind == "date" ? shown_date(plain(value)) : joined_lines(value);
}

Editor make_editor(Drawing& d, const QJsonObject& field, const QJsonValue& value,
                   const QString& spoken, QWidget* parent) {
  Editor editor = editor_of(d, field, value, spoken, parent);
  editor.focus->setAccessibleName(spoken);
  editor.on_change([&actor = d.actor] { actor.typed(); });
  return editor;
}

}  // namespace metodica::qt
