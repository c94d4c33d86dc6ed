// Build tool: writes files into a C++ source as a table of EmbeddedFile.
// Usage: embed OUT SYMBOL BASE FILE...

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

namespace {

// Adjacent short literals: compilers limit the length of a single one.
void write_literal(std::ostream& out, const std::string& bytes) {
  constexpr std::size_t line = 100;
  if (bytes.empty())
    out << "\"\"";
  for (std::size_t at = 0; at < bytes.size(); at += line) {
    out << "    \"";
    for (const char c : bytes.substr(at, line)) {
      const auto code = static_cast<unsigned char>(c);
      if (c == '"' || c == '\\' || c == '?') {
        out << '\\' << c;
      } else if (code >= 0x20 && code < 0x7f) {
        out << c;
      } else {
        out << '\\' << char('0' + (code >> 6)) << char('0' + ((code >> 3) & 7))
            << char('0' + (code & 7));
      }
    }
    out << "\"\n";
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::cerr << "usage: embed OUT SYMBOL BASE FILE...\n";
    return 2;
  }
  std::ofstream out(argv[1], std::ios::binary);
  // Both compilers know this pragma; the standard promises no more than 65 536 characters.
  out << "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n\n"
      << "#include \"text/embedded.hpp\"\n\nnamespace metodica::embedded {\nnamespace {\n"
      << "constexpr EmbeddedFile files[] = {\n";
  for (int i = 4; i < argc; ++i) {
    std::ifstream in(argv[i], std::ios::binary);
    if (!in) {
      std::cerr << "embed: cannot read " << argv[i] << '\n';
      return 1;
    }
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    out << "  {\"" << std::filesystem::path(argv[i]).lexically_relative(argv[3]).generic_string()
        << "\", std::string_view(\n";
    write_literal(out, bytes);
    out << "    , " << bytes.size() << ")},\n";
  }
  out << "};\n}  // namespace\n"
      << "extern const std::span<const EmbeddedFile> " << argv[2] << ";\n"
      << "const std::span<const EmbeddedFile> " << argv[2] << "(files);\n"
      << "}  // namespace metodica::embedded\n";
  return out ? 0 : 1;
}
