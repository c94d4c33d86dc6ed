#include "exchange/marc_reader.hpp"

#include <string>
#include <utility>

#include "exchange/file_kind.hpp"
#include "exchange/iso2709_reader.hpp"
#include "exchange/marcxml_reader.hpp"

namespace metodica {

void RecordReader::start(MarcOutcome& outcome, std::uint64_t offset) {
  outcome.problems.clear();
  outcome.number = totals_.records + totals_.faults + 1;
  outcome.offset = offset;
  outcome.size = 0;
  outcome.record = MarcView();
  outcome.raw = {};
}

void RecordReader::add_problem(MarcOutcome& outcome, std::string_view message,
                               std::vector<MessageArgument> arguments) const {
  arguments.push_back({"number", static_cast<std::int64_t>(outcome.number)});
  arguments.push_back({"offset", static_cast<std::int64_t>(outcome.offset)});
  outcome.problems.emplace_back(METODICA_INVALID, std::string(message), std::move(arguments));
}

void RecordReader::add_problem(MarcOutcome& outcome, const Problem& problem) const {
  add_problem(outcome, problem.message, problem.arguments);
}

bool RecordReader::finish(MarcOutcome& outcome, bool is_record, std::size_t size) {
  outcome.is_record = is_record;
  outcome.size = size;
  (is_record ? totals_.records : totals_.faults) += 1;
  (is_record ? totals_.record_bytes : totals_.fault_bytes) += size;
  totals_.remarks += is_record && !outcome.problems.empty() ? 1U : 0U;
  return true;
}

Result<std::unique_ptr<RecordReader>> open_marc(ByteSource source) {
  // The bytes looked at are handed on in front of the rest.
  auto head = std::make_shared<std::string>(std::size_t{4096}, '\0');
  std::size_t filled = 0;
  bool failed = false;
  while (filled < head->size()) {
    const std::int64_t count = source(head->data() + filled, head->size() - filled);
    failed = count < 0;
    if (count <= 0) {
      break;
    }
    filled += static_cast<std::size_t>(count);
  }
  if (failed) {
    return Unexpected(
        Problem(METODICA_UNREACHABLE, "exchange.read_failed",
                {{"number", std::int64_t{0}}, {"offset", static_cast<std::int64_t>(filled)}}));
  }
  head->resize(filled);
  METODICA_TRY(const FileKind kind, require_marc(*head));
  ByteSource whole = [head, used = std::size_t{0}, rest = std::move(source)](
                         char* to, std::size_t room) mutable -> std::int64_t {
    if (used == head->size()) {
      return rest(to, room);
    }
    const std::size_t count = head->copy(to, room, used);
    used += count;
    return static_cast<std::int64_t>(count);
  };
  if (kind == FileKind::marcxml) {
    return std::unique_ptr<RecordReader>(std::make_unique<MarcXmlReader>(std::move(whole)));
  }
  return std::unique_ptr<RecordReader>(std::make_unique<Iso2709Reader>(std::move(whole)));
}

}  // namespace metodica
