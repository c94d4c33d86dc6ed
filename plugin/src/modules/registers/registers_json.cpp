#include "modules/registers/registers_json.hpp"

namespace metodica::registers {

Json tally_json(const Tally& tally) {
  Json json = Json::object({{"units", tally.whole.units}, {"value", tally.whole.value.exact()}});
  constexpr std::pair<std::string_view, std::string_view> names[] = {
      {"category", "categories"}, {"language", "languages"}, {"content", "contents"}};
  for (const auto& [grouping, name] : names) {
    Json columns = Json::object();
    for (const auto& [code, amount] : tally.of(grouping)) {
      if (amount.units == 0)
        continue;
      columns.set(code, Json::object({{"units", amount.units}, {"value", amount.value.exact()}}));
    }
    json.set(name, std::move(columns));
  }
  return json;
}

Json recapitulation_json(const Recapitulation& part3) {
  return Json::object({{"opening", tally_json(part3.opening)},
                       {"entries", tally_json(part3.entries)},
                       {"total", tally_json(part3.total)},
                       {"exits", tally_json(part3.exits)},
                       {"closing", tally_json(part3.closing)}});
}

namespace {

Json act_json(const std::string& kind, const std::string& number, Date date) {
  return Json::object({{"kind", kind}, {"number", number}, {"date", date.iso()}});
}

}  // namespace

Json lot_json(const Lot& lot) {
  Json json = Json::object({{"year", lot.year},
                            {"number", lot.number},
                            {"registered_on", lot.registered_on.iso()},
                            {lot.part == Part::entries ? "source" : "cause", lot.kind},
                            {"partner", lot.partner},
                            {"act", act_json(lot.act_kind, lot.act_number, lot.act_date)},
                            {"titles", lot.titles}});
  const Json tally = tally_json(lot.tally);
  for (const auto& [name, value] : tally.members())
    json.set(name, value);
  if (lot.part == Part::entries) {
    Json::Array ranges;
    for (const auto& range : lot.ranges) {
      ranges.push_back(Json::object(
          {{"register", range.register_code}, {"from", range.first}, {"to", range.last}}));
    }
    json.set("ranges", std::move(ranges));
  } else {
    json.set("approval", lot.approval);
  }
  json.set("remarks", lot.remarks).set("corrects", lot.corrects).set("hash", lot.hash);
  return json;
}

Json line_json(const RegisterLine& line) {
  const EntryLine& entry = line.entry;
  Json json =
      Json::object({{"register", entry.register_code},
                    {"number", entry.number},
                    {"registered_on", entry.registered_on.iso()},
                    {"acquired_on", entry.acquired_on.iso()},
                    {"author", entry.author},
                    {"title", entry.title},
                    {"publication", entry.publication},
                    {"isbd", entry.isbd},
                    {"value", entry.value.exact()},
                    {"lot", Json::object({{"year", entry.lot_year}, {"number", entry.lot_number}})},
                    {"entry_act", entry.entry_act},
                    {"category", entry.category},
                    {"language", entry.language},
                    {"language_column", entry.language_column},
                    {"content_column", entry.content_column},
                    {"udc", line.udc},
                    {"call_number", line.call_number},
                    {"custody", line.custody},
                    {"barcode", line.barcode}});
  Json::Array checks(line.checks.begin(), line.checks.end());
  Json::Array remarks(line.remarks.begin(), line.remarks.end());
  json.set("checks", std::move(checks)).set("remarks", std::move(remarks));
  if (line.gone) {
    json.set("exit", Json::object({{"year", line.exit.year},
                                   {"number", line.exit.number},
                                   {"cause", line.exit.cause},
                                   {"act", act_json(line.exit.act_kind, line.exit.act_number,
                                                    line.exit.act_date)},
                                   {"corrects", line.exit.corrects}}));
  }
  return json;
}

Json numbers_json(const std::vector<InventoryNumber>& numbers) {
  Json::Array list;
  list.reserve(numbers.size());
  for (const auto& number : numbers) {
    list.push_back(Json::object({{"register", number.register_code}, {"number", number.number}}));
  }
  return list;
}

}  // namespace metodica::registers
