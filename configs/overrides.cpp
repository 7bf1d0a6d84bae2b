// What the command line sets, kept beside the files.
#include "configs/overrides.hpp"

#include <algorithm>

#include "configs/document.hpp"
#include "configs/layers.hpp"
#include "configs/parameter.hpp"

namespace jtsim::configs {

namespace {

void collect_file_keys(const std::vector<Parameter>& rows, const std::string& path,
                       std::vector<std::string>& keys) {
  for (const Parameter& row : rows) {
    const std::string key = joined_key(path, row.name);
    if (row.type == ValueType::file) keys.push_back(key);
    collect_file_keys(row.children, key, keys);
  }
}

std::string rebased(const std::string& text, const std::filesystem::path& directory) {
  Problems ignored;  // a faulty text is reported when it is read
  const std::vector<Override> parsed = parse_overrides({text}, ignored);
  if (parsed.empty() || parsed.front().value.kind != NodeKind::scalar) return text;
  // Symbolic links are resolved: after one of them `..` leads elsewhere.
  const std::filesystem::path here = std::filesystem::current_path();
  const std::filesystem::path path =
      std::filesystem::proximate(here / parsed.front().value.text, here / directory);
  return parsed.front().key_path + "=" + file_name_text(path.generic_string());
}

}  // namespace

std::vector<std::string> rebased_overrides(const std::vector<std::string>& texts,
                                           const std::filesystem::path& directory) {
  std::vector<std::string> keys;
  if (!texts.empty()) collect_file_keys(parameters_of_document(Document{}), "", keys);
  std::vector<std::string> result;
  for (const std::string& text : texts) {
    const std::string key = text.substr(0, text.find('='));
    const bool names_file = std::find(keys.begin(), keys.end(), key) != keys.end();
    result.push_back(names_file ? rebased(text, directory) : text);
  }
  return result;
}

SourceText overrides_record(const std::vector<std::string>& texts) {
  SourceText record{std::string(command_line), ""};
  for (const std::string& text : texts) record.text += text + "\n";
  return record;
}

std::vector<std::string> recorded_overrides(const std::vector<SourceText>& files) {
  std::vector<std::string> texts;
  for (const SourceText& file : files) {
    if (file.path != command_line) continue;
    std::string_view rest = file.text;
    while (!rest.empty()) {
      const auto end = rest.find('\n');
      texts.emplace_back(rest.substr(0, end));
      rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
  }
  return texts;
}

}  // namespace jtsim::configs
