// MARC 21 bibliographic fields to a Title (MARC 21 Format for Bibliographic Data).
#include <utility>

#include "exchange/title_builder.hpp"

namespace metodica {
namespace {

// Behind the last character of the raw text, whatever spaces follow.
char last_mark(std::string_view raw) {
  const std::size_t last = raw.find_last_not_of(' ');
  return last == std::string_view::npos ? ' ' : raw[last];
}

// 245 $b holds the other title information, the parallel title, or both: ISBD tells them apart.
void read_remainder(std::string_view raw, bool parallel_first, TitleBuilder& builder) {
  Title& title = builder.title;
  std::string text(builder.value(raw));
  const std::size_t equals = text.find(" = ");
  if (parallel_first) {
    const std::size_t colon = text.find(" : ");
    title.parallel = text.substr(0, colon);
    if (colon != std::string::npos) {
      title.subtitle = text.substr(colon + 3);
    }
  } else if (equals != std::string::npos) {
    title.parallel = text.substr(equals + 3);
    title.subtitle = text.substr(0, equals);
  } else {
    title.subtitle = std::move(text);
  }
}

void read_title_statement(const MarcField& field, TitleBuilder& builder) {
  Title& title = builder.title;
  bool parallel_first = false;
  for (MarcSubfield part : field.subfields()) {
    if ((part.code == 'n' || part.code == 'p') && !title.title.empty()) {
      strip_full_stop(title.title, 1);  // ISBD puts it before every number and name of a part
    }
    switch (part.code) {
      case 'a':
        builder.set(title.title, part.value);
        break;
      case 'b':
        read_remainder(part.value, parallel_first, builder);
        break;
      case 'c':
        builder.set(title.responsibility, part.value);
        break;
      case 'n':
        builder.join(title.volume_number, part.value, ", ");
        break;
      case 'p':
        builder.join(title.volume_name, part.value, ", ");
        break;
      default:
        break;
    }
    parallel_first = last_mark(part.value) == '=';
  }
  for (std::string* text : {&title.title, &title.subtitle, &title.parallel, &title.responsibility,
                            &title.volume_number, &title.volume_name}) {
    strip_full_stop(*text);
  }
  const char skip = field.indicator(2);
  title.filing_skip = skip > '0' && skip <= '9' ? static_cast<std::size_t>(skip - '0') : 0;
}

void read_publication(const MarcField& field, TitleBuilder& builder) {
  Title& title = builder.title;
  if (!title.place.empty() || !title.publisher.empty() || !title.year.empty()) {
    return;
  }
  for (MarcSubfield part : field.subfields()) {
    switch (part.code) {
      case 'a':
        builder.join(title.place, part.value, " ; ");
        break;
      case 'b':
        builder.join(title.publisher, part.value, " ; ");
        break;
      case 'c':
        builder.join(title.year, part.value, ", ");
        break;
      default:
        break;
    }
  }
  strip_full_stop(title.year);
  strip_full_stop(title.publisher);
}

void read_series(const MarcField& field, TitleBuilder& builder) {
  Series series;
  series.name = builder.value(field.subfield('a'));
  series.number = builder.value(field.subfield('v'));
  strip_full_stop(series.name);
  strip_full_stop(series.number);
  if (!series.name.empty()) {
    builder.title.series.push_back(std::move(series));
  }
}

void read_person(const MarcField& field, bool main, TitleBuilder& builder) {
  if (field.subfield('t').empty()) {  // with $t it is an added entry for another work
    const std::string_view code = field.subfield('4');
    builder.add_author(field.subfield('a'), {}, code.empty() ? field.subfield('e') : code, main);
  }
}

void read_corporate(const MarcField& field, TitleBuilder& builder) {
  std::string name;
  for (MarcSubfield part : field.subfields()) {
    if (part.code == 'a' || part.code == 'b') {
      std::string unit(builder.value(part.value));
      strip_full_stop(unit);
      name += name.empty() || unit.empty() ? "" : ". ";
      name += unit;
    }
  }
  if (!name.empty()) {
    builder.title.corporate.push_back(std::move(name));
  }
}

void read_udc(const MarcField& field, TitleBuilder& builder) {
  for (MarcSubfield part : field.subfields()) {
    if (part.code == 'a') {
      builder.add(builder.title.udc, part.value);
    } else if (part.code == 'x' && !builder.title.udc.empty()) {
      builder.join(builder.title.udc.back(), part.value, "");
    }
  }
}

void read_coded(const MarcField& field, int tag, TitleBuilder& builder, std::string& coded) {
  Title& title = builder.title;
  switch (tag) {
    case 1:
      title.control_number = builder.value(field.data);
      break;
    case 8:
      coded = field.data;
      break;
    case 20:
      builder.add_isbn(field.subfield('a'));
      builder.set(title.price, field.subfield('c'));
      break;
    case 22:
      builder.set(title.issn, field.subfield('a'));
      break;
    case 41:
      for (MarcSubfield part : field.subfields()) {
        if (part.code == 'a' || part.code == 'd') {
          builder.add_languages(title.languages, part.value);
        } else if (part.code == 'h') {
          builder.add_languages(title.original_languages, part.value);
        }
      }
      break;
    case 80:
      read_udc(field, builder);
      break;
    default:
      break;
  }
}

void read_description(const MarcField& field, int tag, TitleBuilder& builder) {
  Title& title = builder.title;
  switch (tag) {
    case 100:
      read_person(field, true, builder);
      break;
    case 110:
    case 111:
      read_corporate(field, builder);
      break;
    case 245:
      read_title_statement(field, builder);
      break;
    case 250:
      builder.set(title.edition, field.subfield('a'));
      break;
    case 260:
      read_publication(field, builder);
      break;
    case 264:
      if (field.indicator(2) == '1' || field.indicator(2) == ' ') {
        read_publication(field, builder);
      }
      break;
    case 300:
      builder.set(title.pages, field.subfield('a'));
      builder.set(title.illustrations, field.subfield('b'));
      builder.set(title.size, field.subfield('c'));
      break;
    case 440:
    case 490:
      read_series(field, builder);
      break;
    default:
      break;
  }
}

void read_access_point(const MarcField& field, int tag, TitleBuilder& builder) {
  switch (tag) {
    case 600:
    case 610:
    case 611:
      builder.add_subject(field, "ab", "vxyz");
      break;
    case 630:
    case 650:
    case 651:
    case 655:
      builder.add_subject(field, "a", "vxyz");
      break;
    case 653:
      for (MarcSubfield part : field.subfields()) {
        if (part.code == 'a') {
          builder.add(builder.title.subjects, part.value);
        }
      }
      break;
    case 700:
      read_person(field, false, builder);
      break;
    case 710:
    case 711:
      read_corporate(field, builder);
      break;
    case 773:
      builder.set(builder.title.set_title, field.subfield('t'));
      break;
    default:
      break;
  }
}

// 008: 0-5 date of the record as yymmdd, 7-10 first year, 35-37 language.
void read_fixed_data(std::string_view coded, TitleBuilder& builder) {
  Title& title = builder.title;
  if (coded.size() >= 6) {
    const std::string date = (coded[0] < '6' ? "20" : "19") + std::string(coded.substr(0, 6));
    title.entered = is_calendar_date(date) ? date : "";
  }
  if (coded.size() >= 11 && title.year.empty() && first_year(coded.substr(7, 4)) != 0) {
    title.year = coded.substr(7, 4);
  }
  if (coded.size() >= 38 && title.languages.empty() && coded.substr(35, 3) != "und") {
    builder.add_languages(title.languages, coded.substr(35, 3));
  }
}

}  // namespace

void read_marc21(const MarcView& record, TitleBuilder& builder) {
  std::string coded;
  for (const MarcField& field : record) {
    const int tag = tag_number(field.tag);
    if (tag < 100) {
      read_coded(field, tag, builder, coded);
    } else if (tag < 500) {
      read_description(field, tag, builder);
    } else {
      read_access_point(field, tag, builder);
    }
  }
  read_fixed_data(coded, builder);
}

}  // namespace metodica
