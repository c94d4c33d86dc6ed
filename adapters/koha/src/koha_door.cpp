#include "koha/src/koha_door.hpp"

#include <array>

namespace metodica::koha {
namespace {

struct Known {
  std::string_view code;
  metodica_status status;
  std::string_view message;
};

constexpr std::array<Known, 9> known{{
    {"unsupported", METODICA_UNSUPPORTED, "koha.unsupported"},
    {"invalid", METODICA_INVALID, "koha.refused"},
    {"not_found", METODICA_NOT_FOUND, "koha.not_found"},
    {"denied", METODICA_DENIED, "koha.denied"},
    {"conflict", METODICA_CONFLICT, "koha.conflict"},
    {"barcode_in_use", METODICA_CONFLICT, "koha.barcode_in_use"},
    {"busy", METODICA_BUSY, "koha.busy"},
    {"unreachable", METODICA_UNREACHABLE, "koha.unreachable"},
    {"defect", METODICA_DEFECT, "koha.died"},
}};

}  // namespace

Problem problem_of(std::string_view code, std::string_view question) {
  for (const Known& one : known) {
    if (one.code == code) {
      return {one.status, std::string(one.message), {{"question", std::string(question)}}};
    }
  }
  return problem_of("defect", question);
}

std::string code_of_problem(const Problem& problem) {
  for (const Known& one : known) {
    if (one.status == problem.status) {
      return std::string(one.code);
    }
  }
  return "defect";
}

}  // namespace metodica::koha
