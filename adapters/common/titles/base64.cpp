#include "common/titles/base64.hpp"

#include <Poco/Base64Decoder.h>
#include <Poco/Base64Encoder.h>
#include <Poco/Exception.h>

#include <iterator>
#include <sstream>

namespace metodica {

std::string base64(std::string_view bytes) {
  std::ostringstream out;
  Poco::Base64Encoder encoder(out);
  encoder.rdbuf()->setLineLength(0);
  encoder.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  encoder.close();
  return out.str();
}

std::optional<std::string> from_base64(std::string_view text) {
  if (text.size() % 4 != 0) {
    return std::nullopt;
  }
  try {
    std::istringstream in{std::string(text)};
    Poco::Base64Decoder decoder(in);
    // The stream would swallow the decoder's exception; its buffer lets it out.
    return std::string(std::istreambuf_iterator<char>(decoder.rdbuf()),
                       std::istreambuf_iterator<char>());
  } catch (const Poco::DataFormatException&) {
    return std::nullopt;
  }
}

}  // namespace metodica
