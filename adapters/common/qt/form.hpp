/// FormView: the fields of one form while a person fills them in.
#pragma once

#include <QHash>
#include <QWidget>
#include <functional>
#include <vector>

#include "qt/editors.hpp"

namespace metodica::qt {

/// Collects the values of a form under flat names: "name", "part/name", "lines/0/name".
class FormValues {
 public:
  using Take = std::function<void(QJsonObject& args)>;
  void add(Take take) { takes_.push_back(std::move(take)); }
  [[nodiscard]] QJsonObject collect() const;

 private:
  std::vector<Take> takes_;
};

/// Draws `fields` one under the other into `into`, names beginning with `path`; what a person types
/// comes out of `values`. Fields with show_if come and go with the field they look at.
void draw_fields(Drawing& d, const QJsonArray& fields, const QString& path, QVBoxLayout* into,
                 FormValues& values, QWidget* parent);

/// Rows of fields with their sums and one empty row more than was asked for by a button.
void draw_rows(Drawing& d, const QJsonObject& field, const QString& path, QVBoxLayout* into,
               FormValues& values, QWidget* parent);

/// Remembers the input for the focus, and its error for the summary. `label` stands before the
/// error in the summary when the error does not name its field itself.
void note_input(Drawing& d, QWidget* focus, const QString& label, const QString& error);
/// The error under an input.
[[nodiscard]] QLabel* error_label(Drawing& d, const QString& error, QWidget* parent);

}  // namespace metodica::qt
