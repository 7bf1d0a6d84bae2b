// Sizes in bytes as people write them.
#pragma once

#include <optional>
#include <string>

namespace jtsim::app {

/// "500M", "20G", "1.5T", "1000" in bytes, by powers of 1024. Throws InputError naming `option`;
/// nothing for an empty text.
std::optional<double> bytes_from(const std::string& text, const char* option);

/// "1.5 GiB".
std::string size_text(double bytes);

}  // namespace jtsim::app
