#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "ui/form.hpp"

namespace metodica {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Json json(std::string_view text) {
  Result<Json> value = Json::parse(text);
  EXPECT_TRUE(value) << text;
  return value ? *std::move(value) : Json();
}

// "path: message" of each problem.
std::vector<std::string> faults(const Form& form, std::string_view args) {
  std::vector<std::string> out;
  for (const Problem& problem : form.problems(json(args))) {
    EXPECT_EQ(problem.status, METODICA_INVALID);
    out.push_back(problem.field + ": " + problem.message);
  }
  return out;
}

std::string read(const Form& form, std::string_view args) {
  const Result<Values> values = form.read(json(args));
  return values ? values->json().dump() : values.error().field + ": " + values.error().message;
}

Form one(FieldKind kind) {
  Form form("f", "a.b", "Trimite");
  switch (kind) {
    case FieldKind::text: form.text("x", "Ics"); break;
    case FieldKind::long_text: form.long_text("x", "Ics"); break;
    case FieldKind::integer: form.integer("x", "Ics"); break;
    case FieldKind::date: form.date("x", "Ics"); break;
    case FieldKind::money: form.money("x", "Ics"); break;
    case FieldKind::yes_no: form.yes_no("x", "Ics"); break;
    case FieldKind::isbn: form.isbn("x", "Ics"); break;
    case FieldKind::udc: form.udc("x", "Ics"); break;
    case FieldKind::barcode: form.barcode("x", "Ics"); break;
    case FieldKind::inventory_number: form.inventory_number("x", "Ics"); break;
    case FieldKind::file: form.file("x", "Ics"); break;
    case FieldKind::texts: form.texts("x", "Ics"); break;
    default: form.hidden("x"); break;
  }
  return form;
}

TEST(FormCheck, TextsAreTidied) {
  const Form form = one(FieldKind::text);
  EXPECT_EQ(read(form, R"({"x":"  Bra\u015fov "})"), R"({"x":"Brașov"})");
  EXPECT_EQ(read(form, R"({"x":"a\nb"})"), R"({"x":"a b"})");
  EXPECT_EQ(read(one(FieldKind::long_text), R"({"x":"a\nb"})"), R"({"x":"a\nb"})");
  EXPECT_EQ(read(form, R"({"x":"   "})"), "{}");
  EXPECT_EQ(read(form, R"({"x":null})"), "{}");
  EXPECT_EQ(read(form, R"({"x":3})"), "x: field.type");
  EXPECT_EQ(read(form, R"({"x":["a"]})"), "x: field.type");
}

TEST(FormCheck, LengthIsCountedInCharacters) {
  Form form("f", "a.b", "");
  form.text("x", "Ics").longest(3);
  EXPECT_EQ(read(form, R"({"x":"șțâ"})"), R"({"x":"șțâ"})");
  EXPECT_EQ(read(form, R"({"x":"abcd"})"), "x: field.too_long");
}

TEST(FormCheck, IntegersComeAsNumbersOrText) {
  Form form("f", "a.b", "");
  form.integer("x", "Ics").min(1).max(5000);
  EXPECT_EQ(read(form, R"({"x":3})"), R"({"x":3})");
  EXPECT_EQ(read(form, R"({"x":" 3 "})"), R"({"x":3})");
  EXPECT_EQ(read(form, R"({"x":"1.234"})"), R"({"x":1234})");
  EXPECT_EQ(read(form, R"({"x":"1 234"})"), R"({"x":1234})");
  for (const char* wrong : {R"("trei")", R"("1.23")", R"("1,5")", R"(".123")", R"("1.2345")", "3.5",
                            "true", "[]", R"("99999999999999999999")", "9007199254740993"}) {
    EXPECT_EQ(read(form, std::string(R"({"x":)") + wrong + "}"), "x: field.type") << wrong;
  }
  EXPECT_EQ(read(form, R"({"x":0})"), "x: field.min");
  EXPECT_EQ(read(form, R"({"x":"5.001"})"), "x: field.max");
}

TEST(FormCheck, MoneyIsExactAndNeverGuessed) {
  Form form("f", "a.b", "");
  form.money("x", "Ics").min(Money::zero()).max(Money::from_bani(1'000'000'00));
  EXPECT_EQ(read(form, R"({"x":"45.5000"})"), R"({"x":"45.5000"})");
  EXPECT_EQ(read(form, R"({"x":"45.50"})"), R"({"x":"45.5000"})");
  EXPECT_EQ(read(form, R"({"x":"1.234,56"})"), R"({"x":"1234.5600"})");
  EXPECT_EQ(read(form, R"({"x":"28,83 lei"})"), R"({"x":"28.8300"})");
  EXPECT_EQ(read(form, R"({"x":45})"), R"({"x":"45.0000"})");
  EXPECT_EQ(read(form, R"({"x":45.5})"), "x: field.type");  // binary floating point
  EXPECT_EQ(read(form, R"({"x":"-1,00"})"), "x: field.min");
  EXPECT_EQ(read(form, R"({"x":"1000000,01"})"), "x: field.max");
  EXPECT_THAT(read(form, R"({"x":"1.234"})"), testing::StartsWith("x: money."));
  EXPECT_THAT(read(form, R"({"x":"mult"})"), testing::StartsWith("x: money."));
}

TEST(FormCheck, DatesComeInBothNotations) {
  Form form("f", "a.b", "");
  form.date("x", "Ics").min(Date(2026, 1, 1)).max(Date(2026, 12, 31));
  EXPECT_EQ(read(form, R"({"x":"15.01.2026"})"), R"({"x":"2026-01-15"})");
  EXPECT_EQ(read(form, R"({"x":"2026-01-15"})"), R"({"x":"2026-01-15"})");
  EXPECT_EQ(read(form, R"({"x":"31.02.2026"})"), "x: date.invalid");
  EXPECT_EQ(read(form, R"({"x":"31.12.2025"})"), "x: field.min");
  EXPECT_EQ(read(form, R"({"x":"2027-01-01"})"), "x: field.max");
  EXPECT_EQ(read(form, R"({"x":20260115})"), "x: field.type");
}

TEST(FormCheck, YesNo) {
  const Form form = one(FieldKind::yes_no);
  for (const char* yes : {"true", "1", R"("1")", R"("on")", R"("true")"}) {
    EXPECT_EQ(read(form, std::string(R"({"x":)") + yes + "}"), R"({"x":true})") << yes;
  }
  for (const char* no : {"false", "0", R"("0")", R"("off")"}) {
    EXPECT_EQ(read(form, std::string(R"({"x":)") + no + "}"), R"({"x":false})") << no;
  }
  EXPECT_EQ(read(form, "{}"), "{}");
  EXPECT_EQ(read(form, R"({"x":"poate"})"), "x: field.type");
  Form asked("f", "a.b", "");
  asked.yes_no("x", "Ics").required();
  EXPECT_EQ(read(asked, "{}"), "x: field.required");
  EXPECT_EQ(read(asked, R"({"x":false})"), R"({"x":false})");
}

TEST(FormCheck, ChoicesAreClosed) {
  Form form("f", "a.b", "");
  form.choice("x", "Ics").option("2026", "anul 2026").option("b", "B");
  EXPECT_EQ(read(form, R"({"x":"b"})"), R"({"x":"b"})");
  EXPECT_EQ(read(form, R"({"x":2026})"), R"({"x":"2026"})");
  EXPECT_EQ(read(form, R"({"x":"c"})"), "x: field.choice");
  Form open("f", "a.b", "");
  open.choice("x", "Ics");
  EXPECT_EQ(read(open, R"({"x":"orice"})"), R"({"x":"orice"})");
}

TEST(FormCheck, DomainKindsRefuseWhatCannotBeOne) {
  EXPECT_EQ(read(one(FieldKind::isbn), R"({"x":"978-973-46-0001-2"})"),
            R"({"x":"978-973-46-0001-2"})");
  EXPECT_EQ(read(one(FieldKind::isbn), R"({"x":"080442957x"})"), R"({"x":"080442957x"})");
  EXPECT_EQ(read(one(FieldKind::isbn), R"({"x":"12345"})"), "x: field.isbn");
  EXPECT_EQ(read(one(FieldKind::udc), R"({"x":"821.135.1-31"})"), R"({"x":"821.135.1-31"})");
  EXPECT_EQ(read(one(FieldKind::udc), R"({"x":"roman"})"), "x: field.udc");
  EXPECT_EQ(read(one(FieldKind::barcode), R"({"x":1000123})"), R"({"x":"1000123"})");
  EXPECT_EQ(read(one(FieldKind::barcode), R"({"x":"RO€1"})"), "x: field.barcode");
  EXPECT_EQ(read(one(FieldKind::inventory_number), R"({"x":"2 817"})"), R"({"x":"2817"})");
  EXPECT_EQ(read(one(FieldKind::inventory_number), R"({"x":4322})"), R"({"x":"4322"})");
  EXPECT_EQ(read(one(FieldKind::inventory_number), R"({"x":"unu"})"), "x: field.inventory_number");
}

TEST(FormCheck, FilesAreBase64WithAName) {
  const Form form = one(FieldKind::file);
  EXPECT_EQ(read(form, R"({"x":{"name":"C:\\carti\\a.mrc","base64":"Zm9v"}})"),
            R"({"x":{"name":"a.mrc","base64":"Zm9v"}})");
  EXPECT_EQ(form.read(json(R"({"x":"Zm9v"})"))->file("x").bytes, "foo");
  EXPECT_EQ(read(form, R"({"x":{"name":"","base64":""}})"), "{}");
  EXPECT_EQ(read(form, R"({"x":{"name":"a","base64":"Zm9"}})"), "x: field.type");
  EXPECT_EQ(read(form, R"({"x":7})"), "x: field.type");
  Form small("f", "a.b", "");
  small.file("x", "Ics").longest(3);
  EXPECT_EQ(read(small, R"({"x":"Zm9vYmFyYmF6"})"), "x: field.too_long");
}

TEST(FormCheck, ListsOfTexts) {
  const Form form = one(FieldKind::texts);
  EXPECT_EQ(read(form, R"({"x":["a"," ","b"]})"), R"({"x":["a","b"]})");
  EXPECT_EQ(read(form, R"({"x":"a\r\n\nb"})"), R"({"x":["a","b"]})");
  EXPECT_EQ(read(form, R"({"x":[1]})"), "x: field.type");
  EXPECT_EQ(read(form, R"({"x":[""]})"), "{}");
}

TEST(FormCheck, RequiredPatternAndUnknown) {
  Form form("f", "a.b", "");
  form.text("lang", "Limba").required().pattern("[a-z]{3}", "trei litere mici");
  EXPECT_THAT(faults(form, R"({"lang":"RO","limba":"ron"})"),
              ElementsAre("limba: field.unknown", "lang: field.pattern"));
  EXPECT_THAT(faults(form, "{}"), ElementsAre("lang: field.required"));
  EXPECT_EQ(form.problems(json(R"({"lang":"RO"})"))[0].arguments[0],
            (MessageArgument{"label", "Limba"}));
  EXPECT_THAT(faults(form, "[1]"), ElementsAre(": field.type"));
  form.allow_unknown();
  EXPECT_EQ(read(form, R"({"lang":"ron","y":[1]})"), R"({"lang":"ron","y":[1]})");
}

TEST(FormCheck, ConditionalFieldsCountAsAbsent) {
  Form form("f", "a.b", "");
  form.choice("kind", "Fel").required().option("invoice", "factură").option("gift", "donație");
  form.text("donor", "Donator").required().show_if("kind", "gift");
  form.yes_no("tax", "TVA");
  form.money("rate", "Cota").required().show_if("tax", "true");
  EXPECT_EQ(read(form, R"({"kind":"invoice","donor":"x","rate":"rău"})"), R"({"kind":"invoice"})");
  EXPECT_THAT(faults(form, R"({"kind":"gift","tax":"on"})"),
              ElementsAre("donor: field.required", "rate: field.required"));
}

Form act() {
  Form form("f", "a.b", "");
  Form& part = form.part("act", "Act");
  part.text("number", "Număr").required();
  part.date("date", "Data");
  Form& lines = form.lines("lines", "Linii").lines_required(1).max_rows(3);
  lines.text("title", "Titlu").required();
  lines.integer("copies", "Exemplare").required().min(1).initial(1);
  return form;
}

TEST(FormCheck, PartsAndRowsNested) {
  EXPECT_EQ(
      read(act(),
           R"({"act":{"number":"1","date":"15.01.2026"},"lines":[{"title":"Ion","copies":2}]})"),
      R"({"act":{"number":"1","date":"2026-01-15"},"lines":[{"title":"Ion","copies":2}]})");
}

TEST(FormCheck, PartsAndRowsFlat) {
  EXPECT_EQ(
      read(
          act(),
          R"({"act/number":"1","lines/10/copies":"3","lines/10/title":"Al doilea","lines/2/title":"Ion","lines/2/copies":"2"})"),
      R"({"act":{"number":"1"},"lines":[{"title":"Ion","copies":2},{"title":"Al doilea","copies":3}]})");
}

TEST(FormCheck, EmptyRowsAreDroppedAndTheRestNumberedAnew) {
  EXPECT_EQ(
      read(
          act(),
          R"({"act/number":"1","lines/0/title":"","lines/0/copies":"1","lines/1/title":"Ion","lines/1/copies":"1"})"),
      R"({"act":{"number":"1"},"lines":[{"title":"Ion","copies":1}]})");
  EXPECT_THAT(
      faults(act(),
             R"({"act/number":"1","lines/0/title":"","lines/3/title":"Ion","lines/3/copies":"0"})"),
      ElementsAre("lines/0/copies: field.min"));
  // A program that sends an empty object has made a mistake.
  EXPECT_THAT(faults(act(), R"({"act":{"number":"1"},"lines":[{}]})"),
              ElementsAre("lines/0/title: field.required", "lines/0/copies: field.required"));
}

TEST(FormCheck, PathsAndLabelsNameTheRow) {
  const auto problems = act().problems(json(
      R"({"act":{"number":"1"},"lines":[{"title":"a","copies":1},{"title":"b","copies":"x"}]})"));
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].field, "lines/1/copies");
  EXPECT_EQ(problems[0].arguments[0], (MessageArgument{"label", "Linii 2 · Exemplare"}));
}

TEST(FormCheck, NumberOfRowsIsBounded) {
  EXPECT_THAT(faults(act(), R"({"act/number":"1"})"), ElementsAre("lines: field.rows_min"));
  const std::string row = R"({"title":"a","copies":1})";
  EXPECT_THAT(faults(act(), R"({"act/number":"1","lines":[)" + row + "," + row + "," + row + "," +
                                row + "]}"),
              ElementsAre("lines: field.rows_max"));
  EXPECT_THAT(faults(act(), R"({"act/number":"1","lines":"x"})"), ElementsAre("lines: field.type"));
  EXPECT_THAT(faults(act(), R"({"act":7,"lines":[7]})"),
              ElementsAre("act: field.type", "lines/0: field.type"));
}

TEST(FormCheck, OddFlatNamesAreUnknownFields) {
  EXPECT_THAT(
      faults(
          act(),
          R"({"act/number":"1","lines/0/title":"a","lines/0/copies":"1","lines/x/title":"b","lines/99999999/title":"c"})"),
      ElementsAre("lines/x/title: field.unknown", "lines/99999999/title: field.unknown"));
}

TEST(FormCheck, OptionalPartsMayBeAbsentAsAWhole) {
  Form form("f", "a.b", "");
  Form& part = form.part("act", "Act").optional();
  part.text("number", "Număr").required();
  part.text("note", "Notă");
  EXPECT_EQ(read(form, "{}"), "{}");
  EXPECT_EQ(read(form, R"({"act/number":"","act/note":" "})"), "{}");
  EXPECT_THAT(faults(form, R"({"act/note":"ceva"})"), ElementsAre("act/number: field.required"));
}

TEST(FormCheck, AskingForMoreRowsIsNeverReadAsInput) {
  EXPECT_THAT(
      faults(act(),
             R"({"more":"lines","act/number":"1","lines/0/title":"a","lines/0/copies":"1"})"),
      ElementsAre("lines: form.more"));
  EXPECT_THAT(
      faults(act(), R"({"more":"altele","act/number":"1","lines":[{"title":"a","copies":1}]})"),
      ElementsAre("more: field.unknown"));
}

TEST(FormCheck, ProblemsAreBoundedAndTimeIsLinear) {
  std::string args = "{";
  for (int i = 0; i < 50'000; ++i) {
    args += "\"u" + std::to_string(i) + "\":1,";
  }
  args.back() = '}';
  const Json input = json(args);
  const auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(act().problems(input).size(), 100U);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
}

TEST(FormCheck, ReadAgreesWithItsOwnOutput) {
  const std::string given =
      R"({"act":{"number":"1","date":"2026-01-15"},"lines":[{"title":"Ion","copies":2}]})";
  EXPECT_EQ(read(act(), read(act(), given)), given);
}

TEST(FormCheck, FormsAreValuesAndReferencesSurviveMoving) {
  Form form("f", "a.b", "");
  Form& lines = form.lines("lines", "Linii");
  const Form copy = form;
  const Form moved = std::move(form);
  lines.text("title", "Titlu");
  EXPECT_EQ(read(moved, R"({"lines":[{"title":"a"}]})"), R"({"lines":[{"title":"a"}]})");
  EXPECT_EQ(read(copy, R"({"lines":[{"title":"a"}]})"), "lines/0/title: field.unknown");
}

}  // namespace
}  // namespace metodica
