#include "web/read_request.hpp"

#include <Poco/Exception.h>
#include <Poco/Net/HTMLForm.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/MessageHeader.h>
#include <Poco/Net/PartHandler.h>
#include <Poco/URI.h>

#include <istream>
#include <iterator>
#include <sstream>

namespace metodica::desk {
namespace {

constexpr std::size_t longest_address = 8192;
constexpr int longest_value = 1024 * 1024;
constexpr std::size_t block_bytes = 64 * 1024;
constexpr std::size_t most_dropped = 64 * 1024 * 1024;

class Files final : public Poco::Net::PartHandler {
 public:
  explicit Files(std::vector<UploadedPart>& into) : into_(into) {}

  void handlePart(const Poco::Net::MessageHeader& header, std::istream& in) override {
    std::string disposition;
    Poco::Net::NameValueCollection values;
    Poco::Net::MessageHeader::splitParameters(header.get("Content-Disposition", ""), disposition,
                                              values);
    UploadedPart part{values.get("name", ""),
                      values.get("filename", ""),
                      {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()}};
    // A browser sends an empty part when no file was chosen.
    if (!part.file_name.empty() || !part.bytes.empty())
      into_.push_back(std::move(part));
  }

 private:
  std::vector<UploadedPart>& into_;
};

// False when there is more than fits. What does not fit is read and dropped, up to a point: a
// browser that still sends sees a broken connection instead of our answer.
bool read_body(std::istream& in, std::string& body) {
  std::string block(block_bytes, '\0');
  std::size_t seen = 0;
  while (seen < most_dropped &&
         (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0)) {
    const auto count = static_cast<std::size_t>(in.gcount());
    seen += count;
    if (seen <= longest_body)
      body.append(block, 0, count);
  }
  return seen <= longest_body;
}

void read_form(Poco::Net::HTTPServerRequest& from, const std::string& body, WebRequest& request) {
  std::istringstream in(body);
  Files files(request.files);
  Poco::Net::HTMLForm form;
  form.setFieldLimit(most_fields);
  form.setValueLengthLimit(longest_value);
  form.load(from, in, files);
  for (const auto& [name, value] : form)
    request.form.emplace_back(name, value);
}

// Behind a proxy the last address of the list is the one that the proxy itself saw.
std::string forwarded_address(const Poco::Net::HTTPServerRequest& from) {
  const std::string list = from.get("X-Forwarded-For", "");
  const std::size_t at = list.find_last_of(", ");
  return at == std::string::npos ? list : list.substr(at + 1);
}

void read_all(Poco::Net::HTTPServerRequest& from, ReadRequest& read) {
  WebRequest& request = read.request;
  const Poco::URI uri(from.getURI());
  request.path = uri.getPath();
  for (const auto& [name, value] : uri.getQueryParameters())
    request.query.emplace_back(name, value);
  Poco::Net::NameValueCollection cookies;
  from.getCookies(cookies);
  for (const auto& [name, value] : cookies)
    request.cookies.emplace_back(name, value);
  if (request.method != "POST")
    return;
  std::string body;
  if (!read_body(from.stream(), body)) {
    read.status = 413;
    return;
  }
  from.setURI(uri.getPath());  // arguments of a form stand in its body only
  read_form(from, body, request);
}

}  // namespace

ReadRequest read_request(Poco::Net::HTTPServerRequest& from, bool tls, bool proxy) {
  ReadRequest read;
  WebRequest& request = read.request;
  request.method = from.getMethod();
  request.address = from.clientAddress().host().toString();
  request.secure = tls;
  request.if_none_match = from.get("If-None-Match", "");
  if (proxy) {
    request.secure = from.get("X-Forwarded-Proto", "") == "https";
    if (std::string address = forwarded_address(from); !address.empty())
      request.address = std::move(address);
  }
  if (request.method != "GET" && request.method != "HEAD" && request.method != "POST") {
    read.status = 405;
    return read;
  }
  if (from.getURI().size() > longest_address) {
    read.status = 414;
    return read;
  }
  try {
    read_all(from, read);
  } catch (const Poco::Exception&) {
    read.status = 400;
  }
  return read;
}

}  // namespace metodica::desk
