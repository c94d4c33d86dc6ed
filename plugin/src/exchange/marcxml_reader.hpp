/// MARCXML (and MarcXchange, and OAI-PMH answers that carry either), record by record.
#pragma once

#include <optional>
#include <string>

#include "exchange/marc_reader.hpp"

namespace metodica {

/// Cuts the stream at the <record> elements that hold fields and parses each one alone, so that an
/// element that is not well-formed costs one record and not the rest of the file, and so that
/// memory stays flat. Offsets are those of the element's "<". The records given out are always
/// UTF-8, whatever the file's declared encoding.
class MarcXmlReader final : public RecordReader {
 public:
  explicit MarcXmlReader(ByteSource source) : window_(std::move(source)) {}
  bool next(MarcOutcome& outcome) override;

 private:
  struct Tag {
    std::size_t at = 0;
    bool opens = false;
    bool closed = false;  // "<record/>"
  };

  void read_declaration();
  std::optional<Tag> find_tag(std::size_t from);
  void skip(std::size_t bytes);
  bool at_end(MarcOutcome& outcome);
  bool fault(MarcOutcome& outcome, std::string_view message, std::size_t size,
             std::vector<MessageArgument> arguments = {});
  bool read_element(MarcOutcome& outcome, std::size_t size);

  ByteWindow window_;
  std::string declaration_;
  std::string packed_;
  std::size_t drop_ = 0;
  bool started_ = false;
  bool failure_told_ = false;
};

}  // namespace metodica
