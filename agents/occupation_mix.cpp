// The occupation mix of a mine.
#include "agents/occupation_mix.hpp"

namespace jtsim::agents {

std::vector<double> occupation_mix(const std::vector<Occupation>& occupations, Method method,
                                   double intelligent_share) {
  const auto regional = [&](const Occupation& job) {
    return (1 - intelligent_share) * job.employment_share +
           intelligent_share * job.intelligent_share;
  };
  double common = 0;
  double own = 0;
  for (const Occupation& job : occupations) {
    if (job.sector != Sector::mining) continue;
    if (job.method == Method::both) common += regional(job);
    if (job.method == method) own += regional(job);
  }
  std::vector<double> mix;
  for (const Occupation& job : occupations) {
    double share = 0;
    if (job.sector == Sector::mining && job.method == Method::both)
      share = own > 0 ? regional(job) : regional(job) / common;
    if (job.sector == Sector::mining && job.method == method)
      share = regional(job) / own * (1 - common);
    mix.push_back(share);
  }
  return mix;
}

}  // namespace jtsim::agents
