// The private library postgresql.so: the only part of the plugin that is linked with libpq.

#include <Poco/Data/PostgreSQL/Connector.h>

extern "C" __attribute__((visibility("default"))) void metodica_part_postgresql() {
  Poco::Data::PostgreSQL::Connector::registerConnector();
}
