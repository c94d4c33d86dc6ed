// UNIMARC bibliographic fields to a Title (UNIMARC Manual, bibliographic format, 3rd edition).
#include <array>
#include <utility>

#include "exchange/title_builder.hpp"

namespace metodica {
namespace {

using Marks = std::pair<std::string_view, std::string_view>;

// Around an article that is not filed: the control characters of UNIMARC in UTF-8 and in 8-bit
// sets, and the "<<" ">>" of the National Library of Romania.
constexpr std::array<Marks, 5> nonsorting_marks{{{"\xC2\x98", "\xC2\x9C"},
                                                 {"\xC2\x88", "\xC2\x89"},
                                                 {"\x98", "\x9C"},
                                                 {"\x88", "\x89"},
                                                 {"<<", ">>"}}};
constexpr std::size_t longest_article = 24;

std::size_t article_length(std::string_view raw, RecordText& text) {
  for (const auto& [open, close] : nonsorting_marks) {
    if (!raw.starts_with(open)) {
      continue;
    }
    const std::size_t end = raw.find(close, open.size());
    if (end == std::string_view::npos || end > longest_article) {
      return 0;
    }
    const std::string_view inner = raw.substr(open.size(), end - open.size());
    const std::size_t after = end + close.size();
    const bool space = inner.ends_with(' ') || raw.substr(after).starts_with(' ');
    return count_characters(text.read(inner)) + (space ? 1 : 0);
  }
  return 0;
}

void read_general_data(std::string_view data, TitleBuilder& builder, std::string& coded_year) {
  if (data.size() < 13) {
    return;
  }
  if (is_calendar_date(data.substr(0, 8))) {
    builder.title.entered = data.substr(0, 8);
  }
  coded_year = data.substr(9, 4);
}

void read_title_field(const MarcField& field, TitleBuilder& builder, RecordText& text) {
  Title& title = builder.title;
  for (MarcSubfield part : field.subfields()) {
    switch (part.code) {
      case 'a':
        if (title.title.empty()) {
          title.filing_skip = article_length(part.value, text);
        }
        builder.join(title.title, part.value, " ; ");
        break;
      case 'd':
        builder.join(title.parallel, part.value, " = ");
        break;
      case 'e':
        builder.join(title.subtitle, part.value, " : ");
        break;
      case 'f':
      case 'g':
        builder.join(title.responsibility, part.value, " ; ");
        break;
      case 'h':
        builder.join(title.volume_number, part.value, ", ");
        break;
      case 'i':
        builder.join(title.volume_name, part.value, ", ");
        break;
      default:
        break;
    }
  }
}

void read_publication(const MarcField& field, TitleBuilder& builder) {
  Title& title = builder.title;
  if (!title.place.empty() || !title.publisher.empty() || !title.year.empty()) {
    return;  // 210 and 214 say the same twice
  }
  for (MarcSubfield part : field.subfields()) {
    switch (part.code) {
      case 'a':
        builder.join(title.place, part.value, " ; ");
        break;
      case 'c':
        builder.join(title.publisher, part.value, " ; ");
        break;
      case 'd':
        builder.join(title.year, part.value, ", ");
        break;
      default:
        break;
    }
  }
  strip_full_stop(title.year);
}

void read_series(const MarcField& field, char name_code, TitleBuilder& builder) {
  Series series;
  series.name = builder.value(field.subfield(name_code));
  series.number = builder.value(field.subfield('v'));
  if (!series.name.empty()) {
    builder.title.series.push_back(std::move(series));
  }
}

void read_corporate(const MarcField& field, TitleBuilder& builder) {
  std::string name;
  for (MarcSubfield part : field.subfields()) {
    if (part.code == 'a' || part.code == 'b') {
      builder.join(name, part.value, ". ");
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

// Fields 0xx and 1xx: numbers and codes.
void read_coded(const MarcField& field, int tag, TitleBuilder& builder, std::string& coded_year) {
  Title& title = builder.title;
  switch (tag) {
    case 1:
      title.control_number = builder.value(field.data);
      break;
    case 10:
      builder.add_isbn(field.subfield('a'));
      builder.set(title.price, field.subfield('d'));
      break;
    case 11:
      builder.set(title.issn, field.subfield('a'));
      builder.set(title.price, field.subfield('d'));
      break;
    case 100:
      read_general_data(field.subfield('a'), builder, coded_year);
      break;
    case 101:
      for (MarcSubfield part : field.subfields()) {
        if (part.code == 'a' || part.code == 'c') {
          builder.add_languages(part.code == 'a' ? title.languages : title.original_languages,
                                part.value);
        }
      }
      break;
    default:
      break;
  }
}

void read_description(const MarcField& field, int tag, TitleBuilder& builder, RecordText& text) {
  Title& title = builder.title;
  switch (tag) {
    case 200:
      read_title_field(field, builder, text);
      break;
    case 205:
      builder.set(title.edition, field.subfield('a'));
      break;
    case 210:
    case 214:
      read_publication(field, builder);
      break;
    case 215:
      builder.set(title.pages, field.subfield('a'));
      builder.set(title.illustrations, field.subfield('c'));
      builder.set(title.size, field.subfield('d'));
      break;
    case 225:
      read_series(field, 'a', builder);
      break;
    case 410:
      if (title.series.empty()) {
        read_series(field, 't', builder);
      }
      break;
    case 461:
    case 462:
      builder.set(title.set_title, field.subfield('t'));
      builder.set(title.volume_number, field.subfield('v'));
      break;
    default:
      break;
  }
}

void read_access_point(const MarcField& field, int tag, TitleBuilder& builder) {
  switch (tag) {
    case 600:
    case 602:
      builder.add_subject(field, "ab", "jxyz");
      break;
    case 601:
    case 605:
    case 606:
    case 607:
    case 608:
      builder.add_subject(field, "a", "jxyz");
      break;
    case 610:
      for (MarcSubfield part : field.subfields()) {
        if (part.code == 'a') {
          builder.add(builder.title.subjects, part.value);
        }
      }
      break;
    case 675:
      read_udc(field, builder);
      break;
    case 700:
    case 701:
    case 702:
      builder.add_author(field.subfield('a'), field.subfield('b'), field.subfield('4'), tag == 700);
      break;
    case 710:
    case 711:
    case 712:
      read_corporate(field, builder);
      break;
    default:
      break;
  }
}

}  // namespace

void read_unimarc(const MarcView& record, TitleBuilder& builder, RecordText& text) {
  std::string coded_year;
  for (const MarcField& field : record) {
    const int tag = tag_number(field.tag);
    if (tag < 200) {
      read_coded(field, tag, builder, coded_year);
    } else if (tag < 600) {
      read_description(field, tag, builder, text);
    } else {
      read_access_point(field, tag, builder);
    }
  }
  if (builder.title.year.empty() && first_year(coded_year) != 0) {
    builder.title.year = coded_year;
  }
}

}  // namespace metodica
