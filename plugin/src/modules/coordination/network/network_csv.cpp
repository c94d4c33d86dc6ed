#include "modules/coordination/network/network_csv.hpp"

#include <charconv>

#include "exchange/csv.hpp"
#include "text/unicode.hpp"

namespace metodica::coordination {
namespace {

constexpr std::int64_t highest_siruta = 999'999;
constexpr std::int64_t full_norm = 100;

enum Column : std::size_t {
  siruta,
  state,
  reason,
  state_from,
  title,
  norm,
  contract,
  qualification,
  name,
  phone,
  email,
  from,
  retires_on
};

std::vector<CsvColumn> columns() {
  const auto column = [](const char* known_as, std::vector<std::string> aliases,
                         CsvKind kind = CsvKind::text) {
    return CsvColumn{known_as, std::move(aliases), kind, false};
  };
  std::vector<CsvColumn> all = {
      column("siruta", {"cod siruta"}, CsvKind::code),
      column("state", {"stare", "starea"}),
      column("reason", {"motiv", "motivul"}),
      column("state_from", {"stare de la", "starea de la"}, CsvKind::date),
      column("title", {"functia", "functie", "post"}),
      column("norm", {"norma", "norma %"}),
      column("contract", {"contractul"}),
      column("qualification", {"pregatire", "pregatirea"}),
      column("name", {"nume", "numele"}),
      column("phone", {"telefon"}, CsvKind::code),
      column("email", {"e mail"}),
      column("from", {"de la", "angajat la"}, CsvKind::date),
      column("retires_on", {"pensionare", "pensionare estimata"}, CsvKind::date)};
  all.front().required = true;
  return all;
}

/// One row while it is read: remembers the first fault.
class RowReader {
 public:
  RowReader(const CsvRow& row, const Messages& say) : row_(row), say_(say) {}

  [[nodiscard]] const std::string& text(Column column) const { return row_.cells[column]; }

  std::int64_t whole(Column column, std::int64_t lowest, std::int64_t highest, const char* fault) {
    const std::string& digits = text(column);
    std::int64_t value = 0;
    const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool good = error == std::errc() && stop == digits.data() + digits.size() &&
                      value >= lowest && value <= highest;
    if (!good)
      wrong(fault, digits);
    return value;
  }
  Date day(Column column) {
    if (text(column).empty())
      return {};
    const auto date = Date::parse(text(column));
    if (!date)
      wrong("network.csv_day", text(column));
    return date ? *date : Date();
  }
  /// The code, or the code whose words these are.
  std::string code(Column column, const std::vector<std::string>& codes, const char* prefix) {
    const std::string wanted = folded(text(column));
    for (const std::string& code : codes) {
      if (wanted == folded(code) || wanted == folded(say_(prefix + code)))
        return code;
    }
    wrong("network.csv_word", text(column));
    return {};
  }
  [[nodiscard]] const std::optional<Problem>& fault() const { return fault_; }

 private:
  void wrong(const char* id, const std::string& text) {
    if (!fault_) {
      fault_ = Problem(METODICA_INVALID, id,
                       {{"row", static_cast<std::int64_t>(row_.number)}, {"text", excerpt(text)}})
                   .at("file");
    }
  }

  const CsvRow& row_;
  const Messages& say_;
  std::optional<Problem> fault_;
};

StatusPeriod status_in(RowReader& in) {
  StatusPeriod period;
  period.state = in.code(state, unit_states(), "network.state.");
  period.reason = in.text(reason);
  period.from = in.day(state_from);
  return period;
}

StaffPost post_in(RowReader& in) {
  StaffPost post;
  post.title = in.text(title);
  post.norm_percent =
      in.text(norm).empty() ? full_norm : in.whole(norm, 1, full_norm, "network.csv_norm");
  post.contract = in.text(contract).empty()
                      ? contract_forms().front()
                      : in.code(contract, contract_forms(), "network.contract.");
  if (!in.text(qualification).empty())
    post.qualification = in.code(qualification, qualifications(), "network.qualification.");
  post.from = in.day(from);
  post.retires_on = in.day(retires_on);
  return post;
}

Result<NetworkRow> row_of(const CsvRow& row, const Messages& say) {
  if (!row.problems.empty()) {
    return invalid(
        "coordination.csv_row",
        {{"row", static_cast<std::int64_t>(row.number)}, {"text", say.of(row.problems.front())}},
        "file");
  }
  RowReader in(row, say);
  NetworkRow read;
  read.row = static_cast<std::int64_t>(row.number);
  read.siruta = in.whole(siruta, 1, highest_siruta, "coordination.siruta");
  if (!in.text(state).empty()) {
    read.status = status_in(in);
    read.status->siruta = read.siruta;
  }
  if (!in.text(title).empty()) {
    read.post = post_in(in);
    read.post->siruta = read.siruta;
  }
  read.name = in.text(name);
  read.email = in.text(email);
  read.phone = in.text(phone);
  if (in.fault())
    return Unexpected(*in.fault());
  return read;
}

}  // namespace

Result<std::vector<NetworkRow>> network_from_csv(std::string_view bytes, const Messages& say) {
  auto opened = CsvReader::open(from_memory(bytes), columns());
  if (!opened)
    return Unexpected(std::move(opened).error().at("file"));
  CsvReader reader = *std::move(opened);
  std::vector<NetworkRow> rows;
  CsvRow row;
  while (reader.next(row)) {
    METODICA_TRY(NetworkRow read, row_of(row, say));
    rows.push_back(std::move(read));
  }
  return rows;
}

}  // namespace metodica::coordination
