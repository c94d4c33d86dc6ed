#include "modules/coordination/statistics/notebook_columns.hpp"

#include <span>

#include "json/json.hpp"
#include "text/embedded.hpp"

namespace metodica::embedded {
extern const std::span<const EmbeddedFile> coordination_data;
}

namespace metodica::coordination {
namespace {

Json shipped() {
  for (const EmbeddedFile& file : embedded::coordination_data) {
    if (file.path == "notebook.json") {
      if (auto read = Json::parse(file.content))
        return *std::move(read);
    }
  }
  return {};
}

Wording wording(const Json& json) {
  return {json["ro"].text(), json["en"].text(), json["hu"].text()};
}

std::vector<NotebookColumn> columns_from(const Json& json) {
  std::vector<NotebookColumn> columns;
  for (const Json& one : json.items())
    columns.push_back({one["code"].text(), wording(one["label"])});
  return columns;
}

}  // namespace

const std::vector<NotebookGroup>& notebook_groups() {
  static const auto& groups = *new std::vector<NotebookGroup>([] {
    std::vector<NotebookGroup> read;
    const Json data = shipped();
    for (const Json& one : data["groups"].items()) {
      read.push_back({one["code"].text(), wording(one["title"]), one["breaks"].text() == "loans",
                      columns_from(one["columns"])});
    }
    return read;
  }());
  return groups;
}

const std::vector<NotebookColumn>& notebook_event_kinds() {
  static const auto& kinds =
      *new std::vector<NotebookColumn>(columns_from(shipped()["event_kinds"]));
  return kinds;
}

}  // namespace metodica::coordination
