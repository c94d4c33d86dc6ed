#include "documents/documents.hpp"

#include <span>

#include "documents/flow_printer.hpp"
#include "documents/label_printer.hpp"
#include "documents/label_sheets.hpp"
#include "documents/poster_printer.hpp"
#include "documents/register_printer.hpp"
#include "text/embedded.hpp"

namespace metodica {
namespace embedded {
extern const std::span<const EmbeddedFile> label_sheet_files;
}

namespace {

/// One typesetter for all papers: fonts are opened and words shaped once.
class Engine final : public Documents {
 public:
  Result<std::string> register_pdf(const RegisterPaper& paper, const Messages& words) override {
    return documents::print_register(paper, words, typesetter_);
  }

  Result<std::string> flow_pdf(const FlowPaper& paper, const Messages& words) override {
    return documents::print_flow(paper, words, typesetter_);
  }

  Result<std::string> labels_pdf(const LabelPaper& paper, const Messages& words) override {
    return documents::print_labels(paper, words, typesetter_);
  }

  Result<LabelPicture> labels_picture(const LabelPaper& paper, const Messages& words) override {
    return documents::picture_labels(paper, words, typesetter_);
  }

  [[nodiscard]] Result<void> check_sheet(const LabelSheet& sheet) const override {
    return documents::check_sheet(sheet);
  }

  [[nodiscard]] std::vector<LabelSheet> label_sheets() const override {
    auto sheets = documents::parse_label_sheets(embedded::label_sheet_files.front().content);
    // The file is part of the program and read by a test.
    return sheets ? *std::move(sheets) : std::vector<LabelSheet>();
  }

  Result<std::string> poster_pdf(const Poster& poster, const PosterSize& size) override {
    return documents::poster_pdf(poster, size, letters_);
  }
  Result<std::string> poster_png(const Poster& poster, const PosterSize& size) override {
    return documents::poster_png(poster, size, letters_);
  }
  Result<PosterPicture> poster_picture(const Poster& poster, const PosterSize& size) override {
    return documents::poster_picture(poster, size, letters_);
  }

 private:
  documents::Typesetter typesetter_;
  documents::PosterLetters letters_;
};

}  // namespace

std::unique_ptr<Documents> make_documents() {
  return std::make_unique<Engine>();
}

}  // namespace metodica
