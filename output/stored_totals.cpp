// Reading and comparing the last month and the spending of stored replicates.
#include "output/stored_totals.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "output/foreign_input.hpp"
#include "output/hdf5_read.hpp"

namespace jtsim::output {

namespace {

using Numbers = std::vector<std::int64_t>;

/// The numbers of each of the leading `count` replicates; of the second dimension the last index
/// alone, or all.
enum class Second : std::uint8_t { last, all };
std::vector<Numbers> by_replicate(const Hdf5Dataset& array, std::uint32_t count, Second second) {
  std::vector<hsize_t> extent = size_of(array);
  std::vector<hsize_t> first(extent.size(), 0);
  if (extent.size() < 2 || extent[0] < count || extent[1] == 0)
    throw ForeignFile("an array", tr("has another shape"));
  extent[0] = 1;
  if (second == Second::last) {
    first[1] = extent[1] - 1;
    extent[1] = 1;
  }
  std::vector<Numbers> all;
  for (std::uint32_t i = 0; i < count; ++i) {
    first[0] = i;
    all.push_back(read_integers(array, first, extent));
  }
  return all;
}

StoredTotals read_open(const Hdf5File& file, const StoredRun& run) {
  StoredTotals totals;
  totals.first_replicate = run.replicates.first;
  totals.stock =
      by_replicate(open_dataset(file.get(), "stock"), run.replicates_complete, Second::last);
  const std::vector<std::string> members = members_of(file.get());
  if (std::ranges::binary_search(members, "policy_spending")) {
    totals.spending = by_replicate(open_dataset(file.get(), "policy_spending"),
                                   run.replicates_complete, Second::all);
  }
  return totals;
}

Numbers stock_of(const agents::World& world) {
  Numbers numbers;
  for (const auto& league : world.tallies.stock)
    numbers.insert(numbers.end(), league.begin(), league.end());
  return numbers;
}

/// How many numbers differ, counting those that one list lacks.
std::size_t different(const Numbers& a, std::span<const std::int64_t> b) {
  const std::size_t common = std::min(a.size(), b.size());
  std::size_t count = std::max(a.size(), b.size()) - common;
  for (std::size_t i = 0; i < common; ++i) count += a[i] != b[i] ? 1U : 0U;
  return count;
}

}  // namespace

StoredTotals read_stored_totals(const std::filesystem::path& path, const StoredRun& run) {
  return reading(path, [&] { return read_open(open_to_read(path), run); });
}

std::optional<Sentence> difference_from(const StoredTotals& stored, const agents::World& world) {
  const std::size_t at = world.luck.replicate - stored.first_replicate;
  const Numbers stock = stock_of(world);
  if (const std::size_t count = different(stored.stock[at], stock); count > 0) {
    return Sentence(tr("replicate {}: {} of {} stocks of the last month differ"),
                    world.luck.replicate, count, stock.size());
  }
  if (stored.spending.empty()) return std::nullopt;
  const auto spending = world.ledger.spending();
  if (const std::size_t count = different(stored.spending[at], spending); count > 0) {
    return Sentence(tr("replicate {}: {} of {} amounts spent differ"), world.luck.replicate, count,
                    spending.size());
  }
  return std::nullopt;
}

}  // namespace jtsim::output
