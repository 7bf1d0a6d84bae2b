// Growing the columns together.
#include "agents/workers.hpp"

#include <algorithm>

namespace jtsim::agents {

void ColumnList::resize(std::size_t rows) {
  for (const Entry& entry : entries_) entry.resize(entry.values, rows);
}

std::size_t ColumnList::bytes_per_row() const {
  std::size_t bytes = 0;
  for (const Entry& entry : entries_) bytes += entry.bytes_per_row;
  return bytes;
}

Row Workers::append(std::size_t count) {
  const std::size_t first = size();
  columns_.resize(first + count);
  const auto fresh = last_event.all().subspan(first);
  std::fill(fresh.begin(), fresh.end(), no_event);
  return Row{first};
}

}  // namespace jtsim::agents
