#include "standalone/core/catalogue_record.hpp"

#include <algorithm>
#include <functional>

#include "bibliography/isbn.hpp"
#include "text/unicode.hpp"

namespace metodica::standalone {
namespace {

constexpr std::size_t longest_key = 48;
constexpr std::size_t hash_digits = 16;
constexpr std::size_t unimarc_charset_at = 26;

void shorten(std::string& key) {
  if (key.size() <= longest_key) {
    return;
  }
  std::size_t end = longest_key;
  while (end > 0 && (static_cast<unsigned char>(key[end]) & 0xC0U) == 0x80U) {
    --end;
  }
  key.resize(end);
}

std::string folded_key(std::string_view text) {
  std::string key = folded(text);
  shorten(key);
  return key;
}

// The title without its opening article, which is not filed.
std::string_view filed(const Title& title) {
  std::string_view rest = title.title;
  for (std::size_t skipped = 0; skipped < title.filing_skip && !rest.empty(); ++skipped) {
    std::size_t bytes = 1;
    while (bytes < rest.size() && (static_cast<unsigned char>(rest[bytes]) & 0xC0U) == 0x80U) {
      ++bytes;
    }
    rest.remove_prefix(bytes);
  }
  return rest;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80 && c != '\x1b'; });
}

bool is_visible(char c) {
  return c >= 0x20 && c < 0x7f;
}

void declare_utf8(MarcRecord& record, MarcFormat format) {
  record.leader.resize(marc_leader_size, ' ');
  std::replace_if(record.leader.begin(), record.leader.end(), std::not_fn(is_visible), ' ');
  if (format == MarcFormat::marc21) {
    record.leader[9] = 'a';
    return;
  }
  for (MarcRecord::Field& field : record.fields) {
    std::string general(field.view().subfield('a'));
    if (field.view().tag == "100" && general.size() >= unimarc_charset_at + 4) {
      general.replace(unimarc_charset_at, 4, "50  ");
      field = MarcRecord::Field("100", "  ");
      field.add('a', general);
    }
  }
}

std::string indicators_of(const MarcField& field) {
  std::string both = {field.indicator(1), field.indicator(2)};
  std::replace_if(both.begin(), both.end(), std::not_fn(is_visible), ' ');
  return both;
}

// ASCII is taken as it is: coded data has its places counted from the left, and the reader's
// trimming would shift them.
std::string text_of(std::string_view raw, RecordText& text) {
  return is_ascii(raw) ? std::string(raw) : text.read(raw);
}

// Every value in UTF-8, in a record of our own.
MarcRecord rewritten(const MarcView& view, RecordText& text, MarcFormat format) {
  MarcRecord record;
  record.leader = std::string(view.leader());
  for (const MarcField& field : view) {
    if (!std::all_of(field.tag.begin(), field.tag.end(), is_visible)) {
      continue;
    }
    if (field.is_control()) {
      record.add_control(field.tag, text_of(field.data, text));
      continue;
    }
    MarcRecord::Field& made = record.add(field.tag, indicators_of(field));
    for (const MarcSubfield& part : field.subfields()) {
      if (is_visible(part.code)) {
        made.add(part.code, text_of(part.value, text));
      }
    }
  }
  declare_utf8(record, format);
  return record;
}

void kept_bytes(const MarcRecord& record, std::string& out) {
  Result<std::string> written = write_iso2709(record);
  if (written) {
    out = *std::move(written);
  } else {
    pack_record(record, out);
  }
}

}  // namespace

std::string isbn_key(std::string_view text) {
  const auto isbn = Isbn::parse(text);
  if (isbn) {
    return isbn->isbn13();
  }
  std::string key = folded(text);
  key.erase(std::remove(key.begin(), key.end(), ' '), key.end());
  shorten(key);
  return key;
}

std::string udc_key(std::string_view text) {
  std::string key(text);
  key.erase(std::remove(key.begin(), key.end(), ' '), key.end());
  shorten(key);
  return key;
}

RecordMaker::RecordMaker(Options options)
    : options_(std::move(options)),
      text_(options_.text),
      unimarc_items_(options_.items ? *options_.items : own_items(MarcFormat::unimarc)),
      marc21_items_(options_.items ? *options_.items : own_items(MarcFormat::marc21)) {}

void RecordMaker::make(const MarcView& record, bool faultless, CatalogueRecord& into,
                       std::vector<Problem>& remarks) {
  const std::optional<MarcFormat> told = options_.format ? options_.format : detect_format(record);
  into.format = told.value_or(last_format_);
  last_format_ = into.format;
  text_.begin(record, into.format);
  read_title(record, into.format, text_, title_);
  into.control_number = title_.control_number;
  into.items = read_items(
      record, into.format == MarcFormat::unimarc ? unimarc_items_ : marc21_items_, text_);
  take_bytes(record, faultless, into);
  hash_.add(into.record);
  into.hash = hash_.hex();
  into.hash.resize(hash_digits);
  collect_keys(into);
  collect_words(into);
  for (Problem& remark : text_remarks(text_.report())) {
    remarks.push_back(std::move(remark));
  }
  if (title_.title.empty()) {
    remarks.emplace_back(METODICA_INVALID, "standalone.no_title");
  }
}

void RecordMaker::take_bytes(const MarcView& record, bool faultless, CatalogueRecord& into) {
  const TextReport& report = text_.report();
  const bool declared = report.reason == CharsetReason::ascii ||
                        (report.charset == Charset::utf8 && report.declared == Charset::utf8);
  const bool clean = report.repaired_values == 0 && report.lost_characters == 0;
  if (faultless && declared && clean && is_utf8(record.raw())) {
    into.record.assign(record.raw());
    if (!into.record.ends_with(marc_record_end)) {
      into.record += marc_record_end;
    }
    return;
  }
  kept_bytes(rewritten(record, text_, into.format), into.record);
}

void RecordMaker::collect_keys(CatalogueRecord& into) {
  into.keys.clear();
  const auto add = [&](KeyKind kind, std::string key) {
    if (!key.empty()) {
      into.keys.push_back({kind, std::move(key)});
    }
  };
  for (const std::string& isbn : title_.isbn) {
    add(KeyKind::isbn, isbn_key(isbn));
  }
  for (const Author& author : title_.authors) {
    scratch_ = author.surname;
    scratch_ += ' ';
    scratch_ += author.forename;
    add(KeyKind::author, folded_key(scratch_));
  }
  add(KeyKind::title, folded_key(filed(title_)));
  for (const std::string& udc : title_.udc) {
    add(KeyKind::udc, udc_key(udc));
  }
}

void RecordMaker::collect_words(CatalogueRecord& into) {
  scratch_.clear();
  const auto add = [&](const std::string& text) {
    if (!text.empty()) {
      scratch_ += text;
      scratch_ += ' ';
    }
  };
  for (const std::string* text :
       {&title_.title, &title_.subtitle, &title_.parallel, &title_.responsibility,
        &title_.volume_name, &title_.set_title, &title_.publisher}) {
    add(*text);
  }
  for (const Author& author : title_.authors) {
    add(author.surname);
    add(author.forename);
  }
  for (const std::string& name : title_.corporate) {
    add(name);
  }
  for (const Series& series : title_.series) {
    add(series.name);
  }
  for (const std::string& subject : title_.subjects) {
    add(subject);
  }
  into.words = folded(scratch_);
}

CatalogueRecord record_of(const Title& title, MarcFormat format) {
  std::string bytes;
  MarcRecord marc = to_marc(title, format);
  marc.finish();
  kept_bytes(marc, bytes);
  return kept_record(bytes, format);
}

CatalogueRecord kept_record(const std::string& kept, MarcFormat format) {
  CatalogueRecord made;
  const Result<MarcView> view = MarcView::parse(kept);
  if (view) {
    RecordMaker::Options options;
    options.format = format;
    std::vector<Problem> remarks;
    RecordMaker(std::move(options)).make(*view, true, made, remarks);
  }
  return made;
}

Title kept_title(const std::string& kept, MarcFormat format) {
  const Result<MarcView> view = MarcView::parse(kept);
  return view ? read_title(*view, format) : Title();
}

Result<MarcRecord> record_for_others(const std::string& kept, MarcFormat format) {
  METODICA_TRY(const MarcView view, MarcView::parse(kept));
  MarcRecord record = copy_record(view);
  const std::string items = own_items(format).field;
  std::erase_if(record.fields,
                [&](const MarcRecord::Field& field) { return field.view().tag == items; });
  return record;
}

}  // namespace metodica::standalone
