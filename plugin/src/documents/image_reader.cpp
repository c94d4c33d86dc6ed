#include "documents/image_reader.hpp"

#include <csetjmp>
#include <cstdio>
#include <cstring>
#include <string_view>
#include <vector>

#include <jpeglib.h>

namespace metodica::documents {
namespace {

constexpr std::string_view png_mark = "\x89PNG\r\n\x1a\n";
constexpr std::string_view jpeg_mark = "\xff\xd8\xff";

std::size_t at(std::string_view bytes, std::size_t place) {
  return place < bytes.size() ? static_cast<unsigned char>(bytes[place]) : 0U;
}
std::size_t two(std::string_view bytes, std::size_t place, bool big) {
  return big ? at(bytes, place) << 8U | at(bytes, place + 1)
             : at(bytes, place + 1) << 8U | at(bytes, place);
}
std::size_t four(std::string_view bytes, std::size_t place, bool big) {
  return big ? two(bytes, place, big) << 16U | two(bytes, place + 2, big)
             : two(bytes, place + 2, big) << 16U | two(bytes, place, big);
}

// ---- PNG ----

struct Source {
  std::string_view rest;
};

cairo_status_t give(void* closure, unsigned char* into, unsigned int length) {
  auto& source = *static_cast<Source*>(closure);
  if (source.rest.size() < length)
    return CAIRO_STATUS_READ_ERROR;
  std::memcpy(into, source.rest.data(), length);
  source.rest.remove_prefix(length);
  return CAIRO_STATUS_SUCCESS;
}

// ---- JPEG ----

struct Failing {
  jpeg_error_mgr base;
  std::jmp_buf back;
};

void fail(j_common_ptr info) {
  std::longjmp(reinterpret_cast<Failing*>(info->err)->back, 1);
}
void stay_silent(j_common_ptr) {}

/// Called twice: for the size, and with `into` for the pixels (four bytes each, as cairo has them).
/// Nothing with a destructor lives here: libjpeg leaves by longjmp.
bool decode(std::string_view bytes, unsigned char* into, std::size_t stride, int& width,
            int& height) {
  jpeg_decompress_struct info;
  Failing errors;
  info.err = jpeg_std_error(&errors.base);
  errors.base.error_exit = fail;
  errors.base.output_message = stay_silent;
  if (setjmp(errors.back) != 0) {
    jpeg_destroy_decompress(&info);
    return false;
  }
  jpeg_create_decompress(&info);
  jpeg_mem_src(&info, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  jpeg_read_header(&info, TRUE);
  width = static_cast<int>(info.image_width);
  height = static_cast<int>(info.image_height);
  if (into != nullptr) {
    info.out_color_space = JCS_EXT_BGRX;
    jpeg_start_decompress(&info);
    while (info.output_scanline < info.output_height) {
      JSAMPROW row = into + stride * info.output_scanline;
      jpeg_read_scanlines(&info, &row, 1);
    }
    jpeg_finish_decompress(&info);
  }
  jpeg_destroy_decompress(&info);
  return true;
}

// How the camera was held: tag 0x0112 of the first directory of the Exif segment; 1 is upright.
std::size_t orientation(std::string_view bytes) {
  for (std::size_t place = 2; at(bytes, place) == 0xff && at(bytes, place + 1) != 0xda;) {
    const std::size_t size = two(bytes, place + 2, true);
    const std::string_view segment = bytes.substr(std::min(place + 4, bytes.size()), size);
    if (at(bytes, place + 1) == 0xe1 && segment.starts_with(std::string_view("Exif\0\0", 6))) {
      const std::string_view tiff = segment.substr(6);
      const bool big = tiff.starts_with("MM");
      const std::size_t directory = four(tiff, 4, big);
      const std::size_t entries = two(tiff, directory, big);
      for (std::size_t i = 0; i < entries; ++i) {
        const std::size_t entry = directory + 2 + 12 * i;
        if (two(tiff, entry, big) == 0x0112)
          return two(tiff, entry + 8, big);
      }
      return 1;
    }
    place += 2 + size;
  }
  return 1;
}

void keep_bytes(cairo_surface_t* surface, const std::string& bytes) {
  auto* copy = new std::string(bytes);
  const auto* data = reinterpret_cast<const unsigned char*>(copy->data());
  cairo_surface_set_mime_data(
      surface, CAIRO_MIME_TYPE_JPEG, data, copy->size(),
      [](void* kept) { delete static_cast<std::string*>(kept); }, copy);
}

// Turned by half or a quarter; mirrored pictures come from no camera.
Picture turned(const Picture& from, std::size_t how) {
  const int width = cairo_image_surface_get_width(from.get());
  const int height = cairo_image_surface_get_height(from.get());
  const bool quarter = how == 6 || how == 8;
  Picture to(cairo_image_surface_create(CAIRO_FORMAT_RGB24, quarter ? height : width,
                                        quarter ? width : height));
  cairo_t* pen = cairo_create(to.get());
  constexpr double half_turn = 3.14159265358979323846;
  if (how == 3) {
    cairo_translate(pen, width, height);
    cairo_rotate(pen, half_turn);
  } else if (how == 6) {
    cairo_translate(pen, height, 0);
    cairo_rotate(pen, half_turn / 2);
  } else {
    cairo_translate(pen, 0, width);
    cairo_rotate(pen, -half_turn / 2);
  }
  cairo_set_source_surface(pen, from.get(), 0, 0);
  cairo_paint(pen);
  cairo_destroy(pen);
  return to;
}

Unexpected refused(const char* id, const std::string& slot) {
  return invalid(id, {{"slot", slot}}, slot);
}

Result<Picture> read_jpeg(const std::string& slot, const std::string& bytes) {
  int width = 0, height = 0;
  if (!decode(bytes, nullptr, 0, width, height))
    return refused("documents.image_broken", slot);
  if (std::int64_t{width} * height > most_pixels)
    return refused("documents.image_size", slot);
  Picture picture(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
  unsigned char* pixels = cairo_image_surface_get_data(picture.get());
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(picture.get()));
  if (pixels == nullptr || !decode(bytes, pixels, stride, width, height))
    return refused("documents.image_broken", slot);
  cairo_surface_mark_dirty(picture.get());
  const std::size_t how = orientation(bytes);
  if (how == 3 || how == 6 || how == 8)
    return turned(picture, how);
  keep_bytes(picture.get(), bytes);
  return picture;
}

Result<Picture> read_png(const std::string& slot, const std::string& bytes) {
  const auto width = static_cast<std::int64_t>(four(bytes, 16, true));
  const auto height = static_cast<std::int64_t>(four(bytes, 20, true));
  if (width * height > most_pixels)
    return refused("documents.image_size", slot);
  Source source{bytes};
  Picture picture(cairo_image_surface_create_from_png_stream(give, &source));
  if (cairo_surface_status(picture.get()) != CAIRO_STATUS_SUCCESS)
    return refused("documents.image_broken", slot);
  return picture;
}

}  // namespace

Result<Picture> read_image(const std::string& slot, const std::string& bytes) {
  if (bytes.starts_with(png_mark))
    return read_png(slot, bytes);
  if (bytes.starts_with(jpeg_mark))
    return read_jpeg(slot, bytes);
  return refused("documents.image_kind", slot);
}

}  // namespace metodica::documents
