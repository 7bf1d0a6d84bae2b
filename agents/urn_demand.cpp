// The shapes of target demand.
#include "agents/urn_demand.hpp"

#include <numbers>

#include "base/log2.hpp"
#include "base/sine.hpp"

namespace jtsim::agents {

namespace {

/// By convention of the source.
constexpr double weeks_per_year = 52;

/// The mix after the change, with the total of the start.
std::vector<double> final_demand(const TargetDemand::Given& given) {
  std::vector<double> demand(given.at_start.size());
  double before = 0;
  double after = 0;
  for (std::size_t i = 0; i < demand.size(); ++i) {
    demand[i] = given.at_start[i] * (1 - given.loss_share[i]);
    before += given.at_start[i];
    after += demand[i];
  }
  for (double& d : demand) d = after > 0 ? d * (before / after) : 0.0;
  return demand;
}

}  // namespace

TargetDemand::TargetDemand(Given given) : given_(std::move(given)), now_(given_.at_start) {
  if (std::holds_alternative<SigmoidDemand>(given_.demand)) final_ = final_demand(given_);
}

void TargetDemand::move_to(int step) {
  std::visit([&](const auto& kind) { follow(kind, step); }, given_.demand);
}

void TargetDemand::follow(const SigmoidDemand& sigmoid, int step) {
  if (step < sigmoid.start_step) return;
  const double half = sigmoid.adoption_years * weeks_per_year / given_.step_weeks / 2;
  const double slope = -ln_fixed(1 / sigmoid.reached_share - 1) / half;
  const double exponent = -slope * (step - (sigmoid.start_step + half));
  const double reached = 1 / (1 + exp2_fixed(exponent * std::numbers::log2e));
  for (std::size_t i = 0; i < now_.size(); ++i)
    now_[i] = given_.at_start[i] + (final_[i] - given_.at_start[i]) * reached;
}

void TargetDemand::follow(const SineDemand& sine, int step) {
  if (step < sine.start_step) return;
  const double period = sine.period_years * weeks_per_year / given_.step_weeks;
  const double factor = 1 + sine.amplitude_share * sine_of_turns((step - sine.start_step) / period);
  for (std::size_t i = 0; i < now_.size(); ++i) now_[i] = given_.at_start[i] * factor;
}

void TargetDemand::follow(const TableDemand&, int step) {
  while (points_passed_ < given_.points.size() && given_.points[points_passed_].step <= step) {
    const DemandPoint& point = given_.points[points_passed_++];
    now_[point.occupation] = point.demand;
  }
}

}  // namespace jtsim::agents
