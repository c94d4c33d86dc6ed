// A Title as a UNIMARC record.
#include "exchange/title_builder.hpp"

namespace metodica {
namespace {

constexpr std::string_view nonsorting_begin = "\xC2\x98";
constexpr std::string_view nonsorting_end = "\xC2\x9C";

// Bytes of the first `count` characters.
std::size_t bytes_of(std::string_view utf8, std::size_t count) {
  std::size_t at = 0;
  while (at < utf8.size() && count_characters(utf8.substr(0, at + 1)) <= count) {
    ++at;
  }
  return at;
}

std::string title_with_marks(const Title& title) {
  if (title.filing_skip == 0 || title.filing_skip > count_characters(title.title)) {
    return title.title;
  }
  const std::size_t article = bytes_of(title.title, title.filing_skip);
  std::string marked(nonsorting_begin);
  marked += title.title.substr(0, article);
  marked += nonsorting_end;
  return marked + title.title.substr(article);
}

// 100 $a, 36 characters: date of the record, type of date, two years, audience, language of
// cataloguing, character set 50 (UTF-8), script.
std::string general_data(const Title& title) {
  const int year = first_year(title.year);
  const bool serial = title.kind == DocumentKind::serial;
  std::string data = title.entered.size() == 8 ? title.entered : std::string(8, ' ');
  data += year == 0 ? 'u' : (serial ? 'b' : 'd');
  data += year == 0 ? "    " : std::to_string(year);
  data += "    ";        // 13-16: second year
  data += "m  ";         // 17-19: adults, general
  data += "y0rumy50  ";  // 20-29: not governmental, not modified, Romanian, UTF-8
  data += "    ba";      // 30-35: no further sets, Latin script
  return data;
}

void add_numbers(const Title& title, MarcRecord& record) {
  bool priced = false;
  for (const std::string& isbn : title.isbn) {
    record.add("010").add('a', isbn).add('d', priced ? "" : title.price);
    priced = true;
  }
  if (!title.issn.empty()) {
    record.add("011").add('a', title.issn).add('d', priced ? "" : title.price);
    priced = true;
  }
  if (!priced && !title.price.empty()) {
    record.add("010").add('d', title.price);
  }
}

void add_languages(const Title& title, MarcRecord& record) {
  MarcRecord::Field& field = record.add("101", title.original_languages.empty() ? "0 " : "1 ");
  for (const std::string& code : title.languages) {
    field.add('a', code);
  }
  for (const std::string& code : title.original_languages) {
    field.add('c', code);
  }
}

void add_description(const Title& title, MarcRecord& record) {
  record.add("200", "1 ")
      .add('a', title_with_marks(title))
      .add('d', title.parallel)
      .add('e', title.subtitle)
      .add('f', title.responsibility)
      .add('h', title.volume_number)
      .add('i', title.volume_name);
  record.add("205").add('a', title.edition);
  record.add("210").add('a', title.place).add('c', title.publisher).add('d', title.year);
  record.add("215").add('a', title.pages).add('c', title.illustrations).add('d', title.size);
  for (const Series& series : title.series) {
    record.add("225").add('a', series.name).add('v', series.number);
  }
  record.add("461", " 0").add('t', title.set_title);
}

void add_access_points(const Title& title, MarcRecord& record) {
  for (const std::string& subject : title.subjects) {
    record.add("610", "0 ").add('a', subject);
  }
  for (const std::string& number : title.udc) {
    record.add("675").add('a', number);
  }
  for (const Author& author : title.authors) {
    const bool equal = author.role.empty() || author.role == "070";
    const std::string_view tag = author.main ? "700" : equal ? "701" : "702";
    record.add(tag, author.forename.empty() ? " 0" : " 1")
        .add('a', author.surname)
        .add('b', author.forename)
        .add('4', author.role);
  }
  for (const std::string& name : title.corporate) {
    record.add("710", "02").add('a', name);
  }
}

}  // namespace

MarcRecord to_unimarc(const Title& title) {
  const KindCodes codes = kind_codes(title.kind, MarcFormat::unimarc);
  MarcRecord record;
  record.leader = "     n";
  record.leader += codes.type;
  record.leader += codes.level;
  record.leader += "0 22        450 ";
  if (!title.control_number.empty()) {
    record.add_control("001", title.control_number);
  }
  add_numbers(title, record);
  record.add("100").add('a', general_data(title));
  add_languages(title, record);
  if (title.kind == DocumentKind::microform) {
    record.add("106").add('a', "t");
  }
  add_description(title, record);
  add_access_points(title, record);
  record.finish();
  return record;
}

}  // namespace metodica
