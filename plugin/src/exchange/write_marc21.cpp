// A Title as a MARC 21 record, with the punctuation of ISBD that this format keeps in its fields.
#include "exchange/title_builder.hpp"

namespace metodica {
namespace {

// 008, 40 characters: record date, type of date, years, place, material, language, source.
std::string fixed_data(const Title& title) {
  const int year = first_year(title.year);
  const bool serial = title.kind == DocumentKind::serial;
  std::string data = title.entered.size() == 8 ? title.entered.substr(2) : std::string(6, ' ');
  data += year == 0 ? 'n' : (serial ? 'c' : 's');
  data += year == 0 ? "uuuu" : std::to_string(year);
  data += serial && year != 0 ? "9999" : "    ";
  data += "|||";                                                 // 15-17: place not coded
  data += "     ";                                               // 18-22
  data += title.kind == DocumentKind::microform ? 'b' : ' ';     // 23: form of item
  data += "           ";                                         // 24-34
  data += title.languages.empty() ? "und" : title.languages[0];  // 35-37
  data += " d";
  return data;
}

void add_numbers(const Title& title, MarcRecord& record) {
  bool priced = false;
  for (const std::string& isbn : title.isbn) {
    record.add("020").add('a', isbn).add('c', priced ? "" : title.price);
    priced = true;
  }
  if (!priced && !title.price.empty()) {
    record.add("020").add('c', title.price);
  }
  record.add("022").add('a', title.issn);
}

void add_languages(const Title& title, MarcRecord& record) {
  if (title.languages.size() < 2 && title.original_languages.empty()) {
    return;  // 008 says it all
  }
  MarcRecord::Field& field = record.add("041", title.original_languages.empty() ? "0 " : "1 ");
  for (const std::string& code : title.languages) {
    field.add('a', code);
  }
  for (const std::string& code : title.original_languages) {
    field.add('h', code);
  }
}

std::string remainder(const Title& title) {
  std::string text = title.subtitle;
  if (!title.parallel.empty()) {
    text += (text.empty() ? "" : " = ") + title.parallel;
  }
  return text;
}

void add_title_statement(const Title& title, MarcRecord& record) {
  const std::string rest = remainder(title);
  const std::string_view before_rest = rest.empty() ? "" : (title.subtitle.empty() ? " =" : " :");
  const std::string_view before_names = title.responsibility.empty() ? "" : " /";
  // The mark of an element stands at the end of the element before it.
  const std::string after_title =
      std::string(before_rest) + (rest.empty() ? std::string(before_names) : "");
  std::string main = title.title;
  std::string number = title.volume_number;
  std::string name = title.volume_name;
  if (!name.empty()) {
    number += number.empty() ? "" : ",";
    name += after_title;
  } else if (!number.empty()) {
    number += after_title;
  }
  main += number.empty() && name.empty() ? after_title : ".";
  const bool added_entry = !title.authors.empty() && title.authors.front().main;
  const std::size_t skip = title.filing_skip > 9 ? 0 : title.filing_skip;
  record.add("245", std::string(added_entry ? "1" : "0") + std::to_string(skip))
      .add('a', main)
      .add('n', number)
      .add('p', name)
      .add('b', rest.empty() ? "" : rest + std::string(before_names))
      .add('c', title.responsibility);
}

void add_description(const Title& title, MarcRecord& record) {
  add_title_statement(title, record);
  record.add("250").add('a', title.edition);
  const bool has_name = !title.publisher.empty();
  std::string place = title.place;
  if (!place.empty() && (has_name || !title.year.empty())) {
    place += has_name ? " :" : ",";
  }
  const std::string publisher = title.publisher + (has_name && !title.year.empty() ? "," : "");
  record.add("264", " 1").add('a', place).add('b', publisher).add('c', title.year);
  std::string pages = title.pages;
  if (!pages.empty() && !title.illustrations.empty()) {
    pages += " :";
  } else if (!pages.empty() && !title.size.empty()) {
    pages += " ;";
  }
  const std::string pictures =
      title.illustrations + (!title.illustrations.empty() && !title.size.empty() ? " ;" : "");
  record.add("300").add('a', pages).add('b', pictures).add('c', title.size);
  for (const Series& series : title.series) {
    record.add("490", "0 ")
        .add('a', series.name + (series.number.empty() ? "" : " ;"))
        .add('v', series.number);
  }
  record.add("773", "0 ").add('t', title.set_title);
}

void add_access_points(const Title& title, MarcRecord& record) {
  for (const std::string& number : title.udc) {
    record.add("080").add('a', number);
  }
  for (const std::string& subject : title.subjects) {
    record.add("653").add('a', subject);
  }
  for (const Author& author : title.authors) {
    const std::string name =
        author.surname + (author.forename.empty() ? "" : ", " + author.forename);
    record.add(author.main ? "100" : "700", author.forename.empty() ? "0 " : "1 ")
        .add('a', name)
        .add('4', author.role);
  }
  for (const std::string& name : title.corporate) {
    record.add("710", "2 ").add('a', name);
  }
}

}  // namespace

MarcRecord to_marc21(const Title& title) {
  const KindCodes codes = kind_codes(title.kind, MarcFormat::marc21);
  MarcRecord record;
  record.leader = "     n";
  record.leader += codes.type;
  record.leader += codes.level;
  record.leader += " a22      i 4500";
  if (!title.control_number.empty()) {
    record.add_control("001", title.control_number);
  }
  record.add_control("008", fixed_data(title));
  add_numbers(title, record);
  add_languages(title, record);
  add_description(title, record);
  add_access_points(title, record);
  record.finish();
  return record;
}

}  // namespace metodica
