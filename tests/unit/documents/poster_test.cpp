// Posters: every design in every size, and what is refused.

#include "documents/poster.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "documents/documents.hpp"
#include "documents/poster_layout.hpp"
#include "json/base64.hpp"
#include "pdf_reader.hpp"
#include "support/needed.hpp"

namespace metodica::documents {
namespace {

using testing::HasSubstr;

constexpr std::string_view small_jpeg =
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAIBAQEBAQIBAQECAgICAgQDAgICAgUEBAMEBgUGBgYFBgYGBwkIBgcJBwYG"
    "CAsICQoKCgoKBggLDAsKDAkKCgr/2wBDAQICAgICAgUDAwUKBwYHCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoK"
    "CgoKCgoKCgoKCgoKCgoKCgoKCgr/wAARCAACAAQDAREAAhEBAxEB/8QAFAABAAAAAAAAAAAAAAAAAAAACP/EABsQAAMB"
    "AAMBAAAAAAAAAAAAAAECAwQAESFB/8QAFQEBAQAAAAAAAAAAAAAAAAAACAn/xAAaEQEBAQEAAwAAAAAAAAAAAAABAgQD"
    "AAUR/9oADAMBAAIRAxEAPwAWZ8+fJnTJkgkpSQJKU1CqigdAADwAD5wvb9+72m7rt29a69utVd3dNXd0tVd1S1VVStUq"
    "qqv3y+eLFj9bj55MnOefLnJERATMTIEzMgEzIAAAAAfPP//Z";

std::string jpeg() {
  return base64_decoded(small_jpeg).value_or("");
}

// The same with an Exif segment that says how the camera was held.
std::string jpeg_held(char how) {
  std::string exif("Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 25);
  exif += how;
  exif += std::string(6, '\0');
  const auto size = static_cast<char>(exif.size() + 2);
  std::string out = jpeg();
  out.insert(2, std::string("\xff\xe1\0", 3) + size + exif);
  return out;
}

Poster workshop() {
  Poster poster;
  poster.accent = {0x1d, 0x4f, 0x91};
  poster.texts = {{"kind", "ATELIER"},          {"title", "Ștefan, țânțarul și pădurea"},
                  {"about", "Citim împreună."}, {"day", "sâmbătă, 14 martie 2026"},
                  {"time", "17:00–19:00"},      {"place", "Biblioteca Comunală Feldru"},
                  {"note", "Intrare liberă"},   {"host", "Biblioteca Județeană Cluj"}};
  poster.title = "Ștefan";
  return poster;
}

std::int64_t big_endian(const std::string& bytes, std::size_t at) {
  std::int64_t value = 0;
  for (std::size_t i = 0; i < 4; ++i)
    value = value * 256 + static_cast<unsigned char>(bytes.at(at + i));
  return value;
}

const PosterSize& size_of(std::string_view code) {
  for (const PosterSize& size : poster_sizes) {
    if (size.code == code)
      return size;
  }
  throw std::logic_error("no such size");
}

TEST(Posters, EachSizeHasItsPixels) {
  const auto engine = make_documents();
  const auto pixels = [&](const char* code) {
    const auto png = engine->poster_png(workshop(), size_of(code));
    EXPECT_TRUE(png) << code << " " << png.error().message;
    return std::pair(big_endian(*png, 16), big_endian(*png, 20));
  };
  using Pair = std::pair<std::int64_t, std::int64_t>;
  EXPECT_EQ(pixels("link"), Pair(1200, 630));
  EXPECT_EQ(pixels("square"), Pair(1080, 1080));
  EXPECT_EQ(pixels("portrait"), Pair(1080, 1350));
  EXPECT_EQ(pixels("story"), Pair(1080, 1920));
  EXPECT_EQ(pixels("cover"), Pair(1920, 1005));
  EXPECT_EQ(pixels("a4"), Pair(2480, 3508));
  EXPECT_EQ(pixels("dl"), Pair(1169, 2480));
}

TEST(Posters, PrintHasBleedAndLetters) {
  if (!tests::has_poppler())
    METODICA_MISSING("poppler-utils is not installed");
  const auto engine = make_documents();
  for (const char* code : {"a3", "a4", "a5", "dl"}) {
    const PosterSize& size = size_of(code);
    const auto pdf = engine->poster_pdf(workshop(), size);
    ASSERT_TRUE(pdf) << code;
    const tests::PdfReader reader(*pdf);
    const std::string page = reader.info("Page size");
    EXPECT_NEAR(std::stod(page), mm(size.width + 6), 0.05) << code;
    EXPECT_NEAR(std::stod(page.substr(page.find('x') + 1)), mm(size.height + 6), 0.05) << code;
    EXPECT_THAT(reader.text(), HasSubstr("țânțarul"));
    EXPECT_THAT(reader.text(), HasSubstr("sâmbătă, 14 martie"));
    for (const auto& font : reader.fonts())
      EXPECT_TRUE(font.embedded) << font.name;
  }
}

TEST(Posters, TheSamePosterGivesTheSameBytes) {
  const auto engine = make_documents();
  EXPECT_EQ(*engine->poster_pdf(workshop(), size_of("a5")),
            *make_documents()->poster_pdf(workshop(), size_of("a5")));
}

TEST(Posters, PhotographsChangeTheDesign) {
  const auto engine = make_documents();
  Poster poster = workshop();
  const auto plain = engine->poster_png(poster, size_of("square"));
  poster.images["photo1"] = jpeg();
  const auto with = engine->poster_png(poster, size_of("square"));
  ASSERT_TRUE(plain && with) << with.error().message;
  EXPECT_NE(*plain, *with);
  poster.design = "collage";
  for (const char* slot : {"photo2", "photo3", "photo4"})
    poster.images[slot] = *plain;
  for (const char* code : {"a4", "square", "portrait", "story"})
    EXPECT_TRUE(engine->poster_png(poster, size_of(code))) << code;
  EXPECT_EQ(engine->poster_png(poster, size_of("dl")).error().message, "documents.poster_design");
}

TEST(Posters, PicturesStandAsTheCameraWasHeld) {
  const auto size_of_image = [](const std::string& bytes) {
    const auto picture = read_image("photo1", bytes);
    EXPECT_TRUE(picture) << picture.error().message;
    return std::pair(cairo_image_surface_get_width(picture->get()),
                     cairo_image_surface_get_height(picture->get()));
  };
  EXPECT_EQ(size_of_image(jpeg()), std::pair(4, 2));
  EXPECT_EQ(size_of_image(jpeg_held(1)), std::pair(4, 2));
  EXPECT_EQ(size_of_image(jpeg_held(6)), std::pair(2, 4));
  EXPECT_EQ(size_of_image(jpeg_held(8)), std::pair(2, 4));
  EXPECT_EQ(size_of_image(jpeg_held(3)), std::pair(4, 2));
}

TEST(Posters, OtherFilesAreRefused) {
  const auto message = [](const std::string& bytes) {
    const auto picture = read_image("county_logo", bytes);
    EXPECT_FALSE(picture);
    return picture ? "" : picture.error().message + " " + picture.error().field;
  };
  EXPECT_EQ(message("<svg/>"), "documents.image_kind county_logo");
  EXPECT_EQ(message(jpeg().substr(0, 60)), "documents.image_broken county_logo");
  std::string large("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\xff\xff\0\0\xff\xff\x08\x02\0\0\0", 29);
  EXPECT_EQ(message(large), "documents.image_size county_logo");
  large[16] = large[17] = large[18] = large[20] = large[21] = large[22] = '\0';
  EXPECT_EQ(message(large), "documents.image_broken county_logo");
}

// Figures of WCAG 2.1 and of its usual calculators.
TEST(Posters, ContrastIsMeasured) {
  EXPECT_NEAR(contrast({0, 0, 0}, {255, 255, 255}), 21, 0.001);
  EXPECT_NEAR(contrast({0x77, 0x77, 0x77}, {255, 255, 255}), 4.48, 0.005);
  EXPECT_NEAR(contrast({255, 255, 255}, {0x76, 0x76, 0x76}), 4.54, 0.005);
  EXPECT_NEAR(contrast({0x1d, 0x4f, 0x91}, {255, 255, 255}), 8.09, 0.2);
}

TEST(Posters, AnAccentThatIsHardToReadIsRefused) {
  Poster poster = workshop();
  poster.accent = {0xff, 0xc1, 0x07};
  const auto png = make_documents()->poster_png(poster, size_of("square"));
  ASSERT_FALSE(png);
  EXPECT_EQ(png.error().message, "documents.poster_contrast");
  EXPECT_EQ(png.error().field, "accent");
}

TEST(Posters, ALongTitleShrinksAndATooLongOneIsSaid) {
  const auto engine = make_documents();
  Poster poster = workshop();
  poster.texts["title"] =
      "O zi la bibliotecă cu povești, muzică, desene și multe jocuri pentru toți "
      "copiii din comună și din satele vecine";
  for (const PosterSize& size : poster_sizes)
    EXPECT_TRUE(engine->poster_picture(poster, size)) << size.code;
  poster.texts["title"] = std::string(80, 'W');
  EXPECT_EQ(engine->poster_png(poster, size_of("square")).error().field, "title")
      << "a word that is wider than the page";
  poster.texts["title"] = "Titlu";
  std::string about;
  for (int i = 0; i < 200; ++i)
    about += "încă o vorbă ";
  poster.texts["about"] = about;
  const auto png = engine->poster_png(poster, size_of("square"));
  ASSERT_FALSE(png);
  EXPECT_EQ(png.error().message, "documents.poster_too_long");
  EXPECT_EQ(png.error().field, "about");
}

TEST(Posters, TheSmallPictureHasTheWords) {
  const auto picture = make_documents()->poster_picture(workshop(), size_of("link"));
  ASSERT_TRUE(picture);
  EXPECT_THAT(picture->svg, HasSubstr("ATELIER"));
  EXPECT_THAT(picture->svg, HasSubstr("#1d4f91"));
}

TEST(PosterDesign, SaysWhatItDoesNotUnderstand) {
  const auto fault = [](const char* svg) { return read_design(svg, {}).error().message; };
  EXPECT_EQ(fault("<svg"), "documents.poster_design");
  EXPECT_EQ(fault("<svg viewBox='0 0 1 1' data-accent='#000000'><circle/></svg>"),
            "documents.poster_design");
  EXPECT_EQ(fault("<svg viewBox='0 0 1 1' data-accent='red'/>"), "documents.poster_design");
}

}  // namespace
}  // namespace metodica::documents
