/// For whom and why something is asked: metodica_context as a value.
#pragma once

#include <string>

#include "metodica/adapter.h"

namespace metodica {

/// All texts are UTF-8, "" when there is none (adapter.h says what each member means).
struct CallContext {
  std::string library;
  std::string branch;
  std::string user;
  std::string lang;
  std::string key;
  std::string trace;

  /// A copy of what came through the door; members that the other side does not know are "".
  static CallContext from(const metodica_context* given);

  /// The view for the door; valid as long as this object is neither changed nor moved.
  [[nodiscard]] metodica_context view() const {
    return {sizeof(metodica_context),
            library.c_str(),
            branch.c_str(),
            user.c_str(),
            lang.c_str(),
            key.c_str(),
            trace.c_str()};
  }
};

inline CallContext CallContext::from(const metodica_context* given) {
  CallContext context;
  if (given == nullptr) {
    return context;
  }
  if (METODICA_HAS(metodica_context, given, library)) {
    context.library = given->library;
  }
  if (METODICA_HAS(metodica_context, given, branch)) {
    context.branch = given->branch;
  }
  if (METODICA_HAS(metodica_context, given, user)) {
    context.user = given->user;
  }
  if (METODICA_HAS(metodica_context, given, lang)) {
    context.lang = given->lang;
  }
  if (METODICA_HAS(metodica_context, given, key)) {
    context.key = given->key;
  }
  if (METODICA_HAS(metodica_context, given, trace)) {
    context.trace = given->trace;
  }
  return context;
}

}  // namespace metodica
