#include <map>
#include <string>
#include <vector>

#include "koha/src/abilities.hpp"
#include "koha/src/info.hpp"

namespace metodica::koha {
namespace {

Json node(const std::string& id, const std::string& parent, std::string_view is,
          const std::string& code, const std::string& name) {
  return Json::object({{"id", id}, {"parent", parent}, {"is", is}, {"code", code}, {"name", name}});
}

/// The nodes of one library of ours: itself, then its branches.
class Tree {
 public:
  Tree(const Site& site, const Json::Array& libraries) : site_(site), libraries_(libraries) {}

  std::vector<Json> nodes() {
    if (site_.libraries.empty() && !site_.library.empty()) {
      add(node(root_id(site_.library), "", "library", site_.library, site_.name));
    }
    for (const Json& one : libraries_) {
      const LibraryName ours = site_.ours(one["library_id"].text());
      if (ours.branch.empty()) {
        add(node(one["library_id"].text(), "", "library", ours.library, one["name"].text()));
        roots_.emplace(ours.library, one["library_id"].text());
      }
    }
    for (const Json& one : libraries_) {
      const LibraryName ours = site_.ours(one["library_id"].text());
      if (!ours.branch.empty()) {
        add(node(one["library_id"].text(), parent_of(ours.library), "branch", ours.branch,
                 one["name"].text()));
      }
    }
    return std::move(nodes_);
  }

 private:
  static std::string root_id(const std::string& library) { return "library-" + library; }

  void add(Json made) { nodes_.push_back(std::move(made)); }

  // A library that is no library of Koha, only its branches are.
  std::string parent_of(const std::string& library) {
    const auto found = roots_.find(library);
    if (found != roots_.end()) {
      return found->second;
    }
    if (!site_.libraries.empty()) {
      add(node(root_id(library), "", "library", library, library));
    }
    return roots_.emplace(library, root_id(library)).first->second;
  }

  const Site& site_;
  const Json::Array& libraries_;
  std::vector<Json> nodes_;
  std::map<std::string, std::string> roots_;
};

}  // namespace

std::string Libraries::abilities() const {
  return abilities_of(door_, {{"tree", "libraries", R"("read":true)"}});
}

Result<void> Libraries::tree(const CallContext& context, std::string_view /*in*/, Sink& out) {
  METODICA_TRY(const Json answer, door_.ask(context, "libraries", Json::object()));
  const std::vector<Json> nodes = Tree(site_, answer["libraries"].items()).nodes();
  for (const Json& one : nodes) {
    METODICA_CHECK(out.line(one.dump()));
  }
  const auto places = door_.ask(context, "values", Json::object({{"category", "LOC"}}));
  if (!places && places.error().status != METODICA_UNSUPPORTED) {
    return Unexpected(places.error());
  }
  // Koha's shelving places belong to no library: they hang on the first.
  if (!places || nodes.empty()) {
    return {};
  }
  for (const Json& place : (*places)["values"].items()) {
    const std::string& value = place["value"].text();
    METODICA_CHECK(out.line(node("LOC-" + value, nodes.front()["id"].text(), "place",
                                 site_.our_place(value), place["description"].text())
                                .dump()));
  }
  return {};
}

}  // namespace metodica::koha
