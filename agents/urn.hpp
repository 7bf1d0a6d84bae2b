// The scenario kind `urn`: urn matching on an occupational network, the published model that the
// engine is held against (del Rio-Chanona et al. 2021, J. R. Soc. Interface 18:20200898).
//
// Occupation i has e employed, u unemployed (by last occupation), v vacancies and a target demand
// d(t). In a step, with everything on the right at its beginning,
//   gap    = e + v - d(t)
//   p_sep  = du + (1-du) min(e, gu max(0,  gap)) / e      Binomial(e, p_sep) lose their job
//   p_open = dv + (1-dv) min(e, gv max(0, -gap)) / e      Binomial(e, p_open) vacancies open
//   each unemployed person sends one application, to occupation j with the weight v_j A_ij and
//   there to one vacancy drawn uniformly; a vacancy hires one of its applicants, all alike.
// Those separated and hired act in the next step.
#pragma once

#include <string>
#include <tuple>
#include <vector>

#include "agents/inputs.hpp"
#include "agents/urn_demand.hpp"
#include "base/random.hpp"

namespace jtsim::agents {

/// Who is simulated: persons, or their expected numbers by the equations.
enum class UrnMode : std::uint8_t { agents, expected };

/// What is recorded of every occupation.
enum class UrnQuantity : std::uint8_t { employed, unemployed, vacancies };

/// Unemployed over the labour force; vacancies over vacancies and employed; unemployed for
/// `long_term_weeks` or longer over the labour force.
enum class UrnRate : std::uint8_t { unemployment, vacancy, long_term_unemployment };

}  // namespace jtsim::agents

namespace jtsim {
template <>
inline constexpr std::array<Label, 2> labels_of<agents::UrnMode>{{
    tr("persons, with luck"),
    tr("expected numbers, by the equations"),
}};
template <>
inline constexpr std::array<Label, 3> labels_of<agents::UrnQuantity>{{
    tr("employed"),
    tr("unemployed"),
    tr("urn", "vacancies"),
}};
template <>
inline constexpr std::array<Label, 3> labels_of<agents::UrnRate>{{
    tr("unemployment rate"),
    tr("vacancy rate"),
    tr("long-term unemployment rate"),
}};
}  // namespace jtsim

namespace jtsim::agents {

/// The numbers of the kind `urn`; defaults are the calibration of the source.
struct UrnSettings {
  UrnMode mode = UrnMode::agents;
  double du = 0.016;
  double dv = 0.012;
  double gu = 0.16;
  double gv = 0.16;
  int steps = 600;
  double step_weeks = 6.75;
  double workers_scale = 1;
  double long_term_weeks = 27;

  static constexpr auto fields() {
    using S = UrnSettings;
    constexpr std::string_view paper = "ref:del_rio_chanona_2021";
    return std::tuple{
        option({"mode", "", tr("persons or expected numbers"), ""}, &S::mode),
        number({"du", "share/step", tr("of the employed who lose their job whatever demand is"),
                paper},
               &S::du, share_interval, {0.008, 0.03}),
        number(
            {"dv", "1/step", tr("vacancies opened per employed person whatever demand is"), paper},
            &S::dv, share_interval, {0.006, 0.02}),
        number({"gu", "1/step", tr("separations per post above target demand"), paper}, &S::gu,
               share_interval, {0.05, 0.3}),
        number({"gv", "1/step", tr("openings per post missing to target demand"), paper}, &S::gv,
               share_interval, {0.05, 0.3}),
        number({"steps", "steps", tr("length of the run"), paper}, &S::steps, {1, 60'000},
               {300, 900}),
        number({"step_weeks", "weeks", tr("length of a step"), paper}, &S::step_weeks, {0.1, 520},
               {6.75, 6.75}),
        number({"workers_scale", "ratio", tr("of simulated workers to those of the tables"),
                "computed by convention"},
               &S::workers_scale, {1e-9, 1e9}, {0.01, 1}),
        number(
            {"long_term_weeks", "weeks",
             tr("unemployment from which on it is long-term, in whole steps, rounded up; the step "
                "of separation is the first"),
             paper},
            &S::long_term_weeks, {0.1, 5'200}, {27, 52}),
    };
  }
};

/// A row of the occupations.
struct UrnOccupation {
  Name name;
  /// At the start, before `workers_scale`.
  double employment = 0;
  /// p of `SigmoidDemand`; 0 for other demand.
  double loss_share = 0;
};

/// All an urn needs. Occupations have at most `most_occupations` rows.
struct UrnInputs {
  UrnSettings settings;
  UrnDemand demand;
  std::vector<UrnOccupation> occupations;
  /// A, [from][to]; empty for the complete network, where all pairs weigh the same.
  Matrix proximity;
  /// Of `TableDemand`, ascending by step, `workers_scale` applied.
  std::vector<DemandPoint> points;

  bool is_complete() const { return proximity.values.empty(); }
  std::size_t count() const { return occupations.size(); }
  /// Ends of steps at which somebody has been without work when he counts as long-term unemployed.
  int long_term_steps() const;
};

/// Employed, unemployed and vacancies of every occupation at a moment; whole numbers in the mode
/// `agents`.
struct UrnStocks {
  std::vector<double> employed;
  std::vector<double> unemployed;
  std::vector<double> vacancies;
};

/// u = du e, v = dv e; in the mode `agents` e, u and v are rounded to whole persons.
UrnStocks initial_stocks(const UrnInputs& inputs);

/// The target demand of a run that begins with `stocks`. `inputs` outlives it.
TargetDemand target_demand(const UrnInputs& inputs, const UrnStocks& stocks);

/// What happens to a post of an occupation in a step.
struct UrnHazards {
  double separation = 0;
  double opening = 0;
};

/// p_sep and p_open; both 0 where nobody is employed.
UrnHazards urn_hazards(const UrnSettings& settings, double employed, double vacancies,
                       double demand);

/// What a run of the kind `urn` leaves: the ends of steps 0, 1, ..., `steps` - 1.
struct UrnHistory {
  /// [step][rate], [step][occupation][quantity].
  std::vector<double> rates;
  std::vector<double> stocks;

  void add(const UrnStocks& now, double long_term_unemployed);
};

}  // namespace jtsim::agents
