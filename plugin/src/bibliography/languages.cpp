#include "bibliography/languages.hpp"

#include <algorithm>

namespace metodica {
namespace {

constexpr std::string_view kSeveral = "mul";

constexpr Language kLanguages[] = {
    {"ro", "rum", "ron", "135.1", "română", "Romanian", "román"},
    {"hu", "hun", "hun", "511.141", "maghiară", "Hungarian", "magyar"},
    {"en", "eng", "eng", "111", "engleză", "English", "angol"},
    {"fr", "fre", "fra", "133.1", "franceză", "French", "francia"},
    {"de", "ger", "deu", "112.2", "germană", "German", "német"},
    {"ru", "rus", "rus", "161.1", "rusă", "Russian", "orosz"},
    {"es", "spa", "spa", "134.2", "spaniolă", "Spanish", "spanyol"},
    {"ar", "ara", "ara", "411.21", "arabă", "Arabic", "arab"},
    {"zh", "chi", "zho", "581", "chineză", "Chinese", "kínai"},
    {"sq", "alb", "sqi", "18", "albaneză", "Albanian", "albán"},
    {"hy", "arm", "hye", "19", "armeană", "Armenian", "örmény"},
    {"be", "bel", "bel", "161.3", "bielorusă", "Belarusian", "belarusz"},
    {"bs", "bos", "bos", "", "bosniacă", "Bosnian", "bosnyák"},
    {"bg", "bul", "bul", "163.2", "bulgară", "Bulgarian", "bolgár"},
    {"ca", "cat", "cat", "134.1", "catalană", "Catalan", "katalán"},
    {"cs", "cze", "ces", "162.3", "cehă", "Czech", "cseh"},
    {"ko", "kor", "kor", "", "coreeană", "Korean", "koreai"},
    {"hr", "hrv", "hrv", "163.42", "croată", "Croatian", "horvát"},
    {"da", "dan", "dan", "113.4", "daneză", "Danish", "dán"},
    {"he", "heb", "heb", "411.16", "ebraică", "Hebrew", "héber"},
    {"eo", "epo", "epo", "922", "esperanto", "Esperanto", "eszperantó"},
    {"et", "est", "est", "511.113", "estonă", "Estonian", "észt"},
    {"fi", "fin", "fin", "511.111", "finlandeză", "Finnish", "finn"},
    {"el", "gre", "ell", "14", "greacă", "Greek", "görög"},
    {"it", "ita", "ita", "131.1", "italiană", "Italian", "olasz"},
    {"ja", "jpn", "jpn", "521", "japoneză", "Japanese", "japán"},
    {"la", "lat", "lat", "124", "latină", "Latin", "latin"},
    {"lv", "lav", "lav", "174", "letonă", "Latvian", "lett"},
    {"lt", "lit", "lit", "172", "lituaniană", "Lithuanian", "litván"},
    {"mk", "mac", "mkd", "163.3", "macedoneană", "Macedonian", "macedón"},
    {"no", "nor", "nor", "113.5", "norvegiană", "Norwegian", "norvég"},
    {"nl", "dut", "nld", "112.5", "olandeză", "Dutch", "holland"},
    {"pl", "pol", "pol", "162.1", "polonă", "Polish", "lengyel"},
    {"pt", "por", "por", "134.3", "portugheză", "Portuguese", "portugál"},
    {"rom", "rom", "rom", "214.58", "romani", "Romani", "romani"},
    {"sr", "srp", "srp", "163.41", "sârbă", "Serbian", "szerb"},
    {"sk", "slo", "slk", "162.4", "slovacă", "Slovak", "szlovák"},
    {"sl", "slv", "slv", "163.6", "slovenă", "Slovenian", "szlovén"},
    {"sv", "swe", "swe", "113.6", "suedeză", "Swedish", "svéd"},
    {"tt", "tat", "tat", "", "tătară", "Tatar", "tatár"},
    {"tr", "tur", "tur", "512.161", "turcă", "Turkish", "török"},
    {"uk", "ukr", "ukr", "161.2", "ucraineană", "Ukrainian", "ukrán"},
    {"yi", "yid", "yid", "112.28", "idiș", "Yiddish", "jiddis"},
    {kSeveral, "mul", "mul", "00", "mai multe limbi", "several languages", "több nyelv"},
};

std::string lower(std::string_view code) {
  std::string out(code);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return out;
}

}  // namespace

std::string_view Language::name(std::string_view lang) const {
  if (lang == "en") {
    return name_en;
  }
  return lang == "hu" ? name_hu : name_ro;
}

std::span<const Language> languages() {
  return kLanguages;
}

const Language* find_language(std::string_view code) {
  std::string wanted = lower(code);
  // Codes of MARC before 2008.
  if (wanted == "scr") {
    wanted = "hr";
  } else if (wanted == "scc") {
    wanted = "sr";
  }
  const auto* found =
      std::find_if(std::begin(kLanguages), std::end(kLanguages), [&](const Language& language) {
        return wanted == language.code || wanted == language.marc || wanted == language.terminology;
      });
  return found == std::end(kLanguages) ? nullptr : found;
}

std::string language_code(std::string_view code) {
  const Language* language = find_language(code);
  return language == nullptr ? lower(code) : std::string(language->code);
}

std::string udc_literature(std::string_view code) {
  const Language* language = find_language(code);
  if (language == nullptr || language->udc.empty() || language->code == kSeveral) {
    return {};
  }
  return "821." + std::string(language->udc);
}

std::string udc_language_auxiliary(std::string_view code) {
  const Language* language = find_language(code);
  return language == nullptr || language->udc.empty() ? std::string()
                                                      : "=" + std::string(language->udc);
}

}  // namespace metodica
