// The yearly accounts of a coal transition: hires, retirements, who searches, who is matched at
// once or later, who stays unemployed; and the same in the format of integrated assessment models.
#pragma once

#include <string>
#include <vector>

#include "output/report/stored_arrays.hpp"

namespace jtsim::output {

/// Persons of one year in one league or in all, means over replicates. NaN where a horizon is not
/// reached, and for a league where the results hold the region alone.
struct CoalYear {
  int year = 0;
  /// At the end of December.
  double employed = 0;
  double unemployed = 0;
  /// Of the whole region: into mines, and out of them without having been displaced.
  double hires = 0;
  double retirements = 0;
  double deaths = 0;
  double quits = 0;
  /// Those displaced in this year: all; at work again in the month itself; at work after twelve
  /// months beyond these; retired at once; without work for the twelve months.
  double searching = 0;
  double matched_instantly = 0;
  double matched_later = 0;
  double retired_instantly = 0;
  double long_unemployed = 0;
};

/// One league, or all of them.
struct CoalAccount {
  /// Empty: the whole region.
  std::string league;
  std::string label;
  std::vector<CoalYear> years;
};

/// The region first, then the leagues. For the region, employed(y) = employed(y-1) + hires -
/// retirements - deaths - quits - searching: whoever is taken on again in a mine is hired.
std::vector<CoalAccount> coal_accounts(const StoredArrays& arrays);

/// Model, Scenario, Region, Variable, Unit and a column per year; leagues are called
/// `<region>|<league>`. Empty cells where there is no value.
struct IamcNames {
  std::string model;
  std::string scenario;
  std::string region;
};
std::string iamc_csv(const std::vector<CoalAccount>& accounts, const IamcNames& names);

}  // namespace jtsim::output
