#include "ui/screen.hpp"

#include <array>
#include <cstddef>

#include "ui/screen_words.hpp"

namespace metodica {
namespace {

Json or_object(const Json& args) {
  return args.is_null() ? Json::object() : args;
}

Json text_block(std::string_view text) {
  return Json::object({{"block", "text"}, {"text", text}});
}

// A rich block carries the same in basic blocks, for hosts that do not know it.
Json with_else(Json block, Json::Array basic) {
  block.set("else", Json::array(std::move(basic)));
  return block;
}

Json buttons_json(const std::vector<Button>& buttons) {
  Json::Array out;
  for (const Button& button : buttons) {
    out.push_back(button.json());
  }
  return Json::array(std::move(out));
}

Json verdict_json(const Verdict& verdict) {
  return Json::object(
      {{"level", name_of(verdict.level)}, {"title", verdict.title}, {"text", verdict.text}});
}

}  // namespace

std::string_view name_of(Level level) {
  constexpr std::array<std::string_view, 4> names = {"info", "good", "warn", "bad"};
  return names.at(static_cast<std::size_t>(level) - 1);
}

Json Button::json() const {
  Json out = Json::object({{"label", label}, {"action", action}, {"args", or_object(args)}});
  for (const auto& [name, set] :
       {std::pair<const char*, bool>{"primary", primary}, {"danger", danger}, {"writes", writes}}) {
    if (set) {
      out.set(name, true);
    }
  }
  if (!confirm.empty()) {
    out.set("confirm", confirm);
  }
  if (!key.empty()) {
    out.set("key", key);
  }
  return out;
}

Screen::Screen(std::string id, std::string title) : id_(std::move(id)), title_(std::move(title)) {}

Screen& Screen::add(Json block) {
  blocks_.push_back(std::move(block));
  return *this;
}

Screen& Screen::sub(std::string text) {
  sub_ = std::move(text);
  return *this;
}

Screen& Screen::notice(std::string text) {
  notice_ = std::move(text);
  return *this;
}

Screen& Screen::heading(std::string text) {
  return add(Json::object({{"block", "heading"}, {"text", std::move(text)}}));
}

Screen& Screen::text(std::string text) {
  return add(text_block(text));
}

Screen& Screen::say(std::string text, Level level) {
  return add(text_block(text).set("level", name_of(level)));
}

Screen& Screen::form(const Form& form, const Messages& say, const Json& values,
                     const std::vector<Problem>& problems) {
  return add(form.block(say, values, problems));
}

Screen& Screen::table(const Table& table) {
  return add(table.json());
}

Screen& Screen::actions(const std::vector<Button>& actions) {
  return add(Json::object({{"block", "actions"}, {"actions", buttons_json(actions)}}));
}

Screen& Screen::group(std::string title, const std::function<void(Screen&)>& fill) {
  Screen inner("", "");
  fill(inner);
  return add(Json::object({{"block", "group"},
                           {"title", std::move(title)},
                           {"blocks", Json::array(std::move(inner.blocks_))}}));
}

Screen& Screen::steps(std::size_t at, const std::vector<std::string>& names) {
  Json::Array list;
  std::string basic;
  for (std::size_t i = 0; i < names.size(); ++i) {
    list.emplace_back(names[i]);
    if (i + 1 == at) {
      basic = std::to_string(at) + "/" + std::to_string(names.size()) + " · " + names[i];
    }
  }
  if (basic.empty()) {
    basic = std::to_string(names.size()) + "/" + std::to_string(names.size());
  }
  return add(with_else(Json::object({{"block", "steps"},
                                     {"at", static_cast<std::int64_t>(at)},
                                     {"names", Json::array(std::move(list))}}),
                       {text_block(basic)}));
}

Screen& Screen::figures(const std::vector<Figure>& figures) {
  Json::Array items;
  std::string basic;
  for (const Figure& figure : figures) {
    Json item = Json::object({{"label", figure.label}, {"value", figure.value}});
    if (!figure.note.empty()) {
      item.set("note", figure.note);
    }
    if (figure.of > 0) {
      item.set("done", figure.done).set("of", figure.of);
    }
    items.push_back(std::move(item));
    basic += (basic.empty() ? "" : "\n") + figure.label + ": " + figure.value;
  }
  return add(
      with_else(Json::object({{"block", "figures"}, {"items", Json::array(std::move(items))}}),
                {text_block(basic)}));
}

Screen& Screen::scanner(const Scanner& scanner) {
  Json block = Json::object({{"block", "scanner"},
                             {"action", scanner.action},
                             {"field", scanner.field},
                             {"label", scanner.label},
                             {"args", or_object(scanner.args)}});
  if (!scanner.hint.empty()) {
    block.set("hint", scanner.hint);
  }
  Json::Array basic;
  if (!scanner.verdict.title.empty()) {
    block.set("verdict", verdict_json(scanner.verdict));
    const std::string& text = scanner.verdict.text;
    basic.push_back(text_block(scanner.verdict.title + (text.empty() ? "" : "\n") + text)
                        .set("level", name_of(scanner.verdict.level)));
  }
  Form form("scan", scanner.action, scanner.label);
  form.barcode(scanner.field, scanner.label).help(scanner.hint);
  for (const auto& [name, value] : scanner.args.members()) {
    form.hidden(name).initial(value);
  }
  basic.push_back(form.block(Messages(), {}, {}));
  if (!scanner.keys.empty()) {
    block.set("keys", buttons_json(scanner.keys));
    basic.push_back(Json::object({{"block", "actions"}, {"actions", buttons_json(scanner.keys)}}));
  }
  return add(with_else(std::move(block), std::move(basic)));
}

Screen& Screen::tabs(std::size_t at, const std::vector<Tab>& tabs) {
  Json::Array list;
  std::vector<Button> basic;
  for (const Tab& tab : tabs) {
    list.push_back(Json::object(
        {{"label", tab.label}, {"action", tab.action}, {"args", or_object(tab.args)}}));
    basic.push_back({tab.label, tab.action, tab.args});
  }
  return add(with_else(Json::object({{"block", "tabs"},
                                     {"at", static_cast<std::int64_t>(at)},
                                     {"tabs", Json::array(std::move(list))}}),
                       {Json::object({{"block", "actions"}, {"actions", buttons_json(basic)}})}));
}

Screen& Screen::picture(std::string svg, std::string alt, const Table& table) {
  return add(with_else(
      Json::object({{"block", "picture"}, {"svg", std::move(svg)}, {"alt", std::move(alt)}}),
      {table.json()}));
}

Json Screen::json() const {
  Json out = Json::object({{"kind", "screen"}, {"id", id_}, {"title", title_}});
  if (!sub_.empty()) {
    out.set("sub", sub_);
  }
  if (!notice_.empty()) {
    out.set("notice", notice_);
  }
  return out.set("blocks", Json::array(blocks_));
}

}  // namespace metodica
