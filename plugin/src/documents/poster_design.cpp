#include "documents/poster_design.hpp"

#include <glib.h>

#include <array>
#include <charconv>
#include <map>
#include <optional>

namespace metodica::documents {
namespace {

using Attributes = std::map<std::string, std::string, std::less<>>;

/// What was not understood; GMarkup takes no C++ exception through itself.
struct Reader {
  Design design;
  Colour accent, stands_for;
  std::vector<Condition> open;
  std::vector<bool> groups;  // whether each open group added a condition
  std::optional<DesignStack> stack;
  std::vector<Condition> stack_when;
  std::size_t stack_depth = 0;
  std::string fault;
};

std::string of(const Attributes& all, std::string_view name) {
  const auto found = all.find(name);
  return found == all.end() ? std::string() : found->second;
}

double number(Reader& reader, const std::string& text, double fallback = 0) {
  if (text.empty())
    return fallback;
  double value = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || stop != end)
    reader.fault = text;
  return value;
}

std::vector<double> numbers(Reader& reader, const std::string& text) {
  std::vector<double> all;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = std::min(text.find(' ', from), text.size());
    all.push_back(number(reader, text.substr(from, end - from)));
    from = end + 1;
  }
  return all;
}

Box box_of(Reader& reader, const std::string& text) {
  const auto all = numbers(reader, text);
  if (all.size() != 4) {
    reader.fault = text;
    return {};
  }
  return {all[0], all[1], all[2], all[3]};
}

Box own_box(Reader& reader, const Attributes& all) {
  return {number(reader, of(all, "x")), number(reader, of(all, "y")),
          number(reader, of(all, "width")), number(reader, of(all, "height"))};
}

Colour plain_colour(Reader& reader, const std::string& text) {
  std::array<unsigned, 3> parts{};
  bool right = text.size() == 7 && text[0] == '#';
  for (std::size_t i = 0; right && i < parts.size(); ++i) {
    const char* const from = text.data() + 1 + 2 * i;
    right = std::from_chars(from, from + 2, parts.at(i), 16).ptr == from + 2;
  }
  if (!right)
    reader.fault = text;
  return {static_cast<std::uint8_t>(parts[0]), static_cast<std::uint8_t>(parts[1]),
          static_cast<std::uint8_t>(parts[2])};
}

Colour colour(Reader& reader, const std::string& text) {
  const Colour plain = plain_colour(reader, text);
  return plain == reader.stands_for ? reader.accent : plain;
}

Align align_of(const std::string& anchor) {
  if (anchor == "middle")
    return Align::centre;
  return anchor == "end" ? Align::right : Align::left;
}

void begin_root(Reader& reader, const Attributes& all) {
  const Box view = box_of(reader, of(all, "viewBox"));
  reader.design.width = view.width;
  reader.design.height = view.height;
  reader.stands_for = plain_colour(reader, of(all, "data-accent"));
}

void begin_group(Reader& reader, const Attributes& all) {
  const std::string when = of(all, "data-when");
  const std::string unless = of(all, "data-unless");
  const bool bound = !when.empty() || !unless.empty();
  if (bound)
    reader.open.push_back({when.empty() ? unless : when, !when.empty()});
  reader.groups.push_back(bound);
  if (const std::string stack = of(all, "data-stack"); !stack.empty()) {
    const std::string place = of(all, "data-valign");
    reader.stack.emplace();
    reader.stack->box = box_of(reader, stack);
    reader.stack->place = place == "bottom"   ? DesignStack::Place::bottom
                          : place == "middle" ? DesignStack::Place::middle
                                              : DesignStack::Place::top;
    reader.stack_when = reader.open;
    reader.stack_depth = reader.groups.size();
  }
}

void end_group(Reader& reader) {
  if (reader.stack && reader.groups.size() == reader.stack_depth) {
    reader.design.parts.push_back({reader.stack_when, *std::move(reader.stack)});
    reader.stack.reset();
  }
  if (reader.groups.empty())
    return;
  if (reader.groups.back())
    reader.open.pop_back();
  reader.groups.pop_back();
}

void begin_text(Reader& reader, const Attributes& all) {
  if (!reader.stack) {
    reader.fault = "text";
    return;
  }
  DesignText text;
  text.slot = of(all, "data-slot");
  text.size = number(reader, of(all, "font-size"));
  text.least = number(reader, of(all, "data-least"), text.size);
  text.gap = number(reader, of(all, "data-gap"));
  text.bold = of(all, "font-weight") == "bold";
  text.ink = colour(reader, of(all, "fill"));
  text.ground = colour(reader, of(all, "data-on"));
  text.align = align_of(of(all, "text-anchor"));
  reader.stack->texts.push_back(std::move(text));
}

void begin(Reader& reader, std::string_view name, const Attributes& all) {
  if (name == "svg") {
    begin_root(reader, all);
  } else if (name == "g") {
    begin_group(reader, all);
  } else if (name == "text") {
    begin_text(reader, all);
  } else if (name == "rect") {
    const DesignRect rect{own_box(reader, all), colour(reader, of(all, "fill"))};
    reader.design.parts.push_back({reader.open, rect});
  } else if (name == "image") {
    DesignImage image{of(all, "data-slot"), own_box(reader, all), of(all, "data-fit") == "cover",
                      align_of(of(all, "data-align"))};
    reader.design.parts.push_back({reader.open, std::move(image)});
  } else if (name != "title" && name != "desc") {
    reader.fault = name;
  }
}

void on_start(GMarkupParseContext*, const gchar* name, const gchar** names, const gchar** values,
              gpointer data, GError**) {
  Attributes all;
  for (; *names != nullptr; ++names, ++values)
    all.emplace(*names, *values);
  begin(*static_cast<Reader*>(data), name, all);
}

void on_end(GMarkupParseContext*, const gchar* name, gpointer data, GError**) {
  if (std::string_view(name) == "g")
    end_group(*static_cast<Reader*>(data));
}

}  // namespace

Result<Design> read_design(std::string_view svg, Colour accent) {
  Reader reader;
  reader.accent = accent;
  const GMarkupParser parser{on_start, on_end, nullptr, nullptr, nullptr};
  GMarkupParseContext* context =
      g_markup_parse_context_new(&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &reader, nullptr);
  GError* error = nullptr;
  const bool parsed = g_markup_parse_context_parse(context, svg.data(),
                                                   static_cast<gssize>(svg.size()), &error) != 0 &&
                      g_markup_parse_context_end_parse(context, &error) != 0;
  g_markup_parse_context_free(context);
  if (error != nullptr) {
    reader.fault = error->message;
    g_error_free(error);
  }
  const bool sized = reader.design.width > 0 && reader.design.height > 0;
  if (!parsed || !sized || !reader.fault.empty())
    return invalid("documents.poster_design", {{"text", reader.fault}});
  return std::move(reader.design);
}

}  // namespace metodica::documents
