#include "answering_koha.hpp"

#include <algorithm>

namespace metodica::koha::test {
namespace {

Json error(const char* code) {
  return Json::object(
      {{"ok", false}, {"error", Json::object({{"code", code}, {"detail", "told by the test"}})}});
}

Json ok(const char* name, Json::Array list) {
  return Json::object({{"ok", true}, {name, std::move(list)}});
}

bool is_write(const std::string& ask) {
  return ask == "items.update" || ask == "items.create" || ask == "titles.create" ||
         ask == "titles.replace";
}

bool matches(const Json& item, const Json& args) {
  const Json& libraries = args["library_ids"];
  const bool library =
      libraries.is_null() || std::find(libraries.items().begin(), libraries.items().end(),
                                       item["home_library_id"]) != libraries.items().end();
  return library && (!args.has("biblio_id") || args["biblio_id"] == item["biblio_id"]) &&
         (!args.has("location") || args["location"] == item["location"]) &&
         (!args.has("changed_since") || item["timestamp"].text() >= args["changed_since"].text());
}

}  // namespace

Result<std::string> AnsweringKoha::answer(std::string_view question) {
  const auto asked_for = Json::parse(question);
  if (!asked_for || dies) {
    return Unexpected(Problem(METODICA_DEFECT, "app.no_answers"));
  }
  const std::string& ask = (*asked_for)["ask"].text();
  asked.push_back(ask);
  if (!broken.empty()) {
    return broken;
  }
  const Json answered = answer_to(ask, (*asked_for)["args"], (*asked_for)["key"].text());
  if (lose_next_write && is_write(ask)) {
    lose_next_write = false;
    return Unexpected(Problem(METODICA_DEFECT, "app.no_answers"));
  }
  return answered.dump();
}

Json AnsweringKoha::answer_to(const std::string& ask, const Json& args, const std::string& key) {
  if (unknown.contains(ask)) {
    return error("unsupported");
  }
  if (ask == "about") {
    Json::Array questions;
    for (const char* const name :
         {"about", "libraries", "values", "user", "titles.read", "titles.find", "titles.changes",
          "titles.create", "titles.replace", "items.read", "items.walk", "items.update",
          "items.create", "vendors", "funds", "suggestions", "order_lines"}) {
      if (!unknown.contains(name)) {
        questions.emplace_back(name);
      }
    }
    return ok("questions", std::move(questions))
        .set("product", "Koha")
        .set("version", data_.version)
        .set("flavour", data_.flavour)
        .set("time_zone", "Europe/Bucharest");
  }
  if (ask == "libraries") {
    return ok("libraries", data_.libraries);
  }
  if (ask == "values") {
    return ok("values", data_.values[args["category"].text()]);
  }
  if (ask == "user") {
    const auto user = data_.users.find(args["user"].text());
    return args.has("session")         ? error("denied")
           : user == data_.users.end() ? error("not_found")
                                       : Json(user->second).set("ok", true);
  }
  if (const auto rows = data_.rows.find(ask); rows != data_.rows.end()) {
    return ok("rows", rows->second);
  }
  return ask.starts_with("titles.") ? titles(ask, args, key) : items(ask, args, key);
}

Json AnsweringKoha::titles(const std::string& ask, const Json& args, const std::string& key) {
  Json::Array found;
  if (ask == "titles.read") {
    for (const Json& id : args["biblio_ids"].items()) {
      if (const auto title = data_.titles().find(id.integer()); title != data_.titles().end()) {
        found.push_back(title->second);
      }
    }
    return ok("titles", std::move(found));
  }
  if (ask == "titles.find") {
    for (const auto& [id, title] : data_.titles()) {
      if (id > args["after"].integer() &&
          collated(title["title"].text()).find(collated(args["text"].text())) !=
              std::string::npos &&
          static_cast<std::int64_t>(found.size()) < args["limit"].integer()) {
        found.push_back(title);
      }
    }
    return ok("titles", std::move(found));
  }
  if (ask == "titles.changes") {
    for (const auto& [id, title] : data_.titles()) {
      if (std::pair(title["timestamp"].text(), id) >
          std::pair(args["after_timestamp"].text(), args["after_id"].integer())) {
        found.push_back(Json(title).set("change", "changed"));
      }
    }
    return ok("changes", std::move(found));
  }
  std::int64_t id = args["biblio_id"].integer();
  if (ask == "titles.create" && made_.contains(key)) {
    id = made_[key];
  } else if (ask == "titles.replace" && data_.titles().at(id)["timestamp"] != args["expected"]) {
    return error("conflict");
  } else {
    id = made_[key] = data_.keep_title(id, args["marcxml"].text(), "");
  }
  return Json(data_.titles().at(id)).set("ok", true);
}

Json AnsweringKoha::items(const std::string& ask, const Json& args, const std::string& key) {
  if (ask == "items.read") {
    return ok("items", data_.items_by(args["by"].text(), args["values"].items()));
  }
  if (ask == "items.walk") {
    return ok("items", data_.items_where([&](const Json& item) { return matches(item, args); },
                                         args["after"].integer(),
                                         static_cast<std::size_t>(args["limit"].integer())));
  }
  Json::Array outcomes;
  for (const Json& wanted : args["items"].items()) {
    outcomes.push_back(ask == "items.update"
                           ? update_one(wanted)
                           : create_one(wanted, key + "/" + std::to_string(outcomes.size())));
  }
  return ok("outcomes", std::move(outcomes));
}

Json AnsweringKoha::update_one(const Json& wanted) {
  const Json* const now = data_.item(wanted["item_id"].integer());
  if (now != nullptr && (*now)["timestamp"] != wanted["expected"]) {
    return Json::object({{"error", Json::object({{"code", "conflict"}})}, {"item", *now}});
  }
  const Written written = data_.update(wanted["item_id"].integer(), wanted["set"]);
  Json outcome = Json::object({{"item", written.item}});
  return written.error.empty() ? outcome
                               : outcome.set("error", Json::object({{"code", written.error}}));
}

Json AnsweringKoha::create_one(const Json& wanted, const std::string& key) {
  if (const auto known = made_.find(key); known != made_.end()) {
    return Json::object({{"item", *data_.item(known->second)}});
  }
  const Written written = data_.create(wanted);
  if (!written.error.empty()) {
    return Json::object({{"error", Json::object({{"code", written.error}})}});
  }
  made_[key] = written.item["item_id"].integer();
  return Json::object({{"item", written.item}});
}

}  // namespace metodica::koha::test
