/// Captions of UDC classes: the pack that comes with the program, and over it one that the library
/// loaded from a file, with the notice of its licence.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "app/action.hpp"
#include "bibliography/udc_captions.hpp"
#include "bibliography/udc_suggestion.hpp"
#include "storage/unit_of_work.hpp"
#include "text/date.hpp"

namespace metodica::processing {

/// The text of a file of the folder data, "" when there is none of that name.
std::string_view data_file(std::string_view name);

/// The pack of the program. Read once per process. [any thread]
const UdcCaptions& shipped_captions();

/// All that a library has: the shipped pack with the loaded one over it, and the words in them.
struct CaptionIndex {
  explicit CaptionIndex(UdcCaptions all) : captions(std::move(all)), words(captions) {}
  CaptionIndex(const CaptionIndex&) = delete;
  CaptionIndex& operator=(const CaptionIndex&) = delete;

  UdcCaptions captions;
  CaptionWords words;
};

/// That of the caller's library. Kept in the process until another pack is loaded. [any thread]
std::shared_ptr<const CaptionIndex> captions_of(UnitOfWork& work);

/// A pack that was loaded; a library has at most one.
struct CaptionPack {
  std::string name;    ///< of the file
  std::string notice;  ///< whose work it is and under which licence; shown with the captions
  std::int64_t entries = 0;
  Date loaded_on;
};
std::optional<CaptionPack> caption_pack(UnitOfWork& work);

/// The notice at the head of a file (lines that begin with #), or, for a file in the form of the
/// UDC Summary, that of the UDC Consortium; "" when there is none.
std::string notice_in(std::string_view csv);

/// The screen of the packs, browsing in the classes, and loading.
void add_caption_actions(ActionList& actions);

}  // namespace metodica::processing
