#include "modules/coordination/statistics/register_figures.hpp"

#include <algorithm>

#include "modules/coordination/statistics/figure_store.hpp"
#include "modules/coordination/statistics/notebook_store.hpp"
#include "modules/registers/api.hpp"

namespace metodica::coordination {
namespace {

std::int64_t units(const std::map<std::string, std::int64_t>& by_code,
                   std::initializer_list<const char*> codes) {
  std::int64_t sum = 0;
  for (const char* code : codes) {
    const auto found = by_code.find(code);
    sum += found == by_code.end() ? 0 : found->second;
  }
  return sum;
}

ReturnCell cell(std::string code, YearFigure figure, const char* origin, std::string source) {
  return {std::move(code), figure, origin, std::move(source), 0, "", ""};
}

// Which part of the movement register a figure is read from.
std::string register_source(const std::string& code, std::int64_t year) {
  const bool entry = code.starts_with("additions") || code == "titles";
  const char* part = entry ? "1" : code == "withdrawals" ? "2" : "3";
  return std::string("rmf/") + part + "/" + std::to_string(year);
}

// Loans and visits that the library's own system counted; days that are missing are not 0.
std::vector<ReturnCell> host_figures(Call& call, std::int64_t year) {
  HostUsage* usage = call.host().usage.get();
  if (usage == nullptr)
    return {};
  const auto abilities = usage->abilities();
  if (!abilities || !abilities->can_read("counts"))
    return {};
  const std::string from = std::to_string(year) + "-01-01";
  const std::string to = std::to_string(year) + "-12-31";
  std::map<std::string, std::int64_t> sums;
  const Json query = Json::object({{"from", from},
                                   {"to", to},
                                   {"measures", Json::array({"loans", "visits", "active_users"})},
                                   {"by", Json::array()}});
  const auto asked = usage->counts(call.host_context("/usage"), query, [&](const Json& line) {
    sums[line["measure"].text()] += line["count"].integer();
    return true;
  });
  std::vector<ReturnCell> found;
  if (!asked)
    return found;
  // Users of a day cannot be added up to users of a year.
  for (const char* measure : {"loans", "visits"}) {
    if (const auto sum = sums.find(measure); sum != sums.end())
      found.push_back(cell(measure, YearFigure::whole(sum->second), "host", std::to_string(year)));
  }
  return found;
}

}  // namespace

Figures register_figures(UnitOfWork& work, std::int64_t year) {
  Figures figures;
  const auto moved = registers::year_movement(work, year);
  if (!moved)
    return figures;
  const auto set = [&](const char* code, std::int64_t count) {
    figures[code] = YearFigure::whole(count);
  };
  const auto& by_source = moved->entered_by_source;
  const std::int64_t bought = units(by_source, {"purchase", "subscription"});
  const std::int64_t donated = units(by_source, {"donation", "sponsorship"});
  set("stock_start", moved->start);
  set("additions", moved->entered);
  set("additions_bought", bought);
  set("additions_donated", donated);
  set("additions_other", moved->entered - bought - donated);
  set("titles", moved->titles);
  set("withdrawals", moved->left);
  set("stock_end", moved->end);
  const auto& kinds = moved->end_by_category;
  const std::int64_t books = units(kinds, {"book"});
  const std::int64_t serials = units(kinds, {"serial"});
  const std::int64_t audiovisual = units(kinds, {"audiovisual"});
  const std::int64_t electronic = units(kinds, {"electronic"});
  set("stock_books", books);
  set("stock_serials", serials);
  set("stock_audiovisual", audiovisual);
  set("stock_electronic", electronic);
  set("stock_other", moved->end - books - serials - audiovisual - electronic);
  return figures;
}

std::vector<ReturnCell> figures_from_records(Call& call, const ReturnWork& work) {
  const std::int64_t year = work.of().year;
  std::vector<ReturnCell> found;
  if (work.mine && work.of().siruta == own_siruta(call.work())) {
    for (const auto& [code, figure] : work.compared.registers)
      found.push_back(cell(code, figure, "register", register_source(code, year)));
    for (ReturnCell& one : host_figures(call, year))
      found.push_back(std::move(one));
    for (const auto& [code, figure] : notebook_figures(call.work(), year)) {
      if (std::ranges::find(found, code, &ReturnCell::code) == found.end())
        found.push_back(cell(code, figure, "notebook", std::to_string(year)));
    }
  }
  const std::string before = std::to_string(year - 1);
  for (const SurveyChapter& chapter : work.survey->chapters) {
    for (const SurveyItem& item : chapter.items) {
      const YearFigure last = figure_of(work.compared.last, item.code);
      if (item.carried && last.kind != FigureKind::not_reported)
        found.push_back(cell(item.code, last, "carried", before));
    }
  }
  const YearFigure stock = figure_of(work.compared.last, "stock_end");
  const bool counted = std::ranges::find(found, "stock_start", &ReturnCell::code) != found.end();
  if (stock.known() && !counted)
    found.push_back(cell("stock_start", stock, "carried", before));
  return found;
}

}  // namespace metodica::coordination
