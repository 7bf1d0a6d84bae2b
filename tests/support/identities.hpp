// The identities that must hold at every month's end, checked against the columns themselves.
#pragma once

#include <string>
#include <vector>

#include "agents/world.hpp"

/// Follows one world through its months and reports every broken identity in words; empty when all
/// hold.
class IdentityCheck {
 public:
  explicit IdentityCheck(const jtsim::agents::World& world);

  /// To be called after each month.
  std::vector<std::string> broken(const jtsim::agents::World& world);

 private:
  using Account = jtsim::EnumArray<jtsim::agents::Sector, std::int32_t>;

  void check_sectors(const jtsim::agents::World& world, std::vector<std::string>& faults);
  void check_counts(const jtsim::agents::World& world, std::vector<std::string>& faults) const;
  void check_cells(const jtsim::agents::World& world, std::vector<std::string>& faults) const;
  void check_moves(const jtsim::agents::World& world, std::vector<std::string>& faults);
  void check_money(const jtsim::agents::World& world, std::vector<std::string>& faults) const;
  void remember(const jtsim::agents::World& world);

  std::size_t initial_workers_;
  Account filled_before_{};
  jtsim::agents::FlowTable flow_before_{};
  std::vector<jtsim::agents::State> states_before_;
  std::size_t events_before_ = 0;
};
