#include "common/titles/title_json.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace metodica {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

// UNIMARC appendix C against the MARC relator codes: the roles that title pages of books name.
constexpr std::array<Pair, 12> roles{{{"070", "aut"},
                                      {"730", "trl"},
                                      {"340", "edt"},
                                      {"440", "ill"},
                                      {"080", "aui"},
                                      {"220", "com"},
                                      {"230", "cmp"},
                                      {"300", "drt"},
                                      {"590", "prf"},
                                      {"600", "pht"},
                                      {"650", "pbl"},
                                      {"010", "adp"}}};

constexpr std::array<std::pair<DocumentKind, std::string_view>, 7> kinds{{
    {DocumentKind::book, "book"},
    {DocumentKind::serial, "serial"},
    {DocumentKind::cartographic, "map"},
    {DocumentKind::music, "music"},
    {DocumentKind::audio, "sound"},
    {DocumentKind::video, "film"},
    {DocumentKind::electronic, "electronic"},
}};

std::string_view relator(std::string_view role) {
  for (const auto& [number, letters] : roles) {
    if (role == number || role == letters) {
      return letters;
    }
  }
  return {};
}

std::string coded_role(std::string_view letters, MarcFormat format) {
  if (format == MarcFormat::marc21) {
    return std::string(letters);
  }
  const auto found = std::find_if(roles.begin(), roles.end(),
                                  [&](const Pair& role) { return role.second == letters; });
  return found == roles.end() ? std::string() : std::string(found->first);
}

std::string_view kind_word(DocumentKind kind) {
  const auto found = std::find_if(kinds.begin(), kinds.end(),
                                  [&](const auto& known) { return known.first == kind; });
  return found == kinds.end() ? "other" : found->second;
}

DocumentKind kind_from(std::string_view word) {
  const auto found = std::find_if(kinds.begin(), kinds.end(),
                                  [&](const auto& known) { return known.second == word; });
  if (found != kinds.end()) {
    return found->first;
  }
  return word.empty() ? DocumentKind::book : DocumentKind::other;
}

void set_text(Json& json, std::string_view name, const std::string& text) {
  if (!text.empty()) {
    json.set(name, text);
  }
}

void set_list(Json& json, std::string_view name, const std::vector<std::string>& texts) {
  if (!texts.empty()) {
    json.set(name, Json::Array(texts.begin(), texts.end()));
  }
}

std::string joined(const std::string& first, std::string_view between, const std::string& second) {
  if (first.empty() || second.empty()) {
    return first + second;
  }
  return first + std::string(between) + second;
}

void set_authors(Json& json, const std::vector<Author>& authors) {
  Json::Array list;
  for (const Author& author : authors) {
    Json one = Json::object({{"name", joined(author.surname, ", ", author.forename)}});
    const std::string_view role = relator(author.role);
    if (!role.empty()) {
      one.set("role", role);
    }
    list.push_back(std::move(one));
  }
  if (!list.empty()) {
    json.set("authors", std::move(list));
  }
}

void set_series(Json& json, const std::vector<Series>& series) {
  Json::Array list;
  for (const Series& one : series) {
    list.emplace_back(joined(one.name, " ; ", one.number));
  }
  if (!list.empty()) {
    json.set("series", std::move(list));
  }
}

std::vector<std::string> texts_of(const Json& json) {
  std::vector<std::string> texts;
  for (const Json& item : json.items()) {
    if (!item.text().empty()) {
      texts.push_back(item.text());
    }
  }
  return texts;
}

std::pair<std::string, std::string> cut_at(const std::string& text, std::string_view between) {
  const std::size_t at = text.find(between);
  if (at == std::string::npos) {
    return {text, ""};
  }
  return {text.substr(0, at), text.substr(at + between.size())};
}

std::vector<Author> authors_from(const Json& json, MarcFormat format) {
  std::vector<Author> authors;
  for (const Json& item : json.items()) {
    Author author;
    std::tie(author.surname, author.forename) = cut_at(item["name"].text(), ", ");
    author.role = coded_role(item["role"].text(), format);
    author.main = authors.empty();
    if (!author.surname.empty()) {
      authors.push_back(std::move(author));
    }
  }
  return authors;
}

std::vector<Series> series_from(const Json& json) {
  std::vector<Series> series;
  for (const std::string& text : texts_of(json)) {
    auto [name, number] = cut_at(text, " ; ");
    series.push_back({std::move(name), std::move(number)});
  }
  return series;
}

}  // namespace

Json title_to_json(const Title& title) {
  Json json = Json::object({{"title", title.title}});
  set_text(json, "control_number", title.control_number);
  set_text(json, "subtitle", title.subtitle);
  set_text(json, "responsibility", title.responsibility);
  set_authors(json, title.authors);
  set_text(json, "edition", title.edition);
  set_text(json, "place", title.place);
  set_text(json, "publisher", title.publisher);
  set_text(json, "year", title.year);
  set_text(json, "pages", title.pages);
  set_text(json, "size", title.size);
  set_series(json, title.series);
  set_text(json, "volume", joined(title.volume_number, ", ", title.volume_name));
  set_list(json, "isbn", title.isbn);
  set_text(json, "issn", title.issn);
  set_list(json, "languages", title.languages);
  set_list(json, "udc", title.udc);
  set_list(json, "subjects", title.subjects);
  set_text(json, "price", title.price);
  json.set("kind", kind_word(title.kind));
  return json;
}

std::optional<Title> title_from_json(const Json& json, MarcFormat format) {
  if (json["title"].text().empty()) {
    return std::nullopt;
  }
  Title title;
  title.control_number = json["control_number"].text();
  title.title = json["title"].text();
  title.subtitle = json["subtitle"].text();
  title.responsibility = json["responsibility"].text();
  title.authors = authors_from(json["authors"], format);
  title.edition = json["edition"].text();
  title.place = json["place"].text();
  title.publisher = json["publisher"].text();
  title.year = json["year"].text();
  title.pages = json["pages"].text();
  title.size = json["size"].text();
  title.series = series_from(json["series"]);
  title.volume_number = json["volume"].text();
  title.isbn = texts_of(json["isbn"]);
  title.issn = json["issn"].text();
  title.languages = texts_of(json["languages"]);
  title.udc = texts_of(json["udc"]);
  title.subjects = texts_of(json["subjects"]);
  title.price = json["price"].text();
  title.kind = kind_from(json["kind"].text());
  return title;
}

}  // namespace metodica
