#include "modules/coordination/visits/assistance_store.hpp"

#include <algorithm>
#include <utility>

#include "text/unicode.hpp"

namespace metodica::coordination {
namespace {

std::vector<AssistanceRequest> read(UnitOfWork& work, const std::string& condition,
                                    const Binds& binds) {
  std::vector<AssistanceRequest> all;
  work.each<std::int64_t, std::int64_t, std::string, std::string, Date, std::int64_t, std::string,
            std::string, std::int64_t, Date, std::int64_t, std::string, std::int64_t>(
      "SELECT number, siruta, channel, topic, received_on, person, question, answer, minutes, "
      "answered_on, article, from_library, from_number FROM assistance WHERE "
      "library = {library} AND " +
          condition,
      binds,
      [&](std::int64_t number, std::int64_t siruta, std::string channel, std::string topic,
          Date received_on, std::int64_t person, std::string question, std::string answer,
          std::int64_t minutes, Date answered_on, std::int64_t article, std::string from_library,
          std::int64_t from_number) {
        all.push_back({number, siruta, std::move(channel), std::move(topic), received_on, person,
                       std::move(question), std::move(answer), minutes, answered_on, article,
                       std::move(from_library), from_number});
      });
  return all;
}

// Those of nodes that nobody took up.
std::vector<AssistanceRequest> sent_and_waiting(UnitOfWork& work, const std::string& condition,
                                                const Binds& binds) {
  std::vector<AssistanceRequest> all;
  work.each<std::string, std::int64_t, std::int64_t, std::string, std::string, Date>(
      "SELECT r.library, r.number, r.siruta, r.topic, r.question, r.asked_on "
      "FROM library_request r WHERE r.library IN ({libraries}) AND NOT EXISTS (SELECT 1 FROM "
      "assistance a WHERE a.library = {library} AND a.from_library = r.library AND "
      "a.from_number = r.number)" +
          condition + " ORDER BY r.asked_on, r.library, r.number",
      binds,
      [&](std::string library, std::int64_t number, std::int64_t siruta, std::string topic,
          std::string question, Date asked_on) {
        AssistanceRequest request;
        request.siruta = siruta;
        request.channel = "form";
        request.topic = std::move(topic);
        request.received_on = asked_on;
        request.question = std::move(question);
        request.from_library = std::move(library);
        request.from_number = number;
        all.push_back(std::move(request));
      });
  return all;
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  const std::string key = folded(text);
  for (std::size_t from = 0; from < key.size();) {
    const std::size_t end = std::min(key.find(' ', from), key.size());
    words.push_back(key.substr(from, end - from));
    from = end + 1;
  }
  return words;
}

}  // namespace

std::vector<AssistanceRequest> open_requests(UnitOfWork& work) {
  auto all = read(work, "answered_on = '' ORDER BY received_on, number", {});
  for (AssistanceRequest& sent : sent_and_waiting(work, "", {}))
    all.push_back(std::move(sent));
  std::stable_sort(all.begin(), all.end(),
                   [](const AssistanceRequest& one, const AssistanceRequest& other) {
                     return one.received_on < other.received_on;
                   });
  return all;
}

std::vector<AssistanceRequest> requests_of_year(UnitOfWork& work, std::int64_t year) {
  return read(work, "received_on >= $1 AND received_on < $2 ORDER BY received_on, number",
              {std::to_string(year), std::to_string(year + 1)});
}

std::vector<AssistanceRequest> requests_of_unit(UnitOfWork& work, std::int64_t siruta,
                                                std::int64_t most) {
  auto all = read(work, "siruta = $1 ORDER BY received_on DESC, number DESC", {siruta});
  if (static_cast<std::int64_t>(all.size()) > most)
    all.resize(static_cast<std::size_t>(most));
  return all;
}

std::optional<AssistanceRequest> assistance_request(UnitOfWork& work, std::int64_t number) {
  auto found = read(work, "number = $1", {number});
  if (found.empty())
    return {};
  return std::move(found.front());
}

std::optional<AssistanceRequest> sent_request(UnitOfWork& work, const std::string& library,
                                              std::int64_t number) {
  auto found = read(work, "from_library = $1 AND from_number = $2", {library, number});
  if (found.empty())
    found = sent_and_waiting(work, " AND r.library = $1 AND r.number = $2", {library, number});
  if (found.empty())
    return {};
  return std::move(found.front());
}

std::int64_t keep_request(UnitOfWork& work, const AssistanceRequest& of, const std::string& user) {
  const std::int64_t number = of.number != 0 ? of.number : work.take("assistance");
  work.execute(
      "INSERT INTO assistance (library, number, siruta, channel, topic, received_on, person, "
      "question, answer, minutes, answered_on, article, from_library, from_number, changed_by) "
      "VALUES ({library}, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) "
      "ON CONFLICT (library, number) DO UPDATE SET siruta = excluded.siruta, "
      "channel = excluded.channel, topic = excluded.topic, received_on = excluded.received_on, "
      "person = excluded.person, question = excluded.question, answer = excluded.answer, "
      "minutes = excluded.minutes, answered_on = excluded.answered_on, "
      "article = excluded.article, changed_by = excluded.changed_by",
      {number, of.siruta, of.channel, of.topic, of.received_on, of.person, of.question, of.answer,
       of.minutes, of.answered_on, of.article, of.from_library, of.from_number, user});
  return number;
}

std::vector<LibraryRequest> library_requests(UnitOfWork& work) {
  std::vector<LibraryRequest> all;
  work.each<std::int64_t, std::int64_t, std::string, std::string, Date>(
      "SELECT number, siruta, topic, question, asked_on FROM library_request WHERE "
      "library = {library} ORDER BY number DESC",
      {},
      [&](std::int64_t number, std::int64_t siruta, std::string topic, std::string question,
          Date asked_on) {
        all.push_back({number, siruta, std::move(topic), std::move(question), asked_on});
      });
  return all;
}

void send_request(UnitOfWork& work, const LibraryRequest& of) {
  work.execute(
      "INSERT INTO library_request (library, number, siruta, topic, question, asked_on) VALUES "
      "({library}, $1, $2, $3, $4, $5)",
      {work.take("library_request"), of.siruta, of.topic, of.question, of.asked_on});
}

std::vector<KnowledgeArticle> knowledge(UnitOfWork& work, const std::string& text,
                                        const std::string& topic) {
  const std::vector<std::string> words = words_of(text);
  std::vector<KnowledgeArticle> all;
  work.each<std::int64_t, std::string, std::string, std::string, std::string, std::string, Date,
            std::int64_t>(
      "SELECT k.number, k.topic, k.title, k.answer, k.norm, k.search_key, k.revised_on, "
      "COUNT(a.number) FROM knowledge_article k LEFT JOIN assistance a ON a.library = k.library "
      "AND a.article = k.number AND a.answered_on <> '' WHERE k.library = {library} AND "
      "(k.topic = $1 OR $1 = '') GROUP BY k.number, k.topic, k.title, k.answer, k.norm, "
      "k.search_key, k.revised_on ORDER BY COUNT(a.number) DESC, k.number",
      {topic},
      [&](std::int64_t number, std::string of_topic, std::string title, std::string answer,
          std::string norm, std::string key, Date revised_on, std::int64_t uses) {
        const bool holds = std::all_of(words.begin(), words.end(), [&](const std::string& word) {
          return key.find(word) != std::string::npos;
        });
        if (holds) {
          all.push_back({number, std::move(of_topic), std::move(title), std::move(answer),
                         std::move(norm), revised_on, uses});
        }
      });
  return all;
}

std::optional<KnowledgeArticle> knowledge_article(UnitOfWork& work, std::int64_t number) {
  for (KnowledgeArticle& article : knowledge(work, {}, {})) {
    if (article.number == number)
      return std::move(article);
  }
  return {};
}

std::int64_t keep_article(UnitOfWork& work, const KnowledgeArticle& of) {
  const std::int64_t number = of.number != 0 ? of.number : work.take("knowledge_article");
  work.execute(
      "INSERT INTO knowledge_article (library, number, topic, title, answer, norm, search_key, "
      "revised_on) VALUES ({library}, $1, $2, $3, $4, $5, $6, $7) ON CONFLICT (library, number) DO "
      "UPDATE SET topic = excluded.topic, title = excluded.title, answer = excluded.answer, "
      "norm = excluded.norm, search_key = excluded.search_key, revised_on = excluded.revised_on",
      {number, of.topic, of.title, of.answer, of.norm,
       folded(of.title + " " + of.answer + " " + of.norm), of.revised_on});
  return number;
}

}  // namespace metodica::coordination
