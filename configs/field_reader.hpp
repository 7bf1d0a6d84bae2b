// Fills declared structs from a YAML tree by walking their fields; everything wrong is collected,
// nothing is repaired.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

#include "base/field.hpp"
#include "configs/file_source.hpp"
#include "configs/kinds.hpp"
#include "configs/named_map.hpp"
#include "configs/problems.hpp"
#include "configs/value_text.hpp"
#include "configs/yaml_document.hpp"

namespace jtsim::configs {

/// Where each value that is not a default was written, by key path; sections and the items of lists
/// ("policies.x.leagues[0]") included.
using Places = std::map<std::string, Place>;

/// The place of `key_path`, or of the nearest section above it that was written.
Place place_of(const Places& places, std::string key_path);

/// Reads values into members whose initialisers are the defaults. Every value read leaves its place
/// in `places`; every fault goes to `problems`, and the member keeps its default.
class FieldReader {
 public:
  FieldReader(Problems& problems, Places& places) : problems_(problems), places_(places) {}

  /// The declared fields of `S` from a map. `also_known` lists keys that somebody else reads.
  template <Declared S>
  void read_fields(const Node& map, const std::string& path, S& into,
                   std::vector<std::string> also_known = {}) {
    if (!expect_kind(map, path, NodeKind::map, tr("a section of keys"))) return;
    for_each_field<S>(
        [&](const auto& field) { also_known.emplace_back(std::string(field.text.name)); });
    report_unknown(map, path, also_known);
    for_each_field<S>([&](const auto& field) {
      const Node* node = map.find(field.text.name);
      if (node == nullptr) return;
      read(*node, joined_key(path, field.text.name), {field.valid, field.text.unit},
           into.*(field.member));
    });
  }

 private:
  template <class T>
  void read(const Node& node, const std::string& path, const NumberRule& rule, T& into) {
    places_[path] = node.place;
    if constexpr (Declared<T>) {
      read_fields(node, path, into);
    } else if constexpr (is_named_map<T>::value) {
      read_named(node, path, into);
    } else if constexpr (is_kinds<T>::value) {
      read_kind(node, path, into);
    } else if constexpr (is_list<T>::value) {
      read_list(node, path, rule, into);
    } else if constexpr (is_optional<T>::value) {
      read_optional(node, path, rule, into);
    } else {
      read_scalar(node, path, rule, into);
    }
  }

  template <class T>
  void read_scalar(const Node& node, const std::string& path, const NumberRule& rule, T& into) {
    constexpr bool is_text = std::same_as<T, std::string> || std::derived_from<T, FilePath>;
    constexpr bool may_be_quoted = is_text || TabledEnum<T>;
    if (!expect_scalar(node, path, may_be_quoted)) return;
    const std::optional<Fault> fault = set_from_text(node.text, rule, into);
    if (fault) {
      problems_.add(node.place, path, *fault);
    } else if constexpr (std::derived_from<T, FilePath>) {
      if (!into.text.empty()) into.text = path_from(node.place.file, into.text);
    }
  }

  template <class T>
  void read_optional(const Node& node, const std::string& path, const NumberRule& rule,
                     std::optional<T>& into) {
    if (node.kind == NodeKind::scalar && node.text == no_value) {
      into.reset();
      return;
    }
    T value{};
    read_scalar(node, path, rule, value);
    into = value;
  }

  template <class T>
  void read_list(const Node& node, const std::string& path, const NumberRule& rule,
                 std::vector<T>& into) {
    if (!expect_kind(node, path, NodeKind::list, tr("a list such as [a, b]"))) return;
    into.clear();
    for (const Node& item : node.items) {
      T value{};
      read(item, item_path(path, into.size()), rule, value);
      into.push_back(std::move(value));
    }
  }

  template <class T>
  void read_named(const Node& node, const std::string& path, NamedMap<T>& into) {
    if (!expect_kind(node, path, NodeKind::map, tr("a section of names"))) return;
    into.clear();
    for (const Entry& entry : node.entries) {
      if (!expect_identifier(entry, path)) continue;
      Named<T> named{entry.key, {}};
      read(entry.value, joined_key(path, entry.key), {}, named.value);
      into.push_back(std::move(named));
    }
  }

  template <class... Kinds>
  void read_kind(const Node& node, const std::string& path, std::variant<Kinds...>& into) {
    const std::optional<std::size_t> kind = kind_of(node, path, {kind_name<Kinds>()...});
    if (!kind) return;
    std::size_t index = 0;
    const auto read_as = [&](auto& alternative) {
      read_fields(node, path, alternative, {std::string(kind_key)});
    };
    ((index++ == *kind ? read_as(into.template emplace<Kinds>()) : void()), ...);
  }

  bool expect_kind(const Node& node, const std::string& path, NodeKind kind,
                   const Label& expected);
  bool expect_scalar(const Node& node, const std::string& path, bool may_be_quoted);
  bool expect_identifier(const Entry& entry, const std::string& path);
  /// Position of the entry's `kind` among the known ones.
  std::optional<std::size_t> kind_of(const Node& node, const std::string& path,
                                     const std::vector<std::string>& known);
  void report_unknown(const Node& map, const std::string& path,
                      const std::vector<std::string>& known);
  static std::string item_path(const std::string& path, std::size_t index);

  Problems& problems_;
  Places& places_;
};

}  // namespace jtsim::configs
