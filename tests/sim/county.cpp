#include "sim/county.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <stdexcept>

#include "storage/outbox.hpp"

namespace metodica::sim {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t hour_ms = 3600LL * 1000;
constexpr const char* county_library = "CJ";

class SimWorld final : public World {
 public:
  SimWorld(Fate& fate, std::int64_t skew_ms) : fate_(fate), skew_ms_(skew_ms) {}
  std::int64_t now_ms() override { return fate_.now_ms + skew_ms_; }
  std::int64_t steady_ms() override { return fate_.now_ms; }
  std::uint64_t random() override { return fate_.chance(); }

 private:
  Fate& fate_;
  std::int64_t skew_ms_;
};

std::string token_of(Fate& fate) {
  std::string token;
  while (token.size() < 64)
    token += "0123456789abcdef"[fate.pick(16)];
  return token;
}

Json roles(bool county) {
  Json::Array all = {"reader", "librarian", "keeper", "manager", "accountant", "administrator"};
  if (county)
    all.emplace_back("methodologist");
  return all;
}

// Migrating takes longer than everything else: done once, then copied.
fs::path migrated_database() {
  static const test::TemporaryFolder folder;
  const fs::path file = folder.path() / "node.db";
  if (!fs::exists(file)) {
    Fate fate(0);
    Place place(fate, folder.path(), county_library);
  }
  return file;
}

}  // namespace

Place::Place(Fate& fate, const fs::path& folder, std::string library, std::int64_t skew_ms)
    : fate_(fate), folder_(folder), library_(std::move(library)), skew_ms_(skew_ms) {
  fs::create_directories(folder_);
  std::ofstream(folder_ / "metodica.ini")
      << "[node]\nlibrary = " << library_ << "\npath = " << (folder_ / "node.db").string()
      << "\n[adapter]\nlibrary = " METODICA_BUILD_DIR "/lib/metodica/libmetodica-template.so\n";
  start();
}

void Place::start() {
  auto app = Application::open((folder_ / "metodica.ini").string(),
                               std::make_unique<SimWorld>(fate_, skew_ms_));
  if (!app)
    throw std::runtime_error(app.error().message);
  app_ = *std::move(app);
  if (const auto started = app_->start(); !started)
    throw std::runtime_error(started.error().message);
}

Json Place::ask(const Json& request) {
  auto reply = app_->call(request.dump());
  if (reply)
    return *std::move(reply);
  const Problem& problem = reply.error();
  const char* const code = problem.status == METODICA_BUSY          ? "busy"
                           : problem.status == METODICA_UNREACHABLE ? "unreachable"
                                                                    : "refused";
  return Json::object({{"kind", "problem"}, {"code", code}, {"message", problem.message}});
}

Json Place::call(const std::string& action, const Json& args, const std::string& library,
                 bool county) {
  return ask(Json::object(
      {{"do", action},
       {"key", library_ + "-" + std::to_string(++calls_) + "-" + std::to_string(fate_.now_ms)},
       {"as", Json::object({{"user", "sim"},
                            {"library", library.empty() ? library_ : library},
                            {"roles", roles(county)}})},
       {"args", args}}));
}

void Place::crash() {
  app_.reset();
  start();
}

void Place::back_up(const fs::path& to) {
  app_.reset();
  fs::copy_file(folder_ / "node.db", to, fs::copy_options::overwrite_existing);
  start();
}

void Place::restore(const fs::path& from) {
  app_.reset();
  for (const char* const end : {"-wal", "-shm"})
    fs::remove(folder_ / (std::string("node.db") + end));
  fs::copy_file(from, folder_ / "node.db", fs::copy_options::overwrite_existing);
  start();
}

std::string Place::rows_of(const std::string& library) {
  std::string all;
  const auto read =
      app_->database().read({library, {library}}, [&](UnitOfWork& work) -> Result<void> {
        for (const std::string& name : replicated_names(work)) {
          const ReplicatedTable table = replicated_table(work, name);
          std::string columns;
          for (const auto& column : table.columns)
            columns += (columns.empty() ? "" : ", ") + column.name;
          std::string key;
          for (const auto& column : table.key)
            key += (key.empty() ? "" : ", ") + column;
          work.each<std::string>("SELECT json_array(" + columns + ") FROM " + name +
                                     " WHERE library = {library} ORDER BY " + key,
                                 {},
                                 [&](const std::string& row) { all += name + " " + row + "\n"; });
        }
        return {};
      });
  return read ? all : read.error().message;
}

std::string Place::faults_of(const std::string& library) {
  Json args = Json::object();
  for (;;) {
    const Json reply = call("registers.verify", args, library, true);
    if (reply["kind"].text() == "progress") {
      args = reply["next"];
      continue;
    }
    return reply["ok"].boolean() ? std::string() : library + ": " + reply.dump();
  }
}

class County::Line final : public desk::HubLine {
 public:
  Line(County& county, std::size_t node) : county_(county), weather_(county.weather_[node]) {}

  Result<Json> send(std::string_view what, const std::string& body) override {
    Fate& fate = county_.fate_;
    fate.now_ms += 50;
    if (weather_.split || fate.happens(weather_.drop))
      return Unexpected({METODICA_UNREACHABLE, "http.unreachable"});
    // Something older may arrive only now.
    if (!county_.late_.empty() && fate.happens(50)) {
      const auto at =
          county_.late_.begin() + fate.pick(static_cast<std::int64_t>(county_.late_.size()));
      static_cast<void>(arrive(*at));
      county_.late_.erase(at);
    }
    const desk::HubRequest request{std::string(what), token_, body};
    if (fate.happens(weather_.hub_dies))
      county_.hub_->crash();
    Json answer = arrive(request);
    if (fate.happens(weather_.hub_dies))
      county_.hub_->crash();
    if (fate.happens(weather_.repeat))
      county_.late_.push_back(request);
    if (fate.happens(weather_.node_dies))
      throw Crash();
    if (fate.happens(weather_.lose))
      return Unexpected({METODICA_UNREACHABLE, "http.cut_off"});
    return answer;
  }
  void set_token(std::string token) override { token_ = std::move(token); }

 private:
  Json arrive(const desk::HubRequest& request) {
    return desk::answer_node(
        request, [&](const Json& asked) { return county_.hub_->ask(asked); }, "ro");
  }

  County& county_;
  const Weather& weather_;
  std::string token_;
};

County::County(std::uint64_t seed, int nodes, std::optional<std::int64_t> skew_ms) : fate_(seed) {
  const auto furnish = [&](const std::string& name) {
    const fs::path folder = folder_.path() / name;
    fs::create_directories(folder);
    fs::copy_file(migrated_database(), folder / "node.db");
    return folder;
  };
  hub_ = std::make_unique<Place>(fate_, furnish("hub"), county_library);
  hub_->call("hub.init", Json::object());
  for (int i = 0; i < nodes; ++i) {
    const std::string library = std::to_string(60000 + i);
    nodes_.push_back(std::make_unique<Place>(fate_, furnish(library), library,
                                             skew_ms.value_or((fate_.pick(7) - 3) * hour_ms)));
  }
  weather_.resize(nodes_.size());
  codes_.resize(nodes_.size());
  tokens_.resize(nodes_.size());
  acts_.resize(nodes_.size());
}

std::string County::work_at(std::size_t i) {
  fate_.now_ms += fate_.pick(hour_ms);
  Place& place = *nodes_[i];
  int& acts = acts_[i];
  if (acts == 0) {
    ++acts;
    const Json books = Json::array({Json::object(
        {{"code", "carti"}, {"name", "Cărți"}, {"category", "book"}, {"last_number", 0}})});
    const Json reply = place.call(
        "registers.open", Json::object({{"opened_on", "2026-01-01"}, {"registers", books}}));
    return "open " + reply["message"].text();
  }
  const std::string number = std::to_string(++acts);
  const Json act = Json::object({{"kind", "minutes"}, {"number", number}, {"date", "2026-05-02"}});
  if (fate_.happens(60)) {
    const Json line = Json::object({{"title", "Carte " + number},
                                    {"language", fate_.happens(20) ? "hu" : "ro"},
                                    {"udc", "821.135.1"},
                                    {"register", "carti"},
                                    {"copies", 1 + fate_.pick(4)},
                                    {"unit_value", "10.50"}});
    const Json reply =
        place.call("acquisition.receive", Json::object({{"source", "donation"},
                                                        {"partner", "Donator"},
                                                        {"act", act},
                                                        {"lines", Json::array({line})}}));
    return "receive " + reply["message"].text();
  }
  const Json copy = Json::object({{"register", "carti"}, {"number", 1 + fate_.pick(20)}});
  const Json reply = place.call("registers.exit", Json::object({{"cause", "lost_by_user"},
                                                                {"act", act},
                                                                {"approval", "decizia 2/2026"},
                                                                {"copies", Json::array({copy})}}));
  return "exit " + reply["message"].text();
}

std::string County::enrol(std::size_t i, desk::NodeSync& sync, desk::HubLine& line) {
  if (codes_[i].empty()) {
    codes_[i] = hub_->call("hub.code",
                           Json::object({{"name", "Nodul " + nodes_[i]->library()},
                                         {"libraries", Json::array({nodes_[i]->library()})}}),
                           {}, true)["code"]
                    .text();
    tokens_[i] = token_of(fate_);
  }
  line.set_token("");
  const auto enrolled = sync.enrol(codes_[i], tokens_[i], "https://hub");
  line.set_token(tokens_[i]);
  return enrolled ? std::string() : enrolled.error().message;
}

std::string County::sync(std::size_t i) {
  Line line(*this, i);
  desk::NodeSync sync([&](const Json& request) { return nodes_[i]->ask(request); }, line,
                      [&](std::int64_t ms) { fate_.now_ms += ms; }, [&] { return fate_.chance(); });
  sync.set_batch_rows(1 + fate_.pick(60));
  line.set_token(tokens_[i]);
  const auto message_of = [](const Problem& problem) {
    if (!problem.message.empty())
      return problem.message;
    const auto whole = Json::parse(problem.text);
    return whole ? (*whole)["message"].text() : problem.text;
  };
  try {
    const bool known = nodes_[i]->call("sync.state", Json::object())["enrolled"].boolean();
    if (!known) {
      const std::string why = enrol(i, sync, line);
      if (!nodes_[i]->call("sync.state", Json::object())["enrolled"].boolean())
        return why.empty() ? "enrol" : why;
    }
    const auto done = sync.run();
    return done ? std::string() : message_of(done.error());
  } catch (const Crash&) {
    nodes_[i]->crash();
    return "crash";
  }
}

std::string County::recover(std::size_t i) {
  Line line(*this, i);
  desk::NodeSync sync([&](const Json& request) { return nodes_[i]->ask(request); }, line,
                      [&](std::int64_t ms) { fate_.now_ms += ms; }, [&] { return fate_.chance(); });
  line.set_token(tokens_[i]);
  const auto done = sync.recover();
  if (done)
    return {};
  const auto whole = Json::parse(done.error().text);
  return whole ? (*whole)["message"].text() : done.error().message;
}

std::string County::settle() {
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    weather_[i] = {};
    if (const std::string why = sync(i); !why.empty())
      return nodes_[i]->library() + ": " + why;
  }
  return {};
}

std::string County::difference(std::size_t i) {
  const std::string& library = nodes_[i]->library();
  if (nodes_[i]->rows_of(library) != hub_->rows_of(library)) {
    return library + " at the node:\n" + nodes_[i]->rows_of(library) + "at the hub:\n" +
           hub_->rows_of(library);
  }
  return hub_->faults_of(library);
}

}  // namespace metodica::sim
