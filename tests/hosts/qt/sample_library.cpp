#include "sample_library.hpp"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QUuid>
#include <stdexcept>

namespace metodica::qt {
namespace {

void run(const QStringList& arguments) {
  QProcess process;
  process.setProcessChannelMode(QProcess::MergedChannels);
  process.start(METODICA_PROGRAM, arguments);
  if (!process.waitForFinished(120'000) || process.exitCode() != 0) {
    throw std::runtime_error("metodica " + arguments.join(" ").toStdString() + ": " +
                             process.readAll().toStdString());
  }
}

}  // namespace

SampleLibrary::SampleLibrary() {
  run({"setup", folder_.path()});
  run({"sample", "--config", config()});
  auto opened = Instance::open(config().toStdString());
  if (!opened) {
    throw std::runtime_error(opened.error().text);
  }
  instance_ = std::make_unique<Instance>(std::move(*opened));
  if (const auto started = instance_->start(); !started) {
    throw std::runtime_error(started.error().text);
  }
}

QJsonObject SampleLibrary::everybody() {
  return {{"user", "ana"},
          {"roles", QJsonArray{"reader", "librarian", "keeper", "commission", "manager",
                               "accountant", "methodologist", "administrator"}}};
}

QJsonObject SampleLibrary::call(const QString& action, const QJsonObject& args) {
  const QJsonObject request{
      {"do", action},      {"draw", "data"},
      {"lang", "ro"},      {"key", QUuid::createUuid().toString(QUuid::WithoutBraces)},
      {"as", everybody()}, {"args", args}};
  const auto reply = instance_->call(QJsonDocument(request).toJson().toStdString());
  const std::string& text = reply ? *reply : reply.error().text;
  return QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
}

}  // namespace metodica::qt
