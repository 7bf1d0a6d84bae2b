// What is copied or counted at a month's, year's or December's end.
#include <algorithm>

#include "output/fills.hpp"

namespace jtsim::output {

namespace {

/// Copies a table of enum rows cell by cell, the last index fastest.
template <class T, class Rows>
void copy_rows(const Rows& rows, std::span<T> out) {
  auto to = out.begin();
  for (const auto& row : rows) to = std::copy(row.begin(), row.end(), to);
}

std::int64_t urban_jobless(const agents::World& world) {
  return std::ranges::count_if(world.jobless, [&](Row row) {
    return world.workers.hukou[row] == agents::Hukou::local_urban;
  });
}

}  // namespace

void fill_stock(const Moment& moment, std::span<std::int32_t> out) {
  copy_rows(moment.tallies.stock, out);
}

void fill_sector_account(const Moment& moment, std::span<std::int32_t> out) {
  copy_rows(moment.tallies.account, out);
}

void fill_background_stock(const Moment& moment, std::span<std::int32_t> out) {
  copy_rows(moment.tallies.background, out);
}

void fill_registered_rate(const Moment& moment, std::span<double> out) {
  const agents::World& world = *moment.world;
  std::int64_t unemployed = urban_jobless(world);
  for (const auto& league : world.tallies.background) {
    unemployed += league[agents::BackgroundItem::unemployed];
  }
  const double labour_force =
      world.settings().population.urban_labour_force * world.conditions.labour_force;
  out[0] = static_cast<double>(unemployed) / labour_force;
}

void fill_flow(const Moment& moment, std::span<std::int32_t> out) {
  copy_rows(moment.tallies.flow, out);
}

void fill_callback(const Moment& moment, std::span<double> out) {
  const agents::Callbacks& counted = moment.tallies.callbacks;
  out[index_of(CallbackQuantity::applications)] = static_cast<double>(counted.applications);
  out[index_of(CallbackQuantity::hired_as_women)] = counted.hired_as_women;
  out[index_of(CallbackQuantity::hired_as_men)] = counted.hired_as_men;
}

void fill_stock_by_group(const Moment& moment, std::span<std::int32_t> out) {
  constexpr std::array kept{Axis::sex, Axis::ethnicity, Axis::age_band, Axis::education,
                            Axis::state};
  sum_persons(*moment.census, kept, out);
}

void fill_employment_form(const Moment& moment, std::span<std::int32_t> out) {
  copy_rows(moment.census->forms, out);
}

void fill_mine_account(const Moment& moment, std::span<std::int32_t> out) {
  constexpr std::size_t quantities = enum_size<MineQuantity>;
  const auto& mines = moment.world->mines;
  for (std::size_t i = 0; i < mines.size(); ++i) {
    const auto part = out.subspan(i * quantities, quantities);
    part[index_of(MineQuantity::filled)] = mines[i].filled;
    part[index_of(MineQuantity::wanted)] = mines[i].wanted;
    part[index_of(MineQuantity::open)] = mines[i].open ? 1 : 0;
  }
}

}  // namespace jtsim::output
