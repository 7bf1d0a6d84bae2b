// Reads our source files the way the architecture rules need them: comments and literals blanked.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// One file of the checkout. `code` has the length and the line breaks of `text`, but spaces in the
/// place of comments and of what stands inside string and character literals.
struct SourceText {
  std::string path;  // from the root of the checkout, with '/'
  std::string text;
  std::string code;
};

/// A breach of a rule, at a line that counts from 1.
struct Fault {
  std::string path;
  int line = 0;
  std::string problem;
};

/// `text` as a file that would stand at `path`.
SourceText make_source(std::string path, std::string text);

/// Text of the same length with comments and the inside of literals (raw ones too) blanked.
std::string blank_comments_and_literals(std::string_view text);

/// Code with preprocessor directives and all branches of a condition but the first blanked, so that
/// its braces match.
std::string blank_directives(std::string_view code);

/// Line of the character at `offset`, counted from 1.
int line_at(std::string_view text, std::size_t offset);

/// The lines without their line breaks; a last line without a break counts as well.
std::vector<std::string> split_lines(std::string_view text);

/// All .cpp, .hpp and .hpp.in files in the rooms, sorted by path.
/// Throws std::runtime_error if the checkout or one of its files cannot be read.
std::vector<SourceText> read_sources(const std::filesystem::path& root);

/// All files people wrote, whatever their kind (no build trees, results or third-party files).
std::vector<SourceText> read_written_files(const std::filesystem::path& root);

/// The faults as text, one per line, for the message of a failed check.
std::string list_faults(const std::vector<Fault>& faults);
