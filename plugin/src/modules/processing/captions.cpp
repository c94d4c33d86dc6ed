#include "modules/processing/captions.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <mutex>
#include <span>
#include <utility>

#include "modules/processing/processing_screens.hpp"
#include "text/embedded.hpp"
#include "text/unicode.hpp"

namespace metodica {
namespace embedded {
extern const std::span<const EmbeddedFile> processing_data;
}  // namespace embedded

namespace processing {
namespace {

constexpr Roles rulers = {Role::librarian, Role::manager};
constexpr std::size_t largest_pack = 20 * 1024 * 1024;
constexpr std::size_t longest_notice = 2000;
constexpr std::size_t most_kept = 4;

constexpr std::string_view summary_notice =
    "UDC Summary, © UDC Consortium, Creative Commons Attribution-ShareAlike 3.0 "
    "(https://creativecommons.org/licenses/by-sa/3.0/), udcsummary.info";

// A file of the program that cannot be read is a fault of the build, found by the tests.
UdcCaptions read_shipped() {
  UdcCaptions all;
  for (const char* name : {"captions-main.csv", "captions-auxiliary.csv", "successors.csv"})
    all.add(UdcCaptions::from_csv(data_file(name)).value());
  return all;
}

void replace_pack(Call& call, const CaptionPack& pack, const UdcCaptions& captions) {
  UnitOfWork& work = call.work();
  work.execute("DELETE FROM udc_caption WHERE library = {library}");
  Batch batch("udc_caption", {{"notation", ColumnKind::text},
                              {"caption_ro", ColumnKind::text},
                              {"caption_en", ColumnKind::text},
                              {"caption_hu", ColumnKind::text},
                              {"replaced_by", ColumnKind::text}});
  for (const UdcCaption* caption : captions.all())
    batch.add({caption->notation, caption->ro, caption->en, caption->hu, caption->replaced_by});
  work.insert(batch);
  work.execute(
      "INSERT INTO udc_pack (library, name, notice, stamp, entries, loaded_on, loaded_by) VALUES "
      "({library}, $1, $2, $3, $4, $5, $6) ON CONFLICT (library) DO UPDATE SET "
      "name = excluded.name, notice = excluded.notice, stamp = excluded.stamp, entries = "
      "excluded.entries, loaded_on = excluded.loaded_on, "
      "loaded_by = excluded.loaded_by",
      {pack.name, pack.notice, call.new_id(), pack.entries, pack.loaded_on, call.caller().user});
}

UdcCaptions loaded_captions(UnitOfWork& work) {
  std::vector<UdcCaption> loaded;
  work.each<std::string, std::string, std::string, std::string, std::string>(
      "SELECT notation, caption_ro, caption_en, caption_hu, replaced_by FROM udc_caption "
      "WHERE library = {library}",
      {},
      [&](std::string notation, std::string ro, std::string en, std::string hu, std::string by) {
        loaded.push_back(
            {std::move(notation), std::move(ro), std::move(en), std::move(hu), std::move(by)});
      });
  return UdcCaptions::of(std::move(loaded));
}

Form load_form(const Messages& say) {
  Form form("captions_load", "processing.udc.captions_load", say("processing.captions_send"));
  form.file("file", say("processing.captions_file"))
      .required()
      .longest(largest_pack)
      .help(say("processing.captions_file_help"));
  form.long_text("notice", say("processing.captions_notice"))
      .longest(longest_notice)
      .help(say("processing.captions_notice_help"));
  return form;
}

Form browse_form(const Messages& say) {
  Form form("captions", "processing.udc.captions", say("common.open"));
  form.reads();
  form.text("under", say("processing.udc")).longest(100);
  return form;
}

Table caption_table(const Messages& say, const UdcCaptions& captions, const std::string& under) {
  Table table("captions");
  table.column("notation", say("processing.udc"));
  table.column("caption", say("processing.col.caption"));
  table.empty(say("processing.captions_none_below"));
  for (const UdcCaption* caption : captions.below(under)) {
    table.row({Cell::link(caption->notation, "processing.udc.captions",
                          Json::object({{"under", caption->notation}})),
               caption->in(say.lang())});
  }
  return table;
}

Screen captions_screen(Call& call, const std::string& under, const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  const auto index = captions_of(call.work());
  const UdcCaptions& captions = index->captions;
  Screen screen("processing.captions", say("processing.captions_title"));
  screen.sub(say("processing.captions_sub"));
  if (const UdcCaption* at = captions.nearest(under))
    screen.heading(at->notation + "  " + at->in(say.lang()));
  screen.table(caption_table(say, captions, under));
  if (!under.empty())
    screen.actions({{say("processing.captions_top"), "processing.udc.captions"}});
  if (const auto pack = caption_pack(call.work())) {
    screen.text(say("processing.captions_loaded", {{"name", pack->name},
                                                   {"count", pack->entries},
                                                   {"date", pack->loaded_on.shown(say.lang())}}) +
                "\n" + pack->notice);
  } else {
    screen.text(say("processing.captions_shipped",
                    {{"count", static_cast<std::int64_t>(shipped_captions().size())}}));
  }
  screen.group(say("processing.captions_load"),
               [&](Screen& inside) { inside.form(load_form(say), say, {}, problems); });
  return screen;
}

Result<Reply> run_load(Call& call, const Values& in) {
  CaptionPack pack;
  pack.name = in.file("file").name;
  const std::string& csv = in.file("file").bytes;
  if (!is_utf8(csv) || csv.find('\0') != std::string::npos)
    return invalid("processing.table_utf8", {}, "file");
  auto captions = UdcCaptions::from_csv(csv);
  if (!captions)
    return Unexpected(std::move(captions).error().at("file"));
  pack.notice = in.has("notice") ? in.text("notice") : notice_in(csv);
  if (pack.notice.empty())
    return invalid("processing.captions_no_notice", {}, "notice");
  pack.entries = static_cast<std::int64_t>(captions->size());
  pack.loaded_on = call.today();
  replace_pack(call, pack, *captions);
  return Reply::go(
      "processing.udc.captions", Json::object(),
      call.say()("processing.captions_saved",
                 {{"name", pack.name}, {"count", pack.entries}, {"notice", pack.notice}}));
}

}  // namespace

std::string_view data_file(std::string_view name) {
  for (const EmbeddedFile& file : embedded::processing_data) {
    if (file.path == name)
      return file.content;
  }
  return {};
}

const UdcCaptions& shipped_captions() {
  static const UdcCaptions captions = read_shipped();
  return captions;
}

std::shared_ptr<const CaptionIndex> captions_of(UnitOfWork& work) {
  static std::mutex mutex;
  static std::map<std::string, std::shared_ptr<const CaptionIndex>> kept;  // by stamp of the pack
  const auto row = work.one<std::string>("SELECT stamp FROM udc_pack WHERE library = {library}");
  const std::string stamp = row ? std::get<0>(*row) : std::string();
  const std::lock_guard lock(mutex);
  auto& index = kept[stamp];
  if (!index) {
    UdcCaptions all = shipped_captions();
    if (row)
      all.add(loaded_captions(work));
    index = std::make_shared<const CaptionIndex>(std::move(all));
  }
  const auto found = index;
  while (kept.size() > most_kept)
    kept.erase(kept.begin()->first == stamp ? std::next(kept.begin()) : kept.begin());
  return found;
}

std::optional<CaptionPack> caption_pack(UnitOfWork& work) {
  auto row = work.one<std::string, std::string, std::int64_t, Date>(
      "SELECT name, notice, entries, loaded_on FROM udc_pack WHERE library = {library}");
  if (!row)
    return {};
  auto& [name, notice, entries, loaded_on] = *row;
  return CaptionPack{std::move(name), std::move(notice), entries, loaded_on};
}

std::string notice_in(std::string_view csv) {
  std::string notice;
  while (csv.starts_with('#')) {
    const std::size_t end = std::min(csv.find('\n'), csv.size());
    notice += (notice.empty() ? "" : "\n") + tidy(csv.substr(1, end - 1));
    csv.remove_prefix(std::min(end + 1, csv.size()));
  }
  if (!notice.empty())
    return notice;
  const std::string_view header = csv.substr(0, std::min(csv.find('\n'), csv.size()));
  const bool summary = header.find("caption_en") != std::string_view::npos &&
                       header.find("broader") != std::string_view::npos &&
                       header.find("source") != std::string_view::npos;
  return summary ? std::string(summary_notice) : std::string();
}

void add_caption_actions(ActionList& actions) {
  actions.push_back({"processing.udc.captions",
                     ActionKind::read,
                     readers,
                     "screen",
                     browse_form,
                     R"({"under":"82"})",
                     {},
                     [](Call& call, const Values& in) -> Result<Reply> {
                       return Reply::screen(captions_screen(call, in.text("under"), {}));
                     },
                     {}});
  actions.push_back(
      {"processing.udc.captions_load",
       ActionKind::write,
       rulers,
       "screen",
       load_form,
       R"({"file":{"name":"clase.csv","base64":"bm90YXRpb24sY2FwdGlvbl9ybwo1MSxNYXRlbWF0aWNhCg=="},
           "notice":"Clasele bibliotecii"})",
       {},
       run_load,
       [](Call& call, const Json&, const std::vector<Problem>& problems) -> Result<Reply> {
         return Reply::screen(captions_screen(call, {}, problems));
       }});
}

}  // namespace processing
}  // namespace metodica
