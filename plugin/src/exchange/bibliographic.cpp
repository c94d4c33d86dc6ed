#include "exchange/bibliographic.hpp"

#include "exchange/title_builder.hpp"

namespace metodica {
namespace {

constexpr std::string_view area = " \u2013 ";  // ISBD puts full stop, space, dash, space

void close_area(std::string& line) {
  if (!line.empty()) {
    line += line.back() == '.' ? "" : ".";
    line += area;
  }
}

std::string publication(const Title& title) {
  std::string text = title.place;
  if (!title.publisher.empty()) {
    text += text.empty() ? "" : " : ";
    text += title.publisher;
  }
  if (!title.year.empty()) {
    text += text.empty() ? "" : ", ";
    text += title.year;
  }
  return text;
}

std::string heading(const Title& title) {
  for (const Author& author : title.authors) {
    if (author.main) {
      return author.surname + (author.forename.empty() ? "" : ", " + author.forename);
    }
  }
  return {};
}

std::string title_area(const Title& title) {
  std::string text = title.title;
  const auto part = [&text](std::string_view before, const std::string& what) {
    if (!what.empty()) {
      text += before;
      text += what;
    }
  };
  part(". ", title.volume_number);
  part(title.volume_number.empty() ? ". " : ", ", title.volume_name);
  part(" = ", title.parallel);
  part(" : ", title.subtitle);
  part(" / ", title.responsibility);
  return text;
}

}  // namespace

void read_title(const MarcView& record, MarcFormat format, RecordText& text, Title& title) {
  clear_title(title);
  TitleBuilder builder(text, title);
  if (format == MarcFormat::unimarc) {
    read_unimarc(record, builder, text);
  } else {
    read_marc21(record, builder);
  }
  title.kind = read_kind(record, format);
}

Title read_title(const MarcView& record, MarcFormat format) {
  RecordText text;
  text.begin(record, format);
  Title title;
  read_title(record, format, text, title);
  return title;
}

MarcRecord to_marc(const Title& title, MarcFormat format) {
  return format == MarcFormat::unimarc ? to_unimarc(title) : to_marc21(title);
}

int first_year(std::string_view year) {
  int value = 0;
  std::size_t digits = 0;
  for (std::size_t at = 0; at <= year.size(); ++at) {
    const char c = at < year.size() ? year[at] : ' ';
    if (c >= '0' && c <= '9') {
      value = digits < 4 ? value * 10 + (c - '0') : value;
      ++digits;
      continue;
    }
    if (digits == 4 && value >= 1000 && value <= 2999) {
      return value;
    }
    value = 0;
    digits = 0;
  }
  return 0;
}

std::string isbd_line(const Title& title) {
  std::string line = heading(title);
  if (!line.empty()) {
    line += line.back() == '.' ? " " : ". ";
  }
  line += title_area(title);
  for (const std::string& part : {title.edition, publication(title)}) {
    if (!part.empty()) {
      close_area(line);
      line += part;
    }
  }
  return line;
}

}  // namespace metodica
