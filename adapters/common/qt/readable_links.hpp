/// Links that can be read on any palette. Programs with a dark palette of their own often leave the
/// dark blue of a bright one for links.
#pragma once

class QColor;
class QWidget;

namespace metodica::qt {

/// The contrast of two colours, 1 to 21 (WCAG 2.2, 1.4.3).
[[nodiscard]] double contrast(const QColor& one, const QColor& other);

/// Mixes the page's colour of links with that of its text until it stands out by 4.5 from the
/// background of tables and of the page. Leaves a colour that does so already.
void make_links_readable(QWidget& page);

}  // namespace metodica::qt
