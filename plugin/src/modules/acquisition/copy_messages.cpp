#include "modules/acquisition/copy_messages.hpp"

#include <map>

#include "app/host_queue.hpp"
#include "bibliography/languages.hpp"

namespace metodica::acquisition {
namespace {

void set_if(Json& json, std::string_view name, const std::string& value) {
  if (!value.empty())
    json.set(name, value);
}

/// Two lines of one title (two prices of it, two custodies) make one record.
std::string title_key(const Line& line) {
  return line.author + '\x1f' + full_title(line) + '\x1f' + full_publication(line) + '\x1f' +
         line.isbn;
}

}  // namespace

Json title_json(const Line& line) {
  Json title = Json::object({{"title", line.title}});
  if (!line.author.empty()) {
    title.set("authors", Json::array({Json::object({{"name", line.author}, {"role", "aut"}})}));
  }
  set_if(title, "volume", line.volume);
  set_if(title, "edition", line.edition);
  const Imprint imprint = imprint_of(line);
  set_if(title, "place", imprint.place);
  set_if(title, "publisher", imprint.publisher);
  set_if(title, "year", imprint.year);
  if (!line.isbn.empty())
    title.set("isbn", Json::array({line.isbn}));
  if (const Language* language = find_language(line.language)) {
    title.set("languages", Json::array({std::string(language->marc)}));
  }
  if (!line.udc.empty())
    title.set("udc", Json::array({line.udc}));
  return title;
}

Json copy_json(const Call& call, const Act& act, const Line& line, const ReceivedCopy& copy) {
  Json json = Json::object({{"barcode", copy.barcode},
                            {"number", Json::object({{"register", copy.number.register_code},
                                                     {"number", copy.number.number}})},
                            {"price", copy.value.exact()},
                            {"state", "in_process"}});
  json.set("acquired", (act.registered_on == Date() ? call.today() : act.registered_on).iso());
  set_if(json, "source", act.partner);
  set_if(json, "branch", call.caller().branch);
  set_if(json, "udc", line.udc);
  set_if(json, "volume", line.volume);
  return json;
}

void tell_host(Call& call, const Act& act, const Reception& reception) {
  std::map<std::string, std::string> names;  // of titles, by title_key
  for (const auto& copy : reception.copies) {
    const Line& line = act.lines[copy.line];
    std::string title = line.title_ref;
    if (title.empty()) {
      std::string& ours = names[title_key(line)];
      if (ours.empty()) {
        ours = call.new_id();
        queue_title(call, ours, title_json(line));
      }
      title = "ours:" + ours;
    }
    queue_copy(call, copy.number, title, copy_json(call, act, line, copy));
  }
}

}  // namespace metodica::acquisition
