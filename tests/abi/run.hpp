/// Runs a command and gives what it printed.
#pragma once

#include <array>
#include <cstdio>
#include <memory>
#include <string>

namespace metodica {

inline std::string run(const std::string& command) {
  struct Close {
    void operator()(std::FILE* pipe) const { pclose(pipe); }
  };
  const std::unique_ptr<std::FILE, Close> pipe(popen(command.c_str(), "r"));
  std::string text;
  std::array<char, 4096> piece{};
  for (std::size_t n = 0;
       pipe && (n = std::fread(piece.data(), 1, piece.size(), pipe.get())) > 0;) {
    text.append(piece.data(), n);
  }
  return text;
}

}  // namespace metodica
