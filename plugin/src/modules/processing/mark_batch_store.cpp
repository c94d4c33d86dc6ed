#include "modules/processing/mark_batch_store.hpp"

namespace metodica::processing {
namespace {

constexpr std::string_view batch_columns = "id, work, chosen, state, copies, planned_at ";

std::vector<MarkBatch> read_batches(UnitOfWork& work, const std::string& condition,
                                    const Binds& binds) {
  std::vector<MarkBatch> batches;
  work.each<std::string, std::string, std::string, std::string, std::int64_t, std::string>(
      "SELECT " + std::string(batch_columns) + "FROM mark_batch WHERE library = {library} " +
          condition,
      binds,
      [&](std::string id, std::string what, std::string chosen, std::string state,
          std::int64_t copies, std::string planned_at) {
        batches.push_back({std::move(id), std::move(what), std::move(chosen), std::move(state),
                           copies, std::move(planned_at)});
      });
  return batches;
}

// `condition` follows the WHERE that binds the library.
std::vector<BatchLine> read_lines(UnitOfWork& work, const std::string& condition,
                                  const Binds& binds) {
  std::vector<BatchLine> lines;
  using Text = std::string;
  work.each<std::int64_t, Text, std::int64_t, Text, Text, Text, Text, Text, Text, Text, Text, Text,
            Text, Text, Text, Text, Text>(
      "SELECT position, register, number, state, reason, title_key, udc, section, shelf_udc, "
      "author_mark, work_mark, volume, copy_number, planned, given, before_text, before_mark FROM "
      "mark_batch_line WHERE library = {library} AND " +
          condition,
      binds,
      [&](std::int64_t position, Text code, std::int64_t number, Text state, Text reason,
          Text title_key, Text udc, Text section, Text shelf_udc, Text author_mark, Text work_mark,
          Text volume, Text copy_number, Text planned, Text given, Text before, Text before_mark) {
        lines.push_back({position,
                         {std::move(code), number},
                         std::move(state),
                         std::move(reason),
                         std::move(title_key),
                         std::move(udc),
                         {std::move(section), std::move(shelf_udc), std::move(author_mark),
                          std::move(work_mark), std::move(volume), std::move(copy_number)},
                         std::move(planned),
                         std::move(given),
                         std::move(before),
                         std::move(before_mark)});
      });
  return lines;
}

std::optional<BatchLine> first_of(std::vector<BatchLine> lines) {
  if (lines.empty())
    return {};
  return std::move(lines.front());
}

}  // namespace

void keep_batch(UnitOfWork& work, const MarkBatch& batch, std::string_view by) {
  work.execute(
      "INSERT INTO mark_batch (library, id, work, chosen, state, copies, planned_at, planned_by) "
      "VALUES ({library}, $1, $2, $3, $4, $5, $6, $7)",
      {batch.id, batch.work, batch.chosen, batch.state, batch.copies, batch.planned_at, by});
}

std::optional<MarkBatch> batch_named(UnitOfWork& work, const std::string& id) {
  auto batches = read_batches(work, "AND id = $1", {id});
  if (batches.empty())
    return {};
  return std::move(batches.front());
}

void set_batch_state(UnitOfWork& work, const std::string& id, std::string_view state) {
  work.execute("UPDATE mark_batch SET state = $1 WHERE library = {library} AND id = $2",
               {state, id});
}

std::vector<MarkBatch> newest_batches(UnitOfWork& work, std::int64_t limit) {
  return read_batches(work, "ORDER BY planned_at DESC, id DESC LIMIT $1", {limit});
}

void add_lines(UnitOfWork& work, const std::string& batch,
               const std::vector<InventoryNumber>& numbers) {
  Batch rows("mark_batch_line", {{"batch", ColumnKind::text},
                                 {"position", ColumnKind::integer},
                                 {"register", ColumnKind::text},
                                 {"number", ColumnKind::integer},
                                 {"state", ColumnKind::text},
                                 {"reason", ColumnKind::text},
                                 {"title_key", ColumnKind::text},
                                 {"udc", ColumnKind::text},
                                 {"section", ColumnKind::text},
                                 {"shelf_udc", ColumnKind::text},
                                 {"author_mark", ColumnKind::text},
                                 {"work_mark", ColumnKind::text},
                                 {"volume", ColumnKind::text},
                                 {"copy_number", ColumnKind::text},
                                 {"planned", ColumnKind::text},
                                 {"given", ColumnKind::text},
                                 {"before_text", ColumnKind::text},
                                 {"before_mark", ColumnKind::text}});
  std::int64_t position = 0;
  for (const auto& number : numbers) {
    rows.add({batch, ++position, number.register_code, number.number, "waiting", "", "", "", "", "",
              "", "", "", "", "", "", "", ""});
  }
  work.insert(rows);
}

void keep_line(UnitOfWork& work, const std::string& batch, const BatchLine& line) {
  work.execute(
      "UPDATE mark_batch_line SET state = $1, reason = $2, title_key = $3, udc = $4, section = $5, "
      "shelf_udc = $6, author_mark = $7, work_mark = $8, volume = $9, copy_number = $10, planned = "
      "$11, given = $12, before_text = $13, before_mark = $14 WHERE library = {library} AND batch "
      "= "
      "$15 AND position = $16",
      {line.state, line.reason, line.title_key, line.udc, line.mark.section, line.mark.udc,
       line.mark.author_mark, line.mark.work_mark, line.mark.volume, line.mark.copy, line.planned,
       line.given, line.before, line.before_mark, batch, line.position});
}

std::vector<BatchLine> batch_lines(UnitOfWork& work, const std::string& batch,
                                   std::string_view state, std::int64_t after, std::int64_t limit) {
  return read_lines(
      work,
      "batch = $1 AND ($2 = '' OR state = $2 OR ($2 = 'changes' AND state <> 'same')) "
      "AND position > $3 ORDER BY position LIMIT $4",
      {batch, state, after, limit});
}

std::int64_t count_lines(UnitOfWork& work, const std::string& batch, std::string_view state) {
  return work.number(
      "SELECT COUNT(*) FROM mark_batch_line WHERE library = {library} AND batch = $1 AND state = "
      "$2",
      {batch, state});
}

std::vector<TakenMark> planned_marks(UnitOfWork& work, const std::string& batch,
                                     const CallNumber& mark) {
  std::vector<TakenMark> taken;
  work.each<std::string, std::string>(
      "SELECT DISTINCT work_mark, title_key FROM mark_batch_line WHERE library = {library} AND "
      "batch = $1 AND author_mark = $2 AND shelf_udc = $3 AND section = $4 AND state IN "
      "('planned', "
      "'same') ORDER BY work_mark, title_key",
      {batch, mark.author_mark, mark.udc, mark.section},
      [&](std::string work_mark, std::string title_key) {
        taken.push_back({std::move(work_mark), std::move(title_key)});
      });
  return taken;
}

std::optional<BatchLine> planned_twin(UnitOfWork& work, const std::string& batch,
                                      const BatchLine& line, bool same_work) {
  return first_of(read_lines(
      work,
      "batch = $1 AND planned = $2 AND position <> $3 AND state IN ('planned', 'same') "
      "AND ($4 = 1 OR title_key <> $5) ORDER BY position LIMIT 1",
      {batch, line.planned, line.position, std::int64_t{same_work ? 1 : 0}, line.title_key}));
}

std::optional<BatchLine> line_of(UnitOfWork& work, const std::string& batch,
                                 const InventoryNumber& number) {
  return first_of(read_lines(work,
                             "batch = $1 AND register = $2 AND number = $3 ORDER BY position "
                             "LIMIT 1",
                             {batch, number.register_code, number.number}));
}

std::string planned_number_of(UnitOfWork& work, const std::string& batch, const std::string& run,
                              const std::string& title) {
  const auto row = work.one<std::string>(
      "SELECT planned FROM mark_batch_line WHERE library = {library} AND batch = $1 AND shelf_udc "
      "= "
      "$2 AND title_key = $3 AND state = 'planned' ORDER BY position LIMIT 1",
      {batch, run, title});
  return row ? std::get<0>(*row) : std::string();
}

std::int64_t count_planned_numbers(UnitOfWork& work, const std::string& batch,
                                   const std::string& run) {
  return work.number(
      "SELECT COUNT(DISTINCT planned) FROM mark_batch_line WHERE library = {library} AND batch = "
      "$1 "
      "AND shelf_udc = $2 AND state = 'planned'",
      {batch, run});
}

}  // namespace metodica::processing
