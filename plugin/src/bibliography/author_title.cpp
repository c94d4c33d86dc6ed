#include "bibliography/author_title.hpp"

namespace metodica {

std::string author_and_title(const std::string& author, const std::string& title) {
  if (author.empty()) {
    return title;
  }
  return author + (author.back() == '.' ? " " : ". ") + title;
}

}  // namespace metodica
