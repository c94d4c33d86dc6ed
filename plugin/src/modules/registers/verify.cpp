#include "modules/registers/verify.hpp"

#include "modules/registers/api.hpp"
#include "modules/registers/invariants.hpp"
#include "modules/registers/inventory_store.hpp"
#include "modules/registers/movement_store.hpp"
#include "storage/sha256.hpp"

namespace metodica::registers {
namespace {

constexpr std::int64_t lines_a_step = 5000;
constexpr std::int64_t lots_a_step = 200;
constexpr std::string_view separator = "\x1f";

class ChainCheck {
 public:
  ChainCheck(VerifyState& state, std::string chain, std::vector<Finding>& findings,
             std::size_t most)
      : state_(state), chain_(std::move(chain)), findings_(findings), most_(most) {}

  /// `text` is the stored previous hash followed by the facts; `hash` what is stored for the row.
  void row(std::int64_t position, const std::string& name, const std::string& text,
           const std::string& hash) {
    const bool linked = text.compare(0, state_.hash.size(), state_.hash) == 0;
    digest_.add(text);
    if (digest_.hex() != hash) {
      found(name, "registers.verify_changed");
    } else if (!linked) {
      found(name, "registers.verify_unlinked");
    }
    state_.hash = hash;
    state_.after = position;
    ++state_.rows;
  }

  void found(const std::string& name, std::string message) {
    if (findings_.size() >= most_)
      return;
    findings_.push_back(
        {chain_ + " " + name, Problem(METODICA_DAMAGED, std::move(message), {{"row", name}})});
  }

 private:
  VerifyState& state_;
  std::string chain_;
  std::vector<Finding>& findings_;
  std::size_t most_;
  Sha256 digest_;
};

/// True when the chain has more rows.
bool inventory_step(UnitOfWork& work, const std::string& code, VerifyState& state,
                    ChainCheck& check) {
  std::int64_t read = 0;
  work.each<std::int64_t, std::string, std::string>(
      "SELECT number, hash, " + std::string(canonical_sql()) +
          " FROM inventory_entry WHERE library = {library} AND register = $2 AND number > $3 "
          "ORDER BY number LIMIT $4",
      {canonical_format(), code, state.after, lines_a_step},
      [&](std::int64_t number, const std::string& hash, const std::string& text) {
        check.row(number, std::to_string(number), text, hash);
        ++read;
      });
  return read == lines_a_step;
}

std::string copies_text(UnitOfWork& work, const Lot& lot) {
  if (lot.part == Part::entries)
    return canonical_ranges(lot.ranges);
  std::string out;
  for (const auto& copy : copies_of_exit(work, lot.year, lot.number)) {
    out += copy.register_code + ":" + std::to_string(copy.number) + ";";
  }
  return out;
}

bool movement_step(UnitOfWork& work, Part part, VerifyState& state, ChainCheck& check) {
  const auto rows = lots(work, part, 0, state.after, lots_a_step);
  for (const auto& lot : rows) {
    const std::string name = std::to_string(lot.number) + "/" + std::to_string(lot.year);
    if (lot.sequence != state.after + 1)
      check.found(name, "registers.verify_missing");
    check.row(lot.sequence, name,
              lot.previous_hash + canonical(lot, work.tenancy().own, copies_text(work, lot)),
              lot.hash);
  }
  return static_cast<std::int64_t>(rows.size()) == lots_a_step;
}

bool closes_step(UnitOfWork& work, VerifyState& state, ChainCheck& check) {
  work.each<std::int64_t, std::string, std::string>(
      "SELECT year, hash, previous_hash || library || $1 || CAST(year AS TEXT) || $1 || closed_on "
      "|| $1 || "
      "closed_by || $1 || closed_at || $1 || recapitulation || $1 || chains FROM year_close "
      "WHERE library = {library} AND year > $2 ORDER BY year",
      {separator, state.after},
      [&](std::int64_t year, const std::string& hash, const std::string& text) {
        check.row(year, std::to_string(year), text, hash);
      });
  return false;
}

std::int64_t rows_to_verify(UnitOfWork& work) {
  return work.number("SELECT COUNT(*) FROM inventory_entry WHERE library = {library}") +
         work.number("SELECT COUNT(*) FROM movement_lot WHERE library = {library}") +
         work.number("SELECT COUNT(*) FROM year_close WHERE library = {library}");
}

bool step(UnitOfWork& work, const std::string& chain, VerifyState& state, ChainCheck& check) {
  if (chain == "rmf-1")
    return movement_step(work, Part::entries, state, check);
  if (chain == "rmf-2")
    return movement_step(work, Part::exits, state, check);
  if (chain == "closes")
    return closes_step(work, state, check);
  return inventory_step(work, chain.substr(3), state, check);
}

}  // namespace

std::vector<std::string> chain_names(UnitOfWork& work) {
  std::vector<std::string> names = {"rmf-1", "rmf-2"};
  for (const auto& book : inventory_registers(work))
    names.push_back("ri-" + book.code);
  names.emplace_back("closes");
  return names;
}

void verify_some(UnitOfWork& work, VerifyState& state, std::vector<Finding>& findings,
                 const std::function<bool()>& out_of_time, std::size_t most) {
  const auto chains = chain_names(work);
  if (state.of == 0)
    state.of = rows_to_verify(work);
  while (state.stage < chains.size()) {
    ChainCheck check(state, chains[state.stage], findings, most);
    const bool more = step(work, chains[state.stage], state, check);
    if (!more) {
      ++state.stage;
      state.after = 0;
      state.hash.clear();
    }
    if (out_of_time())
      return;
  }
  check_invariants(work, findings, most);
  state.done = true;
}

}  // namespace metodica::registers
