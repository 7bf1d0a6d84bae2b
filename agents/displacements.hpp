// The register of the displaced: one entry per displacement event, with what became of it.
#pragma once

#include <array>
#include <vector>

#include "agents/workers.hpp"
#include "base/money.hpp"

namespace jtsim::agents {

/// Years after displacement for which losses are kept, as [first month, last month] of the year.
inline constexpr std::size_t loss_year_count = 3;
inline constexpr std::array<int, loss_year_count> loss_years{1, 5, 15};

/// Years after displacement for which earnings from work are kept; each is also one of
/// `loss_years`, at the same position.
inline constexpr std::size_t earnings_year_count = 2;
inline constexpr std::array<int, earnings_year_count> earnings_years{1, 5};
static_assert(earnings_years[0] == loss_years[0] && earnings_years[1] == loss_years[1]);

/// One displacement. Groups are those of the month of displacement.
struct Displacement {
  // What is read every month stands first.
  Row row;
  Month month;
  /// First month of this worker's ordinary pension: shadow earnings end here.
  Month legal_retirement;
  /// First month in work again within the first 60 months, or never.
  Month first_work = Month::never();
  /// Relative pay (stored unit) before.
  std::uint16_t relative_pay_before = 0;
  /// Months without work within the first 60 months.
  std::int16_t months_without_work = 0;
  /// The event no longer accumulates: dead, or on the ordinary pension.
  bool closed = false;
  bool by_closure = false;
  /// At present value of the month of displacement, fen.
  double present_income = 0;
  double present_shadow = 0;
  /// Income and shadow earnings in the years of `loss_years`.
  std::array<Fen, loss_year_count> income{};
  std::array<Fen, loss_year_count> shadow{};

  WorkerId worker = 0;
  MineId mine;
  LeagueId league;
  EthnicityId ethnicity;
  Sex sex = Sex::male;
  AgeBand age_band = AgeBand::age_16_24;
  Education education = Education::junior;
  Contract contract = Contract::private_;
  /// Monthly pay before.
  Fen pay_before = 0;
  Fen severance = 0;
  /// Monthly pay in the first work within 60 months, and what the old job would have paid then.
  Fen pay_at_first_work = 0;
  Fen shadow_at_first_work = 0;
  /// Start of the service that severance counts.
  Month service_start;
  /// Bit k: served by policy k since.
  std::uint64_t served = 0;
  std::array<Destination, horizon_count> destination{Destination::censored, Destination::censored,
                                                     Destination::censored, Destination::censored};
};

/// What one displaced worker earned by work in the years of `earnings_years`; of it the pay of work
/// outside mining, and for how many months. One month of three is looked at and counts for all.
struct Earnings {
  std::array<Fen, earnings_year_count> all{};
  std::array<Fen, earnings_year_count> outside{};
  std::array<std::int16_t, earnings_year_count> outside_months{};
};

/// All displacements of a replicate in order of month, then row.
struct Displacements {
  std::vector<Displacement> events;
  /// One for each event. Apart, since few months touch them.
  std::vector<Earnings> earnings;
  /// First event of each month since the start; `month_begin[t]..month_begin[t+1]` are those of
  /// month t.
  std::vector<std::uint32_t> month_begin;
};

}  // namespace jtsim::agents
