// What the scenario kind `urn` asks of its occupations over time: target demand, constant, along a
// sigmoid, along a sine, or from a table.
#pragma once

#include <span>
#include <string>
#include <tuple>
#include <variant>
#include <vector>

#include "base/enum_table.hpp"
#include "base/field.hpp"
#include "base/file_path.hpp"

namespace jtsim::agents {

/// d(t) = D0, the employed and unemployed of the start.
struct ConstantDemand {
  static constexpr std::string_view kind = "constant";
  static constexpr Label label = tr("target demand stays as at the start");
  static constexpr auto fields() { return std::tuple{}; }
};

/// d(t) = D0 + (Df - D0) / (1 + exp(-k (t - (start_step + T/2)))) from `start_step` on, D0 before;
/// T = adoption_years in steps, k = -ln(1/reached_share - 1) / (T/2). Df = D0 (1 - p) times the
/// factor that leaves the sum over occupations as it was; p from a column of the occupations. The
/// automation shock of the source.
struct SigmoidDemand {
  static constexpr std::string_view kind = "sigmoid";
  static constexpr Label label = tr("target demand moves to another mix along a sigmoid");
  int start_step = 100;
  double adoption_years = 30;
  double reached_share = 0.9999;
  std::string loss_column = "auto_prob_average";

  static constexpr auto fields() {
    using S = SigmoidDemand;
    return std::tuple{
        number({"start_step", "step", tr("first step of the change"), "ref:del_rio_chanona_2021"},
               &S::start_step, {0, 60'000}, {100, 100}),
        number({"adoption_years", "years of 52 weeks", tr("length of the change"),
                "ref:del_rio_chanona_2021"},
               &S::adoption_years, {0.1, 1'000}, {10, 50}),
        number({"reached_share", "share", tr("of the change that is reached at its end"),
                "ref:del_rio_chanona_2021"},
               &S::reached_share, {0.500001, 0.999999999999}, {0.99, 0.99999}),
        option({"loss_column", "",
                tr("column of the occupations with the share p of demand that is lost before the "
                   "total is restored (0-1; in the source the probability of automation)"),
                ""},
               &S::loss_column),
    };
  }
};

/// d(t) = D0 (1 + amplitude_share sin(2 pi (t - start_step) / P)) from `start_step` on, D0 before;
/// P = period_years in steps.
struct SineDemand {
  static constexpr std::string_view kind = "sine";
  static constexpr Label label = tr("target demand swings about the start");
  int start_step = 0;
  double period_years = 10;
  double amplitude_share = 0.05;

  static constexpr auto fields() {
    using S = SineDemand;
    return std::tuple{
        number({"start_step", "step", tr("first step of the swing"), "computed by convention"},
               &S::start_step, {0, 60'000}, {0, 0}),
        number({"period_years", "years of 52 weeks", tr("length of one swing"), "assumption 4-15"},
               &S::period_years, {0.05, 1'000}, {4, 15}),
        number({"amplitude_share", "share", tr("height of the swing over the demand of the start"),
                "assumption 0.01-0.1"},
               &S::amplitude_share, {0, 1}, {0.01, 0.1}),
    };
  }
};

/// d(t) from a table with the columns step, id, demand: a value holds from its step on until the
/// occupation's next one; before its first, and for occupations without one, d(t) = D0. Demand is
/// in the unit of the occupations' employment, before `workers_scale`.
struct TableDemand {
  static constexpr std::string_view kind = "table";
  static constexpr Label label = tr("target demand from a table");
  FilePath table;

  static constexpr auto fields() {
    return std::tuple{option({"table", "", tr("CSV file with the columns step, id, demand"), ""},
                             &TableDemand::table)};
  }
};

using UrnDemand = std::variant<ConstantDemand, SigmoidDemand, SineDemand, TableDemand>;

/// One value of a demand table.
struct DemandPoint {
  int step = 0;
  std::size_t occupation = 0;
  /// Posts, `workers_scale` applied.
  double demand = 0;
};

/// Target demand step by step.
class TargetDemand {
 public:
  struct Given {
    UrnDemand demand;
    double step_weeks = 1;
    /// [occupation] D0: employed and unemployed of the start.
    std::vector<double> at_start;
    /// [occupation] p, for `sigmoid`.
    std::vector<double> loss_share;
    /// For `table`, ascending by step.
    std::span<const DemandPoint> points;
  };

  explicit TargetDemand(Given given);

  /// Goes on to `step`; steps ascend from 0.
  void move_to(int step);
  /// [occupation] at the step it was moved to.
  std::span<const double> now() const { return now_; }

 private:
  void follow(const ConstantDemand&, int) {}
  void follow(const SigmoidDemand& sigmoid, int step);
  void follow(const SineDemand& sine, int step);
  void follow(const TableDemand& table, int step);

  Given given_;
  /// Df, for `sigmoid`.
  std::vector<double> final_;
  std::vector<double> now_;
  std::size_t points_passed_ = 0;
};

}  // namespace jtsim::agents
