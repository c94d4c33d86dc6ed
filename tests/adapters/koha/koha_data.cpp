#include "koha_data.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace metodica::koha::test {
namespace {

struct Column {
  std::string_view name;
  std::size_t most;  ///< characters of a varchar, 0 for others
};

constexpr std::array<Column, 22> columns{{
    {"biblio_id", 0},           {"external_id", 20},        {"inventory_number", 32},
    {"callnumber", 255},        {"call_number_source", 10}, {"home_library_id", 10},
    {"holding_library_id", 10}, {"location", 80},           {"collection_code", 80},
    {"item_type_id", 10},       {"lost_status", 0},         {"withdrawn", 0},
    {"damaged_status", 0},      {"not_for_loan_status", 0}, {"purchase_price", 0},
    {"replacement_price", 0},   {"acquisition_date", 0},    {"acquisition_source", 0},
    {"serial_issue_number", 0}, {"public_notes", 0},        {"internal_notes", 0},
    {"checked_out_date", 0},
}};

bool is_status(std::string_view name) {
  return name == "lost_status" || name == "withdrawn" || name == "damaged_status" ||
         name == "not_for_loan_status";
}

std::string cut(const std::string& text, std::size_t most) {
  std::size_t characters = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xc0U) != 0x80U && ++characters > most) {
      return text.substr(0, at);
    }
  }
  return text;
}

Json kept(const Column& column, const Json& value) {
  if (column.most > 0 && value.is_text()) {
    return cut(value.text(), column.most);
  }
  return value;
}

}  // namespace

std::string collated(std::string_view text) {
  while (!text.empty() && text.back() == ' ') {
    text.remove_suffix(1);
  }
  static const std::vector<std::pair<std::string, std::string>> letters = {
      {"ș", "s"}, {"Ș", "s"}, {"\u015f", "s"}, {"ț", "t"}, {"Ț", "t"}, {"\u0163", "t"},
      {"ă", "a"}, {"Ă", "a"}, {"â", "a"},      {"î", "i"}, {"Î", "i"}};
  std::string key(text);
  for (const auto& [from, to] : letters) {
    for (std::size_t at = key.find(from); at != std::string::npos; at = key.find(from)) {
      key.replace(at, from.size(), to);
    }
  }
  std::transform(key.begin(), key.end(), key.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return key;
}

KohaData::KohaData() {
  libraries = {Json::object({{"library_id", "CENTRU"}, {"name", "Biblioteca municipală"}}),
               Json::object({{"library_id", "F3"}, {"name", "Filiala 3"}}),
               Json::object({{"library_id", "ALTA"}, {"name", "Biblioteca din comuna vecină"}})};
  values["LOC"] = {Json::object({{"value", "SL"}, {"description", "Sala de lectură"}}),
                   Json::object({{"value", "IMPR"}, {"description", "Secția de împrumut"}})};
  const auto user = [&](const char* id, const char* library, Json::Array permissions) {
    users[id] = Json::object({{"user", id}, {"library_id", library}, {"permissions", permissions}});
  };
  user("sef", "CENTRU", {"superlibrarian"});
  user("mpop", "F3", {"catalogue", "editcatalogue:edit_items", "tools:inventory"});
  user("cititor", "CENTRU", {});
}

std::string KohaData::tick() {
  ++seconds_;
  std::array<char, 64> text{};
  static_cast<void>(std::snprintf(
      text.data(), text.size(), "2026-06-%02dT%02d:%02d:%02dZ",
      static_cast<int>(1 + seconds_ / 86400 % 28), static_cast<int>(seconds_ / 3600 % 24),
      static_cast<int>(seconds_ / 60 % 60), static_cast<int>(seconds_ % 60)));
  return text.data();
}

std::int64_t KohaData::add_item(Json fields) {
  const std::int64_t id = items_.empty() ? 1201 : items_.rbegin()->first + 1;
  Json item = Json::object({{"item_id", id}});
  for (const Column& column : columns) {
    const Json& given = fields[column.name];
    item.set(column.name,
             given.is_null() && is_status(column.name) ? Json(0) : kept(column, given));
  }
  for (const auto& [name, value] : fields.members()) {
    if (!item.has(name)) {
      item.set(name, value);
    }
  }
  item.set("timestamp", tick());
  if (!item["external_id"].text().empty()) {
    by_barcode_[collated(item["external_id"].text())] = id;
  }
  items_.emplace(id, std::move(item));
  return id;
}

std::int64_t KohaData::add_title(const std::string& marcxml, const std::string& title) {
  return keep_title(0, marcxml, title);
}

std::int64_t KohaData::keep_title(std::int64_t id, const std::string& marcxml,
                                  const std::string& title) {
  const std::int64_t kept_id = id > 0 ? id : titles_.empty() ? 17 : titles_.rbegin()->first + 1;
  titles_[kept_id] = Json::object(
      {{"biblio_id", kept_id}, {"timestamp", tick()}, {"marcxml", marcxml}, {"title", title}});
  return kept_id;
}

void KohaData::fill(std::int64_t count, std::int64_t biblio) {
  for (std::int64_t number = 1; number <= count; ++number) {
    std::array<char, 16> barcode{};
    static_cast<void>(
        std::snprintf(barcode.data(), barcode.size(), "RO%07d", static_cast<int>(number)));
    add_item(Json::object({{"biblio_id", biblio},
                           {"external_id", barcode.data()},
                           {"inventory_number", std::to_string(number)},
                           {"callnumber", "821.135.1-31 E55"},
                           {"home_library_id", number % 3 == 0 ? "F3" : "CENTRU"},
                           {"holding_library_id", number % 3 == 0 ? "F3" : "CENTRU"},
                           {"location", "IMPR"},
                           {"purchase_price", "45.50"}}));
  }
}

const Json* KohaData::item(std::int64_t id) const {
  const auto found = items_.find(id);
  return found == items_.end() ? nullptr : &found->second;
}

std::vector<Json> KohaData::items_where(const std::function<bool(const Json&)>& wanted,
                                        std::int64_t after, std::size_t limit) const {
  std::vector<Json> found;
  for (auto at = items_.upper_bound(after); at != items_.end() && found.size() < limit; ++at) {
    if (wanted(at->second)) {
      found.push_back(at->second);
    }
  }
  return found;
}

std::vector<Json> KohaData::items_by(std::string_view field, const Json::Array& wanted) const {
  std::vector<Json> found;
  for (const Json& value : wanted) {
    if (field == "item_id") {
      if (const Json* const one = item(value.integer())) {
        found.push_back(*one);
      }
    } else if (field == "external_id") {
      const auto owner = by_barcode_.find(collated(value.text()));
      if (owner != by_barcode_.end()) {
        found.push_back(items_.at(owner->second));
      }
    } else {
      for (Json& one : items_where([&](const Json& known) {
             return !known[field].is_null() &&
                    collated(known[field].text()) == collated(value.text());
           })) {
        found.push_back(std::move(one));
      }
    }
  }
  return found;
}

bool KohaData::barcode_taken(const Json& barcode, std::int64_t except) const {
  const auto owner = by_barcode_.find(collated(cut(barcode.text(), 20)));
  return !barcode.text().empty() && owner != by_barcode_.end() && owner->second != except;
}

Written KohaData::update(std::int64_t id, const Json& set) {
  const auto found = items_.find(id);
  if (found == items_.end()) {
    return {{}, "not_found"};
  }
  Json& item = found->second;
  if (barcode_taken(set["external_id"], id)) {
    return {item, "barcode_in_use"};
  }
  if (set.has("withdrawn") && set["withdrawn"].integer() != 0 &&
      !item["checked_out_date"].is_null()) {
    return {item, "on_loan"};
  }
  ++writes;
  for (const Column& column : columns) {
    if (set.has(column.name)) {
      item.set(column.name, kept(column, set[column.name]));
    }
  }
  if (set.has("external_id")) {
    by_barcode_[collated(item["external_id"].text())] = id;
  }
  item.set("timestamp", tick());
  return {item, ""};
}

Written KohaData::create(const Json& fields) {
  if (!titles_.contains(fields["biblio_id"].integer())) {
    return {{}, "not_found"};
  }
  if (barcode_taken(fields["external_id"], 0)) {
    return {{}, "barcode_in_use"};
  }
  ++writes;
  return {items_.at(add_item(fields)), ""};
}

void KohaData::change_elsewhere(std::int64_t id, std::string_view field, const Json& value) {
  items_.at(id).set(field, value).set("timestamp", tick());
}

void KohaData::remove_item(std::int64_t id) {
  by_barcode_.erase(collated(items_.at(id)["external_id"].text()));
  items_.erase(id);
}

void KohaData::wipe_subfields(std::int64_t id) {
  if (const auto found = items_.find(id); found != items_.end()) {
    found->second.set("extended_subfields", Json());
  }
}

std::string record_of(const std::string& flavour, const std::string& title,
                      const std::string& isbn) {
  const bool unimarc = flavour == "UNIMARC";
  const auto field = [](const std::string& tag, const std::string& subfields) {
    return "<datafield tag=\"" + tag + "\" ind1=\" \" ind2=\" \">" + subfields + "</datafield>";
  };
  const auto part = [](char code, const std::string& text) {
    return std::string("<subfield code=\"") + code + "\">" + text + "</subfield>";
  };
  std::string xml = "<record xmlns=\"http://www.loc.gov/MARC21/slim\"><leader>     nam  22     ";
  xml += unimarc ? "   450 </leader>" : "a 4500</leader>";
  xml += "<controlfield tag=\"001\">RO" + std::to_string(title.size()) + "</controlfield>";
  if (!isbn.empty()) {
    xml += field(unimarc ? "010" : "020", part('a', isbn));
  }
  xml += unimarc
             ? field("200", part('a', title) + part('f', "Mihai Eminescu")) +
                   field("210", part('a', "București") + part('c', "Minerva") + part('d', "1989")) +
                   field("675", part('a', "821.135.1-1"))
             : field("080", part('a', "821.135.1-1")) +
                   field("245", part('a', title) + part('c', "Mihai Eminescu")) +
                   field("260", part('a', "București") + part('b', "Minerva") + part('c', "1989"));
  return xml + "</record>";
}

}  // namespace metodica::koha::test
