// What the command line sets, kept beside the files.
#include "configs/overrides.hpp"

#include <map>

#include "configs/document.hpp"
#include "configs/layers.hpp"
#include "configs/parameter.hpp"

namespace jtsim::configs {

namespace {

/// Keys that name files, each with the word for none.
using FileKeys = std::map<std::string, std::string_view>;

void collect_file_keys(const std::vector<Parameter>& rows, const std::string& path,
                       FileKeys& keys) {
  for (const Parameter& row : rows) {
    const std::string key = joined_key(path, row.name);
    if (row.type == ValueType::file) keys[key] = row.word;
    collect_file_keys(row.children, key, keys);
    if (row.type != ValueType::kinds) continue;
    for (const Parameter& kind : row.prototype) collect_file_keys(kind.children, key, keys);
  }
}

std::string rebased(const std::string& text, std::string_view word_for_none,
                    const Rebasing& rebasing) {
  Problems ignored;  // a faulty text is reported when it is read
  const std::vector<Override> parsed = parse_overrides({text}, ignored);
  if (parsed.empty() || parsed.front().value.kind != NodeKind::scalar) return text;
  if (parsed.front().value.text == word_for_none) return text;
  // Symbolic links are resolved: after one of them `..` leads elsewhere.
  const std::filesystem::path here = std::filesystem::current_path();
  const std::filesystem::path path = std::filesystem::proximate(
      here / rebasing.from / parsed.front().value.text, here / rebasing.to);
  return parsed.front().key_path + "=" + file_name_text(path.generic_string());
}

}  // namespace

std::vector<std::string> rebased_overrides(const std::vector<std::string>& texts,
                                           const Rebasing& rebasing) {
  FileKeys keys;
  if (!texts.empty()) collect_file_keys(parameters_of_document(Document{}), "", keys);
  std::vector<std::string> result;
  for (const std::string& text : texts) {
    const std::string key = text.substr(0, text.find('='));
    const auto file = keys.find(key);
    result.push_back(file == keys.end() ? text : rebased(text, file->second, rebasing));
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
