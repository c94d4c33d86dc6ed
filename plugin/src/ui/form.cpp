#include "ui/form.hpp"

#include "ui/form_check.hpp"
#include "ui/form_item.hpp"
#include "ui/form_json.hpp"

namespace metodica {

Form::Form(std::string id, std::string action, std::string send_label)
    : id_(std::move(id)), action_(std::move(action)), label_(std::move(send_label)) {}

Form::~Form() = default;
Form::Form(const Form&) = default;
Form::Form(Form&&) noexcept = default;
Form& Form::operator=(const Form&) = default;
Form& Form::operator=(Form&&) noexcept = default;

Field& Form::add(FieldKind kind, std::string name, std::string label) {
  items_.push_back({Field(kind, std::move(name), std::move(label)), std::nullopt});
  return *items_.back().field;
}

Form& Form::add_child(bool rows, std::string name, std::string label) {
  items_.push_back({std::nullopt, Form(std::move(name), "", std::move(label))});
  Form& child = *items_.back().child;
  child.is_rows_ = rows;
  return child;
}

Field& Form::text(std::string name, std::string label) {
  return add(FieldKind::text, std::move(name), std::move(label));
}

Field& Form::long_text(std::string name, std::string label) {
  return add(FieldKind::long_text, std::move(name), std::move(label));
}

Field& Form::integer(std::string name, std::string label) {
  return add(FieldKind::integer, std::move(name), std::move(label));
}

Field& Form::date(std::string name, std::string label) {
  return add(FieldKind::date, std::move(name), std::move(label));
}

Field& Form::choice(std::string name, std::string label) {
  return add(FieldKind::choice, std::move(name), std::move(label));
}

Field& Form::yes_no(std::string name, std::string label) {
  return add(FieldKind::yes_no, std::move(name), std::move(label));
}

Field& Form::file(std::string name, std::string label) {
  return add(FieldKind::file, std::move(name), std::move(label));
}

Field& Form::money(std::string name, std::string label) {
  return add(FieldKind::money, std::move(name), std::move(label));
}

Field& Form::udc(std::string name, std::string label) {
  return add(FieldKind::udc, std::move(name), std::move(label));
}

Field& Form::shelfmark(std::string name, std::string label) {
  return add(FieldKind::shelfmark, std::move(name), std::move(label));
}

Field& Form::barcode(std::string name, std::string label) {
  return add(FieldKind::barcode, std::move(name), std::move(label));
}

Field& Form::inventory_number(std::string name, std::string label) {
  return add(FieldKind::inventory_number, std::move(name), std::move(label));
}

Field& Form::isbn(std::string name, std::string label) {
  return add(FieldKind::isbn, std::move(name), std::move(label));
}

Field& Form::person(std::string name, std::string label) {
  return add(FieldKind::person, std::move(name), std::move(label));
}

Field& Form::title(std::string name, std::string label) {
  return add(FieldKind::title, std::move(name), std::move(label));
}

Field& Form::texts(std::string name, std::string label) {
  return add(FieldKind::texts, std::move(name), std::move(label));
}

Field& Form::hidden(std::string name) {
  std::string label = name;
  return add(FieldKind::hidden, std::move(name), std::move(label));
}

Form& Form::lines(std::string name, std::string label) {
  return add_child(true, std::move(name), std::move(label));
}

Form& Form::part(std::string name, std::string label) {
  return add_child(false, std::move(name), std::move(label));
}

Form& Form::lines_required(std::size_t rows) {
  min_rows_ = rows;
  return *this;
}

Form& Form::max_rows(std::size_t rows) {
  max_rows_ = rows;
  return *this;
}

Form& Form::fixed_rows() {
  fixed_rows_ = true;
  return *this;
}

Form& Form::help(std::string text) {
  help_ = std::move(text);
  return *this;
}

Form& Form::show_if(std::string other, std::string value) {
  show_if_ = std::move(other);
  show_value_ = std::move(value);
  return *this;
}

Form& Form::optional() {
  optional_ = true;
  return *this;
}

Form& Form::danger() {
  danger_ = true;
  return *this;
}

Form& Form::confirm(std::string question) {
  confirm_ = std::move(question);
  return *this;
}

Form& Form::reads() {
  reads_ = true;
  return *this;
}

Form& Form::allow_unknown() {
  allow_unknown_ = true;
  return *this;
}

std::vector<Problem> Form::problems(const Json& args) const {
  std::vector<Problem> problems;
  FormCheck(problems).whole(*this, args);
  return problems;
}

Result<Values> Form::read(const Json& args) const {
  std::vector<Problem> problems;
  Json checked = FormCheck(problems).whole(*this, args);
  if (!problems.empty()) {
    return Unexpected(std::move(problems.front()));
  }
  return Values(std::move(checked));
}

Json Form::block(const Messages& say, const Json& values,
                 const std::vector<Problem>& problems) const {
  return FormJson(say, problems).block(*this, values);
}

Json Form::schema() const {
  return FormJson::schema(*this);
}

}  // namespace metodica
