// The files that a result was computed from, kept inside its own file.
#pragma once

#include <vector>

#include "configs/file_source.hpp"
#include "output/hdf5_read.hpp"
#include "output/hdf5_write.hpp"

namespace jtsim::output {

/// A group whose members are listed in the order of creation.
Hdf5Group create_group(hid_t parent, const char* name);

/// The files as `file_0`, `file_1`, ... with their paths.
void write_input_files(hid_t group, const std::vector<configs::SourceText>& files);

/// The first `count` of them, of at most `largest_text_bytes` altogether. Throws ForeignFile.
std::vector<configs::SourceText> read_input_files(hid_t group, std::size_t count);

}  // namespace jtsim::output
