#include "paper_samples.hpp"

#include <array>

namespace metodica::tests {
namespace {

TableColumn text(std::string title, double width_mm, double weight = 1) {
  TableColumn column;
  column.title = {std::move(title)};
  column.width_mm = width_mm;
  column.weight = weight;
  return column;
}

TableColumn number(std::string title, double width_mm, Numeric kind) {
  TableColumn column = text(std::move(title), width_mm);
  column.numeric = kind;
  return column;
}

template <std::size_t Size>
std::string pick(const std::array<const char*, Size>& from, unsigned number) {
  return from[number % Size];
}

/// Copy number `at`: titles vary as in a real register, the price is `at` bani.
void fill_copy(TableRow& row, int at) {
  static constexpr std::array first{
      "Amintiri", "Istoria", "Povestea",          "Drumul",          "Cântecul", "Lumea",
      "Scrisori", "Viața",   "Grădina",           "Umbra",           "Țara",     "Zilele",
      "Az őz és", "Caietul", "Ultima noapte din", "Însemnări despre"};
  static constexpr std::array second{"pădurii",  "județului Cluj", "copilăriei", "orașului vechi",
                                     "Iașilor",  "unui învățător", "Mureșului",  "tűz és víz",
                                     "stelelor", "mării",          "meșterului", "de altădată",
                                     "Știrbei"};
  static constexpr std::array authors{"Creangă, Ion",  "Rebreanu, Liviu", "Țoiu, Constantin",
                                      "Szabó Magda",   "Blandiana, Ana",  "Preda, Marin",
                                      "Ursu, Gheorghe"};
  static constexpr std::array places{"București: Litera, ", "Cluj-Napoca: Școala Ardeleană, ",
                                     "Iași: Polirom, ", "Pitești: Paralela 45, ",
                                     "Kolozsvár: Kriterion, "};
  const auto n = static_cast<unsigned>(at);
  const unsigned mixed = n * 2654435761U >> 7U;
  const std::string author = pick(authors, mixed);
  row.cells = {std::string("07.03.2025"),
               std::to_string(at),
               author + ". " + pick(first, mixed / 7) + " " + pick(second, mixed / 112) +
                   ", vol. " + std::to_string(n % 7 + 1),
               pick(places, mixed / 3) + std::to_string(1960 + mixed % 66),
               Money::from_bani(at),
               std::to_string(n / 40 + 1) + "; fact. nr. " + std::to_string(1000 + n / 40),
               "821.135.1-" + std::to_string(mixed % 97),
               "II " + std::to_string(10000 + mixed % 30000),
               std::string(mixed % 3 == 0 ? "Adulți" : "Copii"),
               std::string(),
               n % 50 == 0 ? "PV 3/02.06.2025; RMF II 4; uzură fizică" : std::string(),
               std::string()};
}

}  // namespace

Paper sample_paper(const std::string& document_name) {
  Paper paper;
  paper.format.orientation = Orientation::landscape;
  paper.letterhead = {"Biblioteca Orășenească „Ștefan Țârău”",
                      "Huedin, str. Győző nr. 5, jud. Cluj",
                      "4485391",
                      document_name,
                      "",
                      Date(),
                      {}};
  paper.footer = {"Metodica 0.1.0", Date(2026, 1, 15), "01.01.2025 – 31.12.2025"};
  return paper;
}

RegisterPaper inventory_register(int rows) {
  RegisterPaper paper;
  paper.paper = sample_paper("Registrul inventar al documentelor (RI)");
  TableColumn order = text("Nr. inventar", 14);
  order.align = Align::right;
  paper.columns = {text("Data înregistrării", 15),
                   order,
                   text("Autorul și titlul (volumul, ediția)", 0, 3),
                   text("Locul apariției, editura, anul", 0, 2),
                   number("Valoarea (lei)", 19, Numeric::money),
                   text("Nr. RMF și actul de intrare", 26),
                   text("CZU", 18),
                   text("Cota", 18),
                   text("Gestiunea", 15),
                   text("Verificări", 16),
                   text("Ieșirea: actul, nr. RMF, cauza", 24),
                   text("Observații", 16)};
  paper.rows = [rows, at = 0](TableRow& row) mutable {
    if (at == rows) return false;
    fill_copy(row, ++at);
    return true;
  };
  paper.closing = {"Prezentul registru cuprinde înregistrările de la nr. 1 la nr. " +
                   std::to_string(rows) + "."};
  paper.last_hash = "Amprenta ultimului rând: 9f86d081884c7d659a2feaa0c55ad015";
  paper.signatures = {{"Întocmit, bibliotecar", "Ana Őry"},
                      {"Verificat, contabil", "Ion Țâru"},
                      {"Director", "Maria Șerban"}};
  return paper;
}

RegisterPaper movement_register(int rows) {
  RegisterPaper paper;
  paper.paper = sample_paper("Registrul de mișcare a fondurilor (RMF) – partea I, Intrări");
  paper.paper.format.size = PaperSize::a3;
  paper.zero = ZeroStyle::blank;
  paper.font_pt = 7.5;
  paper.columns = {text("An", 9),
                   text("Nr. intrare", 11),
                   text("Data înregistrării", 16),
                   text("Proveniența", 20),
                   text("Actul însoțitor (fel, nr., data)", 0, 2),
                   number("Cantitate", 11, Numeric::count),
                   number("Valoare (lei)", 19, Numeric::money),
                   text("de la nr.", 13),
                   text("la nr.", 13),
                   text("Observații", 0, 1)};
  paper.columns[5].group = paper.columns[6].group = "Documente în stoc";
  paper.columns[7].group = paper.columns[8].group = "Înregistrare în RI";
  const auto add_group = [&](const std::string& group, const std::vector<std::string>& titles) {
    for (const std::string& title : titles) {
      TableColumn column = number(title, 6, Numeric::count);
      column.rotated = true;
      column.group = group;
      paper.columns.push_back(column);
    }
  };
  add_group("I. Categorii de documente",
            {"Cărți", "Publicații seriale", "Manuscrise", "Microformate", "Documente cartografice",
             "Documente de muzică tipărite", "Documente audiovizuale", "Documente grafice",
             "Documente electronice", "Alte documente"});
  add_group("II. Repartizarea după limbă", {"Română", "Maghiară", "Arabă", "Chineză", "Engleză",
                                            "Franceză", "Germană", "Rusă", "Alte limbi"});
  add_group(
      "III. Repartizarea după conținut",
      {"0 Generalități", "1 Filosofie, psihologie", "2 Religie, teologie",
       "3/32 Sociologie, statistică, științe politice", "33 Științe economice",
       "34/36 Drept, administrație publică", "37 Educație, învățământ", "39 Etnografie, folclor",
       "50/54 Științe exacte", "55/59 Științe naturale", "60/61 Medicină", "62 Tehnică, inginerie",
       "63 Agricultură", "64/69 Economie casnică, industrie", "70/78 Artă", "79 Sport, spectacole",
       "80/81 Filologie", "82 Literatură", "90/94 Istorie"});
  paper.rows = [rows, columns = paper.columns.size(), at = 0](TableRow& row) mutable {
    if (at == rows) return false;
    ++at;
    row.cells = {std::string("2025"),
                 std::to_string(at),
                 std::string("14.02.2025"),
                 std::string("Humanitas"),
                 "factură nr. " + std::to_string(700 + at) + " din 12.02.2025",
                 std::int64_t{40},
                 Money::from_bani(123456),
                 std::to_string(at * 40 - 39),
                 std::to_string(at * 40),
                 std::string()};
    row.cells.resize(columns, std::int64_t{0});
    row.cells[10] = row.cells[20] = row.cells[columns - 2] = std::int64_t{40};
    return true;
  };
  return paper;
}

FlowPaper withdrawal_minutes(int table_rows) {
  FlowPaper paper;
  paper.paper = sample_paper("Proces-verbal de eliminare a documentelor");
  paper.paper.format.orientation = Orientation::portrait;
  paper.paper.letterhead.number = "3";
  paper.paper.letterhead.date = Date(2025, 6, 2);
  paper.paper.footer.period.clear();
  FlowTable table{"Documente propuse pentru eliminare", {}, {}, true, ZeroStyle::digit, 8.5};
  table.columns = {text("Nr. crt.", 10),
                   text("Nr. inventar", 18),
                   text("Autor, titlu, volum", 0, 3),
                   number("Valoarea (lei)", 20, Numeric::money),
                   text("Cauza", 24),
                   text("Propunerea", 22)};
  table.columns[0].align = table.columns[1].align = Align::right;
  for (int i = 1; i <= table_rows; ++i) {
    TableRow row;
    row.cells = {
        std::to_string(i),
        std::to_string(4000 + i),
        std::string("Sadoveanu, Mihail. Frații Jderi, roman istoric în trei volume, volumul ") +
            std::to_string(i % 3 + 1),
        Money::from_e4(815),
        std::string("uzură fizică"),
        std::string("casare")};
    table.rows.push_back(std::move(row));
  }
  paper.blocks = {
      Approval{"APROBAT", {"Director", "Maria Șerban"}, Date()},
      Paragraph{"Încheiat astăzi, 02.06.2025, de comisia numită prin decizia nr. 12 din "
                "14.05.2025, cu prilejul "
                "examinării documentelor uzate fizic sau moral din gestiunea „Împrumut adulți”."},
      KeyValues{{{"Decizia de numire a comisiei", "nr. 12 din 14.05.2025"},
                 {"Gestiunea", "Împrumut adulți"},
                 {"Temeiul legal",
                  "Legea nr. 334/2002, art. 40 alin. (2), republicată, cu modificările și "
                  "completările ulterioare"}}},
      Heading{"I. Constatări", 1},
      Paragraph{"Comisia a examinat fiecare document și propune eliminarea celor din tabelul de "
                "mai jos."},
      table,
      Heading{"II. Concluzii", 1},
      Paragraph{"Documentele se predau la deșeuri de hârtie, pe bază de chitanță."},
      Annexes{"Anexe", {"Lista documentelor propuse (2 pagini)", "Chitanța de predare"}},
      Signatures{"Comisia",
                 {{"Președinte", "Ion Țâru"},
                  {"Membru", "Ana Őry"},
                  {"Membru", "Űllés Pál"},
                  {"Secretar", "Dan Ștef"}}}};
  return paper;
}

}  // namespace metodica::tests
