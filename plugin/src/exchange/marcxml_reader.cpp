#include "exchange/marcxml_reader.hpp"

#include <algorithm>
#include <utility>

#include "exchange/marcxml_element.hpp"

namespace metodica {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t longest_element = std::size_t{16} << 20;
constexpr std::size_t longest_name = 64;

bool forbidden(char c) {
  return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\r' && c != '\n';
}

bool ends_name(char c) {
  return c == ' ' || c == '>' || c == '/' || c == '\t' || c == '\r' || c == '\n';
}

bool holds_fields(std::string_view element) {
  return element.find("datafield") != npos || element.find("controlfield") != npos ||
         element.find("leader") != npos;
}

}  // namespace

void MarcXmlReader::read_declaration() {
  started_ = true;
  window_.more();
  const std::string_view head = window_.view();
  const std::size_t begin = head.find("<?xml");
  const std::size_t end = head.find("?>");
  if (begin != npos && begin < 4 && end != npos && end > begin) {
    declaration_ = head.substr(begin, end + 2 - begin);
  }
}

// The next "<record ...>" or "</record>" with any prefix, at or after `from`. Positions stay valid:
// the window only grows here.
std::optional<MarcXmlReader::Tag> MarcXmlReader::find_tag(std::size_t from) {
  for (;;) {
    const std::size_t at = window_.view().find('<', from);
    const std::size_t size = window_.view().size();
    const bool whole_name = at != npos && at + longest_name <= size;
    if (!whole_name && size <= longest_element && window_.more()) {
      from = at == npos ? size : at;
      continue;
    }
    if (at == npos) {
      return std::nullopt;
    }
    const std::string_view view = window_.view();  // taken here: more() moves the bytes
    std::string_view name = view.substr(at + 1, longest_name);
    const bool opens = !name.starts_with('/');
    name.remove_prefix(opens ? 0 : 1);
    const auto length =
        static_cast<std::size_t>(std::find_if(name.begin(), name.end(), ends_name) - name.begin());
    const std::string_view qualified = name.substr(0, length);
    const std::size_t colon = qualified.find(':');
    const std::string_view local = colon == npos ? qualified : qualified.substr(colon + 1);
    if (local == "record" && length < name.size()) {
      const std::size_t close = view.find('>', at);
      return Tag{at, opens, close != npos && opens && view[close - 1] == '/'};
    }
    from = at + 1;
  }
}

void MarcXmlReader::skip(std::size_t bytes) {
  totals_.separator_bytes += bytes;
  window_.drop(bytes);
}

bool MarcXmlReader::fault(MarcOutcome& outcome, std::string_view message, std::size_t size,
                          std::vector<MessageArgument> arguments) {
  outcome.raw = window_.view().substr(0, size);
  add_problem(outcome, message, std::move(arguments));
  drop_ = size;
  return finish(outcome, false, size);
}

bool MarcXmlReader::at_end(MarcOutcome& outcome) {
  start(outcome, window_.offset());
  if (!window_.failed() || std::exchange(failure_told_, true)) {
    return false;
  }
  return fault(outcome, "exchange.read_failed", 0);
}

bool MarcXmlReader::next(MarcOutcome& outcome) {
  window_.drop(std::exchange(drop_, 0));
  if (!started_) {
    read_declaration();
  }
  std::optional<Tag> tag = find_tag(0);
  while (!tag || !tag->opens || tag->closed) {
    skip(tag ? tag->at + 1 : window_.view().size());
    if (!tag && !window_.more()) {
      return at_end(outcome);
    }
    tag = find_tag(0);
  }
  for (;;) {
    skip(tag->at);
    start(outcome, window_.offset());
    tag = find_tag(1);
    if (!tag) {
      const std::size_t rest = window_.view().size();
      const bool endless = rest > longest_element;
      return fault(outcome, endless ? "exchange.no_record_end" : "exchange.cut_off", rest,
                   {{"bytes", static_cast<std::int64_t>(rest)}});
    }
    if (!tag->opens) {
      const std::size_t close = window_.view().find('>', tag->at);
      return read_element(outcome, close == npos ? window_.view().size() : close + 1);
    }
    // An OAI-PMH answer wraps <marc:record> in a <record> of its own, which holds no field.
    if (holds_fields(window_.view().substr(0, tag->at))) {
      return fault(outcome, "exchange.cut_off", tag->at,
                   {{"bytes", static_cast<std::int64_t>(tag->at)}});
    }
  }
}

bool MarcXmlReader::read_element(MarcOutcome& outcome, std::size_t size) {
  const std::string_view element = window_.view().substr(0, size);
  std::string xml = declaration_;
  xml += element;
  Result<MarcRecord> record = parse_marcxml_element(xml);
  if (!record) {
    const auto controls = std::count_if(element.begin(), element.end(), forbidden);
    if (controls > 0) {
      xml.erase(std::remove_if(xml.begin(), xml.end(), forbidden), xml.end());
      record = parse_marcxml_element(xml);
      if (record) {
        add_problem(outcome, "exchange.control_characters",
                    {{"count", static_cast<std::int64_t>(controls)}});
      }
    }
  }
  if (!record) {
    return fault(outcome, record.error().message, size, record.error().arguments);
  }
  pack_record(*record, packed_);
  Result<MarcView> view = MarcView::parse(packed_);
  if (!view) {  // an element without any field: a deleted record of OAI-PMH, an empty shell
    return fault(outcome, "exchange.xml_empty", size);
  }
  outcome.record = *view;
  outcome.raw = element;
  drop_ = size;
  return finish(outcome, true, size);
}

}  // namespace metodica
