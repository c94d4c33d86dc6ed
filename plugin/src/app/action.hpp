/// Action: a named thing a user or a program can do. One form describes its arguments: it is read
/// with it, shown with it, and its JSON Schema in app.actions comes from it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/call.hpp"
#include "app/reply.hpp"
#include "app/role.hpp"
#include "ui/form.hpp"
#include "ui/values.hpp"

namespace metodica {

enum class ActionKind : std::uint8_t {
  read = 1,  ///< reads one consistent state
  write,     ///< needs a key; reply stored and given again when the key returns
  paper,     ///< a document whose issue is recorded: needs a key; drawn again when the key returns
};

struct Action {
  std::string name;  ///< "withdrawal.propose"
  ActionKind kind = ActionKind::read;
  Roles roles;             ///< any of these may; empty = everyone who is known
  std::string reply_kind;  ///< "data", "screen", "document", "progress": what success answers with

  /// The arguments. Called with the caller's messages; must not depend on data.
  std::function<Form(const Messages&)> form;
  std::string example;       ///< a JSON object of arguments that pass the form
  std::string reply_schema;  ///< JSON Schema of the content of a data reply; "" for the other kinds

  std::function<Result<Reply>(Call&, const Values&)> run;

  /// Optional: the screen to show when the arguments are refused or `run` ends in a problem, with
  /// what was typed and the problems at their fields. Runs in a reading transaction.
  std::function<Result<Reply>(Call&, const Json& typed, const std::vector<Problem>&)> again;

  /// Of a writing action: repeating it is harmless by its own rules (the exchange with the hub), or
  /// its reply is a secret shown once. Nothing of it is kept under its key.
  bool unkept = false;
};

/// The actions of all modules, by name.
using ActionList = std::vector<Action>;

/// A form without fields, for actions without arguments.
Form no_arguments(const Messages& say);

}  // namespace metodica
