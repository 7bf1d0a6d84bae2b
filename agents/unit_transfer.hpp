// Organised transfer: workers of one mine and occupation go to another employer as a whole.
#pragma once

#include <span>
#include <vector>

#include "agents/queue.hpp"

namespace jtsim::agents {

/// Serves the requests for an organised transfer, unit by unit in the order of mines and
/// occupations: a unit of at least `unit_size` workers goes to one market outside mining among the
/// offer's targets that has as many vacancies, drawn with the weight vacancies x proximity x reach
/// of its first worker; more than there are vacancies stay behind. Smaller units and units without
/// a market count as `no_seat`. Returns the rows served.
std::vector<Row> transfer_units(World& world, const Offer& offer, std::span<const Request> requests,
                                std::vector<Transition>& transitions);

}  // namespace jtsim::agents
