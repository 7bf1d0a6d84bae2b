// The joint flows of displaced workers between horizons, from the register of the displaced.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "agents/states.hpp"
#include "output/hdf5_read.hpp"
#include "output/report/figures.hpp"

namespace jtsim::output {

namespace {

using agents::Destination;
constexpr std::size_t kinds = enum_size<Destination>;
using Links = std::array<std::int64_t, kinds * kinds>;

std::size_t kind_of(std::int64_t value) {
  if (value < 0 || value >= static_cast<std::int64_t>(kinds))
    throw ForeignFile("displaced_destination", tr("is out of range"));
  return static_cast<std::size_t>(value);
}

}  // namespace

Json paths_of_displaced(const StoredArrays& arrays) {
  std::array<std::vector<std::int64_t>, agents::horizon_count> at;
  for (std::size_t h = 0; h < at.size(); ++h) {
    at[h] = arrays.register_column(
        fmt::format("displaced_destination_{}m", agents::horizons_months[h]));
  }
  const std::vector<std::int64_t> replicate = arrays.register_column("displaced_replicate");
  const bool complete =
      std::ranges::all_of(at, [&](const auto& c) { return c.size() == replicate.size(); });
  if (replicate.empty() || !complete) return nullptr;
  std::array<Links, agents::horizon_count - 1> links{};
  std::int64_t events = 0;
  for (std::size_t i = 0; i < replicate.size(); ++i) {
    // Only events whose last horizon is reached have a whole path.
    if (kind_of(at.back()[i]) == index_of(Destination::censored)) continue;
    ++events;
    for (std::size_t h = 0; h < links.size(); ++h)
      ++links[h][kind_of(at[h][i]) * kinds + kind_of(at[h + 1][i])];
  }
  const auto [first, last] = std::ranges::minmax_element(replicate);
  const auto replicates = static_cast<double>(*last - *first + 1);
  Json json = Json::array();
  for (std::size_t h = 0; h < links.size(); ++h) {
    for (std::size_t k = 0; k < links[h].size(); ++k) {
      if (links[h][k] == 0) continue;
      json.push_back(
          {h, k / kinds, k % kinds, rounded(static_cast<double>(links[h][k]) / replicates)});
    }
  }
  return {{"replicates", replicates},
          {"events", rounded(static_cast<double>(events) / replicates)},
          {"links", std::move(json)}};
}

}  // namespace jtsim::output
