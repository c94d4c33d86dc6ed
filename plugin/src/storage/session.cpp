#include "storage/session.hpp"

#include <Poco/Data/AbstractBinding.h>
#include <Poco/Data/AbstractExtraction.h>
#include <Poco/Data/Session.h>
#include <Poco/Data/Statement.h>

#include <unordered_map>
#include <utility>

#include "metodica/until_exit.hpp"
#include "storage/errors.hpp"

namespace metodica {
namespace {

using Poco::Data::Statement;

// Binds the values where they are, instead of one Poco binding and one copy for each: a thousand
// rows of a batch are a thousand steps of one statement.
class RowBinding final : public Poco::Data::AbstractBinding {
 public:
  void set(const Arguments& arguments, const Batch* batch) {
    arguments_ = &arguments;
    batch_ = batch;
    row_ = 0;
  }

  std::size_t numOfColumnsHandled() const override {
    return arguments_->size() + (batch_ ? batch_->columns().size() : 0);
  }
  std::size_t numOfRowsHandled() const override { return batch_ ? batch_->rows() : 1; }
  bool canBind() const override { return row_ < numOfRowsHandled(); }
  void reset() override { row_ = 0; }

  void bind(std::size_t position) override {
    Poco::Data::AbstractBinder& binder = *getBinder();
    constexpr auto in = Poco::Data::AbstractBinder::PD_IN;
    for (const Bind* argument : *arguments_) {
      std::visit([&](const auto& value) { binder.bind(position++, value, in); }, argument->value());
    }
    if (batch_) {
      for (const Batch::Column& column : batch_->columns()) {
        if (column.kind == ColumnKind::integer) {
          binder.bind(position++, column.integers[row_], in);
        } else {
          binder.bind(position++, column.texts[row_], in);
        }
      }
    }
    ++row_;
  }

 private:
  const Arguments* arguments_ = nullptr;
  const Batch* batch_ = nullptr;
  std::size_t row_ = 0;
};

// Hands each row on as soon as the engine gives it, in variables that keep their memory.
class RowExtraction final : public Poco::Data::AbstractExtraction, public Row {
 public:
  void set(const std::vector<ColumnKind>& kinds, const RowSink& sink) {
    kinds_ = &kinds;
    sink_ = &sink;
    stopped_ = false;
    integers_.resize(kinds.size());
    texts_.resize(kinds.size());
  }
  [[nodiscard]] bool stopped() const { return stopped_; }

  std::size_t numOfColumnsHandled() const override { return kinds_->size(); }
  std::size_t numOfRowsHandled() const override { return 1; }
  std::size_t numOfRowsAllowed() const override { return getLimit(); }
  Poco::Data::AbstractPreparation::Ptr createPreparation(PreparatorPtr&, std::size_t) override {
    return {};
  }

  std::size_t extract(std::size_t position) override {
    if (stopped_) {
      return 1;
    }
    Poco::Data::AbstractExtractor& from = *getExtractor();
    for (std::size_t i = 0; i < kinds_->size(); ++i) {
      if ((*kinds_)[i] == ColumnKind::integer) {
        if (!from.extract(position + i, integers_[i])) {
          integers_[i] = 0;
        }
      } else if (!from.extract(position + i, texts_[i])) {
        texts_[i].clear();
      }
    }
    stopped_ = !(*sink_)(*this);
    return 1;
  }

  std::int64_t integer(std::size_t column) const override { return integers_.at(column); }
  const std::string& text(std::size_t column) const override { return texts_.at(column); }

 private:
  const std::vector<ColumnKind>* kinds_ = nullptr;
  const RowSink* sink_ = nullptr;
  bool stopped_ = false;
  std::vector<Poco::Int64> integers_;
  std::vector<std::string> texts_;
};

struct Prepared {
  Prepared(Poco::Data::Session& session, std::string_view sql) : statement(session) {
    statement << std::string(sql);
  }

  // The pointers are kept by the statement.
  void bind(const Arguments& arguments, const Batch* batch = nullptr) {
    if (!binding && (batch || !arguments.empty())) {
      binding = new RowBinding;  // NOLINT(cppcoreguidelines-owning-memory): Poco's pointer owns it
      binding->set(arguments, batch);
      statement.addBind(binding);
    } else if (binding) {
      binding->set(arguments, batch);
    }
  }
  void extract(const std::vector<ColumnKind>& kinds, const RowSink& sink) {
    if (!extraction) {
      extraction = new RowExtraction;  // NOLINT(cppcoreguidelines-owning-memory)
      extraction->set(kinds, sink);
      statement.addExtract(extraction);
    } else {
      extraction->set(kinds, sink);
    }
  }

  Statement statement;
  RowBinding* binding = nullptr;
  RowExtraction* extraction = nullptr;
  bool worked = false;
};

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};
using Cache = std::unordered_map<std::string, std::unique_ptr<Prepared>, TextHash, std::equal_to<>>;

// Far above the number of texts of the program; lists for many libraries could exceed it.
constexpr std::size_t most_statements = 512;

}  // namespace

struct Session::State {
  State(const std::string& connector, const std::string& connection)
      : session(connector, connection), whole_answers(connector != "sqlite") {}

  Prepared& prepared(Cache& cache, std::string_view sql) {
    const auto found = cache.find(sql);
    if (found != cache.end()) {
      return *found->second;
    }
    if (cache.size() >= most_statements) {
      cache.clear();
    }
    return *cache.emplace(sql, std::make_unique<Prepared>(session, sql)).first->second;
  }

  void drop(Cache& cache, std::string_view sql) {
    const auto found = cache.find(sql);
    if (found != cache.end()) {
      cache.erase(found);
    }
  }

  // A statement that failed is in no state that Poco can go on from. PostgreSQL's, when it had
  // worked before, cannot even be destroyed: Poco 1.11 frees its last answer a second time. It is
  // left to the end of the process.
  void drop_failed(Cache& cache, std::string_view sql) {
    const auto found = cache.find(sql);
    if (found != cache.end()) {
      if (whole_answers && found->second->worked) {
        keep_until_exit(std::move(found->second));
      }
      cache.erase(found);
    }
  }

  template <class Function>
  auto use(Cache& cache, std::string_view sql, const Function& function) {
    Prepared& statement = prepared(cache, sql);
    try {
      const auto answer = function(statement);
      statement.worked = true;
      return answer;
    } catch (...) {
      drop_failed(cache, sql);
      throw;
    }
  }

  Poco::Data::Session session;
  bool whole_answers;  // the client already holds all rows: reading to the end is cheap
  Cache commands;
  Cache queries;
};

template <class Function>
auto Session::guarded(Function function) -> decltype(function()) {
  try {
    return function();
  } catch (const Poco::Exception&) {
    rethrow_as_storage_error(place_, !connected());
  }
}

Session::Session(const std::string& connector, const std::string& connection, std::string place)
    : place_(std::move(place)) {
  try {
    state_ = std::make_unique<State>(connector, connection);
  } catch (const Poco::Exception&) {
    rethrow_as_storage_error(place_, false);
  }
}

Session::~Session() = default;

std::int64_t Session::execute(std::string_view sql, const Arguments& arguments) {
  return guarded([&] {
    return state_->use(state_->commands, sql, [&](Prepared& prepared) {
      prepared.bind(arguments);
      return static_cast<std::int64_t>(prepared.statement.execute());
    });
  });
}

void Session::execute_rows(std::string_view sql, const Arguments& leading, const Batch& batch) {
  guarded([&] {
    state_->use(state_->commands, sql, [&](Prepared& prepared) {
      prepared.bind(leading, &batch);
      return prepared.statement.execute();
    });
  });
}

void Session::fetch(std::string_view sql, const Arguments& arguments,
                    const std::vector<ColumnKind>& kinds, const RowSink& sink) {
  // Most answers are one row: with a limit of one, such a statement is finished and stays prepared
  // even when the caller stops at the first row. A longer answer goes on in larger pieces.
  constexpr Poco::UInt32 piece = 1000;
  guarded([&] {
    const bool finished = state_->use(state_->queries, sql, [&](Prepared& prepared) {
      prepared.bind(arguments);
      prepared.extract(kinds, sink);
      prepared.statement, Poco::Data::Keywords::limit(1);
      prepared.statement.execute();
      const auto more = [&] {
        return !prepared.statement.done() &&
               (state_->whole_answers || !prepared.extraction->stopped());
      };
      if (more()) {
        prepared.statement, Poco::Data::Keywords::limit(piece);
      }
      while (more()) {
        prepared.statement.execute();
      }
      return prepared.statement.done();
    });
    // Poco cannot rewind a statement halfway; left open it would keep the old state of the
    // database.
    if (!finished) {
      state_->drop(state_->queries, sql);
    }
  });
}

void Session::once(std::string_view sql) {
  guarded([&] { Prepared(state_->session, sql).statement.execute(); });
}

std::string Session::ask(std::string_view sql, const Arguments& arguments) {
  return guarded([&] {
    std::string answer;
    const RowSink sink = [&](const Row& row) {
      answer = row.text(0);
      return false;
    };
    const std::vector<ColumnKind> kinds = {ColumnKind::text};
    Prepared prepared(state_->session, sql);
    prepared.bind(arguments);
    prepared.extract(kinds, sink);
    prepared.statement.execute();
    return answer;
  });
}

void Session::begin() {
  guarded([&] { state_->session.begin(); });
}

void Session::commit() {
  guarded([&] { state_->session.commit(); });
}

void Session::rollback() {
  guarded([&] { state_->session.rollback(); });
}

bool Session::connected() const {
  return state_->session.isConnected();
}

void Session::forget() {
  state_->commands.clear();
  state_->queries.clear();
}

void Session::leak() {
  keep_until_exit(std::move(state_));
}

}  // namespace metodica
