#include "adapter_session.hpp"

namespace metodica::desk {

AdapterSession::AdapterSession(const Settings& settings)
    : library_(settings.library),
      lang_(settings.lang),
      core_(CoreTable::Offers{}),
      inside_(core_) {}

Result<std::unique_ptr<AdapterSession>> AdapterSession::open(const Settings& settings) {
  METODICA_TRY(const AdapterLibrary library, AdapterLibrary::load(settings.adapter));
  auto session = std::unique_ptr<AdapterSession>(new AdapterSession(settings));
  session->entry_ = &library.entry();
  METODICA_TRY(session->adapter_,
               library.create(session->core_.table(), settings.adapter_settings.dump()));
  return session;
}

CallContext AdapterSession::context(std::string key) const {
  return {library_, {}, "operator", lang_, std::move(key), {}};
}

}  // namespace metodica::desk
