// The rules on the text of our files: sizes, first lines, words that must not appear.
#pragma once

#include <vector>

#include "tests/architecture/source_text.hpp"

inline constexpr int max_file_lines = 300;
inline constexpr int max_function_lines = 60;

/// Files longer than `max_file_lines`, tables of data excepted.
std::vector<Fault> file_length_faults(const SourceText& source);

/// Functions longer than `max_function_lines`, tables of data excepted.
std::vector<Fault> function_length_faults(const SourceText& source);

/// A first line that is no comment, a leading comment without full stop, a header without guard.
std::vector<Fault> first_line_faults(const SourceText& source);

/// Words that the room of the file must not use: foreign randomness, `default:`, macros, `virtual`,
/// empty type names.
std::vector<Fault> word_faults(const SourceText& source);

/// Paths that exist only where the file was written, in any kind of file.
std::vector<Fault> foreign_path_faults(const SourceText& file);
