#include "modules/coordination/training/attestation_store.hpp"

namespace metodica::coordination {

void keep_public_key(UnitOfWork& work, const std::string& key, const std::string& now) {
  work.execute(
      "INSERT INTO signing_key (library, public_key, made_at) VALUES ({library}, $1, $2) "
      "ON CONFLICT (library, public_key) DO NOTHING",
      {key, now});
}

std::vector<std::string> public_keys(UnitOfWork& work) {
  std::vector<std::string> keys;
  work.each<std::string>(
      "SELECT public_key FROM signing_key WHERE library = {library} ORDER BY made_at DESC, "
      "public_key",
      {}, [&](std::string key) { keys.push_back(std::move(key)); });
  return keys;
}

}  // namespace metodica::coordination
