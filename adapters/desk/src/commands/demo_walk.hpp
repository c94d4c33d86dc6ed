/// The walk of `metodica demo`: one book's whole way through door 1, step by step.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "command.hpp"
#include "door_caller.hpp"
#include "sample_data.hpp"

namespace metodica::desk {

class DemoWalk {
 public:
  /// `folder`: where the papers are written. All must outlive the walk.
  DemoWalk(DoorCaller& door, AdapterSession& session, const SampleData& data, Date today,
           std::filesystem::path folder, const Messages& say, std::ostream& out)
      : door_(door),
        session_(session),
        data_(data),
        today_(today),
        folder_(std::move(folder)),
        say_(say),
        out_(out) {}

  /// Errors: the problem of the first step that failed; METODICA_INVALID "desk.demo.differs"
  /// {text}{expected} when a figure is not the right one.
  Result<void> run();

 private:
  Result<void> open();
  Result<void> receive_young_copy();
  Result<void> receive_invoice();
  Result<void> give_marks();
  Result<void> print_labels();
  Result<void> take_stock();
  Result<void> scan_shelf(const Json& session);
  Result<void> refuse_young_copy();
  Result<void> withdraw_worn_copy();
  Result<void> show_registers();
  Result<void> check_everything();

  Result<void> close_years_before(int year);
  Result<void> keep_paper(const char* file, std::string_view action, Json args = Json::object());
  Result<void> expect(const std::string& found, const std::string& expected) const;
  void heading(const char* message);
  void tell(std::string_view message, const std::vector<MessageArgument>& arguments = {});
  [[nodiscard]] std::string lei(const Json& money) const;

  struct Held {  // a copy of the opening
    std::string barcode, title, custody;
    std::int64_t number;
    bool worn;
  };

  DoorCaller& door_;
  AdapterSession& session_;
  const SampleData& data_;
  Date today_;
  std::filesystem::path folder_;
  const Messages& say_;
  std::ostream& out_;

  std::int64_t step_ = 0;
  int first_open_year_ = 0;
  std::vector<Held> held_;
  std::vector<std::int64_t> invoiced_;  // first number of each title, in the register of books
  std::string invoice_lot_;             // "1/2026"
  std::string young_;                   // barcode of the copy that came four months ago
  std::vector<std::string> papers_;
};

}  // namespace metodica::desk
