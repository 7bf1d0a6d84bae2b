// The layers of a scenario merged into one tree.
#include "configs/layers.hpp"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "configs/utf8.hpp"

namespace jtsim::configs {

namespace {

/// Longer chains are a mistake.
constexpr std::size_t longest_chain = 16;

Place on_command_line() { return {std::string(command_line), 0, 0}; }

/// Takes the name of the extended file out of the map; empty when there is none.
std::string take_extends(Node& map, Place& place, Problems& problems) {
  const auto found = std::find_if(map.entries.begin(), map.entries.end(),
                                  [](const Entry& entry) { return entry.key == extends_key; });
  if (found == map.entries.end()) return {};
  const Node value = std::move(found->value);
  place = value.place;
  map.entries.erase(found);
  if (value.kind == NodeKind::scalar && !value.text.empty()) return value.text;
  problems.add({place,
                std::string(extends_key),
                Sentence(tr("expected the name of a file, found {}"), described(value)),
                {}});
  return {};
}

std::optional<Node> read_one(FileSource& source, const std::string& path, const Place& named_at,
                             Problems& problems) {
  const ReadResult file = source.read(path, YamlLimits::bytes);
  if (!file.text) {
    const bool is_main = named_at.file.empty();
    problems.add({is_main ? Place{path, 0, 0} : named_at,
                  is_main ? "" : std::string(extends_key),
                  Sentence(tr("the file `{}` {}"), path, file.refusal),
                  {}});
    return std::nullopt;
  }
  std::optional<Node> root = parse_yaml({path, *file.text}, problems);
  if (root && root->kind != NodeKind::map) {
    const bool colon = root->text.find(':') != std::string::npos;
    problems.add(
        {root->place, "", Sentence(tr("expected keys, found {}"), described(*root)),
         colon ? tr("is a blank missing after the colon?") : tr("a key is `name: value`")});
    return std::nullopt;
  }
  return root;
}

std::optional<Fault> chain_fault(const std::vector<std::string>& chain, const std::string& path) {
  if (std::find(chain.begin(), chain.end(), path) != chain.end())
    return Fault{Sentence(tr("the chain of files returns to `{}`"), path), {}};
  if (chain.size() >= longest_chain)
    return Fault{Sentence(tr("the chain of files is longer than {}"), longest_chain), {}};
  return std::nullopt;
}

void set_places(Node& node, const Place& place) {
  node.place = place;
  for (Node& item : node.items) set_places(item, place);
  for (Entry& entry : node.entries) {
    entry.key_place = place;
    set_places(entry.value, place);
  }
}

std::optional<Fault> override_fault(const std::string& text, const std::string& key) {
  constexpr Label form = tr("key.path=value in one line");
  if (first_bad_byte(text)) return Fault{tr("not UTF-8 text, or a control character in it"), form};
  if (key == text || key.empty() || text.find('\n') != std::string::npos)
    return Fault{Sentence(tr("{} sets nothing"), quoted_for_message(text)), form};
  if (key.size() + 1 == text.size()) return Fault{tr("no value after the `=`"), form};
  if (key.starts_with('.') || key.ends_with('.') || key.find("..") != std::string::npos)
    return Fault{tr("a key of this path is empty"), form};
  const auto dots = static_cast<std::size_t>(std::count(key.begin(), key.end(), '.'));
  if (dots >= YamlLimits::depth)
    return Fault{Sentence(tr("nested deeper than {} levels"), YamlLimits::depth), {}};
  if (key == extends_key) return Fault{tr("only a file can extend a file"), {}};
  return std::nullopt;
}

std::optional<Node> parse_value(const std::string& key, const std::string& text,
                                Problems& problems) {
  Problems own;
  std::optional<Node> value = parse_yaml({std::string(command_line), text}, own);
  for (const Problem& problem : own.list())
    problems.add({on_command_line(), key, problem.what, problem.allowed});
  return own.empty() ? std::move(value) : std::nullopt;
}

}  // namespace

void lay_over(Node& lower, Node upper) {
  if (lower.kind != NodeKind::map || upper.kind != NodeKind::map) {
    lower = std::move(upper);
    return;
  }
  // The place of a section is where its missing keys are reported: in the file nearest to the user.
  if (upper.place.line > 0) lower.place = upper.place;
  std::unordered_map<std::string, std::size_t> index;
  for (std::size_t i = 0; i < lower.entries.size(); ++i) index.emplace(lower.entries[i].key, i);
  for (Entry& entry : upper.entries) {
    const auto found = index.find(entry.key);
    if (found == index.end()) {
      lower.entries.push_back(std::move(entry));
      continue;
    }
    Entry& below = lower.entries[found->second];
    below.key_place = entry.key_place;
    lay_over(below.value, std::move(entry.value));
  }
}

std::optional<Node> read_file_layers(FileSource& source, const std::string& main,
                                     Problems& problems) {
  expect(!main.empty(), "a scenario has a file name");
  std::vector<Node> layers;
  std::vector<std::string> chain;
  std::string path = main;
  Place named_at;
  while (!path.empty()) {
    if (auto fault = chain_fault(chain, path)) {
      problems.add(named_at, std::string(extends_key), *fault);
      return std::nullopt;
    }
    chain.push_back(path);
    std::optional<Node> layer = read_one(source, path, named_at, problems);
    if (!layer) return std::nullopt;
    const std::string extended = take_extends(*layer, named_at, problems);
    layers.push_back(std::move(*layer));
    path = extended.empty() ? "" : path_from(path, extended);
  }
  Node merged = std::move(layers.back());
  for (auto layer = layers.rbegin() + 1; layer != layers.rend(); ++layer)
    lay_over(merged, std::move(*layer));
  return merged;
}

std::vector<Override> parse_overrides(const std::vector<std::string>& texts, Problems& problems) {
  std::vector<Override> overrides;
  for (const std::string& text : texts) {
    const auto equals = text.find('=');
    const std::string key = text.substr(0, equals);
    if (auto fault = override_fault(text, key)) {
      problems.add(on_command_line(), equals == std::string::npos ? "" : key, *fault);
      continue;
    }
    std::optional<Node> value = parse_value(key, text.substr(equals + 1), problems);
    if (!value) continue;
    set_places(*value, on_command_line());
    overrides.push_back({key, std::move(*value)});
  }
  return overrides;
}

Node tree_of(const Override& override_) {
  Node tree = override_.value;
  std::string_view path = override_.key_path;
  while (!path.empty()) {
    const auto dot = path.rfind('.');
    const std::size_t begin = dot == std::string_view::npos ? 0 : dot + 1;
    Node map;
    map.kind = NodeKind::map;
    map.place = on_command_line();
    map.entries.push_back({std::string(path.substr(begin)), on_command_line(), std::move(tree)});
    tree = std::move(map);
    path = begin == 0 ? std::string_view{} : path.substr(0, begin - 1);
  }
  return tree;
}

}  // namespace jtsim::configs
