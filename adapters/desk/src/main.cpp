#include <unistd.h>

#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "command.hpp"

int main(int count, char** values) {
  std::ios::sync_with_stdio(false);
  const std::vector<std::string> arguments(values + (count > 0 ? 1 : 0), values + count);
  metodica::desk::Console console{std::cin, std::cout, std::cerr, ::isatty(STDERR_FILENO) == 1};
  try {
    return metodica::desk::run_program(arguments, console);
  } catch (const std::exception& failure) {
    std::cerr << "metodica: " << failure.what() << "\n";
    return metodica::desk::exit_problem;
  }
}
