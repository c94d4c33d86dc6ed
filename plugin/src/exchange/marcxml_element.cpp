#include "exchange/marcxml_element.hpp"

#include <Poco/Exception.h>
#include <Poco/SAX/Attributes.h>
#include <Poco/SAX/DefaultHandler.h>
#include <Poco/SAX/SAXParser.h>
#include <Poco/SAX/XMLReader.h>

#include <algorithm>

namespace metodica {
namespace {

std::string_view local_name(std::string_view qualified) {
  const std::size_t colon = qualified.find(':');
  return colon == std::string_view::npos ? qualified : qualified.substr(colon + 1);
}

bool is_tag(std::string_view text) {
  return text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
         });
}

class ElementHandler final : public Poco::XML::DefaultHandler {
 public:
  void startElement(const Poco::XML::XMLString& /*uri*/, const Poco::XML::XMLString& /*local*/,
                    const Poco::XML::XMLString& qualified,
                    const Poco::XML::Attributes& attributes) override {
    const std::string_view name = local_name(qualified);
    text_.clear();
    collects_ = name == "leader" || name == "controlfield" || name == "subfield";
    if (name == "controlfield" || name == "datafield") {
      const std::string tag = attributes.getValue("tag");
      bad_tag_ = bad_tag_.empty() && !is_tag(tag) ? "\"" + tag + "\"" : bad_tag_;
      record_.add(tag, name == "datafield" ? indicators(attributes) : "");
    } else if (name == "subfield") {
      const std::string code = attributes.getValue("code");
      code_ = code.empty() ? ' ' : code[0];
    }
  }

  void characters(const Poco::XML::XMLChar text[], int start, int length) override {
    if (collects_) {
      text_.append(text + start, static_cast<std::size_t>(length));
    }
  }

  void endElement(const Poco::XML::XMLString& /*uri*/, const Poco::XML::XMLString& /*local*/,
                  const Poco::XML::XMLString& qualified) override {
    const std::string_view name = local_name(qualified);
    if (name == "leader") {
      record_.leader = text_;
      record_.leader.resize(marc_leader_size, ' ');
    } else if (name == "controlfield" && !record_.fields.empty()) {
      record_.fields.back().set(text_);
    } else if (name == "subfield" && !record_.fields.empty()) {
      record_.fields.back().add(code_, text_);
    }
    collects_ = false;
  }

  Result<MarcRecord> take() && {
    if (!bad_tag_.empty()) {
      return invalid("exchange.xml_field_bad", {{"tag", bad_tag_}});
    }
    return std::move(record_);
  }

 private:
  static std::string indicators(const Poco::XML::Attributes& attributes) {
    std::string both = "  ";
    for (std::size_t which = 0; which < both.size(); ++which) {
      const std::string value = attributes.getValue(which == 0 ? "ind1" : "ind2");
      // MarcXchange and some servers write the blank as "#".
      both[which] = value.empty() || value[0] == '#' ? ' ' : value[0];
    }
    return both;
  }

  MarcRecord record_;
  std::string text_;
  std::string bad_tag_;
  char code_ = ' ';
  bool collects_ = false;
};

}  // namespace

Result<MarcRecord> parse_marcxml_element(const std::string& xml) {
  ElementHandler handler;
  try {
    Poco::XML::SAXParser parser;
    parser.setFeature(Poco::XML::XMLReader::FEATURE_NAMESPACES, false);
    parser.setFeature(Poco::XML::XMLReader::FEATURE_NAMESPACE_PREFIXES, true);
    parser.setContentHandler(&handler);
    parser.parseString(xml);
  } catch (const Poco::Exception& why) {
    return invalid("exchange.xml_bad", {{"text", why.message()}});
  }
  return std::move(handler).take();
}

}  // namespace metodica
