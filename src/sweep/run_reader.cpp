// Keeps a few parts open.
#include "src/sweep/run_reader.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

#include <fmt/format.h>

#include "base/error.hpp"
#include "output/foreign_input.hpp"
#include "output/no_value.hpp"

namespace jtsim::app {

namespace {

constexpr std::size_t most_open = 64;

// What to do about a part that cannot be read.
[[noreturn]] void advise(const std::filesystem::path& path, const std::string& directory,
                         const InputError& error) {
  throw InputError(Problem{
      {},
      "",
      Sentence(tr("{}: {}"), error.problems().front().place.file, error.problems().front().what),
      Sentence(tr("remove {} and run `jtsim sweep run {}` again: only its "
                  "runs are done anew"),
               path.string(), directory)});
}

}  // namespace

// What goes wrong with a part is told with its path.
template <class Read>
auto RunReader::read(std::uint32_t part, Read&& read) {
  const std::filesystem::path path = directory_.part(store_.parts[part].name);
  try {
    return output::reading(path, read);
  } catch (const InputError& error) {
    advise(path, directory_.path().string(), error);
  }
}

RunReader::RunReader(const SweepDirectory& directory, const SweepPlan& plan, const PartStore& store)
    : directory_(directory), plan_(plan), store_(store) {
  collect_names();
}

void RunReader::collect_names() {
  std::vector<std::string> first;
  std::set<std::string> all;
  std::uint32_t fewest = UINT32_MAX;
  for (std::uint32_t part = 0; part < store_.parts.size(); ++part) {
    read(part, [&] {
      const output::PartReader reader(directory_.part(store_.parts[part].name), plan_.arrays);
      for (const output::PartRow& row : reader.rows()) {
        if (!row.failed) fewest = std::min(fewest, row.outcome_count);
      }
      const std::vector<std::string>& names = reader.head().outcome_names;
      if (names.empty() || names == first) return;
      if (first.empty()) first = names;
      all.insert(names.begin(), names.end());
    });
  }
  const bool are_equal = all.size() == first.size() && fewest == first.size();
  names_ = are_equal ? std::move(first) : std::vector<std::string>(all.begin(), all.end());
}

const RunReader::OpenPart& RunReader::open(std::uint32_t part) {
  const auto at = std::ranges::find(open_, part, &OpenPart::part);
  if (at != open_.end()) {
    open_.splice(open_.begin(), open_, at);
    return open_.front();
  }
  OpenPart opened{part, nullptr, {}};
  read(part, [&] {
    opened.reader = std::make_unique<output::PartReader>(directory_.part(store_.parts[part].name),
                                                         plan_.arrays);
  });
  const std::vector<std::string>& names = opened.reader->head().outcome_names;
  if (names != names_) {
    std::unordered_map<std::string, std::size_t> positions;
    for (std::size_t i = 0; i < names_.size(); ++i) positions.emplace(names_[i], i);
    for (const std::string& name : names) opened.positions.push_back(positions.at(name));
  }
  if (open_.size() >= most_open) open_.pop_back();
  open_.push_front(std::move(opened));
  return open_.front();
}

std::vector<double> RunReader::outcomes(std::uint64_t first, std::uint64_t count) {
  std::vector<double> values(count * names_.size(), output::no_value);
  if (names_.empty()) return values;
  for (std::uint64_t i = 0; i < count;) {
    const RunPlace place = store_.places[first + i];
    if (!place.is_done() || place.failed != 0) {
      ++i;
      continue;
    }
    // Runs that follow each other in their part are read together.
    std::uint64_t length = 1;
    while (i + length < count) {
      const RunPlace& next = store_.places[first + i + length];
      if (next.part != place.part || next.row != place.row + length || next.failed != 0) break;
      ++length;
    }
    const OpenPart& part = open(place.part);
    const std::vector<double> rows =
        read(place.part, [&] { return part.reader->outcomes(place.row, length); });
    const std::size_t width = part.reader->head().outcome_names.size();
    for (std::uint64_t r = 0; r < length; ++r) {
      for (std::size_t k = 0; k < width; ++k) {
        const std::size_t to = part.positions.empty() ? k : part.positions[k];
        values[(i + r) * names_.size() + to] = rows[r * width + k];
      }
    }
    i += length;
  }
  return values;
}

std::vector<std::byte> RunReader::chunk(std::uint64_t run, std::size_t array) {
  const RunPlace& place = store_.places[run];
  const OpenPart& part = open(place.part);
  return read(place.part, [&] { return part.reader->chunk(array, place.row); });
}

std::vector<double> RunReader::numbers(std::uint64_t run, std::size_t array) {
  const RunPlace& place = store_.places[run];
  const OpenPart& part = open(place.part);
  return read(place.part, [&] { return part.reader->numbers(array, place.row); });
}

}  // namespace jtsim::app
