// YAML text as a plain tree, built from the library's events so that nothing dangerous is ever
// expanded.
#include "configs/yaml_document.hpp"

#include <sstream>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include "configs/utf8.hpp"
#include "configs/yaml_hints.hpp"

namespace jtsim::configs {

namespace {

/// Columns in characters, of which the library counts the bytes.
class ColumnCounter {
 public:
  explicit ColumnCounter(std::string_view text) {
    before_.reserve(text.size() + 1);
    before_.push_back(0);
    for (const char& c : text)
      before_.push_back(before_.back() + static_cast<int>(character_count({&c, 1})));
  }

  int column(const YAML::Mark& mark) const {
    const auto end = static_cast<std::size_t>(mark.pos);
    const auto bytes = static_cast<std::size_t>(mark.column);
    if (mark.column < 0 || end >= before_.size() || bytes > end) return mark.column + 1;
    return 1 + before_[end] - before_[end - bytes];
  }

 private:
  /// Characters that begin before each byte of the text, one look-up a mark: counting from the
  /// start of the line would take too long on a long one.
  std::vector<int> before_;
};

/// Ends the parsing at once.
struct Refusal {
  Problem problem;
};

/// Turns events into nodes. The containers that are still open form a stack; a finished one moves
/// into the container below it.
class TreeBuilder final : public YAML::EventHandler {
 public:
  TreeBuilder(const SourceText& source, Problems& problems)
      : source_(source), problems_(problems), columns_(source.text) {}

  std::optional<Node> take_root() { return std::move(root_); }

  Place place_of(const YAML::Mark& mark) const {
    return {source_.path, mark.line + 1, columns_.column(mark)};
  }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (documents_++ > 0)
      refuse(mark, tr("a second document begins here"),
             tr("one document a file; remove the line `---`"));
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    check_plain(mark, "", anchor);
    add(leaf(mark, NodeKind::nothing));
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    refuse(mark, tr("an alias (`*name`) is not allowed"), tr("write the value out"));
  }
  void OnAnchor(const YAML::Mark& mark, const std::string&) override { refuse_anchor(mark); }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    check_plain(mark, tag, anchor);
    if (value.size() > YamlLimits::scalar_bytes)
      refuse(mark, tr("one text is longer than 64 KiB"), tr("a closing quote may be missing"));
    if (first_bad_byte(value))
      refuse(mark, tr("an escape stands for a control character"), tr("text"));
    if (!closes_on_its_line(source_.text, offset(mark)))
      refuse(mark, tr("the text in quotes does not end on its line"),
             tr("a closing quote may be missing"));
    Node node = leaf(mark, NodeKind::scalar);
    node.text = value;
    node.quoting = tag == "!" ? Quoting::quoted : Quoting::plain;
    add(std::move(node));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, NodeKind::list);
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, NodeKind::map);
  }
  void OnMapEnd() override { close(); }

 private:
  /// A container that is not complete yet.
  struct Open {
    Node node;
    /// Of a map: the key that waits for its value.
    std::optional<Entry> pending;
    bool is_duplicate = false;
    std::unordered_map<std::string, Place> keys;
  };

  std::size_t offset(const YAML::Mark& mark) const {
    return mark.pos < 0 ? source_.text.size() : static_cast<std::size_t>(mark.pos);
  }

  [[noreturn]] void refuse(const YAML::Mark& mark, Sentence what, Sentence allowed) const {
    throw Refusal{{place_of(mark), key_path(), std::move(what), std::move(allowed)}};
  }
  [[noreturn]] void refuse_anchor(const YAML::Mark& mark) const {
    refuse(mark, tr("an anchor (`&name`) is not allowed"),
           tr("write the value out where it is needed"));
  }

  void check_plain(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    if (anchor != 0) refuse_anchor(mark);
    if (!tag.empty() && tag != "?" && tag != "!")
      refuse(mark, Sentence(tr("a tag ({}) is not allowed"), quoted_for_message(tag)),
             tr("types follow from the key"));
    if (++nodes_ > YamlLimits::nodes)
      refuse(mark, Sentence(tr("more than {} values"), YamlLimits::nodes), {});
  }

  Node leaf(const YAML::Mark& mark, NodeKind kind) const {
    Node node;
    node.kind = kind;
    node.place = place_of(mark);
    return node;
  }

  void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, NodeKind kind) {
    check_plain(mark, tag, anchor);
    if (open_.size() >= YamlLimits::depth)
      refuse(mark, Sentence(tr("nested deeper than {} levels"), YamlLimits::depth), {});
    open_.push_back({leaf(mark, kind), std::nullopt, false, {}});
  }

  void close() {
    Node done = std::move(open_.back().node);
    open_.pop_back();
    add(std::move(done));
  }

  void add(Node node) {
    if (open_.empty()) {
      root_ = std::move(node);
      return;
    }
    Open& top = open_.back();
    if (top.node.kind == NodeKind::list) {
      top.node.items.push_back(std::move(node));
    } else if (!top.pending) {
      begin_entry(top, node);
    } else {
      top.pending->value = std::move(node);
      // The library places nothing where the next thing stands.
      if (top.pending->value.kind == NodeKind::nothing)
        top.pending->value.place = top.pending->key_place;
      if (!top.is_duplicate) top.node.entries.push_back(std::move(*top.pending));
      top.pending.reset();
    }
  }

  void begin_entry(Open& map, const Node& key) {
    if (key.kind != NodeKind::scalar) {
      throw Refusal{{key.place, key_path(), Sentence(tr("{} cannot be a key"), described(key)),
                     tr("a key is a word followed by a colon and a blank")}};
    }
    if (key.text == "<<")
      throw Refusal{{key.place, key_path(), tr("a merge key (`<<`) is not allowed"),
                     tr("`extends: other.yaml` takes over another file")}};
    const auto [first, is_new] = map.keys.emplace(key.text, key.place);
    map.is_duplicate = !is_new;
    if (map.is_duplicate) {
      problems_.add(
          {key.place, joined_key(key_path(), shortened(key.text)), tr("the key stands here twice"),
           Sentence(tr("first in line {}, column {}"), first->second.line, first->second.column)});
    }
    map.pending = Entry{key.text, key.place, {}};
  }

  /// The keys on the way to where the parser is.
  std::string key_path() const {
    std::string path;
    for (const Open& level : open_) {
      if (level.pending) path = joined_key(path, shortened(level.pending->key));
    }
    return path;
  }

  const SourceText& source_;
  Problems& problems_;
  ColumnCounter columns_;
  std::vector<Open> open_;
  std::optional<Node> root_;
  std::size_t nodes_ = 0;
  int documents_ = 0;
};

}  // namespace

const Node* Node::find(std::string_view key) const {
  for (const Entry& entry : entries) {
    if (entry.key == key) return &entry.value;
  }
  return nullptr;
}

Sentence described(const Node& node) {
  switch (node.kind) {
    case NodeKind::nothing:
      return tr("nothing");
    case NodeKind::list:
      return tr("a list");
    case NodeKind::map:
      return tr("a section");
    case NodeKind::scalar:
      break;
  }
  const std::string text = quoted_for_message(node.text);
  if (node.quoting == Quoting::quoted) return {tr("the quoted text {}"), text};
  return Sentence(text);
}

std::optional<Node> parse_yaml(const SourceText& source, Problems& problems) {
  TreeBuilder builder(source, problems);
  try {
    std::istringstream stream(source.text);
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
    std::optional<Node> root = builder.take_root();
    if (!root) problems.add({{source.path, 1, 1}, "", tr("the file is empty"), {}});
    return root;
  } catch (const Refusal& refusal) {
    problems.add(refusal.problem);
  } catch (const YAML::Exception& error) {
    problems.add({builder.place_of(error.mark), "",
                  error.msg == YAML::ErrorMsg::UNKNOWN_ANCHOR
                      ? Sentence(tr("an alias (`*name`) is not allowed"))
                      : Sentence(tr("this is not valid YAML: {}"), error.msg),
                  syntax_hint(source.text).value_or(Sentence())});
  }
  return std::nullopt;
}

}  // namespace jtsim::configs
