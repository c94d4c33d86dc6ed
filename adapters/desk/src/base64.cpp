#include "base64.hpp"

#include <Poco/Base64Encoder.h>

#include <sstream>

namespace metodica::desk {

std::string base64_encoded(const std::string& bytes) {
  std::ostringstream out;
  Poco::Base64Encoder encoder(out);
  encoder.rdbuf()->setLineLength(0);
  encoder << bytes;
  encoder.close();
  return std::move(out).str();
}

}  // namespace metodica::desk
