#include "unit/html/gallery.hpp"

namespace metodica::gallery {
namespace {

const Messages say("ro");

Form invoice() {
  Form form("receive", "acquisition.receive", "Semnează recepția și înscrie în RMF și RI");
  form.confirm("După semnare nu se mai șterge nimic; corecturile se fac prin stornare. Semnați?");
  Form& act = form.part("act", "Actul însoțitor");
  Field& kind = act.choice("kind", "Felul actului").required();
  kind.option("invoice", "factură")
      .option("donation", "act de donație")
      .option("transfer", "transfer");
  act.text("number", "Numărul").required().longest(40);
  act.date("date", "Data").required();
  act.person("supplier", "Furnizor").find("acquisition.find_supplier");
  Form& lines = form.lines("lines", "Linii");
  lines.lines_required(1).help("Un rând pentru fiecare titlu de pe factură.");
  lines.hidden("id");
  lines.title("title", "Titlu").required();
  lines.udc("udc", "CZU");
  lines.integer("copies", "Exemplare").required().min(1).initial(1).total();
  lines.money("net", "Net unitar").required().unit("lei").min(Money::zero()).total();
  lines.yes_no("complete", "Complet");
  form.date("registered", "Data înregistrării").required();
  form.texts("commission", "Comisia de recepție").required();
  return form;
}

Json row(const char* id, const char* title, const char* udc, const char* copies, const char* net) {
  return Json::object(
      {{"id", id}, {"title", title}, {"udc", udc}, {"copies", copies}, {"net", net}});
}

Screen reception() {
  const Json typed = Json::object(
      {{"act/kind", "invoice"},
       {"act/number", "FX 1001"},
       {"act/date", "12.01.2026"},
       {"act/supplier", "Editura Exemplu SRL"},
       {"lines", Json::array({row("a1", "Pădurea spânzuraților", "821.135.1-31", "5", "28,83"),
                              row("a2", "Erdély rövid története", "94(498.4)", "3", "18,38"),
                              row("a3", "Clean Code", "004.4", "trei", "1.234")})},
       {"registered", "31.02.2026"},
       {"commission", "Maria Pop\nAna Ilea"}});
  const Form form = invoice();
  Screen screen("acquisition.reception", "Recepție: factura FX 1001");
  screen.sub(
      "Editura Exemplu SRL · 12.01.2026 · importată din RO e-Factura · 3 titluri, 10 exemplare");
  screen.steps(3, {"Document", "Numărare", "Preț pe exemplar", "Semnare: RMF și RI"});
  screen.say(
      "Suma cotelor de TVA pe linii ar da 31,43 lei; factura spune 31,42 lei.\n"
      "Rămâne valabil totalul facturii: 3 bani s-au împărțit pe exemplarele C, C și B.",
      Level::warn);
  screen.form(form, say, typed, form.problems(typed));
  return screen;
}

Screen lots() {
  Screen screen("registers.rmf_screen", "Registrul de mișcare a fondurilor, 2026");
  screen.sub("Partea I · intrări · 1.204 exemplare, 28.410,50 lei");
  screen.tabs(
      0,
      {{"Partea I: intrări", "registers.rmf_screen", Json::object({{"part", 1}, {"year", 2026}})},
       {"Partea a II-a: ieșiri", "registers.rmf_screen",
        Json::object({{"part", 2}, {"year", 2026}})},
       {"Partea a III-a: recapitulare", "registers.rmf_screen", Json::object({{"part", 3}})}});
  screen.actions({{.label = "Lot nou", .action = "acquisition.new", .primary = true},
                  {.label = "Tipărește registrul (PDF)",
                   .action = "registers.rmf_pdf",
                   .args = Json::object({{"year", 2026}})},
                  {.label = "Închide anul",
                   .action = "registers.close_year",
                   .args = Json::object({{"year", 2026}}),
                   .danger = true,
                   .confirm = "Închideți anul 2026? După închidere nu se mai înscrie nimic în el.",
                   .writes = true}});
  Table table("lots");
  table.caption("Loturi înscrise");
  table.column("number", "Nr. lot", CellKind::integer).column("date", "Data", CellKind::date);
  table.column("act", "Actul însoțitor").column("copies", "Exemplare", CellKind::integer);
  table.column("value", "Valoare (lei)", CellKind::money).column("state", "Stare", CellKind::tag);
  table.row({"1", "15.01.2026",
             Cell::link("Factura FX 1001", "registers.lot", Json::object({{"lot", 1}}))
                 .note("Editura Exemplu SRL"),
             "10", "317,05", Cell::tag("înscris", Level::good)});
  table.row({"2", "20.01.2026",
             Cell::link("Act de donație 3/2026", "registers.lot", Json::object({{"lot", 2}}))
                 .note("Ion Popescu"),
             "124", "1.860,00", Cell::tag("preț de stabilit", Level::warn)},
            {{.label = "Stornează",
              .action = "registers.reverse",
              .args = Json::object({{"lot", 2}}),
              .writes = true}});
  table.row({"3", "02.02.2026", "Proces-verbal 7", "2", "0,00", Cell::tag("respins", Level::bad)});
  table.footer({"Total", "", "", "136", "2.177,05", ""});
  table.next("registers.rmf_screen", Json::object({{"after", "3"}, {"year", 2026}}));
  screen.table(table);
  Table none("none");
  none.caption("Loturi fără preț")
      .column("number", "Nr. lot")
      .column("title", "Titlu")
      .empty("Toate loturile au preț.");
  screen.table(none);
  return screen;
}

Screen scanner() {
  Screen screen("stocktaking.scan", "Inventarierea gestiunii „Secția adulți”");
  screen.sub(
      "Decizia nr. 14/25.05.2026 · de la raftul 3.2 · 2 persoane scanează · ultima salvare acum");
  screen.steps(3, {"Decizie și comisie", "Declarația gestionarului", "Numărare", "Diferențe",
                   "Proces-verbal"});
  Scanner scan;
  scan.action = "stocktaking.scan";
  scan.label = "Cod de bare sau număr de inventar";
  scan.hint = "Apăsați Enter după fiecare cod.";
  scan.args = Json::object({{"session", "s1"}});
  scan.verdict = {Level::bad, "Loc greșit",
                  "RI 2 817 · Blaga, Poemele luminii · 821.135.1-1 B56p\nLocul ei: raftul 3.1, "
                  "între Bacovia și Botez. "
                  "Puneți-o deoparte, nu la loc."};
  const Json session = Json::object({{"session", "s1"}});
  scan.keys = {{.label = "Raft nou", .action = "stocktaking.shelf", .args = session, .key = "F2"},
               {.label = "Fără etichetă",
                .action = "stocktaking.no_label",
                .args = session,
                .writes = true,
                .key = "F4"},
               {.label = "Anulează ultimul",
                .action = "stocktaking.undo",
                .args = session,
                .writes = true,
                .key = "F8"}};
  screen.scanner(scan);
  screen.figures({{"găsite din 910", "412", "Ritm: 38 pe minut · încă 13 minute", 412, 910},
                  {"împrumutate", "11"},
                  {"loc greșit", "3"},
                  {"fără linie în RI", "1"}});
  Table last("last");
  last.caption("Ultimele scanări")
      .column("time", "Ora")
      .column("number", "Nr. inv.", CellKind::integer);
  last.column("mark", "Cota").column("title", "Titlu").column("verdict", "Verdict", CellKind::tag);
  last.row({"10:42:17", "2 817", "821.135.1-1 B56p", "Poemele luminii",
            Cell::tag("loc greșit", Level::bad)});
  last.row({"10:42:15", "3 044", "821.135.1-31 R292p", "Pădurea spânzuraților",
            Cell::tag("găsită", Level::good)});
  last.row({"10:42:13", "1 120", "821.135.1-31 R292i", "Ion",
            Cell::tag("împrumutată, dar aici", Level::warn)});
  screen.table(last);
  return screen;
}

Screen fields() {
  Screen screen("gallery.fields", "Toate felurile de câmpuri");
  screen.notice("S-a propus 1 volum.");
  screen.form(every_field(), say);
  return screen;
}

Screen rich() {
  Screen screen("gallery.rich", "Cifre, imagini, grupuri");
  screen.say("Inventarul la zi.", Level::good)
      .say("Doar de știut.", Level::info)
      .say("Nu se poate: lot închis.", Level::bad);
  screen.group("Cheltuieli pe an", [](Screen& group) {
    Table table("spent");
    table.column("year", "An", CellKind::date).column("sum", "Lei", CellKind::money);
    table.row({"2025", "12.000,00"}).row({"2026", "18.500,00"});
    group.text("Fără TVA.\nSursa: facturile înscrise.");
    group.heading("Grafic");
    group.picture(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 200 60\" width=\"200\" "
        "height=\"60\">"
        "<rect x=\"10\" y=\"20\" width=\"30\" height=\"40\" fill=\"#0a5a63\"/>"
        "<rect x=\"60\" y=\"5\" width=\"30\" height=\"55\" fill=\"#0a5a63\"/>"
        "<text x=\"10\" y=\"15\" font-size=\"10\">2025 &amp; 2026</text></svg>",
        "Cheltuielile au crescut de la 12.000 la 18.500 lei.", table);
  });
  Table figures("f");
  figures.column("a", "An").column("b", "Lei", CellKind::money).row({"2026", "1,00"});
  screen.picture("<svg><script>alert(1)</script></svg>", "Refuzată", figures);
  screen.heading("Căutare");
  Form search("search", "registers.find", "Caută");
  search.reads();
  search.text("q", "Titlu, autor sau număr de inventar");
  screen.form(search, say);
  return screen;
}

}  // namespace

Form every_field() {
  Form form("all", "gallery.save", "Șterge tot");
  form.danger();
  form.help("Fiecare câmp cum arată la prima vedere.");
  form.text("text", "Text").required().help("Un rând.").longest(80);
  form.integer("integer", "Număr").min(1).max(99).unit("exemplare");
  form.date("date", "Dată").initial("2026-01-15");
  form.choice("choice", "Variantă").option("a", "prima").option("b", "a doua").initial("b");
  form.money("money", "Valoare").unit("lei").initial("1234.5000");
  form.yes_no("yes_no", "De acord").help("Se poate schimba mai târziu.").initial(true);
  form.yes_no("answer", "Este donație?").required();
  form.file("file", "Fișier MARC");
  form.udc("udc", "CZU").find("processing.udc.find");
  form.shelfmark("mark", "Cotă");
  form.barcode("barcode", "Cod de bare");
  form.inventory_number("number", "Număr de inventar");
  form.isbn("isbn", "ISBN");
  form.person("person", "Autor");
  form.title("title", "Titlu");
  form.long_text("note", "Observații");
  form.texts("names", "Comisia");
  form.text("donor", "Donator").show_if("choice", "b");
  form.text("fixed", "Lot").fixed().initial("41/2026");
  form.hidden("lot").initial("41");
  form.text("code", "Cod").pattern("[a-z]{3}", "Trei litere mici, de exemplu ron.");
  return form;
}

std::vector<Page> pages() {
  return {{"reception", reception()},
          {"lots", lots()},
          {"scanner", scanner()},
          {"fields", fields()},
          {"rich", rich()}};
}

}  // namespace metodica::gallery
