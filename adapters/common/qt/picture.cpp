// A picture is drawn on paper: what it draws in black stays visible when the desktop is dark.
#include <QLabel>
#include <QPainter>
#include <QSvgRenderer>
#include <QToolButton>
#include <algorithm>

#include "qt/drawing.hpp"

namespace metodica::qt {
namespace {

constexpr int widest = 46;  // characters
constexpr int longest_svg = 512 * 1024;

// A picture may not look at other files: no address, no declaration, no style sheet.
bool is_harmless(const QString& svg) {
  const QString low = svg.toLower();
  for (const char* forbidden : {"href", "<!", "<?", "url(", "@import", "<script", "<style"}) {
    if (low.contains(QLatin1String(forbidden))) {
      return false;
    }
  }
  return svg.size() <= longest_svg;
}

class Picture final : public QWidget {
 public:
  Picture(const QByteArray& svg, QWidget* parent) : QWidget(parent), renderer_(svg) {
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setMaximumWidth(fontMetrics().averageCharWidth() * widest * 2);
  }

  [[nodiscard]] bool is_valid() const {
    return renderer_.isValid() && !renderer_.viewBoxF().isEmpty();
  }
  [[nodiscard]] bool hasHeightForWidth() const override { return true; }
  [[nodiscard]] int heightForWidth(int width) const override {
    const QRectF box = renderer_.viewBoxF();
    return static_cast<int>(width * box.height() / box.width());
  }
  [[nodiscard]] QSize sizeHint() const override {
    const int width = fontMetrics().averageCharWidth() * widest;
    return {width, heightForWidth(width)};
  }

 protected:
  void paintEvent(QPaintEvent* /*event*/) override {
    QPainter painter(this);
    painter.fillRect(rect(), Qt::white);
    const QRectF box = renderer_.viewBoxF();
    const double scale = std::min(width() / box.width(), height() / box.height());
    renderer_.render(&painter, QRectF(0, 0, box.width() * scale, box.height() * scale));
  }

 private:
  QSvgRenderer renderer_;
};

}  // namespace

void draw_picture(Drawing& d, const QJsonObject& block, QVBoxLayout* into, const Depth& depth) {
  const QString svg = block["svg"].toString();
  const Depth inner{depth.heading, true, depth.nesting + 1};
  auto* picture = is_harmless(svg) ? new Picture(svg.toUtf8(), d.page) : nullptr;
  if (picture == nullptr || !picture->is_valid()) {
    delete picture;
    draw_blocks(d, block["else"].toArray(), into, inner);
    return;
  }
  const QString alt = plain(block["alt"]);
  picture->setAccessibleName(alt);
  into->addWidget(picture);
  into->addWidget(note_label(alt, d.page));
  auto* opener = new QToolButton(d.page);
  opener->setText(d.words("picture.figures"));
  opener->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  opener->setArrowType(Qt::RightArrow);
  opener->setCheckable(true);
  opener->setFocusPolicy(Qt::StrongFocus);
  auto* figures = new QWidget(d.page);
  draw_blocks(d, block["else"].toArray(), new QVBoxLayout(figures), inner);
  figures->setVisible(false);
  QObject::connect(opener, &QToolButton::toggled, figures, [opener, figures](bool open) {
    opener->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    figures->setVisible(open);
  });
  into->addWidget(opener);
  into->addWidget(figures);
}

}  // namespace metodica::qt
