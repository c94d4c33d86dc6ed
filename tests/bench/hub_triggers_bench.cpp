// bench_hub_triggers [ACTS] [COPIES]: what writing into the outbox costs. Receptions of COPIES
// copies, ACTS times before and after the library is enrolled, on each engine; three copies a
// title.

#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "support/door.hpp"

namespace metodica::bench {
namespace {

Json reception(int number, int copies) {
  constexpr int of_a_title = 3;
  Json lines = Json::array();
  for (int done = 0; done < copies; done += of_a_title) {
    lines.add(Json::object({{"title", "Titlul " + std::to_string(done)},
                            {"author", "Autor" + std::to_string(done % 97) + ", Ion"},
                            {"language", "ro"},
                            {"udc", "821.135.1"},
                            {"register", "carti"},
                            {"copies", std::min(of_a_title, copies - done)},
                            {"unit_value", "10.00"}}));
  }
  return Json::object({{"source", "donation"},
                       {"partner", "Donator"},
                       {"act", Json::object({{"kind", "minutes"},
                                             {"number", std::to_string(number)},
                                             {"date", "2026-01-02"}})},
                       {"lines", std::move(lines)}});
}

double seconds_for(test::Door& door, int first, int acts, int copies) {
  const auto begin = std::chrono::steady_clock::now();
  for (int act = first; act < first + acts; ++act) {
    const Json reply = door.call("acquisition.receive", reception(act, copies));
    if (door.status() != METODICA_OK) {
      std::fprintf(stderr, "%s\n", reply.dump().c_str());
      std::exit(1);
    }
  }
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

void measure(test::TestEngine engine, int acts, int copies) {
  test::Door door(engine);
  door.call("registers.open",
            Json::object({{"opened_on", "2026-01-01"},
                          {"registers",
                           Json::array({Json::object(
                               {{"code", "carti"}, {"name", "Cărți"}, {"category", "book"}})})}}));
  seconds_for(door, 1, 1, copies);
  const double before = seconds_for(door, 2, acts, copies);
  door.call("sync.start", Json::object({{"node", "n1"}, {"hub", "https://hub.example.ro"}}));
  const double after = seconds_for(door, acts + 2, acts, copies);
  const double all = static_cast<double>(acts) * copies;
  std::printf("%s: %.0f copies/s before enrolment, %.0f after: %+.0f %% time\n",
              test::name_of(engine).c_str(), all / before, all / after,
              100 * (after - before) / before);
}

}  // namespace
}  // namespace metodica::bench

int main(int argc, char** argv) {
  const int acts = argc > 1 ? std::atoi(argv[1]) : 10;
  const int copies = argc > 2 ? std::atoi(argv[2]) : 1000;
  metodica::bench::measure(metodica::test::TestEngine::sqlite_file, acts, copies);
  metodica::bench::measure(metodica::test::TestEngine::postgresql, acts, copies);
}
