#include "modules/hub/stream.hpp"

#include <charconv>

#include "modules/hub/hub_rules.hpp"

namespace metodica::hub {
namespace {

std::string_view take_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  const std::string_view line = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  return line;
}

Unexpected broken(std::size_t line) {
  return invalid("hub.batch_broken", {{"line", static_cast<std::int64_t>(line)}});
}

// "57706/121" of library 57706 is 121; 0 is no number.
std::int64_t number_of(const std::string& key, const std::string& library) {
  if (key.size() <= library.size() || key.compare(0, library.size(), library) != 0 ||
      key[library.size()] != '/') {
    return 0;
  }
  std::int64_t number = 0;
  const char* const end = key.data() + key.size();
  const auto read = std::from_chars(key.data() + library.size() + 1, end, number);
  return read.ec == std::errc() && read.ptr == end ? number : 0;
}

bool read_head(std::string_view line, StreamBatch& batch) {
  const auto head = Json::parse(line);
  if (!head || !(*head)["library"].is_text() || !(*head)["after"].is_integer()) {
    return false;
  }
  batch.library = (*head)["library"].text();
  batch.after = (*head)["after"].integer();
  batch.previous = (*head)["previous"].text();
  batch.waiting = (*head)["waiting"].integer();
  batch.counters = (*head)["counters"];
  return true;
}

bool read_row(std::string_view line, Json json, StreamBatch& batch) {
  const std::int64_t expected = batch.after + static_cast<std::int64_t>(batch.rows.size()) + 1;
  const std::int64_t sequence = number_of(json["key"].text(), batch.library);
  if (sequence != expected || !json["row"].is_object()) {
    return false;
  }
  batch.rows.push_back({sequence, json["format"].integer(), json["subject"].text(),
                        json["op"].text(), json["row"], line});
  return true;
}

}  // namespace

void StreamHash::add(std::string_view line) {
  digest_.add(hash_);
  digest_.add(line);
  hash_ = digest_.hex();
}

std::string row_line(std::string_view key, std::string_view subject, std::string_view body) {
  std::string line = R"({"key":)";
  append_quoted(line, key);
  line += R"(,"format":)" + std::to_string(row_format) + R"(,"subject":)";
  append_quoted(line, subject);
  line += ',';
  line += body.substr(1);
  return line;
}

Result<StreamBatch> read_batch(std::string_view text) {
  StreamBatch batch;
  std::size_t number = 1;
  if (!read_head(take_line(text), batch)) {
    return broken(number);
  }
  while (!text.empty()) {
    ++number;
    const std::string_view line = take_line(text);
    auto json = Json::parse(line);
    if (!json) {
      return broken(number);
    }
    if (json->has("count")) {
      const bool whole = (*json)["count"].integer() == static_cast<std::int64_t>(batch.rows.size());
      if (!whole || !text.empty()) {
        return broken(number);
      }
      return batch;
    }
    if (!read_row(line, *std::move(json), batch)) {
      return broken(number);
    }
  }
  return broken(number);
}

}  // namespace metodica::hub
