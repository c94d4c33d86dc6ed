#include "storage/errors.hpp"

#include <Poco/Data/DataException.h>
#include <Poco/Data/SQLite/SQLiteException.h>

#include <array>
#include <string_view>

namespace metodica {
namespace {

namespace lite = Poco::Data::SQLite;

bool contains(const std::string& text, std::string_view words) {
  return text.find(words) != std::string::npos;
}

template <class... Kinds>
bool is_one_of(const Poco::Exception& error) {
  return ((dynamic_cast<const Kinds*>(&error) != nullptr) || ...);
}

// PostgreSQL's state stands in the text only: Poco 1.11 has no function for it.
bool has_state(const std::string& text, std::string_view state) {
  return contains(text, "State: " + std::string(state));
}

bool is_busy(const Poco::Exception& error, const std::string& text) {
  if (is_one_of<lite::DBLockedException, lite::TableLockedException>(error)) {
    return true;
  }
  constexpr std::array<std::string_view, 3> retryable = {"40001", "40P01", "55P03"};
  for (const std::string_view state : retryable) {
    if (has_state(text, state)) {
      return true;
    }
  }
  return false;
}

bool is_full(const Poco::Exception& error, const std::string& text) {
  return is_one_of<lite::DatabaseFullException>(error) || has_state(text, "53100");
}

bool is_damaged(const Poco::Exception& error, const std::string& text) {
  return is_one_of<lite::CorruptImageException>(error) || has_state(text, "XX001") ||
         has_state(text, "XX002") || contains(text, "disk image is malformed");
}

// The engine's own sentence, without what Poco and the server put around it.
std::string reason_of(const Poco::Exception& error) {
  const std::string text = error.displayText();
  for (const std::string_view severity : {"ERROR:  ", "FATAL:  "}) {
    const auto at = text.find(severity);
    if (at != std::string::npos) {
      return text.substr(at + severity.size(), text.find('\n', at) - at - severity.size());
    }
  }
  return text;
}

Problem classify(const Poco::Exception& error, const std::string& text, const std::string& place,
                 bool lost) {
  // 57P: the administrator stops the server or ends this connection.
  if (lost || has_state(text, "57P")) {
    return {METODICA_UNREACHABLE, "storage.lost", {{"place", place}}};
  }
  if (is_busy(error, text)) {
    return {METODICA_BUSY, "problem.busy"};
  }
  if (is_full(error, text)) {
    return {METODICA_UNREACHABLE, "storage.disk_full", {{"place", place}}};
  }
  if (is_one_of<lite::ReadOnlyException>(error)) {
    return {METODICA_INVALID, "storage.read_only", {{"place", place}}};
  }
  if (contains(text, "file is not a database")) {
    return {METODICA_DAMAGED, "storage.not_a_database", {{"place", place}}};
  }
  if (is_damaged(error, text)) {
    return {METODICA_DAMAGED, "storage.damaged", {{"place", place}}};
  }
  if (is_one_of<lite::CantOpenDBFileException, lite::IOErrorException,
                Poco::Data::ConnectionFailedException, Poco::Data::NotConnectedException>(error)) {
    return {METODICA_UNREACHABLE,
            "storage.unreachable",
            {{"place", place}, {"reason", reason_of(error)}}};
  }
  return {METODICA_DEFECT, "storage.failed", {{"reason", reason_of(error)}}};
}

}  // namespace

Problem problem_of(const StorageError& error) {
  if (const auto* known = dynamic_cast<const EngineError*>(&error)) {
    return known->problem();
  }
  return {error.status(), "storage.failed", {{"reason", std::string(error.what())}}};
}

void rethrow_as_storage_error(const std::string& place, bool lost) {
  try {
    throw;
  } catch (const Poco::Exception& error) {
    const std::string text = error.displayText();
    throw EngineError(classify(error, text, place, lost), text);
  }
}

}  // namespace metodica
