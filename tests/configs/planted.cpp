// Faults that tests plant in a sound scenario.
#include "tests/configs/planted.hpp"

#include <algorithm>

using namespace jtsim;

int line_of(const Bundle& bundle, const std::string& path, const std::string& text) {
  for (const configs::SourceText& file : bundle) {
    if (file.path != path) continue;
    const auto at = static_cast<std::ptrdiff_t>(file.text.find(text));
    return 1 + static_cast<int>(std::count(file.text.begin(), file.text.begin() + at, '\n'));
  }
  return 0;
}

bool finds(const std::string& problems, const Planted& planted, int line) {
  const std::string place = planted.file + ":" + std::to_string(line) + ":";
  std::size_t begin = 0;
  while (begin < problems.size()) {
    const auto end = std::min(problems.find('\n', begin), problems.size());
    const std::string problem = problems.substr(begin, end - begin);
    begin = end + 1;
    if (!problem.starts_with(place)) continue;
    const auto colon = problem.find(':', place.size());
    const std::string column = problem.substr(place.size(), colon - place.size());
    const bool has_column = !column.empty() && column != "0" &&
                            column.find_first_not_of("0123456789") == std::string::npos;
    if (has_column && problem.substr(colon).starts_with(": " + planted.key + ": ") &&
        problem.find(planted.what, colon) != std::string::npos)
      return true;
  }
  return false;
}
