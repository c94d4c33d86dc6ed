/// ISO 2709 files, synchronised on the record terminator 0x1D and never on the length field.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "exchange/byte_source.hpp"
#include "exchange/marc_reader.hpp"
#include "exchange/marc_view.hpp"

namespace metodica {

/// Memory: two blocks of 1 MiB, and at most 16 MiB for one record.
class Iso2709Reader final : public RecordReader {
 public:
  explicit Iso2709Reader(ByteSource source) : window_(std::move(source)) {}
  bool next(MarcOutcome& outcome) override;

 private:
  void skip(std::size_t bytes);
  void skip_separators();
  bool read_failed(MarcOutcome& outcome);
  bool cut_off(MarcOutcome& outcome);
  bool endless(MarcOutcome& outcome);
  bool accept(MarcOutcome& outcome, const MarcView& record, std::size_t size);
  bool mend(MarcOutcome& outcome, std::string_view chunk, bool only_if_exact);
  bool salvage(MarcOutcome& outcome, std::string_view chunk, const Problem& cause);

  ByteWindow window_;
  std::size_t drop_ = 0;  // bytes of the outcome given out last
  std::string mended_;
  bool failure_told_ = false;
};

}  // namespace metodica
