#include "documents/xlsx/workbook_writer.hpp"

#include <stdlib.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "text/unicode.hpp"

namespace metodica::documents {
namespace {

constexpr std::uint32_t most_rows = 1'048'576;  // of the format
constexpr std::size_t longest_name = 31;
constexpr std::size_t longest_text = 32'767;
constexpr double e4 = 10'000;

Unexpected failed(std::string text) {
  return Unexpected(Problem(METODICA_DEFECT, "documents.workbook", {{"text", std::move(text)}}));
}

/// A folder of our own, readable by us only, gone with this object.
class PrivateFolder {
 public:
  PrivateFolder() {
    std::error_code ignored;
    path_ = (std::filesystem::temp_directory_path(ignored) / "metodica-XXXXXX").string();
    if (::mkdtemp(path_.data()) == nullptr)
      path_.clear();
  }
  ~PrivateFolder() {
    std::error_code ignored;
    if (!path_.empty())
      std::filesystem::remove_all(path_, ignored);
  }
  PrivateFolder(const PrivateFolder&) = delete;
  PrivateFolder& operator=(const PrivateFolder&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

// The format forbids []:*?/\ in names of sheets.
std::string sheet_name(const std::string& wanted) {
  std::string name;
  for (const char c : wanted) {
    if (std::string_view("[]:*?/\\'").find(c) == std::string_view::npos)
      name += c;
  }
  if (length(name) > longest_name)
    name = excerpt(name, longest_name - 1);
  return name;
}

lxw_datetime moment(Date date) {
  lxw_datetime value{};
  value.year = date.year();
  value.month = date.month();
  value.day = date.day();
  return value;
}

/// One workbook being written. The library owns every format and frees it with the workbook.
class Writer {
 public:
  Writer(const Workbook& source, std::string path, std::string folder)
      : source_(source), path_(std::move(path)), folder_(std::move(folder)) {
    lxw_workbook_options options{};
    options.constant_memory = 1;
    options.tmpdir = folder_.data();
    book_ = ::workbook_new_opt(path_.c_str(), &options);
  }
  ~Writer() {
    if (book_ != nullptr)
      ::lxw_workbook_free(book_);
  }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  Result<void> write() {
    if (book_ == nullptr)
      return failed("workbook_new");
    const std::string name = sheet_name(source_.sheet);
    sheet_ = ::workbook_add_worksheet(book_, name.empty() ? nullptr : name.c_str());
    if (sheet_ == nullptr)
      return failed("worksheet");
    make_formats();
    describe();
    METODICA_CHECK(head());
    METODICA_CHECK(body());
    finish_sheet();
    const lxw_error error = ::workbook_close(book_);
    book_ = nullptr;  // closing frees it, in failure too
    if (error != LXW_NO_ERROR)
      return failed(::lxw_strerror(error));
    return {};
  }

 private:
  void make_formats() {
    bold_ = ::workbook_add_format(book_);
    ::format_set_bold(bold_);
    heading_ = ::workbook_add_format(book_);
    ::format_set_bold(heading_);
    ::format_set_text_wrap(heading_);
    ::format_set_bottom(heading_, LXW_BORDER_THIN);
    ::format_set_align(heading_, LXW_ALIGN_VERTICAL_CENTER);
    text_ = ::workbook_add_format(book_);
    ::format_set_num_format(text_, "@");
    integer_ = ::workbook_add_format(book_);
    ::format_set_num_format(integer_, "0");
    money_ = ::workbook_add_format(book_);
    ::format_set_num_format(money_, "#,##0.00##");
    date_ = ::workbook_add_format(book_);
    ::format_set_num_format(date_, "dd.mm.yyyy");
  }

  lxw_format* format_of(WorkbookKind kind) const {
    switch (kind) {
      case WorkbookKind::integer:
        return integer_;
      case WorkbookKind::money:
        return money_;
      case WorkbookKind::date:
        return date_;
      case WorkbookKind::text:
        break;
    }
    return text_;
  }

  void describe() {
    lxw_doc_properties facts{};
    title_ = source_.sheet;
    program_ = source_.program;
    facts.title = title_.data();
    facts.author = program_.data();
    if (!source_.made_on.none()) {
      constexpr std::int64_t seconds_in_day = 86'400;
      facts.created = static_cast<time_t>(days_since_1970() * seconds_in_day);
    }
    ::workbook_set_properties(book_, &facts);
  }

  [[nodiscard]] std::int64_t days_since_1970() const {
    // Civil date to days, after H. Hinnant's "chrono-Compatible Low-Level Date Algorithms".
    const std::int64_t year = source_.made_on.year() - (source_.made_on.month() <= 2 ? 1 : 0);
    const std::int64_t era = year / 400;
    const std::int64_t of_era = year - era * 400;
    const std::int64_t month = source_.made_on.month();
    const std::int64_t day =
        (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + source_.made_on.day() - 1;
    return era * 146'097 + of_era * 365 + of_era / 4 - of_era / 100 + day - 719'468;
  }

  Result<void> head() {
    for (std::size_t i = 0; i < source_.columns.size(); ++i) {
      const auto column = static_cast<lxw_col_t>(i);
      ::worksheet_set_column(sheet_, column, column, source_.columns[i].width,
                             format_of(source_.columns[i].kind));
    }
    for (const std::string& line : source_.above)
      METODICA_CHECK(text(row_++, 0, line, bold_));
    if (!source_.above.empty())
      ++row_;
    head_row_ = row_;
    for (std::size_t i = 0; i < source_.columns.size(); ++i)
      METODICA_CHECK(text(row_, static_cast<lxw_col_t>(i), source_.columns[i].title, heading_));
    ++row_;
    return {};
  }

  Result<void> body() {
    std::vector<WorkbookCell> cells;
    while (source_.rows && source_.rows(cells)) {
      if (row_ >= most_rows) {
        return invalid("documents.too_many_rows",
                       {{"count", static_cast<std::int64_t>(most_rows)}});
      }
      const std::size_t count = std::min(cells.size(), source_.columns.size());
      for (std::size_t i = 0; i < count; ++i)
        METODICA_CHECK(cell(static_cast<lxw_col_t>(i), cells[i], source_.columns[i].kind));
      ++row_;
    }
    return {};
  }

  Result<void> cell(lxw_col_t column, const WorkbookCell& value, WorkbookKind kind) {
    if (std::holds_alternative<std::monostate>(value))
      return {};
    lxw_error error = LXW_NO_ERROR;
    if (kind == WorkbookKind::text && std::holds_alternative<std::string>(value)) {
      return text(row_, column, std::get<std::string>(value), text_);
    }
    if (kind == WorkbookKind::integer && std::holds_alternative<std::int64_t>(value)) {
      error = ::worksheet_write_number(
          sheet_, row_, column, static_cast<double>(std::get<std::int64_t>(value)), integer_);
    } else if (kind == WorkbookKind::money && std::holds_alternative<Money>(value)) {
      error = ::worksheet_write_number(
          sheet_, row_, column, static_cast<double>(std::get<Money>(value).e4()) / e4, money_);
    } else if (kind == WorkbookKind::date && std::holds_alternative<Date>(value)) {
      if (std::get<Date>(value).none())
        return {};
      lxw_datetime day = moment(std::get<Date>(value));
      error = ::worksheet_write_datetime(sheet_, row_, column, &day, date_);
    } else {
      return invalid("documents.cell_kind", {{"row", static_cast<std::int64_t>(row_ - head_row_)},
                                             {"column", static_cast<std::int64_t>(column + 1)}});
    }
    if (error != LXW_NO_ERROR)
      return failed(::lxw_strerror(error));
    return {};
  }

  Result<void> text(lxw_row_t row, lxw_col_t column, const std::string& value, lxw_format* format) {
    if (!is_utf8(value))
      return invalid("documents.not_utf8");
    const std::string shown = tidy(value);
    const std::string fits =
        length(shown) > longest_text ? excerpt(shown, longest_text - 1) : shown;
    if (fits.empty())
      return {};
    const lxw_error error = ::worksheet_write_string(sheet_, row, column, fits.c_str(), format);
    if (error != LXW_NO_ERROR)
      return failed(::lxw_strerror(error));
    return {};
  }

  // The heading stays in sight and is printed again on each page; a click sorts and filters.
  void finish_sheet() {
    const auto last = static_cast<lxw_col_t>(source_.columns.size() - 1);
    ::worksheet_freeze_panes(sheet_, head_row_ + 1, 0);
    ::worksheet_autofilter(sheet_, head_row_, 0, std::max(head_row_, row_ - 1), last);
    ::worksheet_repeat_rows(sheet_, head_row_, head_row_);
    ::worksheet_set_paper(sheet_, 9);  // A4
    ::worksheet_set_landscape(sheet_);
    ::worksheet_fit_to_pages(sheet_, 1, 0);
  }

  const Workbook& source_;
  std::string path_, folder_, title_, program_;
  lxw_workbook* book_ = nullptr;
  lxw_worksheet* sheet_ = nullptr;
  lxw_format *bold_ = nullptr, *heading_ = nullptr, *text_ = nullptr, *integer_ = nullptr,
             *money_ = nullptr, *date_ = nullptr;
  lxw_row_t row_ = 0, head_row_ = 0;
};

}  // namespace

Result<std::string> write_workbook(const Workbook& workbook) {
  if (workbook.columns.empty())
    return invalid("documents.no_columns");
  const PrivateFolder folder;
  if (folder.path().empty())
    return failed("mkdtemp");
  const std::string path = folder.path() + "/table.xlsx";
  METODICA_CHECK(Writer(workbook, path, folder.path()).write());
  std::ifstream file(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (bytes.empty())
    return failed("read");
  return bytes;
}

}  // namespace metodica::documents
