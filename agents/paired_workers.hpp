// Follows the same persons through two worlds that run in step with the same luck.
#pragma once

#include <optional>
#include <vector>

#include "agents/paired_sums.hpp"
#include "agents/world.hpp"

namespace jtsim::agents {

/// The row of the worker with that id, if the world has one: ids ascend with rows.
std::optional<Row> row_of(const Workers& workers, WorkerId id);

/// The paired account of one replicate: everybody who is displaced or served, matched by id, from
/// the first displacement in either world or the first service in the policy world on. Persons who
/// exist in one world only (entrants whose post was never open in the other) cannot be matched and
/// are only counted.
class PairedWorkers {
 public:
  /// The policies whose participants are followed, bit k for policy k: by their positions in the
  /// base world and in the policy world.
  struct Policies {
    std::uint64_t in_base = 0;
    std::uint64_t in_policy = 0;
  };

  /// Both worlds at their start.
  PairedWorkers(const World& base, const World& policy, Policies policies);

  /// To be called after every month, both worlds being through it.
  void follow(const World& base, const World& policy);

  const GroupList& groups() const { return groups_; }
  const PairedSums& sums() const { return sums_; }
  /// Displacements and first services of persons whom the other world does not have.
  std::int64_t unmatched_displaced() const { return unmatched_displaced_; }
  std::int64_t unmatched_participants() const { return unmatched_participants_; }
  /// Persons who were ever served.
  std::int64_t participants() const { return static_cast<std::int64_t>(served_.cases.size()); }
  /// Persons who were ever displaced in either world.
  std::int64_t displaced() const { return static_cast<std::int64_t>(displaced_.cases.size()); }

 private:
  /// One world's part of a case.
  struct Course {
    Row row;
    std::int16_t months_in_work = 0;
    std::int16_t months_without_work = 0;
    Fen income = 0;
  };
  struct Case {
    Month since;
    Memberships memberships;
    std::array<Course, 2> courses;
  };
  /// Cases in order of `since`.
  struct Cohort {
    std::vector<Case> cases;
    /// [base row] position among the cases, or `no_case`.
    std::vector<std::uint32_t> case_of;
    /// The cases before it are past their window.
    std::size_t first_open = 0;
  };
  using Worlds = std::array<const World*, 2>;

  static constexpr std::uint32_t no_case = 0xFFFF'FFFF;

  void add_displaced(const Worlds& worlds, std::size_t which);
  void add_severance(const Worlds& worlds, std::size_t which);
  void note_served_in_base(const World& base);
  void add_participants(const Worlds& worlds);
  void open(Cohort& cohort, const Worlds& worlds, std::array<Row, 2> rows) const;
  void pass_month(Cohort& cohort, const Worlds& worlds, PairedPopulation population);
  void measure(const Case& person, const Worlds& worlds, PairedPopulation population);
  void close(const Case& person, PairedPopulation population);
  void add(PairedPopulation population, const Case& person, PairedMeasure measure,
           std::array<std::int64_t, 2> value);

  GroupList groups_;
  PairedSums sums_;
  Policies policies_;
  /// [base row] 1: served by these policies in the base world.
  std::vector<bool8> served_in_base_;
  Cohort displaced_;
  Cohort served_;
  std::int64_t unmatched_displaced_ = 0;
  std::int64_t unmatched_participants_ = 0;
};

}  // namespace jtsim::agents
