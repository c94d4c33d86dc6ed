/// Classes that other libraries gave to a work: the county's list, and catalogues by Z39.50 and SRU
/// (domain note on classification, 8, step 1). Catalogues are off until the library names one.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/action.hpp"
#include "bibliography/udc_suggestion.hpp"
#include "exchange/remote_catalogue.hpp"

namespace metodica::processing {

/// A place to ask. To add one, write a class and name it in class_sources().
class ClassSource {
 public:
  virtual ~ClassSource() = default;
  [[nodiscard]] virtual std::string name() const = 0;
  /// The records it has of the work, at most a handful; blocks for some seconds at most. Errors:
  /// METODICA_UNREACHABLE, whatever its message.
  virtual Result<std::vector<Title>> ask(const CatalogueQuestion& question) = 0;
};

/// Those that are switched on, in the order of asking.
std::vector<std::unique_ptr<ClassSource>> class_sources(Call& call);

/// What all of them answered together.
struct ClassesElsewhere {
  std::vector<ClassElsewhere> classes;  ///< faultless notations only, each class and source once
  std::vector<Problem> silent;          ///< one for each source that did not answer
};
ClassesElsewhere ask_sources(Call& call, const CatalogueQuestion& question);

/// Whether anybody can be asked; reads the database only.
bool has_class_sources(UnitOfWork& work);

/// processing.catalogues, .catalogues_save: the list of catalogues to ask.
void add_catalogue_screens(ActionList& actions);

}  // namespace metodica::processing
