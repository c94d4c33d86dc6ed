#include "title_pairs.hpp"

#include <array>
#include <functional>
#include <random>

namespace metodica::hub::test {
namespace {

struct Author {
  const char* surname;
  const char* name;
};
constexpr std::array<Author, 12> authors = {{{"Rebreanu", "Liviu"},
                                             {"Sadoveanu", "Mihail"},
                                             {"Preda", "Marin"},
                                             {"Călinescu", "George"},
                                             {"Papadat-Bengescu", "Hortensia"},
                                             {"Eliade", "Mircea"},
                                             {"Blaga", "Lucian"},
                                             {"Blandiana", "Ana"},
                                             {"Cărtărescu", "Mircea"},
                                             {"Sorescu", "Marin"},
                                             {"Slavici", "Ioan"},
                                             {"Bănulescu", "Ștefan"}}};
constexpr std::array<const char*, 14> nouns = {
    "Pădurea", "Drumul",  "Casa",      "Câmpul", "Noaptea", "Fântâna",   "Romanul",
    "Țărmul",  "Grădina", "Sfârșitul", "Pâinea", "Umbra",   "Călătoria", "Vântul"};
constexpr std::array<const char*, 12> endings = {
    "spânzuraților", "fără întoarcere", "de la marginea lumii", "din vis",
    "celor mulți",   "adormită",        "părinților",           "în oglindă",
    "de piatră",     "românilor",       "cu salcâmi",           "dintre ape"};
constexpr std::array<const char*, 6> publishers = {"Humanitas", "Polirom",           "Minerva",
                                                   "Nemira",    "Cartea Românească", "Litera"};
constexpr std::array<const char*, 8> hungarian = {"Az arany ember",      "A kőszívű ember fiai",
                                                  "Egri csillagok",      "A Pál utcai fiúk",
                                                  "Az ember tragédiája", "Tüskevár",
                                                  "Édes Anna",           "Abigél"};

class Maker {
 public:
  std::vector<Pair> all() {
    using Make = Pair (Maker::*)();
    const std::array<std::pair<const char*, Make>, 12> strata = {{
        {"same ISBN, same book", &Maker::same_isbn},
        {"same ISBN, other book", &Maker::reused_isbn},
        {"without ISBN, same book", &Maker::without_isbn},
        {"reprint of another year", &Maker::reprint},
        {"volumes of one work", &Maker::volumes},
        {"old and new spelling, cedilla", &Maker::spelling},
        {"Hungarian titles", &Maker::in_hungarian},
        {"author missing", &Maker::no_author},
        {"school books of two years of study", &Maker::school},
        {"translations", &Maker::translation},
        {"e-book and print", &Maker::carriers},
        {"other books of one author", &Maker::other_book},
    }};
    std::vector<Pair> pairs;
    for (const auto& [name, make] : strata) {
      for (int i = 0; i < 50; ++i) {
        pairs.push_back((this->*make)());
        pairs.back().stratum = name;
      }
    }
    return pairs;
  }

 private:
  std::size_t pick(std::size_t below) { return chance_() % below; }
  template <std::size_t N>
  std::string one_of(const std::array<const char*, N>& list) {
    return list[pick(N)];
  }

  std::string isbn() {
    std::string digits = "978973";
    while (digits.size() < 12)
      digits += static_cast<char>('0' + pick(10));
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i)
      sum += (digits[i] - '0') * (i % 2 == 0 ? 1 : 3);
    return digits + static_cast<char>('0' + (10 - sum % 10) % 10);
  }

  Description book() {
    const Author& author = authors[pick(authors.size())];
    Description made;
    made.title = one_of(nouns) + " " + one_of(endings);
    made.author = std::string(author.surname) + ", " + author.name;
    made.publisher = "Editura " + one_of(publishers);
    made.isbn = isbn();
    made.language = "ro";
    made.year = 1992 + static_cast<std::int64_t>(pick(33));
    made.pages = 90 + static_cast<std::int64_t>(pick(500));
    return made;
  }

  // The same book as another cataloguer writes it.
  Description noisy(Description from) {
    if (pick(2) == 0) {
      const std::size_t comma = from.author.find(", ");
      if (comma != std::string::npos)
        from.author = from.author.substr(comma + 2) + " " + from.author.substr(0, comma);
    } else if (pick(3) == 0) {
      const std::size_t comma = from.author.find(", ");
      if (comma != std::string::npos)
        from.author = from.author.substr(0, comma + 3) + ".";
    }
    if (pick(2) == 0)
      from.publisher = from.publisher.substr(std::string("Editura ").size());
    if (pick(4) == 0)
      from.pages = 0;
    if (pick(6) == 0)
      from.title.erase(from.title.size() / 2, 1);
    if (pick(8) == 0)
      from.year += 1;
    return from;
  }

  Pair same_isbn() {
    const Description one = book();
    return {"", one, noisy(one), true};
  }
  Pair reused_isbn() {
    const Description one = book();
    Description other = book();
    other.isbn = one.isbn;
    other.title = "Manual de " + one_of(endings);
    return {"", one, other, false};
  }
  Pair without_isbn() {
    Description one = book();
    one.isbn.clear();
    return {"", one, noisy(one), true};
  }
  Pair reprint() {
    const Description one = book();
    Description other = noisy(one);
    other.year = one.year + 4 + static_cast<std::int64_t>(pick(12));
    other.isbn = isbn();
    other.pages = one.pages + 60;
    return {"", one, other, false};
  }
  Pair volumes() {
    Description one = book();
    Description other = one;
    const bool same = pick(2) == 0;
    one.title += pick(2) == 0 ? ", vol. 1" : " : partea I";
    other.title += same ? ", vol. I" : ", vol. 2";
    if (!same)
      other.isbn = isbn();
    return {"", one, same ? noisy(other) : other, same};
  }
  Pair spelling() {
    Description one = book();
    one.isbn.clear();
    one.title = "Câmpul " + one_of(endings) + " sunt " + one_of(nouns);
    Description other = one;
    const auto swap = [&](const char* from, const char* to) {
      for (std::size_t at = other.title.find(from); at != std::string::npos;
           at = other.title.find(from, at + 2))
        other.title.replace(at, std::char_traits<char>::length(from), to);
    };
    swap("sunt", "sînt");
    swap("â", "î");
    swap("ș", "\u015f");
    swap("ț", "\u0163");
    return {"", one, other, true};
  }
  Pair in_hungarian() {
    Description one = book();
    one.title = one_of(hungarian);
    one.author = "Jókai Mór";
    one.language = "hu";
    one.publisher = "Móra Könyvkiadó";
    Description other = one;
    const bool same = pick(2) == 0;
    if (same) {
      other.author = "Jókai, Mór";
      other.publisher = "Móra";
    } else {
      other.title = one.title == hungarian[0] ? hungarian[1] : hungarian[0];
      other.isbn = isbn();
    }
    return {"", one, other, same};
  }
  Pair no_author() {
    Description one = book();
    Description other = noisy(one);
    other.author.clear();
    return {"", one, other, true};
  }
  Pair school() {
    Description one = book();
    one.title = "Matematică : manual pentru clasa a V-a";
    one.publisher = "Art";
    Description other = one;
    other.title = "Matematică : manual pentru clasa a VI-a";
    other.isbn = isbn();
    return {"", one, other, false};
  }
  Pair translation() {
    const Description one = book();
    Description other = one;
    other.language = "hu";
    other.title = one_of(hungarian);
    other.isbn = isbn();
    return {"", one, other, false};
  }
  Pair carriers() {
    const Description one = book();
    Description other = noisy(one);
    other.carrier = pick(2) == 0 ? "ebook" : "audio";
    other.isbn = isbn();
    return {"", one, other, false};
  }
  Pair other_book() {
    const Description one = book();
    Description other = book();
    other.author = one.author;
    other.title = one.title.substr(0, 3) == "Umb" ? "Drumul cel lung" : "Umbra celuilalt";
    return {"", one, other, false};
  }

  std::mt19937 chance_{20261123};
};

Description of(const char* title, const char* author, std::int64_t year, const char* publisher,
               const char* isbn = "", const char* lang = "ro") {
  Description made;
  made.title = title;
  made.author = author;
  made.year = year;
  made.publisher = publisher;
  made.isbn = isbn;
  made.language = lang;
  return made;
}

}  // namespace

std::vector<Pair> generated_pairs() {
  return Maker().all();
}

std::vector<Pair> hard_pairs() {
  const char* const a = "9789734600014";
  const char* const b = "9789734600021";
  std::vector<Pair> pairs;
  const auto add = [&](Description one, Description other, bool same) {
    pairs.push_back({"by hand", std::move(one), std::move(other), same});
  };
  const auto both = [&](const char* one, const char* other, const char* author, bool same) {
    add(of(one, author, 2010, "Humanitas"), of(other, author, 2010, "Humanitas"), same);
  };
  // Spelling, articles, punctuation, order of names.
  both("Moromeții", "Morometii", "Preda, Marin", true);
  both("Cîntecul lebedei", "Cântecul lebedei", "Preda, Marin", true);
  both("Sînt un biet om", "Sunt un biet om", "Preda, Marin", true);
  both("O scrisoare pierdută", "Scrisoare pierdută, O", "Caragiale, I. L.", false);
  both("Un port la răsărit", "Port la răsărit", "Tudoran, Radu", true);
  both("Baltagul.", "BALTAGUL", "Sadoveanu, Mihail", true);
  both("Enigma Otiliei", "Enigma  Otiliei", "Călinescu, G.", true);
  both("Ion", "Ioan", "Rebreanu, Liviu", false);
  both("La Medeleni", "La Medeleni, vol. 2", "Teodoreanu, Ionel", false);
  both("La Medeleni, vol. 1", "La Medeleni, vol. 2", "Teodoreanu, Ionel", false);
  both("La Medeleni, vol. II", "La Medeleni : partea a II-a", "Teodoreanu, Ionel", true);
  both("Cronică de familie, vol. 3", "Cronică de familie, volumul III", "Dumitriu, Petru", true);
  both("Poezii", "Poezii alese", "Eminescu, Mihai", false);
  both("Opere, vol. 4", "Opere, vol. 14", "Eminescu, Mihai", false);
  both("Istorie : manual pentru clasa a VII-a", "Istorie : manual pentru clasa a VIII-a", "",
       false);
  both("Dicționar român-englez", "Dicționar englez-român", "Levițchi, Leon", false);
  both("Amintiri din copilărie", "Amintiri din copilarie", "Creangă, Ion", true);
  both("1984", "1985", "Orwell, George", false);
  both("Război și pace, vol. I", "Război și pace, vol. IV", "Tolstoi, Lev", false);
  both("Maitreyi", "Maitreyi. Nuntă în cer", "Eliade, Mircea", false);
  // ISBN against the rest.
  add(of("Ion", "Rebreanu, Liviu", 2012, "Litera", a),
      of("Ion", "Rebreanu Liviu", 2012, "Litera", a), true);
  add(of("Ion", "Rebreanu, Liviu", 2012, "Litera", a),
      of("Gramatica limbii latine", "Pop, I.", 1998, "Teora", a), false);
  add(of("Ion", "Rebreanu, Liviu", 2012, "Litera", a),
      of("Ion", "Rebreanu, Liviu", 2018, "Litera", b), false);
  add(of("Ion", "Rebreanu, Liviu", 2012, "Litera", a),
      of("Ion : roman", "Rebreanu, Liviu", 2012, "Litera", a), true);
  add(of("Ion", "Rebreanu, Liviu", 2012, "Litera", a), of("Ion", "Creangă, Ion", 2012, "Litera", b),
      false);
  add(of("Logica", "Maiorescu, Titu", 1998, "Humanitas"),
      of("Logică", "Maiorescu, Titu", 1998, "Humanitas"), true);
  add(of("Logica", "Maiorescu, Titu", 1876, "Socec"),
      of("Logica", "Maiorescu, Titu", 1998, "Humanitas"), false);
  add(of("Basme", "Ispirescu, Petre", 2001, "Corint"),
      of("Basme", "Andersen, H. C.", 2001, "Corint"), false);
  add(of("Basme", "", 2001, "Corint"), of("Basme", "Andersen, H. C.", 2001, "Corint"), false);
  add(of("Adam și Eva", "Rebreanu, Liviu", 1998, "Minerva"),
      of("Adam si Eva", "Rebreanu, L.", 1998, "Ed. Minerva"), true);
  // Languages, carriers, names.
  add(of("Az arany ember", "Jókai Mór", 2005, "Móra", "", "hu"),
      of("Arany ember", "Jókai, Mór", 2005, "Móra Könyvkiadó", "", "hu"), true);
  add(of("Az arany ember", "Jókai Mór", 2005, "Móra", "", "hu"),
      of("Omul de aur", "Jókai Mór", 2005, "Kriterion"), false);
  add(of("The Hobbit", "Tolkien, J. R. R.", 2003, "HarperCollins", "", "en"),
      of("Hobbit", "Tolkien, J.R.R.", 2003, "Harper Collins", "", "en"), false);
  add(of("The Hobbit", "Tolkien, J. R. R.", 2003, "Rao", "", "en"),
      of("The Hobbit", "Tolkien, J. R. R.", 2003, "Rao", "", "ro"), false);
  add(of("Der Zauberberg", "Mann, Thomas", 2002, "Fischer", "", "de"),
      of("Zauberberg", "Thomas Mann", 2002, "Fischer", "", "de"), true);
  add(of("Le Petit Prince", "Saint-Exupéry, Antoine de", 1999, "Gallimard", "", "fr"),
      of("Petit prince, Le", "Saint Exupery, Antoine de", 1999, "Gallimard", "", "fr"), false);
  add(of("Poezii", "Ștefan Augustin Doinaș", 2000, "Eminescu"),
      of("Poezii", "Doinaș, Ștefan Augustin", 2000, "Editura Eminescu"), true);
  add(of("Poezii", "Popa, Ștefan", 2000, "Eminescu"),
      of("Poezii", "Popa, Andrei", 2000, "Eminescu"), false);
  add(of("Geografia României", "Pop, Grigore", 2006, "Presa"),
      of("Geografia României", "Pop, Grigore", 2007, "Presa"), true);
  add(of("Geografia României", "Pop, Grigore", 2006, "Presa"),
      of("Geografia Europei", "Pop, Grigore", 2006, "Presa"), false);
  const auto with = [&](auto change, bool same) {
    const Description one = of("Jurnal", "Steinhardt, N.", 2008, "Polirom", a);
    Description other = one;
    change(other);
    add(one, other, same);
  };
  with([](Description& d) { d.carrier = "audio"; }, false);
  with([](Description& d) { d.carrier = "braille"; }, false);
  with([&](Description& d) { d.isbn = ""; }, true);
  with([&](Description& d) { d.isbn = b; }, false);
  with([](Description& d) { d.author = "Steinhardt, Nicolae"; }, true);
  with([](Description& d) { d.year = 0; }, true);
  with([](Description& d) { d.publisher = ""; }, true);
  with(
      [](Description& d) {
        d.title = "Jurnalul fericirii";
        d.isbn = "";
      },
      false);
  with(
      [](Description& d) {
        d.title = "Jurnal, vol. 2";
        d.isbn = "";
      },
      false);
  with(
      [&](Description& d) {
        d.title = "Jurnal";
        d.year = 1991;
        d.isbn = b;
        d.publisher = "Dacia";
      },
      false);
  return pairs;
}

}  // namespace metodica::hub::test
