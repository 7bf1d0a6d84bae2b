// The declared rows of all tables, in the order of TablePaths.
#pragma once

#include <tuple>

#include "configs/rows_coal.hpp"
#include "configs/rows_energy.hpp"
#include "configs/rows_markov.hpp"
#include "configs/rows_person.hpp"
#include "configs/rows_region.hpp"

namespace jtsim::configs {

using TableRows =
    std::tuple<LeagueRow, DistanceRow, EthnicityRow, EthnicShareRow, SectorColumns, OccupationRow,
               ProximityRow, HiringFactorRow, LabourForceRow, MineRow, CoalOutputRow,
               CoalLeagueShareRow, ProductivityRow, IntelligentMiningRow, CapacityAdditionRow,
               CoalWorkforceRow, DisplacementWeightRow, NewEnergyCapacityRow, EmploymentFactorRow,
               EmploymentMultiplierRow, NewEnergyPlantRow, TransitionProjectRow, PayIndexRow,
               MinimumPayRow, CpiRow, SocialAssistanceRow, InsuranceDurationRow,
               InsuranceCoverageRow, PayByContractRow, ExperienceRow, MortalityRow, RetirementRow,
               RetirementContributionsRow, MarkovRow>;

}  // namespace jtsim::configs
