/// The message catalogue: sentences for people in Romanian, English and Hungarian.
/// Patterns are ICU message patterns ("{count, plural, one{# volum} few{# volume} other{# de
/// volume}}"), kept as JSON in plugin/locale/<lang>/<subject>.json and embedded at build time.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "metodica/result.hpp"

namespace metodica {

class Messages {
 public:
  /// `lang` is "ro", "en" or "hu"; anything else becomes "ro". Cheap: the files of a language are
  /// read once per process, when the first object of that language is made. [any thread]
  explicit Messages(std::string_view lang = "ro");
  ~Messages();
  Messages(const Messages&);
  Messages& operator=(const Messages&);

  [[nodiscard]] const std::string& lang() const;

  /// The sentence for `id`. Falls back to Romanian, then to the id itself.
  /// A broken pattern, or one whose argument is missing, comes back as it is (see Pattern).
  /// Integers get grouped thousands and take part in plural rules; pass a year as text.
  std::string operator()(std::string_view id,
                         const std::vector<MessageArgument>& arguments = {}) const;
  [[nodiscard]] bool has(std::string_view id) const;

  /// The sentence of a problem: its ready text, or its message worded.
  [[nodiscard]] std::string of(const Problem& problem) const;
  /// What to do about it: the message `<id>.hint`, "" when there is none.
  [[nodiscard]] std::string hint(const Problem& problem) const;

  /// For tests: all ids of this language, sorted.
  [[nodiscard]] std::vector<std::string> ids() const;

 private:
  struct Catalogue;
  std::string lang_;
  std::shared_ptr<const Catalogue> catalogue_;
};

}  // namespace metodica
