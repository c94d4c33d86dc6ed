// The double as a program: serves a small Koha until its standard input ends. For the kit and for
// figures, where the double must be another process. Usage: koha_double_server ITEMS CLIENT_FILE
#include <sys/stat.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>

#include "rest_koha.hpp"

int main(int count, char** words) {
  using namespace metodica::koha::test;
  if (count != 3) {
    std::cerr << "usage: koha_double_server ITEMS CLIENT_FILE\n";
    return 2;
  }
  KohaData data;
  std::int64_t title = 0;
  for (const char* const name : {"Luceafărul", "Poezii alese", "Amintiri din copilărie"}) {
    title = data.add_title(record_of(data.flavour, name), name);
  }
  data.fill(std::strtoll(words[1], nullptr, 10), title);
  std::ofstream(words[2]) << "metodica\ngeheim\n";
  ::chmod(words[2], 0600);
  const RestKoha koha(data);
  std::cout << koha.url() << std::endl;
  for (std::string line; std::getline(std::cin, line);) {
  }
  return 0;
}
