// News from the host (host.changed) and where they are shown.
#include <gmock/gmock.h>

#include "support/door.hpp"

namespace metodica::test {
namespace {

using testing::HasSubstr;

Json news(const char* id, const char* change) {
  return Json::object(
      {{"what", "copy"}, {"id", id}, {"barcode", "RO1000123"}, {"change", change}});
}

TEST(HostNews, AreShownWithWhatWaits) {
  Door door;
  EXPECT_EQ(door.good("host.waiting").dump().find("RO1000123"), std::string::npos);
  EXPECT_EQ(door.good("host.changed", news("1201", "changed"))["kind"].text(), "data");
  door.good("host.changed", news("1201", "deleted"));
  const std::string screen = door.good("host.waiting").dump();
  EXPECT_THAT(screen, HasSubstr("RO1000123"));
  EXPECT_THAT(screen, HasSubstr("șters"));
  EXPECT_EQ(screen.find("schimbat\""), std::string::npos) << "only the last of each copy";
}

TEST(HostNews, OtherLibrariesDoNotSeeThem) {
  Door door;
  door.good("host.changed", news("1201", "deleted"));
  door.set_library("54975");
  EXPECT_EQ(door.call("host.waiting").dump().find("RO1000123"), std::string::npos);
}

TEST(HostNews, OtherShapesAreRefused) {
  Door door;
  EXPECT_EQ(door.call("host.changed", news("1201", "eaten"))["kind"].text(), "problem");
  EXPECT_EQ(door.call("host.changed", Json::object({{"what", "copy"}}))["kind"].text(), "problem");
  door.set_roles({"reader"});
  EXPECT_EQ(door.call("host.changed", news("1201", "deleted"))["code"].text(), "denied");
}

}  // namespace
}  // namespace metodica::test
