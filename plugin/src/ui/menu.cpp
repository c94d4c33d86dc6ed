#include "ui/menu.hpp"

#include <algorithm>

namespace metodica {

bool may_see(const MenuEntry& entry, const std::vector<std::string>& roles) {
  return entry.roles.empty() ||
         std::any_of(entry.roles.begin(), entry.roles.end(), [&](const std::string& role) {
           return std::find(roles.begin(), roles.end(), role) != roles.end();
         });
}

Json menu_json(const std::vector<MenuEntry>& entries, const std::vector<std::string>& roles,
               const Messages& say) {
  std::vector<std::string> subjects;
  std::vector<const MenuEntry*> seen;
  for (const MenuEntry& entry : entries) {
    if (may_see(entry, roles)) {
      seen.push_back(&entry);
      if (std::find(subjects.begin(), subjects.end(), entry.subject) == subjects.end()) {
        subjects.push_back(entry.subject);
      }
    }
  }
  std::stable_sort(seen.begin(), seen.end(),
                   [](const MenuEntry* a, const MenuEntry* b) { return a->order < b->order; });
  Json::Array groups;
  for (const std::string& subject : subjects) {
    Json::Array list;
    for (const MenuEntry* entry : seen) {
      if (entry->subject == subject) {
        list.push_back(
            Json::object({{"id", entry->id},
                          {"title", say(entry->title)},
                          {"action", entry->action},
                          {"args", entry->args.is_null() ? Json::object() : entry->args}}));
      }
    }
    groups.push_back(Json::object({{"subject", subject},
                                   {"title", say("menu." + subject)},
                                   {"entries", Json::array(std::move(list))}}));
  }
  return Json::object({{"kind", "data"}, {"groups", Json::array(std::move(groups))}});
}

}  // namespace metodica
