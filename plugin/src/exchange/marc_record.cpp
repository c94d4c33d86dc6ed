#include "exchange/marc_record.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "text/markup.hpp"

namespace metodica {
namespace {

constexpr std::size_t longest_field = 9'999;

void append_number(std::string& out, std::size_t number, std::size_t width) {
  std::array<char, 20> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  const auto used = static_cast<std::size_t>(end - digits.data());
  out.append(width > used ? width - used : 0, '0');
  out.append(digits.data(), used);
}

void append_clean(std::string& out, std::string_view value) {
  for (char c : value) {
    if (static_cast<unsigned char>(c) >= 0x20) {
      out += c;
    }
  }
}

std::string padded_leader(const MarcRecord& record) {
  std::string leader = record.leader;
  leader.resize(marc_leader_size, ' ');
  return leader;
}

void append_data_field(std::string& out, const MarcField& field) {
  out += "  <datafield tag=\"";
  append_escaped(out, field.tag);
  for (std::size_t which : {1U, 2U}) {
    out += which == 1 ? "\" ind1=\"" : "\" ind2=\"";
    const char indicator = field.indicator(which);
    append_escaped(out, std::string_view(&indicator, 1));
  }
  out += "\">\n";
  for (MarcSubfield part : field.subfields()) {
    out += "    <subfield code=\"";
    append_escaped(out, std::string_view(&part.code, 1));
    out += "\">";
    append_escaped(out, part.value);
    out += "</subfield>\n";
  }
  out += "  </datafield>\n";
}

}  // namespace

MarcRecord::Field::Field(std::string_view tag, std::string_view indicators)
    : tag_(tag), data_(indicators) {}

MarcRecord::Field& MarcRecord::Field::add(char code, std::string_view value) {
  if (!value.empty()) {
    data_ += marc_subfield_mark;
    data_ += code;
    append_clean(data_, value);
  }
  return *this;
}

MarcRecord::Field& MarcRecord::Field::set(std::string_view value) {
  data_.clear();
  append_clean(data_, value);
  return *this;
}

bool MarcRecord::Field::has_content() const {
  return view().is_control() ? !data_.empty() : data_.find(marc_subfield_mark) != std::string::npos;
}

MarcRecord::Field& MarcRecord::add(std::string_view tag, std::string_view indicators) {
  return fields.emplace_back(tag, indicators);
}

void MarcRecord::add_control(std::string_view tag, std::string_view value) {
  fields.emplace_back(tag, "").set(value);
}

void MarcRecord::finish() {
  fields.erase(std::remove_if(fields.begin(), fields.end(),
                              [](const Field& field) { return !field.has_content(); }),
               fields.end());
  std::stable_sort(fields.begin(), fields.end(), [](const Field& left, const Field& right) {
    return left.view().tag < right.view().tag;
  });
}

MarcRecord copy_record(const MarcView& view) {
  MarcRecord record;
  record.leader = view.leader();
  for (const MarcField& field : view) {
    if (field.is_control()) {
      record.add_control(field.tag, field.data);
      continue;
    }
    const std::array<char, 2> indicators{field.indicator(1), field.indicator(2)};
    MarcRecord::Field& copy = record.add(field.tag, {indicators.data(), indicators.size()});
    for (MarcSubfield part : field.subfields()) {
      copy.add(part.code, part.value);
    }
  }
  return record;
}

Result<std::string> write_iso2709(const MarcRecord& record) {
  std::size_t data_size = 0;
  for (const MarcRecord::Field& field : record.fields) {
    const std::size_t size = field.data().size() + 1;
    if (size > longest_field) {
      return invalid("exchange.field_too_long", {{"tag", std::string(field.view().tag)},
                                                 {"bytes", static_cast<std::int64_t>(size)}});
    }
    data_size += size;
  }
  const std::size_t base = marc_leader_size + record.fields.size() * 12 + 1;
  const std::size_t total = base + data_size + 1;
  if (total > marc_longest_record) {
    return invalid("exchange.too_long_to_write", {{"bytes", static_cast<std::int64_t>(total)}});
  }
  const std::string leader = padded_leader(record);
  std::string out;
  out.reserve(total);
  append_number(out, total, 5);
  out.append(leader, 5, 7);
  append_number(out, base, 5);
  out.append(leader, 17, 7);
  std::size_t start = 0;
  for (const MarcRecord::Field& field : record.fields) {
    out += field.view().tag;
    append_number(out, field.data().size() + 1, 4);
    append_number(out, start, 5);
    start += field.data().size() + 1;
  }
  out += marc_field_end;
  for (const MarcRecord::Field& field : record.fields) {
    out += field.data();
    out += marc_field_end;
  }
  out += marc_record_end;
  return out;
}

std::string write_marcxml(const MarcRecord& record) {
  std::string out = "<record>\n  <leader>";
  append_escaped(out, padded_leader(record));
  out += "</leader>\n";
  for (const MarcRecord::Field& owned : record.fields) {
    const MarcField field = owned.view();
    if (field.is_control()) {
      out += "  <controlfield tag=\"";
      append_escaped(out, field.tag);
      out += "\">";
      append_escaped(out, field.data);
      out += "</controlfield>\n";
    } else {
      append_data_field(out, field);
    }
  }
  out += "</record>\n";
  return out;
}

std::string_view marcxml_head() {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<collection xmlns=\"http://www.loc.gov/MARC21/slim\">\n";
}

std::string_view marcxml_tail() {
  return "</collection>\n";
}

void pack_record(const MarcRecord& record, std::string& out) {
  out = padded_leader(record);
  for (const MarcRecord::Field& field : record.fields) {
    // Length 0 is impossible, so MarcView goes by the terminators.
    out += field.view().tag;
    out += "000000000";
  }
  out += marc_field_end;
  for (const MarcRecord::Field& field : record.fields) {
    out += field.data();
    out += marc_field_end;
  }
  out += marc_record_end;
}

}  // namespace metodica
