// The resolved scenario as YAML.
#include "configs/echo.hpp"

#include <fmt/format.h>

#include "configs/parameter.hpp"
#include "configs/value_text.hpp"

namespace jtsim::configs {

namespace {

/// Writes rows of parameters as nested sections.
class YamlWriter {
 public:
  YamlWriter(const Places* places, const std::optional<EchoFolders>& folders)
      : places_(places), folders_(folders) {}

  void write(const std::vector<Parameter>& rows, const std::string& path, std::size_t level) {
    for (const Parameter& row : rows) {
      const std::string key = joined_key(path, row.name);
      if (row.type == ValueType::file && leaves_out(row)) continue;
      text_ += std::string(2 * level, ' ') + row.name + ":";
      if (is_leaf(row)) {
        text_ += " " + value_of(row) + origin(key) + "\n";
      } else if (row.children.empty()) {
        text_ += " {}" + origin(key) + "\n";
      } else {
        text_ += "\n";
        write(row.children, key, level + 1);
      }
    }
  }

  std::string take() { return std::move(text_); }

 private:
  static bool is_leaf(const Parameter& row) {
    return row.type != ValueType::section && row.type != ValueType::named_sections &&
           row.type != ValueType::kinds;
  }

  /// Digests leave out all names of files, the echo those that are not set.
  bool leaves_out(const Parameter& row) const {
    return places_ == nullptr || row.value == no_value;
  }

  std::string value_of(const Parameter& row) const {
    if (row.type != ValueType::file || row.file.empty() || !folders_) return row.value;
    const std::filesystem::path path = (folders_->scenario / row.file).lexically_normal();
    return file_name_text(path.lexically_relative(folders_->echo).generic_string());
  }

  std::string origin(const std::string& key) const {
    if (places_ == nullptr) return {};
    const auto found = places_->find(key);
    if (found == places_->end()) return "  # default";
    const Place& place = found->second;
    if (place.line == 0) return "  # " + place.file;
    return fmt::format("  # {}:{}", place.file, place.line);
  }

  const Places* places_;
  const std::optional<EchoFolders>& folders_;
  std::string text_;
};

}  // namespace

std::string echo_yaml(const Scenario& scenario, const std::optional<EchoFolders>& folders) {
  YamlWriter writer(&scenario.places, folders);
  writer.write(parameters_of_document(scenario.document), "", 0);
  return fmt::format("# The resolved scenario {}: every value and where it came from.\n",
                     scenario.digest) +
         writer.take();
}

std::string canonical_values(const Document& document) {
  const std::optional<EchoFolders> no_folders;
  YamlWriter writer(nullptr, no_folders);
  writer.write(parameters_of_document(document), "", 0);
  return writer.take();
}

}  // namespace jtsim::configs
