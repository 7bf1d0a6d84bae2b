// What one world comes to for the region as a whole: work, income, contributions, pensions,
// spending, loss.
#pragma once

#include <vector>

#include "agents/world.hpp"

namespace jtsim::agents {

/// Persons in work in the region at one time.
struct EmployedPersons {
  std::int64_t agents = 0;
  std::int64_t background = 0;

  std::int64_t both() const { return agents + background; }
};

/// Sums over the months of one run. Money in fen of the price year, not discounted.
struct RegionTotals {
  /// At the end of every December after the start.
  std::vector<EmployedPersons> at_year_end;
  /// Person-months of work.
  EmployedPersons months_in_work;
  /// Income of all agents: pay, transfers, allowances, pensions.
  Fen agents_income = 0;
  /// Pay of the agents in work in the region, and of the background at the usual pay of its posts.
  Fen pay = 0;
  /// Contributions on that pay, and those that go on in internal retirement.
  Fen contributions = 0;
  /// Pensions that no policy pays.
  Fen pensions = 0;
  EnumArray<Payer, Fen> spending{};
  std::int64_t displacements = 0;
  /// Present value of what those displaced lose: shadow earnings less income from their first
  /// displacement on, severance counted as income.
  double loss = 0;
};

/// Adds up one world month by month. Pay, income, contributions and pensions are taken in the
/// middle month of each quarter from the start and counted thrice: they move slowly, and asking
/// everybody every month would cost more than the month itself. Early pensions that their line does
/// not bear are taken every month, as spending is.
class RegionAccount {
 public:
  /// To be called after every month.
  void pass_month(const World& world);
  /// After the last month.
  RegionTotals close(const World& world);

 private:
  void sample(const World& world);

  RegionTotals totals_;
};

}  // namespace jtsim::agents
