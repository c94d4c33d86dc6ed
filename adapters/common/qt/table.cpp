// A table block: a native table, and under it the buttons of the row that is chosen.
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTableView>
#include <algorithm>

#include "qt/flow_layout.hpp"
#include "qt/table_model.hpp"

namespace metodica::qt {
namespace {

constexpr int most_shown_rows = 16;  // a longer table scrolls by itself
constexpr int widest_column = 46;    // characters
constexpr int narrow_column = 14;    // characters
constexpr int rows_to_measure = 60;
constexpr int most_lines = 4;         // of one cell
constexpr int most_shown_lines = 36;  // of the whole table

// Text, a smaller note under it, links underlined, tags framed: shapes, so that colour is not
// needed to see them.
class CellDelegate final : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override {
    QStyleOptionViewItem look = option;
    initStyleOption(&look, index);
    const QString text = look.text;
    look.text.clear();
    const QWidget* widget = option.widget;
    widget->style()->drawControl(QStyle::CE_ItemViewItem, &look, painter, widget);
    const bool chosen = (option.state & QStyle::State_Selected) != 0;
    const QPalette::ColorRole plain_role = chosen ? QPalette::HighlightedText : QPalette::Text;
    const bool link = index.data(TableModel::link_role).toBool();
    painter->save();
    QRect box = option.rect.adjusted(5, 3, -5, -3);
    QFont font = look.font;
    font.setUnderline(link);
    painter->setFont(font);
    painter->setPen(option.palette.color(link && !chosen ? QPalette::Link : plain_role));
    const QFontMetrics metrics(font);
    const auto align = static_cast<Qt::Alignment>(index.data(Qt::TextAlignmentRole).toInt());
    const bool tag = index.data(TableModel::tag_role).toBool();
    const int lines = lines_of(metrics, text, box.width());
    if (tag && !text.isEmpty()) {
      const QString shown = metrics.elidedText(text, Qt::ElideRight, box.width() - 8);
      const QRect frame(box.topLeft(),
                        QSize(metrics.horizontalAdvance(shown) + 8, metrics.height()));
      painter->drawRoundedRect(frame, 3, 3);
      painter->drawText(frame, Qt::AlignCenter, shown);
    } else {
      painter->drawText(box, static_cast<int>(align) | Qt::TextWordWrap, text);
    }
    if (const QString note = index.data(TableModel::note_role).toString(); !note.isEmpty()) {
      const int under = metrics.lineSpacing() * (tag ? 1 : lines) + 1;
      draw_note(*painter, option, box.adjusted(0, under, 0, 0), note, plain_role);
    }
    painter->restore();
  }

  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                               const QModelIndex& index) const override {
    const QFontMetrics metrics(option.font);
    const QString note = index.data(TableModel::note_role).toString();
    const int width = std::max(metrics.horizontalAdvance(index.data().toString()) + 20,
                               metrics.horizontalAdvance(note) * 9 / 10 + 12);
    return {std::min(width, metrics.averageCharWidth() * widest_column), metrics.height()};
  }

  // The lines that a cell takes at this width, its note included.
  [[nodiscard]] static int lines_in(const QFontMetrics& metrics, const QModelIndex& index,
                                    int width) {
    const bool note = !index.data(TableModel::note_role).toString().isEmpty();
    const bool tag = index.data(TableModel::tag_role).toBool();
    const int text = tag ? 1 : lines_of(metrics, index.data().toString(), width - 10);
    return text + (note ? 1 : 0);
  }

 private:
  static int lines_of(const QFontMetrics& metrics, const QString& text, int width) {
    const QRect room(0, 0, std::max(width, 1), 1 << 20);
    const int height = metrics.boundingRect(room, Qt::TextWordWrap, text).height();
    return std::clamp(height / metrics.lineSpacing(), 1, most_lines);
  }

  static void draw_note(QPainter& painter, const QStyleOptionViewItem& option, const QRect& box,
                        const QString& note, QPalette::ColorRole role) {
    QFont small = option.font;
    small.setPointSizeF(small.pointSizeF() * 0.9);
    painter.setFont(small);
    painter.setPen(option.palette.color(role));
    const QFontMetrics metrics(small);
    painter.drawText(box, Qt::AlignLeft | Qt::AlignTop,
                     metrics.elidedText(note, Qt::ElideRight, box.width()));
  }
};

// Enter follows the link of the cell, or else of its row; Ctrl+C copies the cell; Tab leaves.
class TableWidget final : public QTableView {
 public:
  TableWidget(TableModel* model, Actor& actor, QWidget* parent)
      : QTableView(parent), model_(model), actor_(actor) {
    setModel(model);
    setItemDelegate(new CellDelegate(this));
    setTabKeyNavigation(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->setVisible(false);
    // Rows of one height: the view needs to measure none of ten thousand.
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setResizeContentsPrecision(rows_to_measure);
    horizontalHeader()->setMaximumSectionSize(fontMetrics().averageCharWidth() * widest_column);
    resizeColumnsToContents();
    for (int column = 0; column < model->columnCount(); ++column) {
      wanted_.append(columnWidth(column));
    }
    const bool text_last = model->columnCount() > 0 && !model->is_number(model->columnCount() - 1);
    horizontalHeader()->setStretchLastSection(text_last);
    fit();
    connect(this, &QTableView::clicked, this, [this](const QModelIndex& at) {
      if (model_->data(at, TableModel::link_role).toBool()) {
        actor_.act(model_->link(at));
      }
    });
  }

  // Wide columns give way, down to a width in which one can still read, before the table scrolls.
  void fit() {
    const int narrow = fontMetrics().averageCharWidth() * narrow_column;
    int excess = -viewport()->width();
    int spare = 0;
    for (const int width : wanted_) {
      excess += width;
      spare += std::max(0, width - narrow);
    }
    for (int column = 0; column < wanted_.size(); ++column) {
      const int own = std::max(0, wanted_[column] - narrow);
      const int give = excess > 0 && spare > 0 ? std::min(own, own * excess / spare + 1) : 0;
      setColumnWidth(column, wanted_[column] - give);
    }
    const bool scrolls = excess > spare;
    fit_rows();
    const int shown = std::clamp(model_->rowCount(), 1, most_shown_rows);
    const int all = verticalHeader()->defaultSectionSize() * shown +
                    horizontalHeader()->sizeHint().height() + 2 * frameWidth() +
                    (scrolls ? horizontalScrollBar()->sizeHint().height() : 0);
    setFixedHeight(std::min(all, fontMetrics().height() * most_shown_lines));
  }

 private:
  // All rows are as high as the highest of the first ones, and the head as its longest label.
  void fit_rows() {
    int lines = 1;
    int head_lines = 1;
    for (int column = 0; column < model_->columnCount(); ++column) {
      const int width = columnWidth(column);
      for (int row = 0; row < std::min(model_->rowCount(), rows_to_measure); ++row) {
        lines = std::max(lines,
                         CellDelegate::lines_in(fontMetrics(), model_->index(row, column), width));
      }
      const QString label = model_->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
      const QRect room(0, 0, std::max(width - 8, 1), 1 << 20);
      head_lines =
          std::max(head_lines, fontMetrics().boundingRect(room, Qt::TextWordWrap, label).height() /
                                   fontMetrics().lineSpacing());
    }
    verticalHeader()->setDefaultSectionSize(fontMetrics().lineSpacing() * lines + 7);
    horizontalHeader()->setFixedHeight(fontMetrics().lineSpacing() * head_lines + 8);
  }

 protected:
  void resizeEvent(QResizeEvent* event) override {
    QTableView::resizeEvent(event);
    fit();
  }

  void keyPressEvent(QKeyEvent* event) override {
    if (event->matches(QKeySequence::Copy)) {
      QApplication::clipboard()->setText(currentIndex().data().toString());
      return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
      follow(currentIndex());
      return;
    }
    QTableView::keyPressEvent(event);
  }

  void focusInEvent(QFocusEvent* event) override {
    if (!currentIndex().isValid() && model_->rowCount() > 0) {
      setCurrentIndex(model_->index(0, 0));
    }
    QTableView::focusInEvent(event);
  }

 private:
  void follow(const QModelIndex& at) {
    Wish wish = model_->link(at);
    for (int column = 0; wish.action.isEmpty() && column < model_->columnCount(); ++column) {
      wish = model_->link(model_->index(at.row(), column));
    }
    if (!wish.action.isEmpty()) {
      actor_.act(wish);
    }
  }

  TableModel* model_;
  Actor& actor_;
  QList<int> wanted_;  // widths of the columns by their contents
};

// The buttons of the current row, made anew when another row is chosen.
class RowActions final : public QWidget {
 public:
  RowActions(Drawing& d, const TableModel* model, QWidget* table, QWidget* parent)
      : QWidget(parent),
        actor_(d.actor),
        words_(d.words),
        model_(model),
        table_(table),
        flow_(new FlowLayout(this)) {
    setObjectName("row-actions");
    show_row(-1);
  }

  void show_row(int row) {
    while (QLayoutItem* item = flow_->takeAt(0)) {
      item->widget()->hide();  // deleted later, but no longer to be seen or reached
      item->widget()->deleteLater();
      delete item;
    }
    const QJsonArray actions = model_->actions(row);
    flow_->addWidget(
        shown(note_label(words_(row < 0 ? "table.no_row_actions" : "table.row_actions"), this)));
    Drawing d{actor_, words_, this};
    // New widgets are the last ones for Tab; these belong behind their table.
    QWidget* before = table_;
    for (const auto action : actions) {
      QWidget* button = shown(make_button(d, action.toObject(), this));
      flow_->addWidget(button);
      setTabOrder(before, button);
      before = button;
    }
    updateGeometry();
  }

 private:
  static QWidget* shown(QWidget* widget) {
    if (auto* label = qobject_cast<QLabel*>(widget)) {
      label->setWordWrap(false);
    }
    widget->show();
    return widget;
  }

  Actor& actor_;
  const Words words_;
  const TableModel* model_;
  QWidget* table_;
  FlowLayout* flow_;
};

void draw_pages(Drawing& d, const QJsonObject& block, QVBoxLayout* into) {
  QList<QPair<const char*, QJsonObject>> pages;
  if (block["first"].isObject()) {
    pages.append({"first", block["first"].toObject()});
  }
  if (block["next"].isObject() && !block["footer"].toArray().isEmpty()) {
    pages.append({"next", block["next"].toObject()});
  }
  if (pages.isEmpty()) {
    return;
  }
  auto* line = new QWidget(d.page);
  auto* flow = new FlowLayout(line);
  for (auto& [name, page] : pages) {
    page["label"] = d.words((QByteArray("table.") + name).constData());
    flow->addWidget(make_button(d, page, line));
  }
  into->addWidget(line);
}

}  // namespace

void draw_table(Drawing& d, const QJsonObject& block, QVBoxLayout* into) {
  const QString caption = plain(block["caption"]);
  if (!caption.isEmpty()) {
    into->addWidget(heading_label(caption, 3, d.page));
  }
  if (block["rows"].toArray().isEmpty()) {
    const QString empty = plain(block["empty"]);
    into->addWidget(plain_label(empty.isEmpty() ? d.words("table.empty") : empty, d.page));
    draw_pages(d, block, into);
    return;
  }
  auto* model = new TableModel(block, d.actor, d.page);
  auto* table = new TableWidget(model, d.actor, d.page);
  table->setObjectName("table:" + plain(block["id"]));
  table->setAccessibleName(caption.isEmpty() ? d.words("table.rows") : caption);
  into->addWidget(table);
  if (model->any_actions()) {
    auto* actions = new RowActions(d, model, table, d.page);
    into->addWidget(actions);
    QObject::connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, actions,
                     [actions](const QModelIndex& now) { actions->show_row(now.row()); });
  }
  if (model->canFetchMore({})) {
    auto* told = note_label("", d.page);
    const Words words = d.words;
    const auto tell = [told, model, words] {
      const bool more = model->canFetchMore({});
      told->setText(more ? words("table.loaded", {{"count", QString::number(model->rowCount())}})
                         : QString());
      told->setVisible(more);
    };
    model->on_more(tell);
    tell();
    into->addWidget(told);
  }
  draw_pages(d, block, into);
}

}  // namespace metodica::qt
