// Outcomes that say who bears the change: inequality, destinations, losses and spells by group, and
// the targets that rest on them.
#pragma once

#include "output/outcome_list.hpp"

namespace jtsim::output {

///   inequality.[<group>.<value>.|retired.]<measure>.<year>   December incomes below the pension
///                                   month, or pensions; by group every fifth year
///   theil_within.<group>.<year>, theil_between.<group>.<year>, lorenz.<percent>.<year>
///   gap.<group>.<value>.<income|pay>_<ratio|difference_yuan>.<year>   against the reference group
///   long_term_unemployment.[<group>.<value>.]share.<year>
void add_inequality(OutcomeList& list);

///   displaced.<year|total>
///   destination.<months>.<destination>
///   destination_share.[<group>.<value>.]<months>.<destination>   of those whose horizon is
///   reached;
///                                   `censored` of all
///   in_work.[<group>.<value>.|<group>_region.<value>.<league>.]<12|36|60>   share in any
///   employment
///                                   of those whose horizon is reached; with league 12 and 60
void add_destinations(OutcomeList& list);

///   loss.[<group>.<value>.|<group>_region.<value>.<league>.]<1|5|15|present>.<measure>
///       share_of_shadow, share_of_peers, yuan (per displacement)
///   gap.<group>.<value>.loss_<1|5|15|present>_<ratio|difference>   of share_of_shadow
///   spell.[...]<months_without_work|found_work_share|months_to_work|first_pay_ratio>
void add_losses(OutcomeList& list);

/// target.<id>...: see `targets`.
void add_targets(OutcomeList& list);

/// What a figure should be by evidence from outside.
struct Target {
  std::string_view outcome;
  Label meaning;
  double low;
  double high;
  /// How it is used: C calibrated to, H held out.
  char use;
};

/// The targets that every run tells.
std::span<const Target> targets();

}  // namespace jtsim::output
