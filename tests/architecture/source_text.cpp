// Blanks comments and literals, and walks the checkout.
#include "tests/architecture/source_text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace {

namespace fs = std::filesystem;

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// The letters, digits and underscores that end right before `offset`.
std::string_view word_before(std::string_view text, std::size_t offset) {
  std::size_t start = offset;
  while (start > 0 && is_word(text[start - 1])) --start;
  return text.substr(start, offset - start);
}

// First offset behind the literal whose opening quote stands at `start`; a line break ends it too.
std::size_t end_of_quoted(std::string_view text, std::size_t start) {
  std::size_t i = start + 1;
  while (i < text.size() && text[i] != text[start] && text[i] != '\n') {
    i += text[i] == '\\' ? 2U : 1U;
  }
  return std::min(i + 1, text.size());
}

std::size_t end_of_raw(std::string_view text, std::size_t quote) {
  const std::size_t open = text.find('(', quote);
  if (open == std::string_view::npos) return text.size();
  const std::string close = ")" + std::string(text.substr(quote + 1, open - quote - 1)) + "\"";
  const std::size_t end = text.find(close, open);
  return end == std::string_view::npos ? text.size() : end + close.size();
}

std::size_t end_of_comment(std::string_view text, std::size_t start) {
  if (text[start + 1] == '*') {
    const std::size_t end = text.find("*/", start + 2);
    return end == std::string_view::npos ? text.size() : end + 2;
  }
  std::size_t end = text.find('\n', start);
  while (end != std::string_view::npos && text[end - 1] == '\\') end = text.find('\n', end + 1);
  return std::min(end, text.size());
}

// Blanks [begin, end) but keeps the line breaks.
void blank(std::string& code, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < std::min(end, code.size()); ++i) {
    if (code[i] != '\n') code[i] = ' ';
  }
}

// First offset behind the comment or literal that starts at `i`, or `i` if none does.
std::size_t end_of_token(std::string_view text, std::size_t i) {
  const std::string_view rest = text.substr(i);
  if (rest.starts_with("//") || rest.starts_with("/*")) return end_of_comment(text, i);
  if (text[i] != '"' && text[i] != '\'') return i;
  const std::string_view word = word_before(text, i);
  if (text[i] == '"') {
    constexpr std::array<std::string_view, 5> raw_prefixes = {"R", "u8R", "uR", "UR", "LR"};
    const bool raw = std::ranges::find(raw_prefixes, word) != raw_prefixes.end();
    return raw ? end_of_raw(text, i) : end_of_quoted(text, i);
  }
  const bool separates_digits = !word.empty() && std::isdigit(static_cast<unsigned char>(word[0]));
  return separates_digits ? i : end_of_quoted(text, i);
}

std::string read_text(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

bool is_skipped_folder(const fs::path& root, const fs::path& folder) {
  const std::string path = fs::relative(folder, root).generic_string();
  const bool hidden = path.starts_with(".") && path != ".ci";
  return hidden || path.starts_with("build") || path == "output/runs" || path == "third_party" ||
         folder.filename() == "__pycache__";
}

// Paths of all files below the root that are not skipped, sorted.
std::vector<std::string> walk(const fs::path& root) {
  std::vector<std::string> paths;
  for (auto entry = fs::recursive_directory_iterator(root); entry != fs::end(entry); ++entry) {
    if (entry->is_directory() && is_skipped_folder(root, entry->path())) {
      entry.disable_recursion_pending();
    } else if (entry->is_regular_file()) {
      paths.push_back(fs::relative(entry->path(), root).generic_string());
    }
  }
  std::ranges::sort(paths);
  return paths;
}

bool is_source(std::string_view path) {
  return path.ends_with(".cpp") || path.ends_with(".hpp") || path.ends_with(".hpp.in");
}

}  // namespace

std::string blank_comments_and_literals(std::string_view text) {
  std::string code(text);
  std::size_t i = 0;
  while (i < text.size()) {
    const std::size_t end = end_of_token(text, i);
    if (end == i) {
      ++i;
      continue;
    }
    const bool comment = text[i] == '/';
    blank(code, comment ? i : i + 1, comment ? end : end - 1);
    i = end;
  }
  return code;
}

std::string blank_directives(std::string_view code) {
  std::string result(code);
  std::vector<bool> in_first_branch;
  bool continued = false;
  std::size_t start = 0;
  for (const std::string& line : split_lines(code)) {
    const std::size_t first = line.find_first_not_of(" \t");
    const bool directive = first != std::string::npos && line[first] == '#';
    if (directive && !continued) {
      const std::size_t word = line.find_first_not_of(" \t", first + 1);
      const std::string_view name = std::string_view(line).substr(std::min(word, line.size()));
      if (name.starts_with("if")) in_first_branch.push_back(true);
      if (name.starts_with("el") && !in_first_branch.empty()) in_first_branch.back() = false;
      if (name.starts_with("endif") && !in_first_branch.empty()) in_first_branch.pop_back();
    }
    const bool dropped = std::ranges::find(in_first_branch, false) != in_first_branch.end();
    const bool blanked = directive || continued;
    if (blanked || dropped) blank(result, start, start + line.size());
    continued = blanked && line.ends_with('\\');
    start += line.size() + 1;
  }
  return result;
}

SourceText make_source(std::string path, std::string text) {
  std::string code = blank_comments_and_literals(text);
  return {.path = std::move(path), .text = std::move(text), .code = std::move(code)};
}

int line_at(std::string_view text, std::size_t offset) {
  return 1 + static_cast<int>(std::ranges::count(text.substr(0, offset), '\n'));
}

std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::vector<SourceText> read_sources(const fs::path& root) {
  std::vector<SourceText> sources;
  for (SourceText& file : read_written_files(root)) {
    if (is_source(file.path)) sources.push_back(std::move(file));
  }
  return sources;
}

std::vector<SourceText> read_written_files(const fs::path& root) {
  std::vector<SourceText> files;
  for (const std::string& path : walk(root)) {
    std::string text = read_text(root / path);
    if (is_source(path)) {
      files.push_back(make_source(path, std::move(text)));
    } else {
      files.push_back({.path = path, .text = std::move(text), .code = {}});
    }
  }
  return files;
}

std::string list_faults(const std::vector<Fault>& faults) {
  std::string list;
  for (const Fault& fault : faults) {
    list += fault.path + ":" + std::to_string(fault.line) + ": " + fault.problem + "\n";
  }
  return list;
}
