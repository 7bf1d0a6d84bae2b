// Growing records and columns together.
#include "agents/workers.hpp"

namespace jtsim::agents {

void ColumnList::resize(std::size_t rows) {
  for (const Entry& entry : entries_) entry.resize(entry.column, rows);
}

std::size_t ColumnList::bytes_per_row() const {
  std::size_t bytes = 0;
  for (const Entry& entry : entries_) bytes += entry.bytes_per_row;
  return bytes;
}

Row Workers::append(std::size_t count) {
  const std::size_t first = size();
  records_.resize(first + count);
  columns_.resize(first + count);
  return Row{first};
}

}  // namespace jtsim::agents
