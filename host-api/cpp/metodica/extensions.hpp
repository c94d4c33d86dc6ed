/// One abstract class per host extension, and the C tables made from them. What each operation
/// takes and answers stands in ext/<name>.h; here `in` is its JSON document, `out` its sink.
/// An operation that is not overridden answers METODICA_UNSUPPORTED; abilities() then leaves it
/// out.
#pragma once

#include <cstddef>
#include <string_view>

#include "metodica/adapter.hpp"
#include "metodica/ext/acquisitions.h"
#include "metodica/ext/draw.h"
#include "metodica/ext/handover.h"
#include "metodica/ext/holdings.h"
#include "metodica/ext/holdings_write.h"
#include "metodica/ext/identity.h"
#include "metodica/ext/info.h"
#include "metodica/ext/libraries.h"
#include "metodica/ext/places.h"
#include "metodica/ext/titles.h"
#include "metodica/ext/titles_write.h"
#include "metodica/ext/usage.h"

namespace metodica {

namespace detail {

inline Result<void> not_offered() {
  return Unexpected(Problem(METODICA_UNSUPPORTED, "loader.not_offered"));
}

/// The object behind an extension's table: the adapter that was asked for the table still offers
/// it.
template <class E>
E& extension_of(const metodica_adapter* adapter) {
  return dynamic_cast<E&>(*adapter_of(adapter).extension(E::extension_id));
}

template <class E>
metodica_status abilities(const metodica_adapter* adapter, const metodica_sink* out) noexcept {
  return guarded(out, [&](Sink& sink) { return sink.line(extension_of<E>(adapter).abilities()); });
}

template <class E, Result<void> (E::*Operation)(const CallContext&, std::string_view, Sink&)>
metodica_status operation(const metodica_adapter* adapter, const metodica_context* context,
                          const char* in, std::size_t bytes, const metodica_sink* out) noexcept {
  return guarded(out, [&](Sink& sink) {
    return (extension_of<E>(adapter).*Operation)(CallContext::from(context),
                                                 std::string_view(in, bytes), sink);
  });
}

}  // namespace detail

/// Required: who the host is. See ext/info.h. [call]
class InfoExtension : public Extension {
 public:
  static constexpr std::string_view extension_id = METODICA_HOST_INFO;
  [[nodiscard]] std::string_view id() const final { return extension_id; }
  [[nodiscard]] const void* table() const final;

  virtual Result<void> describe(const CallContext& context, std::string_view in, Sink& out) = 0;
  virtual Result<void> self_test(const CallContext& context, std::string_view in, Sink& out) = 0;
};

/// Who is calling. See ext/identity.h. [call]
class IdentityExtension : public Extension {
 public:
  static constexpr std::string_view extension_id = METODICA_HOST_IDENTITY;
  [[nodiscard]] std::string_view id() const final { return extension_id; }
  [[nodiscard]] const void* table() const final;

  virtual Result<void> who(const CallContext&, std::string_view, Sink&) {
    return detail::not_offered();
  }
  virtual Result<void> may(const CallContext&, std::string_view, Sink&) {
    return detail::not_offered();
  }
};

/// The host's tree of libraries. See ext/libraries.h. [call]
class LibrariesExtension : public Extension {
 public:
  static constexpr std::string_view extension_id = METODICA_HOST_LIBRARIES;
  [[nodiscard]] std::string_view id() const final { return extension_id; }
  [[nodiscard]] const void* table() const final;

  virtual Result<void> tree(const CallContext&, std::string_view, Sink&) {
    return detail::not_offered();
  }
};

/// Bibliographic records, read. See ext/titles.h. [call]
class TitlesExtension : public Extension {
 public:
  static constexpr std::string_view extension_id = METODICA_HOST_TITLES;
  [[nodiscard]] std::string_view id() const final { return extension_id; }
  [[nodiscard]] const void* table() const final;

  virtual Result<void> find(const CallContext&, std::string_view, Sink&) {
    return detail::not_offered();
  }
  virtual Result<void> read(const CallContext&, std::string_view, Sink&) {
    return detail::not_offered();
  }
  virtual Result<void> changes(const CallContext&, std::string_view, Sink&) {
    return detail::not_offered();
  }
};

/// Bibliographic records, written. See ext/titles_write.h. [call]
class TitlesWriteExtension : public Extension {
 public:
  static constexpr std::string_view extension_id = METODICA_HOST_TITLES_WRITE;
  [[nodiscard]] std::string_view id() const final { return extension_id; }
  [[nodiscard]] const void* table() const final;

  virtual Result<void> create(const CallContext&, std::string_view, Sink&) {
    return detail::not_offered();
  }
  virtual Result<void> replace(const CallContext&, std::string_view, Sink&) {
    return detail::not_offered();
  }
};

/// Copies, read. See ext/holdings.h. [call]
class HoldingsExtension : public Extension {
 public:
  static constexpr std::string_view extension_id = METODICA_HOST_HOLDINGS;
  [[nodiscard]] std::string_view id() const final { return extension_id; }
  [[nodiscard]] const void* table() const final;

  virtual Result<void> copies(const CallContext&, std::string_view, Sink&) {
    return detail::not_offered();
  }
  virtual Result<void> numbered(const CallContext&, std::string_view, Sink&) {
    return detail::not_offered();
  }
  virtual Result<void> walk(const CallContext&, std::string_view, Sink&) {
    return detail::not_offered();
  }
};

/// Copies, changed. See ext/holdings_write.h. [call]
class HoldingsWriteExtension : public Extension {
 public:
  static constexpr std::string_view extension_id = METODICA_HOST_HOLDINGS_WRITE;
  [[nodiscard]] std::string_view id() const final { return extension_id; }
  [[nodiscard]] const void* table() const final;

  virtual Result<void> create(const CallContext&, std::string_view, Sink&) {
    return detail::not_offered();
  }
  virtual Result<void> change(const CallContext&, std::string_view, Sink&) {
    return detail::not_offered();
  }
  virtual Result<void> set_state(const CallContext&, std::string_view, Sink&) {
    return detail::not_offered();
  }
  virtual Result<void> retire(const CallContext&, std::string_view, Sink&) {
    return detail::not_offered();
  }
};

/// Counts of use. See ext/usage.h. [call]
class UsageExtension : public Extension {
 public:
  static constexpr std::string_view extension_id = METODICA_HOST_USAGE;
  [[nodiscard]] std::string_view id() const final { return extension_id; }
  [[nodiscard]] const void* table() const final;

  virtual Result<void> counts(const CallContext&, std::string_view, Sink&) {
    return detail::not_offered();
  }
};

/// Vendors, funds, requests, order lines. See ext/acquisitions.h. [call]
class AcquisitionsExtension : public Extension {
 public:
  static constexpr std::string_view extension_id = METODICA_HOST_ACQUISITIONS;
  [[nodiscard]] std::string_view id() const final { return extension_id; }
  [[nodiscard]] const void* table() const final;

  virtual Result<void> vendors(const CallContext&, std::string_view, Sink&) {
    return detail::not_offered();
  }
  virtual Result<void> funds(const CallContext&, std::string_view, Sink&) {
    return detail::not_offered();
  }
  virtual Result<void> requests(const CallContext&, std::string_view, Sink&) {
    return detail::not_offered();
  }
  virtual Result<void> order_lines(const CallContext&, std::string_view, Sink&) {
    return detail::not_offered();
  }
};

/// Files given to people, files that come in. See ext/handover.h. [call]
class HandoverExtension : public Extension {
 public:
  static constexpr std::string_view extension_id = METODICA_HOST_HANDOVER;
  [[nodiscard]] std::string_view id() const final { return extension_id; }
  [[nodiscard]] const void* table() const final;

  virtual Result<void> give(const CallContext&, std::string_view, Sink&) {
    return detail::not_offered();
  }
  virtual Result<void> state(const CallContext&, std::string_view, Sink&) {
    return detail::not_offered();
  }
  virtual Result<void> incoming(const CallContext&, std::string_view, Sink&) {
    return detail::not_offered();
  }
  virtual Result<void> take(const CallContext&, std::string_view, Sink&) {
    return detail::not_offered();
  }
};

/// Where menus may appear. See ext/places.h. [call]
class PlacesExtension : public Extension {
 public:
  static constexpr std::string_view extension_id = METODICA_HOST_PLACES;
  [[nodiscard]] std::string_view id() const final { return extension_id; }
  [[nodiscard]] const void* table() const final;

  virtual Result<void> list(const CallContext&, std::string_view, Sink&) {
    return detail::not_offered();
  }
  virtual Result<void> arrange(const CallContext&, std::string_view, Sink&) {
    return detail::not_offered();
  }
};

/// The host's own look. See ext/draw.h. [call]
class DrawExtension : public Extension {
 public:
  static constexpr std::string_view extension_id = METODICA_HOST_DRAW;
  [[nodiscard]] std::string_view id() const final { return extension_id; }
  [[nodiscard]] const void* table() const final;

  virtual Result<void> draw(const CallContext& context, std::string_view screen,
                            std::string_view options, Sink& out) = 0;
};

namespace detail {

inline metodica_status draw(const metodica_adapter* adapter, const metodica_context* context,
                            const char* screen, std::size_t bytes, const char* options,
                            std::size_t options_bytes, const metodica_sink* out) noexcept {
  return guarded(out, [&](Sink& sink) {
    return extension_of<DrawExtension>(adapter).draw(
        CallContext::from(context), std::string_view(screen, bytes),
        std::string_view(options, options_bytes), sink);
  });
}

inline constexpr metodica_host_info info_table = {
    sizeof(metodica_host_info), &abilities<InfoExtension>,
    &operation<InfoExtension, &InfoExtension::describe>,
    &operation<InfoExtension, &InfoExtension::self_test>};
inline constexpr metodica_host_identity identity_table = {
    sizeof(metodica_host_identity), &abilities<IdentityExtension>,
    &operation<IdentityExtension, &IdentityExtension::who>,
    &operation<IdentityExtension, &IdentityExtension::may>};
inline constexpr metodica_host_libraries libraries_table = {
    sizeof(metodica_host_libraries), &abilities<LibrariesExtension>,
    &operation<LibrariesExtension, &LibrariesExtension::tree>};
inline constexpr metodica_host_titles titles_table = {
    sizeof(metodica_host_titles), &abilities<TitlesExtension>,
    &operation<TitlesExtension, &TitlesExtension::find>,
    &operation<TitlesExtension, &TitlesExtension::read>,
    &operation<TitlesExtension, &TitlesExtension::changes>};
inline constexpr metodica_host_titles_write titles_write_table = {
    sizeof(metodica_host_titles_write), &abilities<TitlesWriteExtension>,
    &operation<TitlesWriteExtension, &TitlesWriteExtension::create>,
    &operation<TitlesWriteExtension, &TitlesWriteExtension::replace>};
inline constexpr metodica_host_holdings holdings_table = {
    sizeof(metodica_host_holdings), &abilities<HoldingsExtension>,
    &operation<HoldingsExtension, &HoldingsExtension::copies>,
    &operation<HoldingsExtension, &HoldingsExtension::numbered>,
    &operation<HoldingsExtension, &HoldingsExtension::walk>};
inline constexpr metodica_host_holdings_write holdings_write_table = {
    sizeof(metodica_host_holdings_write),
    &abilities<HoldingsWriteExtension>,
    &operation<HoldingsWriteExtension, &HoldingsWriteExtension::create>,
    &operation<HoldingsWriteExtension, &HoldingsWriteExtension::change>,
    &operation<HoldingsWriteExtension, &HoldingsWriteExtension::set_state>,
    &operation<HoldingsWriteExtension, &HoldingsWriteExtension::retire>};
inline constexpr metodica_host_usage usage_table = {
    sizeof(metodica_host_usage), &abilities<UsageExtension>,
    &operation<UsageExtension, &UsageExtension::counts>};
inline constexpr metodica_host_acquisitions acquisitions_table = {
    sizeof(metodica_host_acquisitions),
    &abilities<AcquisitionsExtension>,
    &operation<AcquisitionsExtension, &AcquisitionsExtension::vendors>,
    &operation<AcquisitionsExtension, &AcquisitionsExtension::funds>,
    &operation<AcquisitionsExtension, &AcquisitionsExtension::requests>,
    &operation<AcquisitionsExtension, &AcquisitionsExtension::order_lines>};
inline constexpr metodica_host_handover handover_table = {
    sizeof(metodica_host_handover),
    &abilities<HandoverExtension>,
    &operation<HandoverExtension, &HandoverExtension::give>,
    &operation<HandoverExtension, &HandoverExtension::state>,
    &operation<HandoverExtension, &HandoverExtension::incoming>,
    &operation<HandoverExtension, &HandoverExtension::take>};
inline constexpr metodica_host_places places_table = {
    sizeof(metodica_host_places), &abilities<PlacesExtension>,
    &operation<PlacesExtension, &PlacesExtension::list>,
    &operation<PlacesExtension, &PlacesExtension::arrange>};
inline constexpr metodica_host_draw draw_table = {sizeof(metodica_host_draw),
                                                  &abilities<DrawExtension>, &draw};

}  // namespace detail

inline const void* InfoExtension::table() const {
  return &detail::info_table;
}
inline const void* IdentityExtension::table() const {
  return &detail::identity_table;
}
inline const void* LibrariesExtension::table() const {
  return &detail::libraries_table;
}
inline const void* TitlesExtension::table() const {
  return &detail::titles_table;
}
inline const void* TitlesWriteExtension::table() const {
  return &detail::titles_write_table;
}
inline const void* HoldingsExtension::table() const {
  return &detail::holdings_table;
}
inline const void* HoldingsWriteExtension::table() const {
  return &detail::holdings_write_table;
}
inline const void* UsageExtension::table() const {
  return &detail::usage_table;
}
inline const void* AcquisitionsExtension::table() const {
  return &detail::acquisitions_table;
}
inline const void* HandoverExtension::table() const {
  return &detail::handover_table;
}
inline const void* PlacesExtension::table() const {
  return &detail::places_table;
}
inline const void* DrawExtension::table() const {
  return &detail::draw_table;
}

}  // namespace metodica
