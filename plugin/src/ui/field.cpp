#include <array>
#include <cstddef>

#include "ui/form.hpp"

namespace metodica {
namespace {

struct KindNames {
  std::string_view name;
  std::string_view like;
  std::size_t longest;
};

constexpr std::size_t default_file_bytes = 6U * 1024 * 1024;

// In the order of FieldKind, which starts at 1.
constexpr std::array<KindNames, 17> kinds = {{
    {"text", "", 1000},
    {"long_text", "", 20'000},
    {"integer", "", 24},
    {"date", "", 24},
    {"choice", "", 200},
    {"yes_no", "", 24},
    {"file", "", default_file_bytes},
    {"money", "text", 40},
    {"udc", "text", 200},
    {"shelfmark", "text", 200},
    {"barcode", "text", 200},
    {"inventory_number", "text", 40},
    {"isbn", "text", 24},
    {"person", "text", 200},
    {"title", "text", 1000},
    {"hidden", "", 1000},
    {"texts", "long_text", 1000},
}};

const KindNames& names_of(FieldKind kind) {
  return kinds.at(static_cast<std::size_t>(kind) - 1);
}

}  // namespace

std::string_view name_of(FieldKind kind) {
  return names_of(kind).name;
}
std::string_view like_of(FieldKind kind) {
  return names_of(kind).like;
}

Field::Field(FieldKind kind, std::string name, std::string label)
    : kind_(kind),
      name_(std::move(name)),
      label_(std::move(label)),
      longest_(names_of(kind).longest) {}

Field& Field::required(bool yes) {
  required_ = yes;
  return *this;
}

Field& Field::help(std::string text) {
  help_ = std::move(text);
  return *this;
}

Field& Field::min(std::string value) {
  min_ = std::move(value);
  return *this;
}

Field& Field::max(std::string value) {
  max_ = std::move(value);
  return *this;
}

Field& Field::min(std::int64_t value) {
  return min(std::to_string(value));
}
Field& Field::max(std::int64_t value) {
  return max(std::to_string(value));
}
Field& Field::min(Money value) {
  return min(value.exact());
}
Field& Field::max(Money value) {
  return max(value.exact());
}
Field& Field::min(Date value) {
  return min(value.iso());
}
Field& Field::max(Date value) {
  return max(value.iso());
}

Field& Field::pattern(std::string expression, std::string meaning) {
  pattern_ = std::move(expression);
  meaning_ = std::move(meaning);
  return *this;
}

Field& Field::unit(std::string text) {
  unit_ = std::move(text);
  return *this;
}

Field& Field::find(std::string action) {
  find_ = std::move(action);
  return *this;
}

Field& Field::option(std::string value, std::string label) {
  options_.emplace_back(std::move(value), std::move(label));
  return *this;
}

Field& Field::initial(Json value) {
  initial_ = std::move(value);
  return *this;
}

Field& Field::show_if(std::string other, std::string value) {
  show_if_ = std::move(other);
  show_value_ = std::move(value);
  return *this;
}

Field& Field::longest(std::size_t n) {
  longest_ = n;
  return *this;
}

Field& Field::fixed(bool yes) {
  fixed_ = yes;
  return *this;
}

Field& Field::total(bool yes) {
  total_ = yes;
  return *this;
}

}  // namespace metodica
