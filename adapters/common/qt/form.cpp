#include "qt/form.hpp"

#include <QFormLayout>
#include <QGroupBox>
#include <QKeyEvent>
#include <QLabel>
#include <algorithm>
#include <memory>

namespace metodica::qt {
namespace {

template <class Test>
bool any_field(const QJsonArray& fields, const Test& test, int depth = 0) {
  return depth < 8 && std::any_of(fields.begin(), fields.end(), [&](const auto value) {
           const QJsonObject field = value.toObject();
           return test(field) || any_field(field["fields"].toArray(), test, depth + 1) ||
                  any_field(field["columns"].toArray(), test, depth + 1);
         });
}

bool is_required(const QJsonObject& field) {
  return field["required"].toBool() && !field["fixed"].toBool();
}

QJsonObject sibling(const QJsonArray& fields, const QString& name) {
  for (const auto field : fields) {
    if (plain(field.toObject()["name"]) == name) {
      return field.toObject();
    }
  }
  return {};
}

// A field that looks at another: shown while that one has the value.
struct Condition {
  QString other;
  QString value;
  std::vector<QWidget*> widgets;
};

// What the fields of one form or part know of each other.
struct Siblings {
  QHash<QString, Editor> editors;
  std::vector<Condition> conditions;
  QHash<QString, QString> fixed;  // values of fields that are not edited

  void apply() {
    for (const Condition& condition : conditions) {
      const QString now = editors.contains(condition.other)
                              ? plain(editors[condition.other].value())
                              : fixed.value(condition.other);
      const QString wanted = condition.value == "true"    ? QStringLiteral("1")
                             : condition.value == "false" ? QStringLiteral("0")
                                                          : condition.value;
      for (QWidget* widget : condition.widgets) {
        widget->setVisible(now == wanted || now == condition.value);
      }
    }
  }
};

QString hint_of(const Words& words, const QJsonObject& field) {
  QStringList hints;
  for (const QString& one : {plain(field["help"]), plain(field["meaning"]),
                             kind_of(field) == "texts" ? words("texts.hint") : QString()}) {
    if (!one.isEmpty() && !hints.contains(one)) {
      hints << one;
    }
  }
  return hints.join(" ");
}

// Editor, unit and "find" side by side.
QWidget* editor_line(Drawing& d, const QJsonObject& field, const QString& name,
                     const Editor& editor, QWidget* parent) {
  const QString unit = plain(field["unit"]);
  const QString find = plain(field["find"]);
  if (unit.isEmpty() && find.isEmpty()) {
    return editor.widget;
  }
  auto* whole = new QWidget(parent);
  auto* line = new QHBoxLayout(whole);
  line->setContentsMargins(0, 0, 0, 0);
  line->addWidget(editor.widget, 100);  // up to its greatest width
  if (!unit.isEmpty()) {
    QLabel* behind = plain_label(unit, whole);
    behind->setWordWrap(false);
    line->addWidget(behind);
  }
  if (!find.isEmpty()) {
    QPushButton* button = make_button(
        d, {{"label", d.words("find")}, {"action", find}, {"args", QJsonObject{{"field", name}}}},
        whole);
    button->setAccessibleName(d.words("find.title", {{"label", plain(field["label"])}}));
    line->addWidget(button);
  }
  line->addStretch(1);
  return whole;
}

QString label_text(const QJsonObject& field) {
  return plain(field["label"]) + (is_required(field) ? " *" : "");
}

// The column at the right of a label: input, hint and error under each other.
class FieldColumn {
 public:
  FieldColumn(Drawing& d, QWidget* parent) : d_(d), whole_(new QWidget(parent)) {
    column_ = new QVBoxLayout(whole_);
    column_->setContentsMargins(0, 0, 0, 0);
    column_->setSpacing(2);
  }
  void input(QWidget* widget) { column_->addWidget(widget); }
  void notes(const QString& hint, const QString& error) {
    if (!hint.isEmpty()) {
      column_->addWidget(note_label(hint, whole_));
    }
    if (!error.isEmpty()) {
      column_->addWidget(error_label(d_, error, whole_));
    }
  }
  [[nodiscard]] QWidget* whole() const { return whole_; }

 private:
  Drawing& d_;
  QWidget* whole_;
  QVBoxLayout* column_;
};

// One form or part: draws its fields in order.
class FieldDrawer {
 public:
  FieldDrawer(Drawing& d, const QJsonArray& fields, QString path, QVBoxLayout* into,
              FormValues& values, QWidget* parent)
      : d_(d),
        fields_(fields),
        path_(std::move(path)),
        into_(into),
        values_(values),
        parent_(parent),
        siblings_(std::make_shared<Siblings>()) {}

  void draw() {
    for (const auto value : fields_) {
      const QJsonObject field = value.toObject();
      const QString kind = kind_of(field);
      if (kind == "hidden") {
        keep(field, field["value"]);
      } else if (kind == "part") {
        part(field);
      } else if (kind == "lines") {
        rows(field);
      } else {
        simple(field, kind);
      }
    }
    listen();
  }

 private:
  QString name_of(const QJsonObject& field) const { return path_ + plain(field["name"]); }

  // Simple fields that follow one another share a grid; a part or rows end it.
  QFormLayout* grid() {
    if (grid_ == nullptr) {
      grid_ = new QFormLayout;
      grid_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
      grid_->setRowWrapPolicy(QFormLayout::WrapLongRows);
      into_->addLayout(grid_);
    }
    return grid_;
  }

  void keep(const QJsonObject& field, const QJsonValue& value) {
    const QString name = name_of(field);
    const QString text = value.isArray() ? joined_lines(value) : plain(value);
    siblings_->fixed[plain(field["name"])] = text;
    values_.add([name, text](QJsonObject& args) { args[name] = text; });
  }

  void simple(const QJsonObject& field, const QString& kind) {
    FieldColumn column(d_, parent_);
    const bool box = kind == "yes_no" && !field["required"].toBool() && !field["fixed"].toBool();
    auto* label = plain_label(box ? QString() : label_text(field), parent_);
    label->setMaximumWidth(label->fontMetrics().averageCharWidth() * 34);
    const QString error = plain(field["error"]);
    if (field["fixed"].toBool()) {
      column.input(plain_label(shown_value(d_.words, field, field["value"]), column.whole()));
      keep(field, field["value"]);
      column.notes(hint_of(d_.words, field), error);
    } else {
      const QString name = name_of(field);
      Editor editor = make_editor(d_, field, field["value"], plain(field["label"]), column.whole());
      editor.focus->setObjectName("field:" + name);
      const QString hint = hint_of(d_.words, field);
      editor.focus->setAccessibleDescription((error + " " + hint).trimmed());
      label->setBuddy(editor.focus);
      column.input(editor_line(d_, field, name, editor, column.whole()));
      column.notes(hint, error);
      note_input(d_, editor.focus, plain(field["label"]), error);
      siblings_->editors[plain(field["name"])] = editor;
      values_.add([name, editor](QJsonObject& args) {
        if (const QJsonValue value = editor.value(); !value.isUndefined()) {
          args[name] = value;
        }
      });
    }
    grid()->addRow(label, column.whole());
    condition(field, {label, column.whole()});
  }

  void part(const QJsonObject& field) {
    grid_ = nullptr;
    auto* group = new QGroupBox(plain(field["label"]).replace("&", "&&"), parent_);
    auto* inside = new QVBoxLayout(group);
    if (const QString help = plain(field["help"]); !help.isEmpty()) {
      inside->addWidget(note_label(help, group));
    }
    if (const QString error = plain(field["error"]); !error.isEmpty()) {
      inside->addWidget(error_label(d_, error, group));
      note_input(d_, nullptr, plain(field["label"]), error);
    }
    draw_fields(d_, field["fields"].toArray(), name_of(field) + "/", inside, values_, group);
    into_->addWidget(group);
    condition(field, {group});
  }

  void rows(const QJsonObject& field) {
    grid_ = nullptr;
    draw_rows(d_, field, name_of(field), into_, values_, parent_);
  }

  void condition(const QJsonObject& field, std::vector<QWidget*> widgets) {
    const QJsonObject rule = field["show_if"].toObject();
    const QString other = plain(rule["name"]);
    if (!rule.isEmpty() && !sibling(fields_, other).isEmpty()) {
      siblings_->conditions.push_back({other, plain(rule["value"]), std::move(widgets)});
    }
  }

  void listen() {
    if (siblings_->conditions.empty()) {
      return;
    }
    for (const Condition& condition : siblings_->conditions) {
      if (siblings_->editors.contains(condition.other)) {
        siblings_->editors[condition.other].on_change([weak = std::weak_ptr<Siblings>(siblings_)] {
          if (const auto siblings = weak.lock()) {
            siblings->apply();
          }
        });
      }
    }
    siblings_->apply();
    // The widgets live as long as their parent, and so does what they know of each other.
    QObject::connect(parent_, &QObject::destroyed, [keep = siblings_] { (void)keep; });
  }

  Drawing& d_;
  const QJsonArray fields_;
  QString path_;
  QVBoxLayout* into_;
  FormValues& values_;
  QWidget* parent_;
  std::shared_ptr<Siblings> siblings_;
  QFormLayout* grid_ = nullptr;
};

// Enter in a line sends the form, unless it could sign, delete or send half of the rows: there it
// goes to the next field, as Tab does.
class FormWidget final : public QWidget {
 public:
  using QWidget::QWidget;
  void enter_presses(QPushButton* send, bool guarded) {
    send_ = send;
    guarded_ = guarded;
  }

 protected:
  void keyPressEvent(QKeyEvent* event) override {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enter || qobject_cast<QLineEdit*>(focusWidget()) == nullptr) {
      QWidget::keyPressEvent(event);
    } else if (guarded_) {
      focusNextPrevChild(true);
    } else {
      send_->click();
    }
  }

 private:
  QPushButton* send_ = nullptr;
  bool guarded_ = false;
};

Wish wish_of(const QJsonObject& block) {
  Wish wish;
  wish.action = plain(block["action"]);
  wish.writes = !block["reads"].toBool();
  wish.confirm = plain(block["confirm"]);
  wish.danger = block["danger"].toBool();
  return wish;
}

// The same values sent again carry the same key, other values another.
struct Sent {
  QJsonObject args;
  QString key;
};

QPushButton* send_button(Drawing& d, const QJsonObject& block,
                         const std::shared_ptr<FormValues>& values, QWidget* parent) {
  QJsonObject look{{"label", block["send"]}, {"action", block["action"]}, {"primary", true}};
  look["danger"] = block["danger"];
  QPushButton* send = make_button(d, look, parent);
  send->disconnect();
  send->setObjectName("send:" + plain(block["action"]));
  QObject::connect(
      send, &QPushButton::clicked, send,
      [&actor = d.actor, wish = wish_of(block), values, sent = std::make_shared<Sent>()]() mutable {
        wish.args = values->collect();
        if (sent->key.isEmpty() || sent->args != wish.args) {
          *sent = {wish.args, new_key()};
        }
        wish.key = sent->key;
        actor.act(wish);
      });
  return send;
}

}  // namespace

QJsonObject FormValues::collect() const {
  QJsonObject args;
  for (const Take& take : takes_) {
    take(args);
  }
  return args;
}

void note_input(Drawing& d, QWidget* focus, const QString& label, const QString& error) {
  if (d.first_field == nullptr) {
    d.first_field = focus;
  }
  if (error.isEmpty()) {
    return;
  }
  if (d.first_wrong == nullptr) {
    d.first_wrong = focus;
  }
  const bool named = label.isEmpty() || error.contains(label);
  d.errors.append({named ? error : label + ": " + error, focus});
}

QLabel* error_label(Drawing& d, const QString& error, QWidget* parent) {
  QLabel* label = plain_label(d.words("error") + " " + error, parent);
  QFont font = label->font();
  font.setBold(true);
  label->setFont(font);
  label->setObjectName("error");
  return label;
}

void draw_fields(Drawing& d, const QJsonArray& fields, const QString& path, QVBoxLayout* into,
                 FormValues& values, QWidget* parent) {
  FieldDrawer(d, fields, path, into, values, parent).draw();
}

void draw_form(Drawing& d, const QJsonObject& block, QVBoxLayout* into) {
  auto* form = new FormWidget(d.page);
  form->setObjectName("form:" + plain(block["id"]));
  auto* column = new QVBoxLayout(form);
  column->setContentsMargins(0, 0, 0, 0);
  const QJsonArray fields = block["fields"].toArray();
  for (const auto error : block["errors"].toArray()) {
    column->addWidget(error_label(d, plain(error), form));
    note_input(d, nullptr, "", plain(error));
  }
  if (const QString help = plain(block["help"]); !help.isEmpty()) {
    column->addWidget(note_label(help, form));
  }
  auto values = std::make_shared<FormValues>();
  draw_fields(d, fields, "", column, *values, form);
  QPushButton* send = send_button(d, block, values, form);
  auto* line = new QHBoxLayout;
  line->addWidget(send);
  if (any_field(fields, is_required)) {
    line->addWidget(note_label(d.words("required.legend"), form));
  }
  line->addStretch(1);
  column->addLayout(line);
  into->addWidget(form);
  const bool guarded =
      block["danger"].toBool() || !plain(block["confirm"]).isEmpty() ||
      any_field(fields, [](const QJsonObject& field) { return kind_of(field) == "lines"; });
  form->enter_presses(send, guarded);
}

}  // namespace metodica::qt
