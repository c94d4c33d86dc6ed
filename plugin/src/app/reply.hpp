/// Reply: what an action answers with. Kinds as in the contract: screen, document, progress, data;
/// a problem travels as the error of Result<Reply>.
#pragma once

#include <string>
#include <utility>

#include "json/json.hpp"
#include "ui/screen.hpp"

namespace metodica {

class Reply {
 public:
  enum class Kind : std::uint8_t { data = 1, screen, document, progress, go };

  /// {"kind":"data", ...members of `content`}
  static Reply data(Json content);
  static Reply screen(const Screen& screen, std::string notice = {});
  /// A file to show or save. `bytes` travel as base64, in slices above 6 MiB.
  static Reply document(std::string file_name, std::string media_type, std::string bytes);
  /// One slice of long work is done; the host calls again with `next` as arguments.
  static Reply progress(std::int64_t done, std::int64_t of, Json next);
  /// After the commit, show the screen of a reading action. Web hosts redirect to it.
  static Reply go(std::string action, Json args, std::string notice = {});

  [[nodiscard]] Kind kind() const { return kind_; }
  [[nodiscard]] const Json& content() const { return content_; }
  Json& content() { return content_; }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  Reply(Kind kind, Json content) : kind_(kind), content_(std::move(content)) {}

  Kind kind_;
  Json content_;
  std::string bytes_;  // of a document
};

}  // namespace metodica
