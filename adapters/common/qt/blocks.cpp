// The basic blocks, and the way from the name of a block to its function.
#include <QAction>
#include <QGroupBox>
#include <QKeySequence>
#include <QLabel>
#include <QStyle>
#include <QUuid>
#include <algorithm>
#include <array>

#include "qt/drawing.hpp"
#include "qt/flow_layout.hpp"

namespace metodica::qt {
namespace {

constexpr int deepest = 12;

void draw_heading(Drawing& d, const QJsonObject& block, QVBoxLayout* into, const Depth& depth) {
  into->addWidget(heading_label(plain(block["text"]), depth.heading, d.page));
}

void draw_text(Drawing& d, const QJsonObject& block, QVBoxLayout* into, const Depth& /*depth*/) {
  const QString text = plain(block["text"]);
  if (block.contains("level")) {
    into->addWidget(message_frame(d.words, level_of(block["level"]), text, d.page));
  } else {
    into->addWidget(plain_label(text, d.page));
  }
}

void draw_actions(Drawing& d, const QJsonObject& block, QVBoxLayout* into, const Depth& /*at*/) {
  auto* line = new QWidget(d.page);
  auto* flow = new FlowLayout(line);
  for (const auto button : block["actions"].toArray()) {
    flow->addWidget(make_button(d, button.toObject(), line));
  }
  into->addWidget(line);
}

void draw_group(Drawing& d, const QJsonObject& block, QVBoxLayout* into, const Depth& depth) {
  auto* group = new QGroupBox(plain(block["title"]).replace("&", "&&"), d.page);
  auto* inside = new QVBoxLayout(group);
  draw_blocks(d, block["blocks"].toArray(), inside, {depth.heading + 1, true, depth.nesting + 1});
  into->addWidget(group);
}

// Rows that stand alone are a form with this one field.
void draw_lines_block(Drawing& d, const QJsonObject& block, QVBoxLayout* into,
                      const Depth& /*at*/) {
  QJsonObject field = block;
  field["is"] = "lines";
  QJsonObject form{{"action", block["action"]}, {"send", block["send"]}};
  form["fields"] = QJsonArray{field};
  draw_form(d, form, into);
}

using Draw = void (*)(Drawing&, const QJsonObject&, QVBoxLayout*, const Depth&);

template <void (*function)(Drawing&, const QJsonObject&, QVBoxLayout*)>
void flat(Drawing& d, const QJsonObject& block, QVBoxLayout* into, const Depth& /*depth*/) {
  function(d, block, into);
}

struct Known {
  const char* name;
  Draw draw;
};

constexpr std::array<Known, 12> known = {{{"heading", draw_heading},
                                          {"text", draw_text},
                                          {"form", flat<draw_form>},
                                          {"table", flat<draw_table>},
                                          {"actions", draw_actions},
                                          {"group", draw_group},
                                          {"lines", draw_lines_block},
                                          {"tabs", flat<draw_tabs>},
                                          {"steps", flat<draw_steps>},
                                          {"figures", flat<draw_figures>},
                                          {"picture", draw_picture},
                                          {"scanner", flat<draw_scanner>}}};

QStyle::StandardPixmap icon_of(const QString& level) {
  return level == "bad"    ? QStyle::SP_MessageBoxCritical
         : level == "warn" ? QStyle::SP_MessageBoxWarning
         : level == "good" ? QStyle::SP_DialogApplyButton
                           : QStyle::SP_MessageBoxInformation;
}

}  // namespace

QString plain(const QJsonValue& value) {
  if (value.isBool()) {
    return value.toBool() ? QStringLiteral("1") : QString();
  }
  return value.isDouble() ? QString::number(static_cast<qint64>(value.toDouble()))
                          : value.toString();
}

QString level_of(const QJsonValue& level) {
  const QString text = level.toString();
  return text == "good" || text == "warn" || text == "bad" ? text : QStringLiteral("info");
}

QString new_key() {
  return "qt-" + QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QLabel* plain_label(const QString& text, QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setTextFormat(Qt::PlainText);
  label->setText(text);
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  label->setFocusPolicy(Qt::NoFocus);
  return label;
}

QLabel* note_label(const QString& text, QWidget* parent) {
  QLabel* label = plain_label(text, parent);
  QFont font = label->font();
  font.setPointSizeF(font.pointSizeF() * 0.9);
  label->setFont(font);
  return label;
}

QLabel* heading_label(const QString& text, int level, QWidget* parent) {
  constexpr std::array<double, 4> sizes = {1.5, 1.25, 1.1, 1.0};
  QLabel* label = plain_label(text, parent);
  QFont font = label->font();
  font.setBold(true);
  const auto at = static_cast<std::size_t>(std::clamp(level - 1, 0, 3));
  font.setPointSizeF(font.pointSizeF() * sizes[at]);
  label->setFont(font);
  return label;
}

QFrame* message_frame(const Words& words, const QString& level, const QString& text,
                      QWidget* parent, const QString& title) {
  auto* frame = new QFrame(parent);
  frame->setFrameShape(QFrame::StyledPanel);
  frame->setAutoFillBackground(true);
  frame->setBackgroundRole(QPalette::AlternateBase);
  const QString said_level = words(("level." + level).toLatin1().constData());
  const QString word = title.isEmpty() ? said_level : said_level + ": " + title;
  frame->setAccessibleName(word + ": " + text);
  auto* line = new QHBoxLayout(frame);
  auto* icon = new QLabel(frame);
  const int side = frame->style()->pixelMetric(QStyle::PM_ButtonIconSize) * 3 / 2;
  icon->setPixmap(frame->style()->standardIcon(icon_of(level)).pixmap(side, side));
  line->addWidget(icon, 0, Qt::AlignTop);
  auto* words_column = new QVBoxLayout;
  words_column->setObjectName("words");
  words_column->setSpacing(2);
  QLabel* said = plain_label(word, frame);
  QFont bold = said->font();
  bold.setBold(true);
  said->setFont(bold);
  words_column->addWidget(said);
  words_column->addWidget(plain_label(text, frame));
  line->addLayout(words_column, 1);
  return frame;
}

QPushButton* make_button(Drawing& d, const QJsonObject& button, QWidget* parent) {
  const QString label = plain(button["label"]);
  const QString key = plain(button["key"]);
  auto* made = new QPushButton(parent);
  // The key of a button stands on it, as F2 does in the tills that librarians know.
  made->setText((key.isEmpty() ? "" : key + "  ") + QString(label).replace("&", "&&"));
  made->setAccessibleName(label);
  made->setObjectName("do:" + plain(button["action"]));
  made->setAutoDefault(false);
  if (button["primary"].toBool()) {
    QFont font = made->font();
    font.setBold(true);
    made->setFont(font);
  }
  if (button["danger"].toBool()) {
    made->setIcon(made->style()->standardIcon(QStyle::SP_MessageBoxWarning));
    made->setToolTip(d.words("danger"));
    made->setAccessibleDescription(d.words("danger"));
  }
  Wish wish;
  wish.action = plain(button["action"]);
  wish.args = button["args"].toObject();
  wish.confirm = plain(button["confirm"]);
  wish.danger = button["danger"].toBool();
  wish.writes = button["writes"].toBool() || wish.danger || !wish.confirm.isEmpty();
  wish.key = new_key();
  QObject::connect(made, &QPushButton::clicked, made,
                   [&d_actor = d.actor, wish] { d_actor.act(wish); });
  if (!key.isEmpty()) {
    made->setShortcut(QKeySequence(key));
  }
  return made;
}

void draw_blocks(Drawing& d, const QJsonArray& blocks, QVBoxLayout* into, const Depth& depth) {
  if (depth.nesting > deepest) {
    return;
  }
  for (const auto value : blocks) {
    const QJsonObject block = value.toObject();
    const QString name = block["block"].toString();
    const auto* found = std::find_if(known.begin(), known.end(), [&](const Known& one) {
      return name == QLatin1String(one.name);
    });
    if (found != known.end()) {
      found->draw(d, block, into, depth);
    } else {
      draw_blocks(d, block["else"].toArray(), into,
                  {depth.heading, depth.in_group, depth.nesting + 1});
    }
  }
}

}  // namespace metodica::qt
