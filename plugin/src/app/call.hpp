/// Call: everything an action may use while it runs. Lives for one request, on one thread.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/role.hpp"
#include "app/world.hpp"
#include "documents/documents.hpp"
#include "json/json.hpp"
#include "loader/host.hpp"
#include "metodica/context.hpp"
#include "metodica/result.hpp"
#include "storage/unit_of_work.hpp"
#include "text/date.hpp"
#include "text/messages.hpp"

namespace metodica {

/// Who asks, filled by the shim, which is trusted because it is in the process.
struct Caller {
  std::string user;     ///< the host's id of the person; never a name
  std::string library;  ///< our code of the library
  std::string branch;   ///< "" = the whole library
  Roles roles;
};

/// What an action reaches beyond its own data. One per application.
class Services {
 public:
  virtual ~Services() = default;
  virtual World& world() = 0;
  /// The host's abilities; each may be absent.
  virtual Host& host() = 0;
  /// Opens the private library of documents at first use. Error: METODICA_UNREACHABLE.
  virtual Result<Documents*> documents() = 0;
  [[nodiscard]] virtual const std::string& zone() const = 0;  ///< "Europe/Bucharest"
  [[nodiscard]] virtual const std::string& program()
      const = 0;  ///< "Metodica 0.1.0", printed on papers
  /// Where files lie that only this installation may read, as keys: the folder of the desk, else
  /// that of the ini file. "" when there is none.
  [[nodiscard]] virtual std::string private_folder() const { return {}; }
};

class Call {
 public:
  Call(Services& services, const Caller& caller, const Messages& say, UnitOfWork& work,
       std::string key, bool repeated, std::string trace);

  [[nodiscard]] const Caller& caller() const { return caller_; }
  [[nodiscard]] const Messages& say() const { return say_; }
  /// The open transaction: of reading actions a reading one, of writing actions a writing one.
  [[nodiscard]] UnitOfWork& work() const { return work_; }
  [[nodiscard]] Services& services() const { return services_; }
  [[nodiscard]] Host& host() const { return services_.host(); }

  /// The idempotency key of a writing action; rows made by the action may carry it.
  [[nodiscard]] const std::string& key() const { return key_; }
  /// True when the same key was answered before: only documents are asked again, to be drawn again.
  [[nodiscard]] bool repeated() const { return repeated_; }
  [[nodiscard]] const std::string& trace() const { return trace_; }

  [[nodiscard]] Date today() const;  ///< the library's civil date
  [[nodiscard]] std::string now_utc() const;
  [[nodiscard]] std::string new_id() const;

  /// Context for a question to the host: library, user, language, and the key with a suffix.
  [[nodiscard]] CallContext host_context(const std::string& key_suffix = {}) const;

 private:
  Services& services_;
  const Caller& caller_;
  const Messages& say_;
  UnitOfWork& work_;
  std::string key_;
  bool repeated_;
  std::string trace_;
};

}  // namespace metodica
