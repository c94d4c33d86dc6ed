#include "koha/src/record.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <vector>

#include "common/titles/title_json.hpp"
#include "exchange/iso2709_reader.hpp"
#include "exchange/marcxml_reader.hpp"
#include "json/base64.hpp"

namespace metodica::koha {
namespace {

constexpr std::string_view mark_field = "035";

/// Shows the first record of the bytes, as long as the call lasts.
bool with_record(RecordReader& reader, const std::function<void(const MarcView&)>& use) {
  MarcOutcome outcome;
  if (!reader.next(outcome) || !outcome.is_record) {
    return false;
  }
  use(outcome.record);
  return true;
}

bool with_marcxml(const std::string& marcxml, const std::function<void(const MarcView&)>& use) {
  MarcXmlReader reader(from_memory(marcxml));
  return with_record(reader, use);
}

std::string_view item_field(MarcFormat format) {
  return format == MarcFormat::marc21 ? "952" : "995";
}

KohaRecord ready(MarcRecord record, MarcFormat format, const std::string& mark) {
  std::erase_if(record.fields, [&](const MarcRecord::Field& field) {
    return field.view().tag == item_field(format);
  });
  if (!mark.empty()) {
    record.add(mark_field).add('a', mark);
  }
  record.finish();
  return {write_marcxml(record), ""};
}

KohaRecord from_marc(const Json& item, MarcFormat format, const std::string& mark) {
  const bool xml = item["as"].text() == "marcxml";
  const auto bytes = xml ? std::optional(item["marc"].text()) : base64_decoded(item["marc"].text());
  KohaRecord made{"", "not_marc"};
  const auto take = [&](const MarcView& record) {
    const auto told = detect_format(record);
    made = told && *told != format ? KohaRecord{"", "other_format"}
                                   : ready(copy_record(record), format, mark);
  };
  if (!bytes || bytes->empty()) {
    return made;
  }
  if (xml) {
    with_marcxml(*bytes, take);
  } else {
    Iso2709Reader reader(from_memory(*bytes));
    with_record(reader, take);
  }
  return made;
}

/// The authors as they would stand on the title page: "Liviu Rebreanu, Ion Pop".
std::string named_authors(const Title& title) {
  std::string names;
  for (const Author& author : title.authors) {
    if (author.role.empty() || author.role == "070") {
      names += (names.empty() ? "" : ", ") + author.forename +
               (author.forename.empty() ? "" : " ") + author.surname;
    }
  }
  return names;
}

}  // namespace

Result<MarcFormat> flavour(KohaDoor& door, const CallContext& context) {
  METODICA_TRY(const Json about, door.ask(context, "about", Json::object()));
  return about["flavour"].text() == "UNIMARC" ? MarcFormat::unimarc : MarcFormat::marc21;
}

std::string_view flavour_name(MarcFormat format) {
  return format == MarcFormat::unimarc ? "UNIMARC" : "MARC21";
}

void add_record(Json& line, const std::string& marcxml, MarcFormat format, std::string_view as) {
  with_marcxml(marcxml, [&](const MarcView& record) {
    if (as == "marcxml") {
      line.set("marc", write_marcxml(copy_record(record)));
      return;
    }
    if (as == "iso2709") {
      if (const auto bytes = write_iso2709(copy_record(record))) {
        line.set("marc", base64_encoded(*bytes));
        return;
      }
    }
    const Json title = title_to_json(read_title(record, format));
    for (const auto& [name, value] : title.members()) {
      line.set(name, value);
    }
  });
}

KohaRecord record_for_koha(const Json& item, MarcFormat format, const std::string& mark) {
  const std::string& as = item["as"].text();
  if (as == "iso2709" || as == "marcxml") {
    return from_marc(item, format, mark);
  }
  if (as != "title" && !(as.empty() && item["title"].is_object())) {
    return {"", "unknown_form"};
  }
  auto title = title_from_json(item["title"], format);
  if (title && format == MarcFormat::unimarc && title->responsibility.empty()) {
    // A UNIMARC Koha lists and searches the author by 200 $f, not by 700.
    title->responsibility = named_authors(*title);
  }
  return title ? ready(to_marc(*title, format), format, mark) : KohaRecord{"", "title_missing"};
}

bool same_record(const std::string& marcxml, const std::string& other, MarcFormat format) {
  const auto fields = [&](const std::string& xml) {
    std::vector<std::string> lines;
    with_marcxml(xml, [&](const MarcView& record) {
      for (const MarcField field : record) {
        const bool kohas = field.tag == "001" || field.tag == "005" || field.tag == "999" ||
                           field.tag == item_field(format);
        if (!kohas) {
          lines.push_back(std::string(field.tag) + std::string(field.data));
        }
      }
    });
    std::sort(lines.begin(), lines.end());
    return lines;
  };
  return fields(marcxml) == fields(other);
}

bool has_mark(const std::string& marcxml, const std::string& mark) {
  bool found = false;
  with_marcxml(marcxml, [&](const MarcView& record) {
    for (const MarcField field : record) {
      found = found || (field.tag == mark_field && field.subfield('a') == mark);
    }
  });
  return found;
}

}  // namespace metodica::koha
