#include "modules/acquisition/acquisition_actions.hpp"

#include "app/settings.hpp"
#include "modules/acquisition/acquisition_forms.hpp"

namespace metodica::acquisition {
namespace {

constexpr std::string_view reply_schema =
    R"({"type":"object","required":["act","rmf","value","net","vat","ranges",
"copies","hash"],"properties":{"act":{"type":"string"},
"rmf":{"type":"object","required":["year","number"],"properties":{"year":{"type":"integer"},
"number":{"type":"integer"}}},
"value":{"type":"string"},"net":{"type":"string"},"vat":{"type":"string"},"hash":{"type":"string"},
"ranges":{"type":"array","items":{"type":"object","required":["register","first","last"],"properties":{
"register":{"type":"string"},"first":{"type":"integer"},"last":{"type":"integer"}}}},
"copies":{"type":"array","items":{"type":"object","required":["register","number","value","title","barcode"],
"properties":{"register":{"type":"string"},"number":{"type":"integer"},"value":{"type":"string"},
"title":{"type":"string"},"barcode":{"type":"string"}}}}}})";

constexpr std::string_view example = R"json({"registered_on":"2026-01-15","source":"purchase",
"partner":"Editura Exemplu SRL","act":{"kind":"invoice","number":"FX 1001","date":"2026-01-12"},"total":"317.0500",
"vat_percent":11,"lines":[
{"author":"Rebreanu, Liviu","title":"Pădurea spânzuraților","publication":"București : Exemplu, 2025",
"language":"ro","udc":"821.135.1-31","copies":5,"unit_net":"28.8300"},
{"title":"Erdély rövid története","language":"hu","udc":"94(439)","copies":3,"unit_net":"18.3800"},
{"author":"Martin, Robert C.","title":"Clean Code","language":"en","udc":"004.4","copies":2,
"unit_net":"43.1700"}]})json";

/// First and last number in each register, in the order in which the registers occur.
Json ranges_json(const std::vector<ReceivedCopy>& copies) {
  struct Range {
    std::string code;
    std::int64_t first, last;
  };
  std::vector<Range> ranges;
  for (const auto& copy : copies) {
    Range* range = nullptr;
    for (auto& known : ranges)
      range = known.code == copy.number.register_code ? &known : range;
    if (range == nullptr) {
      ranges.push_back({copy.number.register_code, copy.number.number, copy.number.number});
    } else {
      range->last = copy.number.number;
    }
  }
  Json::Array list;
  for (const auto& range : ranges) {
    list.push_back(
        Json::object({{"register", range.code}, {"first", range.first}, {"last", range.last}}));
  }
  return list;
}

Json reception_json(const Act& act, const Reception& reception) {
  Json::Array copies;
  copies.reserve(reception.copies.size());
  for (const auto& copy : reception.copies) {
    copies.push_back(Json::object({{"register", copy.number.register_code},
                                   {"number", copy.number.number},
                                   {"value", copy.value.exact()},
                                   {"title", copy.title},
                                   {"barcode", copy.barcode}}));
  }
  return Json::object(
      {{"act", act.id},
       {"rmf", Json::object({{"year", reception.row.year}, {"number", reception.row.number}})},
       {"value", reception.row.value.exact()},
       {"net", reception.pricing.net.exact()},
       {"vat", reception.pricing.vat.exact()},
       {"ranges", ranges_json(reception.copies)},
       {"copies", std::move(copies)},
       {"hash", reception.row.hash}});
}

Result<Reply> run_receive(Call& call, const Values& in) {
  METODICA_TRY(Act act, read_receive(in, call.today(), usual_vat(call.work())));
  act.id = call.new_id();
  METODICA_CHECK(check_committee(call.work(), act.committee, false));
  METODICA_TRY(const Reception reception, receive(call, act));
  return Reply::data(reception_json(act, reception));
}

}  // namespace

Percent usual_vat(UnitOfWork& work) {
  return Percent::of(setting_number(work, "acquisition.vat_books"));
}

void add_data_actions(ActionList& actions) {
  actions.push_back({"acquisition.receive",
                     ActionKind::write,
                     {Role::librarian, Role::keeper},
                     "data",
                     receive_form,
                     std::string(example),
                     std::string(reply_schema),
                     run_receive,
                     {}});
}

}  // namespace metodica::acquisition
