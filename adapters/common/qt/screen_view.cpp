#include "qt/screen_view.hpp"

#include <QApplication>
#include <QLabel>
#include <QTimer>

#include "qt/readable_links.hpp"

namespace metodica::qt {
namespace {

constexpr int margin_characters = 2;

}  // namespace

ScreenView::ScreenView(const QJsonObject& screen, Actor& actor, const Words& words, QWidget* parent)
    : QScrollArea(parent) {
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  setFocusPolicy(Qt::NoFocus);  // the arrows belong to what stands on the page
  auto* page = new QWidget(this);
  page->setObjectName("screen:" + plain(screen["id"]));
  page->setAccessibleName(plain(screen["title"]));
  make_links_readable(*page);
  auto* column = new QVBoxLayout(page);
  const int margin = fontMetrics().averageCharWidth() * margin_characters;
  column->setContentsMargins(margin, margin, margin, margin);
  column->setSpacing(margin / 2 + 3);
  column->addWidget(heading_label(plain(screen["title"]), 1, page));
  if (const QString sub = plain(screen["sub"]); !sub.isEmpty()) {
    column->addWidget(plain_label(sub, page));
  }
  if (const QString notice = plain(screen["notice"]); !notice.isEmpty()) {
    QFrame* frame = message_frame(words, "good", notice, page);
    frame->setObjectName("notice");
    column->addWidget(frame);
  }
  auto* body = new QVBoxLayout;
  body->setSpacing(column->spacing());
  Drawing d{actor, words, page};
  draw_blocks(d, screen["blocks"].toArray(), body, {});
  draw_summary(d, column);
  column->addLayout(body);
  column->addStretch(1);
  scanner_ = d.scanner;
  has_wrong_ = d.first_wrong != nullptr;
  first_ = has_wrong_ ? d.first_wrong : d.first_field;
  setWidget(page);
  // What the keyboard goes to comes into view.
  connect(qApp, &QApplication::focusChanged, this, [this](QWidget* /*old*/, QWidget* now) {
    if (now != nullptr && widget()->isAncestorOf(now)) {
      ensureWidgetVisible(now);
    }
  });
}

void ScreenView::draw_summary(const Drawing& d, QVBoxLayout* into) {
  if (d.errors.isEmpty()) {
    return;
  }
  QFrame* frame = message_frame(d.words, "bad", d.words("errors.title"), d.page);
  frame->setObjectName("summary");
  auto* column = frame->findChild<QVBoxLayout*>("words");
  // Drawn last, but the first that Tab comes to. Only what takes the focus has a place in the
  // order.
  QWidget* before = d.page;
  before->setFocusPolicy(Qt::StrongFocus);
  for (const ErrorLine& error : d.errors) {
    QLabel* line = plain_label(error.text, frame);
    column->addWidget(line);
    if (error.widget == nullptr) {
      continue;
    }
    // The one label with markup: a link that the keyboard reaches, around text that is escaped.
    line->setTextFormat(Qt::RichText);
    line->setText("<a href=\"#\">" + error.text.toHtmlEscaped() + "</a>");
    line->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    line->setFocusPolicy(Qt::StrongFocus);
    line->setAccessibleName(error.text);
    QWidget::setTabOrder(before, line);
    before = line;
    connect(line, &QLabel::linkActivated, error.widget, [this, widget = error.widget] {
      widget->setFocus(Qt::OtherFocusReason);
      ensureWidgetVisible(widget);
    });
  }
  d.page->setFocusPolicy(Qt::NoFocus);
  into->addWidget(frame);
}

void ScreenView::take_focus(const QString& wanted) {
  QWidget* target = scanner_ != nullptr ? scanner_ : has_wrong_ ? first_ : nullptr;
  if (target == nullptr && !wanted.isEmpty()) {
    target = widget()->findChild<QWidget*>(wanted);
  }
  if (target == nullptr) {
    target = first_ != nullptr ? first_ : widget()->findChild<QPushButton*>();
  }
  if (target == nullptr) {
    return;
  }
  target->setFocus(Qt::OtherFocusReason);
  // The page is laid out only after it was shown.
  QTimer::singleShot(0, target, [this, target] { ensureWidgetVisible(target); });
}

}  // namespace metodica::qt
