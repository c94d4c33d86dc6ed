#include "app/call.hpp"

namespace metodica {

Call::Call(Services& services, const Caller& caller, const Messages& say, UnitOfWork& work,
           std::string key, bool repeated, std::string trace)
    : services_(services),
      caller_(caller),
      say_(say),
      work_(work),
      key_(std::move(key)),
      repeated_(repeated),
      trace_(std::move(trace)) {}

Date Call::today() const {
  return services_.world().today(services_.zone());
}

std::string Call::now_utc() const {
  return services_.world().now_utc();
}

std::string Call::new_id() const {
  return services_.world().new_id();
}

CallContext Call::host_context(const std::string& key_suffix) const {
  return {caller_.library, caller_.branch, caller_.user, say_.lang(), key_ + key_suffix, trace_};
}

}  // namespace metodica
