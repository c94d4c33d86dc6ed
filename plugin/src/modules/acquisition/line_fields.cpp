#include "modules/acquisition/line_fields.hpp"

#include <array>

#include "modules/acquisition/codes.hpp"

namespace metodica::acquisition {
namespace {

constexpr std::array price_kinds = {PriceKind::unit_net, PriceKind::line_net,
                                    PriceKind::unit_value};

std::string line_path(std::size_t row, std::string_view field) {
  return "lines/" + std::to_string(row) + "/" + std::string(field);
}

/// Exactly one price must be given; a line of a title without any may say why it has no value.
Result<void> read_price(const Values& in, std::size_t row, PriceLine& price) {
  int given = 0;
  for (const PriceKind kind : price_kinds) {
    if (!in.has(code_of(kind)))
      continue;
    price.kind = kind;
    price.amount = in.money(code_of(kind));
    ++given;
  }
  if (given == 1)
    return {};
  return invalid(given == 0 ? "acquisition.no_price" : "acquisition.two_prices",
                 {{"title", in.text("title")}}, line_path(row, code_of(PriceKind::unit_net)));
}

}  // namespace

Field& add_percent(Form& form, const std::string& name, std::string label) {
  constexpr std::int64_t hundred = 1'000'000;
  return form.money(name, std::move(label))
      .min(Money::zero())
      .max(Money::from_e4(hundred))
      .unit("%");
}

Percent percent(const Values& in, std::string_view name) {
  return {in.money(name).e4()};
}

Json percent_json(Percent percent) {
  return Money::from_e4(percent.e4).exact();
}

void add_source(Form& form, const Messages& say) {
  Field& source = form.choice("source", say("acquisition.source")).required();
  for (const auto& code : act_sources())
    source.option(code, say("source." + code));
  form.text("partner", say("acquisition.partner"))
      .longest(200)
      .help(say("acquisition.partner_help"));
}

void read_source(const Values& in, Act& act) {
  act.source = in.text("source");
  act.partner = in.text("partner");
}

void add_act(Form& form, const Messages& say) {
  Form& act = form.part("act", say("acquisition.act"));
  Field& kind = act.choice("kind", say("acquisition.act_kind")).required();
  for (const auto& code : act_papers())
    kind.option(code, say("act." + code));
  act.text("number", say("acquisition.act_number")).required().longest(60);
  act.date("date", say("acquisition.act_date")).required();
}

void add_description(Form& lines, const Messages& say) {
  lines.text("author", say("acquisition.author"));
  lines.text("title", say("acquisition.title")).required();
  lines.text("volume", say("acquisition.volume")).longest(100);
  lines.text("edition", say("acquisition.edition")).longest(200);
  lines.text("place", say("acquisition.place")).longest(200);
  lines.text("publisher", say("acquisition.publisher")).longest(200);
  lines.text("year", say("acquisition.year")).longest(20);
  lines.isbn("isbn", say("acquisition.isbn"));
  // What an untouched row of the screen holds, so that it counts as empty.
  lines.text("language", say("acquisition.language")).longest(40).initial("ro");
}

void add_whole_description(Form& lines, const Messages& say) {
  lines.text("publication", say("acquisition.publication"));
  lines.text("isbd", say("acquisition.isbd")).longest(4000);
}

void add_class(Form& lines, const Messages& say) {
  lines.udc("udc", say("acquisition.udc"));
  lines.text("content", say("acquisition.content")).longest(20);
  lines.yes_no("daily", say("acquisition.daily"));
  lines.text("register", say("acquisition.register")).longest(20);
  lines.text("category", say("acquisition.category")).longest(20);
  lines.text("custody", say("acquisition.custody")).longest(40);
  lines.yes_no("heritage", say("acquisition.heritage"));
}

void read_class(const Values& in, Line& line) {
  line.udc = in.text("udc");
  line.content = in.text("content");
  line.daily = in.yes("daily");
  line.register_code = in.text("register");
  line.category = in.text("category");
  line.custody = in.text("custody");
  line.heritage = in.yes("heritage");
}

void add_prices(Form& lines, const Messages& say) {
  for (const PriceKind kind : price_kinds) {
    const std::string name(code_of(kind));
    lines.money(name, say("acquisition." + name)).min(Money::zero());
  }
  add_percent(lines, "discount_percent", say("acquisition.discount_percent"));
  add_percent(lines, "vat_percent", say("acquisition.vat_percent"));
  Field& charge = lines.choice("charge", say("acquisition.charge")).initial("none");
  for (const Charge kind : {Charge::none, Charge::by_value, Charge::by_copy, Charge::kept_out}) {
    const std::string code(code_of(kind));
    charge.option(code, say("acquisition.charge." + code));
  }
  lines.text("value_note", say("acquisition.value_note")).longest(200);
}

Result<Line> read_line(const Values& in, std::size_t row, Percent usual_vat) {
  Line line;
  line.author = in.text("author");
  line.title = in.text("title");
  line.volume = in.text("volume");
  line.edition = in.text("edition");
  line.place = in.text("place");
  line.publisher = in.text("publisher");
  line.year = in.text("year");
  line.publication = in.text("publication");
  line.isbd = in.text("isbd");
  line.isbn = in.text("isbn");
  line.language = in.text("language");
  PriceLine& price = line.price;
  price.charge = in.has("charge") ? charge_of(in.text("charge")) : Charge::none;
  price.copies = in.integer("copies");
  METODICA_CHECK(read_price(in, row, price));
  price.discount = percent(in, "discount_percent");
  price.vat = in.has("vat_percent") ? percent(in, "vat_percent") : usual_vat;
  price.zero_reason = in.text("value_note");
  if (price.charge == Charge::none && line.language.empty()) {
    return invalid("acquisition.no_language", {{"title", line.title}}, line_path(row, "language"));
  }
  return line;
}

}  // namespace metodica::acquisition
