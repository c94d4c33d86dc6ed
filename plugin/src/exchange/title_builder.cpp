#include "exchange/title_builder.hpp"

#include <algorithm>

namespace metodica {
namespace {

constexpr std::string_view punctuation = " /:;,=";

bool letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// The National Library of Romania writes "<<The >>Institute" where others have control characters.
void remove_visible_marks(std::string& text) {
  if (!text.starts_with("<<")) {
    return;
  }
  if (const std::size_t close = text.find(">>"); close != std::string::npos) {
    text.erase(close, 2);
    text.erase(0, 2);
  }
}

bool word_byte(char c) {
  return letter(c) || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

std::string_view TitleBuilder::value(std::string_view raw) {
  text_.read(raw, scratch_);
  remove_visible_marks(scratch_);
  std::string_view text = scratch_;
  const std::size_t first = text.find_first_not_of(punctuation);
  if (first == std::string_view::npos) {
    return {};
  }
  return text.substr(first, text.find_last_not_of(punctuation) + 1 - first);
}

void TitleBuilder::set(std::string& target, std::string_view raw) {
  if (target.empty()) {
    target = value(raw);
  }
}

void TitleBuilder::join(std::string& target, std::string_view raw, std::string_view separator) {
  const std::string_view text = value(raw);
  if (text.empty()) {
    return;
  }
  if (!target.empty()) {
    target += separator;
  }
  target += text;
}

void TitleBuilder::add(std::vector<std::string>& list, std::string_view raw) {
  const std::string_view text = value(raw);
  if (!text.empty() && std::find(list.begin(), list.end(), text) == list.end()) {
    list.emplace_back(text);
  }
}

void TitleBuilder::add_languages(std::vector<std::string>& list, std::string_view raw) {
  const std::string_view codes = value(raw);
  if (codes.empty() || codes.size() % 3 != 0) {
    return;
  }
  for (std::size_t at = 0; at < codes.size(); at += 3) {
    std::string code(codes.substr(at, 3));
    if (!std::all_of(code.begin(), code.end(), letter)) {
      continue;
    }
    std::transform(code.begin(), code.end(), code.begin(),
                   [](char c) { return static_cast<char>(c | 0x20); });
    if (std::find(list.begin(), list.end(), code) == list.end()) {
      list.push_back(std::move(code));
    }
  }
}

void TitleBuilder::add_isbn(std::string_view raw) {
  std::string_view number = value(raw);
  number = number.substr(0, number.find_first_of(" ("));
  if (!number.empty() && number[0] >= '0' && number[0] <= '9') {
    title.isbn.emplace_back(number);
  }
}

void TitleBuilder::add_subject(const MarcField& field, std::string_view head_codes,
                               std::string_view subdivision_codes) {
  std::string heading;
  for (MarcSubfield part : field.subfields()) {
    if (head_codes.find(part.code) != std::string_view::npos) {
      join(heading, part.value, head_codes.size() > 1 ? ", " : " ");
    } else if (subdivision_codes.find(part.code) != std::string_view::npos) {
      strip_full_stop(heading);
      join(heading, part.value, " - ");
    }
  }
  strip_full_stop(heading);
  if (!heading.empty() &&
      std::find(title.subjects.begin(), title.subjects.end(), heading) == title.subjects.end()) {
    title.subjects.push_back(std::move(heading));
  }
}

void TitleBuilder::add_author(std::string_view name_raw, std::string_view forename_raw,
                              std::string_view role_raw, bool main) {
  Author author;
  author.surname = value(name_raw);
  author.forename = value(forename_raw);
  author.role = value(role_raw);
  author.main = main;
  if (const std::size_t comma = author.surname.find(", ");
      author.forename.empty() && comma != std::string::npos) {
    author.forename = author.surname.substr(comma + 2);
    author.surname.erase(comma);
  }
  strip_full_stop(author.forename.empty() ? author.surname : author.forename, 3);  // "Ion."
  const bool known =
      std::any_of(title.authors.begin(), title.authors.end(), [&](const Author& other) {
        return other.surname == author.surname && other.forename == author.forename;
      });
  if (!author.surname.empty() && !known) {
    title.authors.push_back(std::move(author));
  }
}

void clear_title(Title& title) {
  for (std::string* text :
       {&title.control_number, &title.entered, &title.issn, &title.price, &title.title,
        &title.subtitle, &title.parallel, &title.responsibility, &title.volume_number,
        &title.volume_name, &title.set_title, &title.edition, &title.place, &title.publisher,
        &title.year, &title.pages, &title.illustrations, &title.size}) {
    text->clear();
  }
  for (std::vector<std::string>* list : {&title.isbn, &title.languages, &title.original_languages,
                                         &title.corporate, &title.udc, &title.subjects}) {
    list->clear();
  }
  title.series.clear();
  title.authors.clear();
  title.filing_skip = 0;
  title.kind = DocumentKind::book;
}

void strip_full_stop(std::string& text, std::size_t shortest_word) {
  if (text.size() < 2 || text.back() != '.') {
    return;
  }
  std::size_t word = 0;
  std::size_t at = text.size() - 1;
  while (at > 0 && word_byte(text[at - 1])) {
    --at;
    ++word;
  }
  const bool number = word > 0 && text[text.size() - 2] >= '0' && text[text.size() - 2] <= '9';
  const bool initials = at > 0 && text[at - 1] == '.';
  const bool bracket =
      std::string_view("])?").find(text[text.size() - 2]) != std::string_view::npos;
  if (bracket || (!initials && (number || word >= shortest_word))) {
    text.pop_back();
  }
}

std::size_t count_characters(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

bool is_calendar_date(std::string_view yyyymmdd) {
  const bool digits = yyyymmdd.find_first_not_of("0123456789") == std::string_view::npos;
  if (yyyymmdd.size() != 8 || !digits) {
    return false;
  }
  const std::string_view month = yyyymmdd.substr(4, 2);
  const std::string_view day = yyyymmdd.substr(6, 2);
  return month >= "01" && month <= "12" && day >= "01" && day <= "31";
}

int tag_number(std::string_view tag) {
  int number = 0;
  for (char c : tag) {
    if (c < '0' || c > '9') {
      return 1000;
    }
    number = number * 10 + (c - '0');
  }
  return number;
}

}  // namespace metodica
