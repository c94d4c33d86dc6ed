/// TableModel: the rows of a table block, read on by key when the view comes to their end.
#pragma once

#include <QAbstractTableModel>
#include <QJsonArray>
#include <QJsonObject>
#include <functional>

#include "qt/drawing.hpp"

namespace metodica::qt {

class TableModel final : public QAbstractTableModel {
 public:
  /// Beside Qt's own: what the delegate and the view need to know of a cell.
  enum Role { note_role = Qt::UserRole + 1, tag_role, link_role };

  /// `block` as in screen.json. Further pages are asked of `actor` while there is a `next`; a table
  /// with a footer has one page only.
  TableModel(const QJsonObject& block, Actor& actor, QObject* parent);

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role) const override;
  [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
  void fetchMore(const QModelIndex& parent) override;

  /// What a click on the cell does; no action when it is no link.
  [[nodiscard]] Wish link(const QModelIndex& index) const;
  /// The buttons of a row, as in screen.json.
  [[nodiscard]] QJsonArray actions(int row) const;
  [[nodiscard]] bool is_number(int column) const;
  [[nodiscard]] bool any_actions() const;
  /// Called after each further page, and when it could not be read.
  void on_more(std::function<void()> done) { more_ = std::move(done); }

 private:
  [[nodiscard]] QJsonValue cell(const QModelIndex& index) const;
  [[nodiscard]] bool in_footer(int row) const { return row >= rows_.size(); }
  void take_page(const QJsonObject& reply);

  QJsonObject block_;
  QList<QJsonObject> rows_;
  QJsonArray columns_;
  QJsonArray footer_;
  QJsonObject next_;
  Actor& actor_;
  std::function<void()> more_;
  bool asking_ = false;
};

}  // namespace metodica::qt
