#include "modules/processing/class_sources.hpp"

#include <algorithm>

#include "app/editor.hpp"
#include "bibliography/udc_reading.hpp"
#include "modules/hub/api.hpp"
#include "modules/processing/processing_screens.hpp"

namespace metodica::processing {
namespace {

constexpr std::size_t most_records = 5;
constexpr std::size_t most_targets = 10;
constexpr int limit_s = 4;

struct KeptTarget {
  CatalogueTarget target;
  bool enabled = false;
};

std::string_view protocol_name(CatalogueProtocol protocol) {
  return protocol == CatalogueProtocol::sru ? "sru" : "z3950";
}

std::vector<KeptTarget> kept_targets(UnitOfWork& work) {
  std::vector<KeptTarget> kept;
  work.each<std::string, std::string, std::string, std::string, std::string, std::int64_t>(
      "SELECT name, protocol, address, format, charset, enabled FROM catalogue_target WHERE "
      "library = {library} ORDER BY position",
      {},
      [&](std::string name, const std::string& protocol, std::string address,
          const std::string& format, std::string charset, std::int64_t enabled) {
        kept.push_back({{std::move(name),
                         protocol == "sru" ? CatalogueProtocol::sru : CatalogueProtocol::z3950,
                         std::move(address), format_named(format).value_or(MarcFormat::unimarc),
                         std::move(charset)},
                        enabled == 1});
      });
  return kept;
}

void replace_targets(UnitOfWork& work, const std::vector<KeptTarget>& targets) {
  work.execute("DELETE FROM catalogue_target WHERE library = {library}");
  std::int64_t position = 0;
  for (const auto& [target, enabled] : targets) {
    work.execute(
        "INSERT INTO catalogue_target (library, position, name, protocol, address, format, "
        "charset, enabled) VALUES ({library}, $1, $2, $3, $4, $5, $6, $7)",
        {++position, target.name, protocol_name(target.protocol), target.address,
         format_name(target.format), target.charset, enabled ? 1 : 0});
  }
}

class CatalogueSource final : public ClassSource {
 public:
  explicit CatalogueSource(CatalogueTarget target) : target_(std::move(target)) {}
  [[nodiscard]] std::string name() const override { return target_.name; }
  Result<std::vector<Title>> ask(const CatalogueQuestion& question) override {
    return ask_catalogue(target_, question, most_records, limit_s);
  }

 private:
  CatalogueTarget target_;
};

// The list of the county that is here: asking it costs no network.
class CountySource final : public ClassSource {
 public:
  CountySource(UnitOfWork& work, std::string name) : work_(work), name_(std::move(name)) {}
  [[nodiscard]] std::string name() const override { return name_; }
  Result<std::vector<Title>> ask(const CatalogueQuestion& question) override {
    const auto found =
        hub::county_holdings(work_, {question.title, question.author, question.isbn, ""});
    if (!found)
      return std::vector<Title>();
    Title title;
    title.title = question.title;
    title.udc = found->classes;
    return std::vector<Title>{std::move(title)};
  }

 private:
  UnitOfWork& work_;
  std::string name_;
};

Form catalogues_form(const Messages& say) {
  Form form("catalogues", "processing.catalogues_save", say("shelves.catalogues_send"));
  Form& rows = form.lines("targets", say("shelves.catalogues_rows"));
  rows.max_rows(most_targets);
  rows.text("name", say("shelves.catalogue_name")).required().longest(60);
  rows.choice("protocol", say("shelves.catalogue_protocol"))
      .option("z3950", "Z39.50")
      .option("sru", "SRU")
      .initial("z3950")
      .required();
  rows.text("address", say("shelves.catalogue_address"))
      .required()
      .longest(200)
      .pattern("[A-Za-z0-9:/._~%-]+", say("shelves.catalogue_address_meaning"));
  rows.choice("format", say("shelves.catalogue_format"))
      .option("unimarc", "UNIMARC")
      .option("marc21", "MARC 21")
      .initial("unimarc")
      .required();
  rows.choice("charset", say("shelves.catalogue_charset"))
      .option("utf-8", "UTF-8")
      .option("marc8", "MARC-8")
      .option("iso5426", "ISO 5426")
      .option("iso-8859-2", "ISO 8859-2")
      .initial("utf-8")
      .required();
  rows.yes_no("on", say("shelves.catalogue_on"));
  return form;
}

Screen catalogues_screen(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  Json::Array rows;
  for (const auto& [target, enabled] : kept_targets(call.work())) {
    rows.push_back(Json::object({{"name", target.name},
                                 {"protocol", std::string(protocol_name(target.protocol))},
                                 {"address", target.address},
                                 {"format", std::string(format_name(target.format))},
                                 {"charset", target.charset},
                                 {"on", enabled}}));
  }
  Screen screen("processing.catalogues", say("shelves.catalogues_title"));
  screen.sub(say("shelves.catalogues_sub"));
  screen.text(say("shelves.catalogues_text"));
  screen.form(catalogues_form(say), say,
              typed.is_object() ? typed : Json::object({{"targets", std::move(rows)}}), problems);
  return screen;
}

Result<Reply> run_save(Call& call, const Values& in) {
  std::vector<KeptTarget> targets;
  for (const Values& row : in.rows("targets")) {
    targets.push_back(
        {{row.text("name"),
          row.text("protocol") == "sru" ? CatalogueProtocol::sru : CatalogueProtocol::z3950,
          row.text("address"), format_named(row.text("format")).value_or(MarcFormat::unimarc),
          row.text("charset")},
         row.yes("on")});
  }
  replace_targets(call.work(), targets);
  const auto on = std::count_if(targets.begin(), targets.end(),
                                [](const KeptTarget& one) { return one.enabled; });
  return Reply::go("processing.catalogues", Json::object(),
                   call.say()("shelves.catalogues_saved", {{"count", std::int64_t{on}}}));
}

}  // namespace

std::vector<std::unique_ptr<ClassSource>> class_sources(Call& call) {
  std::vector<std::unique_ptr<ClassSource>> sources;
  if (hub::has_county_titles(call.work()))
    sources.push_back(std::make_unique<CountySource>(call.work(), call.say()("union.source")));
  for (auto& [target, enabled] : kept_targets(call.work())) {
    if (enabled)
      sources.push_back(std::make_unique<CatalogueSource>(std::move(target)));
  }
  return sources;
}

ClassesElsewhere ask_sources(Call& call, const CatalogueQuestion& question) {
  ClassesElsewhere answer;
  for (const auto& source : class_sources(call)) {
    const auto titles = source->ask(question);
    if (!titles) {
      answer.silent.push_back(titles.error());
      continue;
    }
    for (const Title& title : *titles) {
      for (const std::string& text : title.udc) {
        const UdcReading reading = read_udc(text);
        const auto same = [&](const ClassElsewhere& one) {
          return one.udc == reading.notation && one.source == source->name();
        };
        if (reading.faults.empty() && !reading.notation.empty() &&
            std::none_of(answer.classes.begin(), answer.classes.end(), same))
          answer.classes.push_back({reading.notation, source->name()});
      }
    }
  }
  return answer;
}

bool has_class_sources(UnitOfWork& work) {
  return hub::has_county_titles(work) ||
         work.number(
             "SELECT COUNT(*) FROM catalogue_target WHERE library = {library} AND "
             "enabled = 1") > 0;
}

void add_catalogue_screens(ActionList& actions) {
  constexpr Roles rulers = {Role::librarian, Role::manager};
  add_editor(actions, {"processing.catalogues", rulers, catalogues_screen,
                       "processing.catalogues_save", catalogues_form,
                       R"({"targets":[{"name":"Biblioteca Județeană","protocol":"sru",
"address":"http://127.0.0.1:8080/db","format":"unimarc","charset":"utf-8","on":true}]})",
                       run_save});
}

}  // namespace metodica::processing
