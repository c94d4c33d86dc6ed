#include "app/reply.hpp"

namespace metodica {

Reply Reply::data(Json content) {
  Json reply = Json::object({{"kind", "data"}});
  for (const auto& [name, value] : content.members())
    reply.set(name, value);
  return {Kind::data, std::move(reply)};
}

Reply Reply::screen(const Screen& screen, std::string notice) {
  Json reply = screen.json();
  if (!notice.empty())
    reply.set("notice", std::move(notice));
  return {Kind::screen, std::move(reply)};
}

Reply Reply::document(std::string file_name, std::string media_type, std::string bytes) {
  Reply reply(Kind::document, Json::object({{"kind", "document"},
                                            {"name", std::move(file_name)},
                                            {"type", std::move(media_type)},
                                            {"bytes", static_cast<std::int64_t>(bytes.size())}}));
  reply.bytes_ = std::move(bytes);
  return reply;
}

Reply Reply::progress(std::int64_t done, std::int64_t of, Json next) {
  return {
      Kind::progress,
      Json::object({{"kind", "progress"}, {"done", done}, {"of", of}, {"next", std::move(next)}})};
}

Reply Reply::go(std::string action, Json args, std::string notice) {
  return {Kind::go, Json::object({{"do", std::move(action)},
                                  {"args", std::move(args)},
                                  {"notice", std::move(notice)}})};
}

}  // namespace metodica
