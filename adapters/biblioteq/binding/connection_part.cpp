// The part of the binding that knows QtSql, opened in BiblioteQ only.
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlDatabase>
#include <cstring>

// The host's connection, looked at without making one. Writes at most `bytes` bytes of JSON and
// returns their number; 0 when there is no room.
extern "C" Q_DECL_EXPORT int metodica_biblioteq_connection(char* json, int bytes) {
  QJsonObject seen{{"open", false}};
  if (QSqlDatabase::contains("Default")) {
    const QSqlDatabase database = QSqlDatabase::database("Default", false);
    seen = {{"open", database.isOpen()},
            {"driver", database.driverName()},
            {"database", database.databaseName()},
            {"host", database.hostName()},
            {"user", database.userName()}};
  }
  const QByteArray text = QJsonDocument(seen).toJson(QJsonDocument::Compact);
  if (text.size() > bytes) {
    return 0;
  }
  std::memcpy(json, text.constData(), static_cast<std::size_t>(text.size()));
  return static_cast<int>(text.size());
}
