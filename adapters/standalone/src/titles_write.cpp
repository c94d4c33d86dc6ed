#include "common/titles/title_json.hpp"
#include "exchange/iso2709_reader.hpp"
#include "exchange/marcxml_reader.hpp"
#include "json/base64.hpp"
#include "standalone/core/catalogue.hpp"
#include "standalone/src/title_store.hpp"
#include "standalone/src/titles.hpp"

namespace metodica::standalone {
namespace {

constexpr std::string_view own_prefix = "MS";

std::optional<CatalogueRecord> read_marc(RecordReader& reader) {
  MarcOutcome outcome;
  if (!reader.next(outcome) || !outcome.is_record) {
    return std::nullopt;
  }
  RecordMaker maker({});
  CatalogueRecord record;
  std::vector<Problem> remarks;
  const bool as_it_is =
      outcome.problems.empty() && outcome.raw.data() == outcome.record.raw().data();
  maker.make(outcome.record, as_it_is, record, remarks);
  return record;
}

/// The record of one item, or the code of its refusal.
struct Received {
  CatalogueRecord record;
  std::string refusal;
};

Received receive_title(const Json& item, MarcFormat format, const std::string& control) {
  std::optional<Title> title = title_from_json(item["title"], format);
  if (!title) {
    return {{}, "title_missing"};
  }
  if (title->control_number.empty()) {
    title->control_number = control;
  }
  return {record_of(*title, format), ""};
}

Received receive_marc(const Json& item) {
  const bool xml = item["as"].text() == "marcxml";
  const auto bytes = xml ? std::optional(item["marc"].text()) : base64_decoded(item["marc"].text());
  if (!bytes || bytes->empty()) {
    return {{}, "not_marc"};
  }
  std::optional<CatalogueRecord> record;
  if (xml) {
    MarcXmlReader reader(from_memory(*bytes));
    record = read_marc(reader);
  } else {
    Iso2709Reader reader(from_memory(*bytes));
    record = read_marc(reader);
  }
  if (!record) {
    return {{}, "not_marc"};
  }
  return {*std::move(record), ""};
}

Received receive(const Json& item, MarcFormat format, const std::string& control) {
  const std::string& as = item["as"].text();
  if (as == "title" || (as.empty() && item["title"].is_object())) {
    return receive_title(item, format, control);
  }
  if (as == "iso2709" || as == "marcxml") {
    return receive_marc(item);
  }
  return {{}, "unknown_form"};
}

Json create_one(UnitOfWork& work, const Json& item, MarcFormat format) {
  const std::int64_t id = next_title_id(work);
  const Received received = receive(item, format, std::string(own_prefix) + id_text(id));
  if (!received.refusal.empty()) {
    return refused(received.refusal);
  }
  if (control_in_use(work, received.record.control())) {
    return refused("control_number_in_use");
  }
  add_title(work, id, received.record);
  return done(id, 1);
}

Json replace_one(UnitOfWork& work, const Json& item, MarcFormat format) {
  const auto old = title_row(work, id_number(item["id"].text()));
  if (!old) {
    return refused("not_found");
  }
  if (item["version"].text() != std::to_string(old->version)) {
    return refused("newer_version");
  }
  const std::string control = kept_title(old->record, old->format).control_number;
  const Received received = receive(item, format, control);
  if (!received.refusal.empty()) {
    return refused(received.refusal);
  }
  if (received.record.control_number != control &&
      control_in_use(work, received.record.control())) {
    return refused("control_number_in_use");
  }
  return done(old->id, replace_title(work, *old, received.record));
}

}  // namespace

std::string TitlesWrite::abilities() const {
  return R"({"operations":{"create":{"write":true,"batch":1000,"read-back":true},)"
         R"("replace":{"write":true,"batch":1000,"read-back":true,"version-checked":true}}})";
}

Result<void> TitlesWrite::create(const CallContext& context, std::string_view in, Sink& out) {
  return catalogue_.write_items("titles.create", context, in, out,
                                [this](UnitOfWork& work, const Json& item) -> Result<Json> {
                                  return create_one(work, item, site_.format);
                                });
}

Result<void> TitlesWrite::replace(const CallContext& context, std::string_view in, Sink& out) {
  return catalogue_.write_items("titles.replace", context, in, out,
                                [this](UnitOfWork& work, const Json& item) -> Result<Json> {
                                  return replace_one(work, item, site_.format);
                                });
}

}  // namespace metodica::standalone
