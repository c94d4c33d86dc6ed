/// What the double answers to one request that came through the login.
#pragma once

#include <map>
#include <string>

#include "koha_data.hpp"
#include "rest_koha.hpp"

namespace metodica::koha::test {

struct Asked {
  std::string method;
  std::string path;  ///< under /api/v1
  std::map<std::string, std::string> query;
  std::string accept;
  std::string body;
};

struct Told {
  int status = 200;
  std::string body;
  std::string type = "application/json;charset=UTF-8";
};

class RestAnswers {
 public:
  RestAnswers(KohaData& data, const RestKoha& switches) : data_(data), switches_(switches) {}

  [[nodiscard]] std::string definition() const;
  Told answer(const Asked& asked);

 private:
  [[nodiscard]] Told list(const Asked& asked, const std::vector<Json>& rows,
                          const std::string& id) const;
  [[nodiscard]] Told items(const Asked& asked) const;
  [[nodiscard]] Json shown(const Json& item) const;
  Told write_item(const Asked& asked, std::int64_t biblio, std::int64_t id);
  Told title(const Asked& asked, std::int64_t id) const;
  Told write_title(const Asked& asked, std::int64_t id);

  KohaData& data_;
  const RestKoha& switches_;
};

}  // namespace metodica::koha::test
