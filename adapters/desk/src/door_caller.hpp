/// DoorCaller: actions asked one after the other by the operator, each until its end, a problem
/// stopping the way.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "door.hpp"

namespace metodica::desk {

class DoorCaller {
 public:
  DoorCaller(Door door, std::string lang) : door_(std::move(door)), lang_(std::move(lang)) {}

  /// The reply, followed through "progress". Errors: the problem of the reply, its object in
  /// `text`.
  Result<Json> ask(std::string_view action, Json args = Json::object()) {
    Json reply = answer(action, std::move(args));
    METODICA_CHECK(check_reply(reply));
    return reply;
  }

  /// The same without a judgement: a problem is a reply too.
  Json answer(std::string_view action, Json args = Json::object()) {
    return door_.finish(operator_request(action, std::move(args), lang_));
  }

  /// All bytes of a document. Errors as for ask.
  Result<std::string> paper(std::string_view action, Json args = Json::object()) {
    const Json request = operator_request(action, std::move(args), lang_);
    const Json reply = door_.finish(request);
    METODICA_CHECK(check_reply(reply));
    return door_.document_bytes(reply, request);
  }

  /// The library's own day.
  Result<std::string> today() {
    METODICA_TRY(const Json about, ask("app.about"));
    return about["today"].text();
  }

 private:
  Door door_;
  std::string lang_;
};

}  // namespace metodica::desk
