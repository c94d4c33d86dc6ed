#include "koha/src/rest_definition.hpp"

namespace metodica::koha {
namespace {

constexpr int most_references = 8;

/// "/items/{item_id}" -> "/items/{}"
std::string without_names(std::string_view path) {
  std::string plain;
  for (std::size_t at = 0; at < path.size(); ++at) {
    plain += path[at];
    if (path[at] == '{') {
      at = path.find('}', at);
      if (at == std::string_view::npos) {
        break;
      }
      plain += '}';
    }
  }
  return plain;
}

std::string name_of(std::string_view method, std::string_view path) {
  return std::string(method) + " " + without_names(path);
}

/// Follows {"$ref":"#/definitions/item"} inside the document.
const Json& resolved(const Json& document, const Json& node) {
  const Json* found = &node;
  for (int depth = 0; depth < most_references && found->has("$ref"); ++depth) {
    std::string_view path = (*found)["$ref"].text();
    found = &document;
    while (!path.empty()) {
      const std::size_t slash = path.find('/');
      const std::string_view step = path.substr(0, slash);
      if (step != "#") {
        found = &(*found)[step];
      }
      path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
    }
  }
  return *found;
}

std::set<std::string, std::less<>> parameters_of(const Json& document, const Json& list) {
  std::set<std::string, std::less<>> names;
  for (const Json& one : list.items()) {
    names.insert(resolved(document, one)["name"].text());
  }
  return names;
}

std::set<std::string, std::less<>> required_of(const Json& document, const Json& list) {
  std::set<std::string, std::less<>> members;
  for (const Json& one : list.items()) {
    const Json& parameter = resolved(document, one);
    if (parameter["in"].text() == "body") {
      for (const Json& member : resolved(document, parameter["schema"])["required"].items()) {
        members.insert(member.text());
      }
    }
  }
  return members;
}

}  // namespace

Result<Definition> Definition::from(const Json& document) {
  Definition definition;
  if (!document["paths"].is_object() || document["paths"].members().empty()) {
    return Unexpected({METODICA_DAMAGED, "koha.no_definition"});
  }
  for (const auto& [path, methods] : document["paths"].members()) {
    const auto shared = parameters_of(document, methods["parameters"]);
    for (const auto& [method, operation] : methods.members()) {
      auto names = parameters_of(document, operation["parameters"]);
      names.insert(shared.begin(), shared.end());
      definition.operations_[name_of(method, path)] = std::move(names);
      definition.required_[name_of(method, path)] = required_of(document, operation["parameters"]);
      if (method == "get" && without_names(path) == "/items/{}") {
        const Json& schema = resolved(document, operation["responses"]["200"]["schema"]);
        for (const auto& [field, about] : schema["properties"].members()) {
          definition.item_fields_.insert(field);
        }
      }
    }
  }
  return definition;
}

bool Definition::has(std::string_view method, std::string_view path) const {
  return operations_.contains(name_of(method, path));
}

bool Definition::takes(std::string_view method, std::string_view path,
                       std::string_view parameter) const {
  const auto found = operations_.find(name_of(method, path));
  return found != operations_.end() && found->second.contains(parameter);
}

const std::set<std::string, std::less<>>& Definition::required(std::string_view method,
                                                               std::string_view path) const {
  static const std::set<std::string, std::less<>> nothing;
  const auto found = required_.find(name_of(method, path));
  return found == required_.end() ? nothing : found->second;
}

}  // namespace metodica::koha
