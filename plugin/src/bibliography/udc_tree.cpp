#include "bibliography/udc_tree.hpp"

namespace metodica {
namespace {

bool is_bracket(UdcPart part) {
  return part == UdcPart::form || part == UdcPart::place || part == UdcPart::ancestry;
}

class TreeBuilder {
 public:
  explicit TreeBuilder(std::string_view notation) : notation_(notation) {}

  std::vector<UdcNode> run() {
    const std::vector<UdcElement> elements = udc_elements(notation_);
    nodes_.reserve(2 * elements.size() + 2);
    open(UdcNodeKind::expression);
    for (const UdcElement& element : elements) {
      take(element);
    }
    while (!open_.empty()) {
      close();
    }
    nodes_.front().text = notation_;
    return std::move(nodes_);
  }

 private:
  struct Open {
    std::uint32_t node;
    std::size_t begin;
  };

  [[nodiscard]] UdcNodeKind inside() const { return nodes_[open_.back().node].kind; }

  void open(UdcNodeKind kind) {
    open_.push_back({static_cast<std::uint32_t>(nodes_.size()), read_});
    nodes_.push_back({kind, UdcPart::unknown, 0, {}, {}});
  }

  void close() {
    UdcNode& node = nodes_[open_.back().node];
    node.end = static_cast<std::uint32_t>(nodes_.size());
    node.text = notation_.substr(open_.back().begin, read_ - open_.back().begin);
    open_.pop_back();
  }

  void to_expression() {
    while (inside() != UdcNodeKind::expression) {
      close();
    }
  }

  void take(const UdcElement& element) {
    const auto begin = static_cast<std::size_t>(element.text.data() - notation_.data());
    if (element.part == UdcPart::group_open) {
      to_expression();
      read_ = begin;
      open(UdcNodeKind::group);
      read_ += element.text.size();
      open(UdcNodeKind::expression);
      return;
    }
    if (element.part == UdcPart::group_close && open_.size() > 1) {
      to_expression();
      if (open_.size() > 1) {
        close();  // the group itself stays open for auxiliaries
        read_ = begin + element.text.size();
        return;
      }
    }
    if (is_connector(element.part)) {
      to_expression();
    } else if (inside() == UdcNodeKind::expression) {
      read_ = begin;
      open(UdcNodeKind::number);
    }
    read_ = begin + element.text.size();
    add(element);
  }

  void add(const UdcElement& element) {
    const std::size_t at = nodes_.size();
    nodes_.push_back({UdcNodeKind::element, element.part, 0, element.text, element.range_end});
    if (is_bracket(element.part) && element.text.size() > 2) {
      const std::string_view inner = element.text.substr(1, element.text.size() - 2);
      for (const UdcElement& child : udc_elements(inner)) {
        nodes_.push_back({UdcNodeKind::element, child.part,
                          static_cast<std::uint32_t>(nodes_.size() + 1), child.text,
                          child.range_end});
      }
    }
    nodes_[at].end = static_cast<std::uint32_t>(nodes_.size());
  }

  std::string_view notation_;
  std::vector<UdcNode> nodes_;
  std::vector<Open> open_;
  std::size_t read_ = 0;  // bytes of the notation that stand in nodes
};

}  // namespace

std::vector<UdcNode> udc_tree(std::string_view notation) {
  return TreeBuilder(notation).run();
}

}  // namespace metodica
