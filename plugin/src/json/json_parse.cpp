#include <Poco/Exception.h>
#include <Poco/JSON/Handler.h>
#include <Poco/JSON/Parser.h>
#include <Poco/SharedPtr.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "json/json.hpp"
#include "json/utf8.hpp"

namespace metodica {
namespace {

constexpr std::size_t deepest = 64;

// Why a text is refused although Poco would read it.
struct Refusal {
  const char* what;
};

// Two members of one name: readers disagree which one counts, so we accept neither.
bool has_duplicates(const Json::Object& members) {
  std::vector<std::string_view> names;
  names.reserve(members.size());
  for (const Json::Member& member : members) {
    names.emplace_back(member.first);
  }
  std::sort(names.begin(), names.end());
  return std::adjacent_find(names.begin(), names.end()) != names.end();
}

// Builds our tree while Poco reads. The stack holds the open arrays and objects; `names_` holds the
// member names whose values are still to come.
class TreeBuilder : public Poco::JSON::Handler {
 public:
  void reset() override {
    open_.clear();
    names_.clear();
    root_ = Json();
  }
  void startObject() override { open_.push_back({Json::Object(), {}, true}); }
  void startArray() override { open_.push_back({{}, Json::Array(), false}); }
  void endObject() override {
    if (has_duplicates(open_.back().members)) {
      throw Refusal{"member name used twice"};
    }
    Json::Object members = std::move(open_.back().members);
    open_.pop_back();
    put(Json(std::move(members)));
  }
  void endArray() override {
    Json::Array items = std::move(open_.back().items);
    open_.pop_back();
    put(Json(std::move(items)));
  }
  void key(const std::string& name) override { names_.push_back(name); }
  void null() override { put(Json()); }
  void value(int number) override { put(Json(std::int64_t{number})); }
  void value(unsigned number) override { put(Json(std::int64_t{number})); }
  void value(Poco::Int64 number) override { put(Json(std::int64_t{number})); }
  void value(Poco::UInt64) override { throw Refusal{"integer too large"}; }
  void value(const std::string& text) override { put(Json(text)); }
  void value(double number) override { put(Json(number)); }
  void value(bool yes) override { put(Json(yes)); }

  Json take() { return std::move(root_); }

 private:
  struct Open {
    Json::Object members;
    Json::Array items;
    bool is_object;
  };

  void put(Json value) {
    if (open_.empty()) {
      root_ = std::move(value);
    } else if (open_.back().is_object) {
      open_.back().members.emplace_back(std::move(names_.back()), std::move(value));
      names_.pop_back();
    } else {
      open_.back().items.push_back(std::move(value));
    }
  }

  std::vector<Open> open_;
  std::vector<std::string> names_;
  Json root_;
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool fits_64_bits(std::string_view number) {
  std::int64_t value = 0;
  return number.find_first_of(".eE") != std::string_view::npos ||
         std::from_chars(number.data(), number.data() + number.size(), value).ec !=
             std::errc::result_out_of_range;
}

// What Poco reads wrongly in silence: integers that do not fit 64 bits wrap around, and a member
// name ends at a null character. Its handler sees neither, so the text is looked at before.
struct Fault {
  const char* what = nullptr;
  std::size_t at = 0;
};

std::optional<Fault> find_fault(std::string_view text) {
  bool quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (quoted) {
      if (c == '\\' && text.substr(at, 6) == "\\u0000") {
        return Fault{"null character in text", at};
      }
      at += c == '\\' ? 1 : 0;
      quoted = c != '"';
    } else if (c == '"') {
      quoted = true;
    } else if (c == '-' || is_digit(c)) {
      const std::size_t end = std::min(text.find_first_not_of("+-.0123456789eE", at), text.size());
      if (!fits_64_bits(text.substr(at, end - at))) {
        return Fault{"integer too large", at};
      }
      at = end - 1;
    }
  }
  return std::nullopt;
}

std::int64_t line_of(std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  return 1 + std::count(before.begin(), before.end(), '\n');
}

// Poco quotes the byte it stumbled over, which may be part of a letter or a control character.
std::string printable(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c < 0x20 || c > 0x7e; }, '?');
  return text;
}

template <class Source>
void read_with(const Poco::SharedPtr<TreeBuilder>& builder, Source& source) {
  Poco::JSON::Parser parser(builder);
  parser.setDepth(deepest);
  parser.setAllowNullByte(true);  // its own check would refuse an escaped backslash before u0000
  parser.parse(source);
}

// Poco does not say where it stopped. Reading again from a stream tells, and only errors pay for
// it.
std::int64_t failing_line(const std::string& text) {
  std::istringstream stream(text);
  try {
    read_with(new TreeBuilder, stream);
  } catch (const Poco::Exception&) {
    stream.clear(stream.rdstate() & ~std::ios::failbit);
  } catch (const Refusal&) {
    stream.clear(stream.rdstate() & ~std::ios::failbit);
  }
  const auto at = stream.tellg();
  return line_of(text, at < 0 ? text.size() : static_cast<std::size_t>(at));
}

Unexpected syntax_problem(std::int64_t line, std::string what) {
  return invalid("json.syntax", {{"line", line}, {"what", printable(std::move(what))}});
}

}  // namespace

Result<Json> Json::parse(std::string_view text) {
  if (!is_well_formed_utf8(text)) {
    return invalid("json.utf8");
  }
  if (const auto fault = find_fault(text)) {
    return syntax_problem(line_of(text, fault->at), fault->what);
  }
  const std::string copy(text);
  try {
    Poco::SharedPtr<TreeBuilder> builder(new TreeBuilder);
    read_with(builder, copy);
    return builder->take();
  } catch (const Poco::Exception& problem) {
    return syntax_problem(failing_line(copy), problem.message());
  } catch (const Refusal& refusal) {
    return syntax_problem(failing_line(copy), refusal.what);
  }
}

}  // namespace metodica
