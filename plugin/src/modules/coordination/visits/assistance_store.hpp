/// Assistance: requests of libraries, answers, and the knowledge kept of them. SQL only here.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "storage/unit_of_work.hpp"
#include "text/date.hpp"

namespace metodica::coordination {

/// A question that a library brought, and what became of it.
struct AssistanceRequest {
  std::int64_t number = 0;  ///< of the county's library; 0: sent from a node, not taken up yet
  std::int64_t siruta = 0;  ///< 0 = not known
  std::string channel;      ///< one of assistance_channels()
  std::string topic;        ///< one of gathering_topics()
  Date received_on;
  std::int64_t person = 0;  ///< who asked: person_store.hpp, 0 = not said
  std::string question;
  std::string answer;
  std::int64_t minutes = 0;      ///< spent
  Date answered_on;              ///< none() = waits for an answer
  std::int64_t article = 0;      ///< used or made of it, 0 = none
  std::string from_library;      ///< the node's library, "" = told to the county
  std::int64_t from_number = 0;  ///< its number there
};

/// Requests without an answer, oldest first: those of the county's own list, and those that nodes
/// sent and nobody took up. For the daily screen.
std::vector<AssistanceRequest> open_requests(UnitOfWork& work);
/// Received in the year, by day.
std::vector<AssistanceRequest> requests_of_year(UnitOfWork& work, std::int64_t year);
/// Of one unit, latest first, at most `most`.
std::vector<AssistanceRequest> requests_of_unit(UnitOfWork& work, std::int64_t siruta,
                                                std::int64_t most);
std::optional<AssistanceRequest> assistance_request(UnitOfWork& work, std::int64_t number);
/// A request of a node that reached this database, as number 0, or with its number once taken up.
std::optional<AssistanceRequest> sent_request(UnitOfWork& work, const std::string& library,
                                              std::int64_t number);
/// Adds it under the next number when it has none, or replaces what was known of it; returns its
/// number.
std::int64_t keep_request(UnitOfWork& work, const AssistanceRequest& request,
                          const std::string& user);

/// What the library itself asked of the county, written at its node.
struct LibraryRequest {
  std::int64_t number = 0;
  std::int64_t siruta = 0;
  std::string topic, question;
  Date asked_on;
};
/// The caller's own, latest first.
std::vector<LibraryRequest> library_requests(UnitOfWork& work);
void send_request(UnitOfWork& work, const LibraryRequest& request);

/// Knowledge kept for the next time.
struct KnowledgeArticle {
  std::int64_t number = 0;
  std::string topic, title, answer;
  std::string norm;  ///< legal reference, "" for none
  Date revised_on;
  std::int64_t uses = 0;  ///< answers that used it
};
/// Those whose words hold all words of `text` (case and marks do not matter), of a topic unless it
/// is ""; most used first.
std::vector<KnowledgeArticle> knowledge(UnitOfWork& work, const std::string& text,
                                        const std::string& topic);
std::optional<KnowledgeArticle> knowledge_article(UnitOfWork& work, std::int64_t number);
/// Adds it under the next number when it has none, or replaces it; returns its number.
std::int64_t keep_article(UnitOfWork& work, const KnowledgeArticle& article);

}  // namespace metodica::coordination
