#include "modules/coordination/training/opinion_store.hpp"

namespace metodica::coordination {

const std::vector<std::string>& opinion_questions() {
  static const auto& all =
      *new std::vector<std::string>{"useful", "clear", "applicable", "organised", "recommended"};
  return all;
}

Opinions opinions(UnitOfWork& work, std::int64_t gathering) {
  Opinions all;
  work.each<std::string, std::int64_t, std::int64_t>(
      "SELECT question, grade, answers FROM opinion_count WHERE library = {library} AND "
      "gathering = $1",
      {gathering}, [&](const std::string& question, std::int64_t grade, std::int64_t answers) {
        all.counts[question].at(static_cast<std::size_t>(grade - 1)) = answers;
      });
  work.each<std::string>(
      "SELECT remark FROM opinion_remark WHERE library = {library} AND gathering = $1 "
      "ORDER BY remark",
      {gathering}, [&](std::string remark) { all.remarks.push_back(std::move(remark)); });
  return all;
}

void add_grade(UnitOfWork& work, std::int64_t gathering, const std::string& question,
               std::int64_t grade) {
  work.execute(
      "INSERT INTO opinion_count (library, gathering, question, grade, answers) "
      "VALUES ({library}, $1, $2, $3, 1) ON CONFLICT (library, gathering, question, grade) "
      "DO UPDATE SET answers = opinion_count.answers + 1",
      {gathering, question, grade});
}

void add_remark(UnitOfWork& work, std::int64_t gathering, const std::string& remark) {
  work.execute(
      "INSERT INTO opinion_remark (library, gathering, number, remark) "
      "VALUES ({library}, $1, $2, $3)",
      {gathering, work.take("opinion_remark"), remark});
}

}  // namespace metodica::coordination
