// Weighted choice by cumulated weights; a guide makes the search short.
#include "agents/urn_network.hpp"

#include "base/random.hpp"

namespace jtsim::agents {

UrnNetwork::UrnNetwork(const Matrix& proximity) {
  for (std::size_t from = 0; from < proximity.rows(); ++from) {
    first_.push_back(neighbours_.size());
    for (std::size_t to = 0; to < proximity.columns; ++to) {
      const double weight = proximity(from, to);
      if (weight > 0) neighbours_.push_back({static_cast<std::uint32_t>(to), weight});
    }
  }
  first_.push_back(neighbours_.size());
}

bool UrnNetwork::turn_to(std::size_t from, std::span<const double> vacancies) {
  seen_ = std::span(neighbours_).subspan(first_[from], first_[from + 1] - first_[from]);
  cumulated_.resize(seen_.size());
  double sum = 0;
  for (std::size_t k = 0; k < seen_.size(); ++k) {
    sum += vacancies[seen_[k].occupation] * seen_[k].proximity;
    cumulated_[k] = sum;
  }
  if (sum <= 0) return false;
  set_guide();
  return true;
}

void UrnNetwork::set_guide() {
  const std::size_t parts = seen_.size();
  const double part = cumulated_.back() / static_cast<double>(parts);
  guide_.resize(parts);
  std::uint32_t k = 0;
  for (std::size_t p = 0; p < parts; ++p) {
    while (k + 1 < parts && cumulated_[k] <= part * static_cast<double>(p)) ++k;
    guide_[p] = k;
  }
}

std::uint32_t UrnNetwork::choice(std::uint32_t word) const {
  const double point = unit_interval(word) * cumulated_.back();
  const auto part = uniform_below(static_cast<std::uint32_t>(guide_.size()), word);
  std::uint32_t k = guide_[part];
  // A part may begin a rounding error behind its point.
  while (k > 0 && cumulated_[k - 1] > point) --k;
  while (cumulated_[k] <= point) ++k;
  return seen_[k].occupation;
}

}  // namespace jtsim::agents
