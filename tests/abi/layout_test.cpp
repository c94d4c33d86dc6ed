// The layout of every struct that crosses a door against the committed list: members may be added
// at the end, nothing else may change.
#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <map>
#include <memory>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "run.hpp"

namespace metodica {
namespace {

/// One struct: its size, and its members' lines ("offset 8 size 8") by name.
struct Layout {
  unsigned long size = 0;
  std::map<std::string, std::string> members;
};

using Layouts = std::map<std::string, Layout>;

Layouts parse(const std::string& text) {
  static const std::regex line_form(R"((\w+)(?:\.(\w+))? (.*))");
  Layouts layouts;
  std::istringstream lines(text);
  std::smatch match;
  for (std::string line; std::getline(lines, line);) {
    if (!std::regex_match(line, match, line_form)) {
      ADD_FAILURE() << "unreadable line: " << line;
    } else if (match[2].matched) {
      layouts[match[1]].members[match[2]] = match[3];
    } else {
      layouts[match[1]].size = std::stoul(match[3].str().substr(5));
    }
  }
  return layouts;
}

/// What changed against the rules, in words.
std::vector<std::string> broken(const Layouts& then, const Layouts& now) {
  std::vector<std::string> faults;
  for (const auto& [name, old] : then) {
    const auto found = now.find(name);
    if (found == now.end()) {
      faults.push_back(name + " is gone");
      continue;
    }
    if (found->second.size < old.size) {
      faults.push_back(name + " became shorter");
    }
    for (const auto& [member, place] : old.members) {
      const auto same = found->second.members.find(member);
      if (same == found->second.members.end() || same->second != place) {
        faults.push_back(name + "." + member + " was moved, retyped or removed");
      }
    }
    for (const auto& [member, place] : found->second.members) {
      if (!old.members.contains(member) && std::stoul(place.substr(7)) < old.size) {
        faults.push_back(name + "." + member + " was put in between");
      }
    }
  }
  return faults;
}

std::string snapshot() {
  std::ifstream in(std::string(METODICA_SOURCE_DIR) + "/tests/abi/layout.txt");
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Layout, OnlyAppendsAgainstTheSnapshot) {
  const std::string now = run(std::string(METODICA_BUILD_DIR) + "/tests/abi_layout");
  for (const std::string& fault : broken(parse(snapshot()), parse(now))) {
    ADD_FAILURE() << fault;
  }
  EXPECT_EQ(now, snapshot()) << "appended members belong into tests/abi/layout.txt and CHANGES.md";
}

TEST(Layout, EveryStructOfTheDoorsIsInTheSnapshot) {
  const std::string names =
      run("grep -rhoE --exclude-dir=draft 'struct metodica_[a-z_]+ \\{' " METODICA_SOURCE_DIR
          "/host-api/include");
  const Layouts known = parse(snapshot());
  std::istringstream lines(names);
  int structs = 0;
  for (std::string word, name, brace; lines >> word >> name >> brace; ++structs) {
    EXPECT_TRUE(known.contains(name)) << name;
  }
  EXPECT_GE(structs, 18);
}

TEST(Layout, AMovedMemberIsNoticed) {
  const Layouts then = parse("t size 16\nt.a offset 0 size 8\nt.b offset 8 size 8\n");
  EXPECT_TRUE(broken(then, then).empty());
  EXPECT_TRUE(broken(then, parse("t size 24\nt.a offset 0 size 8\nt.b offset 8 size 8\n"
                                 "t.c offset 16 size 8\n"))
                  .empty());
  EXPECT_EQ(broken(then, parse("t size 16\nt.a offset 8 size 8\nt.b offset 0 size 8\n")).size(),
            2U);
  EXPECT_EQ(broken(then, parse("t size 8\nt.a offset 0 size 8\n")).size(), 2U);
  EXPECT_EQ(broken(then, {}).size(), 1U);
}

}  // namespace
}  // namespace metodica
