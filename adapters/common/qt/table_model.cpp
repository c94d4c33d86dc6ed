#include "qt/table_model.hpp"

#include <QFont>
#include <algorithm>

namespace metodica::qt {
namespace {

QString text_of(const QJsonValue& cell) {
  const QJsonObject rich = cell.toObject();
  return rich.isEmpty() ? plain(cell) : plain(rich.contains("tag") ? rich["tag"] : rich["text"]);
}

QJsonObject find_table(const QJsonArray& blocks, const QString& id, int depth = 0) {
  constexpr int deepest = 12;
  for (const auto value : blocks) {
    const QJsonObject block = value.toObject();
    if (block["block"].toString() == "table" && block["id"].toString() == id) {
      return block;
    }
    if (depth < deepest) {
      const QJsonObject inner = find_table(block["blocks"].toArray(), id, depth + 1);
      if (!inner.isEmpty()) {
        return inner;
      }
    }
  }
  return {};
}

QList<QJsonObject> rows_of(const QJsonObject& block) {
  QList<QJsonObject> rows;
  for (const auto row : block["rows"].toArray()) {
    rows.append(row.toObject());
  }
  return rows;
}

}  // namespace

TableModel::TableModel(const QJsonObject& block, Actor& actor, QObject* parent)
    : QAbstractTableModel(parent),
      block_(block),
      rows_(rows_of(block)),
      columns_(block["columns"].toArray()),
      footer_(block["footer"].toArray()),
      next_(block["next"].toObject()),
      actor_(actor) {
  block_.remove("rows");
}

int TableModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size() + footer_.size());
}

int TableModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(columns_.size());
}

bool TableModel::is_number(int column) const {
  const QString kind = columns_.at(column).toObject()["kind"].toString();
  return kind == "integer" || kind == "money";
}

QJsonValue TableModel::cell(const QModelIndex& index) const {
  if (!index.isValid() || index.row() >= rowCount()) {
    return {};
  }
  const int row = index.row();
  const QJsonArray cells = in_footer(row)
                               ? footer_.at(row - static_cast<int>(rows_.size())).toArray()
                               : rows_.at(row)["cells"].toArray();
  return cells.at(index.column());
}

QVariant TableModel::data(const QModelIndex& index, int role) const {
  const QJsonValue value = cell(index);
  const QString note = plain(value.toObject()["note"]);
  switch (role) {
    case Qt::DisplayRole:
      return text_of(value);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
      return text_of(value) + (note.isEmpty() ? "" : "\n" + note);
    case Qt::TextAlignmentRole: {
      const auto side = is_number(index.column()) ? Qt::AlignRight : Qt::AlignLeft;
      return static_cast<int>(Qt::AlignTop | side);
    }
    case Qt::FontRole: {
      QFont font;
      font.setBold(in_footer(index.row()));
      return in_footer(index.row()) ? QVariant(font) : QVariant();
    }
    case note_role:
      return note;
    case tag_role:
      return value.toObject().contains("tag");
    case link_role:
      return !plain(value.toObject()["action"]).isEmpty();
    default:
      return {};
  }
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (role == Qt::TextAlignmentRole && orientation == Qt::Horizontal) {
    const auto side = is_number(section) ? Qt::AlignRight : Qt::AlignLeft;
    return static_cast<int>(Qt::AlignVCenter | side) | Qt::TextWordWrap;
  }
  if (role != Qt::DisplayRole) {
    return {};
  }
  return orientation == Qt::Horizontal ? QVariant(plain(columns_.at(section).toObject()["label"]))
         : in_footer(section)          ? QVariant()
                                       : QVariant(section + 1);
}

bool TableModel::canFetchMore(const QModelIndex& parent) const {
  return !parent.isValid() && !asking_ && footer_.isEmpty() && !next_.isEmpty();
}

void TableModel::fetchMore(const QModelIndex& parent) {
  if (!canFetchMore(parent)) {
    return;
  }
  asking_ = true;
  Wish wish;
  wish.action = plain(next_["action"]);
  wish.args = next_["args"].toObject();
  actor_.ask(wish, this, [this](const QJsonObject& reply) { take_page(reply); });
}

void TableModel::take_page(const QJsonObject& reply) {
  asking_ = false;
  const QJsonObject page = find_table(reply["blocks"].toArray(), block_["id"].toString());
  const QList<QJsonObject> rows = rows_of(page);
  next_ = page["next"].toObject();
  if (!rows.isEmpty()) {
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
    rows_ += rows;
    endInsertRows();
  }
  if (more_) {
    more_();
  }
}

Wish TableModel::link(const QModelIndex& index) const {
  const QJsonObject value = cell(index).toObject();
  Wish wish;
  wish.action = plain(value["action"]);
  wish.args = value["args"].toObject();
  return wish;
}

QJsonArray TableModel::actions(int row) const {
  return row < 0 || in_footer(row) ? QJsonArray() : rows_.at(row)["actions"].toArray();
}

bool TableModel::any_actions() const {
  return std::any_of(rows_.begin(), rows_.end(),
                     [](const QJsonObject& row) { return !row["actions"].toArray().isEmpty(); });
}

}  // namespace metodica::qt
