// Rows of form fields: a grid of inputs, sums that follow what is typed, a button for more rows.
#include <QGridLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLocale>
#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>

#include "qt/form.hpp"

namespace metodica::qt {
namespace {

constexpr int most_extra_rows = 50;
constexpr int sum_digits = 10000;  // sums are kept in whole ten-thousandths, as the plugin does

bool is_hidden(const QJsonObject& column) {
  return kind_of(column) == "hidden";
}
bool is_number(const QJsonObject& column) {
  return kind_of(column) == "integer" || kind_of(column) == "money";
}

// "1.234,50" in Romanian; nothing when it is no number, 0 when there is nothing.
std::optional<qint64> amount(const QLocale& locale, const QString& text) {
  if (text.trimmed().isEmpty()) {
    return 0;
  }
  bool good = false;
  const double value = locale.toDouble(text.trimmed(), &good);
  return good ? std::optional<qint64>(std::llround(value * sum_digits)) : std::nullopt;
}

// The rows of one list while they are edited. Owned by its group box.
class RowsEditor final : public QObject {
 public:
  RowsEditor(const Drawing& d, const QJsonObject& field, QString path, QGroupBox* box)
      : QObject(box),
        actor_(d.actor),
        words_(d.words),
        field_(field),
        path_(std::move(path)),
        box_(box),
        grid_(new QGridLayout) {
    for (const auto column : field["columns"].toArray()) {
      columns_.append(column.toObject());
    }
    grid_->setHorizontalSpacing(6);
    grid_->setVerticalSpacing(3);
  }

  QGridLayout* grid() { return grid_; }

  void draw_head() {
    grid_->addWidget(bold(words_("rows.number")), 0, 0, Qt::AlignTop);
    int at = 1;
    for (const QJsonObject& column : columns_) {
      if (is_hidden(column)) {
        continue;
      }
      const bool required = column["required"].toBool() && !column["fixed"].toBool();
      auto* cell = new QWidget(box_);
      auto* lines = new QVBoxLayout(cell);
      lines->setContentsMargins(0, 0, 0, 0);
      lines->setSpacing(0);
      lines->addWidget(bold(plain(column["label"]) + (required ? " *" : "")));
      for (const char* note : {"unit", "help", "meaning"}) {
        if (const QString text = plain(column[note]); !text.isEmpty()) {
          lines->addWidget(note_label(text, cell));
        }
      }
      lines->addStretch(1);
      grid_->addWidget(cell, 0, at);
      grid_->setColumnStretch(at++, takes_room(column) ? 1 : 0);
    }
    grid_->setColumnMinimumWidth(at, 1);
    grid_->setColumnStretch(at, any_takes_room() ? 0 : 1);
  }

  // An empty row has the initial values of the columns.
  void add_row(Drawing& d, const QJsonObject& row, bool empty) {
    const int number = rows_++;
    grid_->addWidget(plain_label(QString::number(number + 1), box_), next_line_, 0, Qt::AlignTop);
    int at = 1;
    for (const QJsonObject& column : columns_) {
      const QString name = plain(column["name"]);
      const QJsonValue value = empty ? column["initial"] : row["values"].toObject()[name];
      const QString path = path_ + "/" + QString::number(number) + "/" + name;
      if (is_hidden(column)) {
        keep(path, value);
        continue;
      }
      grid_->addWidget(cell(d, column, path, value, row, number), next_line_, at++, Qt::AlignTop);
    }
    ++next_line_;
    if (const QString error = plain(row["error"]); !error.isEmpty()) {
      row_errors_ << error;
      note_input(d, nullptr, plain(field_["label"]), error);
    }
    // Under the whole row: the cells of numbers are too narrow for a sentence.
    for (const QString& error : row_errors_) {
      grid_->addWidget(error_label(d, error, box_), next_line_++, 1, 1, at);
    }
    row_errors_.clear();
    place_totals();
  }

  // Room for the sums is made once; they stand under whatever row is the last.
  void draw_totals() {
    const QJsonObject totals = field_["totals"].toObject();
    if (totals.isEmpty()) {
      return;
    }
    total_label_ = bold(words_("rows.total"));
    int at = 1;
    for (const QJsonObject& column : columns_) {
      if (!is_hidden(column)) {
        QLabel* sum = bold(plain(totals[plain(column["name"])]));
        sum->setAlignment(is_number(column) ? Qt::AlignRight : Qt::AlignLeft);
        sums_.append({plain(column["name"]), sum, at++, kind_of(column) == "money"});
      }
    }
    place_totals();
  }

  // More rows after the page is drawn.
  void add_empty_row() {
    Drawing d{actor_, words_, box_};
    QWidget* before = last_input_;
    add_row(d, {}, true);
    for (QWidget* input : new_inputs_) {
      if (before != nullptr) {
        QWidget::setTabOrder(before, input);
      }
      before = input;
    }
    if (d.first_field != nullptr) {
      d.first_field->setFocus();
    }
  }

  void collect(QJsonObject& args) const { values_.collect_into(args); }

 private:
  struct Sum {
    QString column;
    QLabel* label;
    int at;
    bool money;
  };

  struct Values {
    std::vector<FormValues::Take> takes;
    void collect_into(QJsonObject& args) const {
      for (const auto& take : takes) {
        take(args);
      }
    }
  };

  QLabel* bold(const QString& text) {
    QLabel* label = plain_label(text, box_);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    return label;
  }

  static bool takes_room(const QJsonObject& column) {
    const QString kind = kind_of(column);
    return !column["fixed"].toBool() &&
           (kind == "text" || kind == "title" || kind == "person" || kind == "long_text");
  }
  [[nodiscard]] bool any_takes_room() const {
    return std::any_of(columns_.begin(), columns_.end(), takes_room);
  }

  void keep(const QString& path, const QJsonValue& value) {
    values_.takes.emplace_back(
        [path, text = plain(value)](QJsonObject& args) { args[path] = text; });
  }

  QWidget* cell(Drawing& d, const QJsonObject& column, const QString& path, const QJsonValue& value,
                const QJsonObject& row, int number) {
    const QString label = plain(column["label"]);
    const QString error = plain(row["errors"].toObject()[plain(column["name"])]);
    const QString spoken =
        words_("rows.label", {{"label", label}, {"row", QString::number(number + 1)}});
    if (column["fixed"].toBool()) {
      keep(path, value);
      QLabel* shown = plain_label(shown_value(words_, column, value), box_);
      shown->setAlignment(is_number(column) ? Qt::AlignRight : Qt::AlignLeft);
      return shown;
    }
    auto* whole = new QWidget(box_);
    auto* lines = new QVBoxLayout(whole);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(1);
    QJsonObject named = column;
    if (kind_of(column) == "yes_no") {
      named["label"] = QString();  // the head of the column says it
    }
    const Editor editor = make_editor(d, named, value, spoken, whole);
    editor.focus->setObjectName("field:" + path);
    editor.focus->setAccessibleDescription(error);
    lines->addWidget(editor.widget);
    note_input(d, editor.focus, error.contains(label) ? QString() : spoken, error);
    if (!error.isEmpty()) {
      row_errors_ << (error.contains(label) ? error : label + ": " + error);
    }
    remember(column, path, editor);
    return whole;
  }

  void remember(const QJsonObject& column, const QString& path, const Editor& editor) {
    values_.takes.emplace_back([path, editor](QJsonObject& args) {
      if (const QJsonValue value = editor.value(); !value.isUndefined()) {
        args[path] = value;
      }
    });
    inputs_.push_back({plain(column["name"]), editor});
    if (column["total"].toBool()) {
      editor.on_change([this, name = plain(column["name"])] { sum_up(name); });
    }
    new_inputs_.append(editor.focus);
    last_input_ = editor.focus;
  }

  void sum_up(const QString& column) {
    const QLocale locale(words_.lang());
    qint64 sum = 0;
    bool good = true;
    for (const auto& [name, editor] : inputs_) {
      if (name == column) {
        const auto value = amount(locale, plain(editor.value()));
        good = good && value.has_value();
        sum += value.value_or(0);
      }
    }
    for (const Sum& one : sums_) {
      if (one.column == column) {
        one.label->setText(
            good ? locale.toString(static_cast<double>(sum) / sum_digits, 'f', one.money ? 2 : 0)
                 : QStringLiteral("–"));
      }
    }
  }

  void place_totals() {
    if (total_label_ == nullptr) {
      return;
    }
    grid_->addWidget(total_label_, next_line_, 0);
    for (const Sum& sum : sums_) {
      grid_->addWidget(sum.label, next_line_, sum.at);
    }
    ++next_line_;
  }

  Actor& actor_;
  const Words words_;
  const QJsonObject field_;
  const QString path_;
  QGroupBox* box_;
  QGridLayout* grid_;
  QList<QJsonObject> columns_;
  Values values_;
  std::vector<std::pair<QString, Editor>> inputs_;
  QList<QWidget*> new_inputs_;
  QStringList row_errors_;
  QWidget* last_input_ = nullptr;
  QLabel* total_label_ = nullptr;
  QList<Sum> sums_;
  int rows_ = 0;
  int next_line_ = 1;
};

}  // namespace

void draw_rows(Drawing& d, const QJsonObject& field, const QString& path, QVBoxLayout* into,
               FormValues& values, QWidget* parent) {
  auto* box = new QGroupBox(plain(field["label"]).replace("&", "&&"), parent);
  auto* column = new QVBoxLayout(box);
  if (const QString help = plain(field["help"]); !help.isEmpty()) {
    column->addWidget(note_label(help, box));
  }
  if (const QString error = plain(field["error"]); !error.isEmpty()) {
    column->addWidget(error_label(d, error, box));
    note_input(d, nullptr, plain(field["label"]), error);
  }
  auto* editor = new RowsEditor(d, field, path, box);
  editor->draw_head();
  for (const auto row : field["rows"].toArray()) {
    editor->add_row(d, row.toObject(), false);
  }
  const int extra = std::clamp(field["extra"].toInt(), 0, most_extra_rows);
  for (int i = 0; i < extra; ++i) {
    editor->add_row(d, {}, true);
  }
  editor->draw_totals();
  column->addLayout(editor->grid());
  if (extra > 0) {
    auto* more = new QPushButton(d.words("rows.add"), box);
    more->setAutoDefault(false);
    more->setObjectName("more:" + path);
    QObject::connect(more, &QPushButton::clicked, editor, [editor] { editor->add_empty_row(); });
    column->addWidget(more, 0, Qt::AlignLeft);
  }
  into->addWidget(box);
  values.add([editor](QJsonObject& args) { editor->collect(args); });
}

}  // namespace metodica::qt
