#include "documents/poster_layout.hpp"

#include <algorithm>
#include <cmath>

namespace metodica::documents {
namespace {

constexpr double line_step = 1.16;   // from one baseline to the next, in sizes
constexpr double first_line = 0.96;  // from the top of a text to its first baseline
constexpr double last_line = 0.24;   // from the last baseline to the end of the text
constexpr int steps = 20;            // between the full and the least size

double linear(std::uint8_t part) {
  const double value = part / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(Colour colour) {
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

std::string one_decimal(double value) {
  const auto tenths = static_cast<std::int64_t>(value * 10);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

bool is_given(const Poster& poster, const std::string& slot) {
  const auto text = poster.texts.find(slot);
  const auto image = poster.images.find(slot);
  return (text != poster.texts.end() && !text->second.empty()) ||
         (image != poster.images.end() && !image->second.empty());
}

bool is_drawn(const Poster& poster, const DesignPart& part) {
  return std::all_of(part.when.begin(), part.when.end(), [&](const Condition& condition) {
    return is_given(poster, condition.slot) == condition.present;
  });
}

/// The texts of one stack in one size between full (1) and least (0).
struct Fitted {
  struct Text {
    const DesignText* text;
    double size;
    std::vector<std::string> lines;
    double height;
  };
  std::vector<Text> texts;
  double height = 0;
  bool fits = true;
};

class Layout {
 public:
  Layout(const Poster& poster, PosterLetters& letters) : poster_(poster), letters_(letters) {}

  Result<void> add(const DesignRect& rect) {
    placed_.emplace_back(PlacedRect{rect.box, rect.fill});
    return {};
  }

  Result<void> add(const DesignImage& image) {
    if (!is_given(poster_, image.slot))
      return {};
    METODICA_TRY(Picture picture, read_image(image.slot, poster_.images.at(image.slot)));
    const double width = cairo_image_surface_get_width(picture.get());
    const double height = cairo_image_surface_get_height(picture.get());
    const double across = image.box.width / width;
    const double down = image.box.height / height;
    const double scale = image.cover ? std::max(across, down) : std::min(across, down);
    const double free = image.box.width - width * scale;
    const double shift = image.align == Align::left     ? 0
                         : image.align == Align::centre ? free / 2
                                                        : free;
    Box whole{image.box.x + (image.cover ? free / 2 : shift),
              image.box.y + (image.box.height - height * scale) / 2, width * scale, height * scale};
    placed_.emplace_back(PlacedImage{
        image.cover ? image.box : whole, whole, {picture.release(), cairo_surface_destroy}});
    return {};
  }

  Result<void> add(const DesignStack& stack) {
    for (const DesignText& text : stack.texts) {
      const double ratio = contrast(text.ink, text.ground);
      if (is_given(poster_, text.slot) && ratio < least_contrast) {
        return invalid("documents.poster_contrast",
                       {{"ratio", one_decimal(ratio)}, {"needed", one_decimal(least_contrast)}},
                       "accent");
      }
    }
    for (int step = steps; step >= 0; --step) {
      const Fitted fitted = fit(stack, static_cast<double>(step) / steps);
      if (fitted.fits && fitted.height <= stack.box.height) {
        place(stack, fitted);
        return {};
      }
    }
    const std::string slot = longest(stack);
    return invalid("documents.poster_too_long", {{"slot", slot}}, slot);
  }

  std::vector<Placed> take() { return std::move(placed_); }

 private:
  Fitted fit(const DesignStack& stack, double share) {
    Fitted all;
    for (const DesignText& text : stack.texts) {
      if (!is_given(poster_, text.slot))
        continue;
      const double size = text.least + (text.size - text.least) * share;
      auto wrapped = letters_.wrap(poster_.texts.at(text.slot), size, text.bold, stack.box.width);
      const double height = size * (first_line + last_line +
                                    line_step * static_cast<double>(wrapped.lines.size() - 1));
      all.height += height + (all.texts.empty() ? 0 : text.gap);
      all.fits = all.fits && wrapped.fits;
      all.texts.push_back({&text, size, std::move(wrapped.lines), height});
    }
    return all;
  }

  void place(const DesignStack& stack, const Fitted& fitted) {
    const double free = stack.box.height - fitted.height;
    double y = stack.box.y + (stack.place == DesignStack::Place::bottom   ? free
                              : stack.place == DesignStack::Place::middle ? free / 2
                                                                          : 0);
    bool first = true;
    for (const Fitted::Text& text : fitted.texts) {
      y += first ? 0 : text.text->gap;
      first = false;
      double baseline = y + text.size * first_line;
      for (const std::string& line : text.lines) {
        const double rest = stack.box.width - letters_.width(line, text.size, text.text->bold);
        const double x = stack.box.x + (text.text->align == Align::left     ? 0
                                        : text.text->align == Align::centre ? rest / 2
                                                                            : rest);
        placed_.emplace_back(
            PlacedLine{x, baseline, line, text.size, text.text->bold, text.text->ink});
        baseline += text.size * line_step;
      }
      y += text.height;
    }
  }

  // Who wants the most room in the least size is at fault.
  std::string longest(const DesignStack& stack) {
    const Fitted least = fit(stack, 0);
    const auto most = std::max_element(
        least.texts.begin(), least.texts.end(),
        [](const auto& one, const auto& other) { return one.height < other.height; });
    return most->text->slot;
  }

  const Poster& poster_;
  PosterLetters& letters_;
  std::vector<Placed> placed_;
};

}  // namespace

double contrast(Colour one, Colour other) {
  const double a = luminance(one);
  const double b = luminance(other);
  return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

Result<std::vector<Placed>> lay_out(const Design& design, const Poster& poster,
                                    PosterLetters& letters) {
  if (!letters.knows("șțăâîőűȘȚĂÂÎŐŰ"))
    return invalid("documents.font_missing");
  Layout layout(poster, letters);
  for (const DesignPart& part : design.parts) {
    if (!is_drawn(poster, part))
      continue;
    METODICA_CHECK(std::visit([&](const auto& what) { return layout.add(what); }, part.what));
  }
  return layout.take();
}

}  // namespace metodica::documents
