// What the scenario kind `markov` asks for: its five states, and the workers at the start.
#pragma once

#include <algorithm>
#include <tuple>

#include "agents/enum_labels.hpp"
#include "base/field.hpp"

namespace jtsim::agents {

/// The states of the kind `markov`: five of the states of the model.
enum class MarkovState : std::uint8_t {
  employed_mining,
  employed_new_energy,
  employed_tertiary,
  unemployed,
  retired,
};

inline constexpr EnumArray<MarkovState, State> state_of_markov{{
    State::employed_mining,
    State::employed_new_energy,
    State::employed_tertiary,
    State::unemployed,
    State::retired,
}};

}  // namespace jtsim::agents

namespace jtsim {
template <>
inline constexpr std::array<Label, 5> labels_of<agents::MarkovState>{{
    label(agents::State::employed_mining),
    label(agents::State::employed_new_energy),
    label(agents::State::employed_tertiary),
    label(agents::State::unemployed),
    label(agents::State::retired),
}};
}  // namespace jtsim

namespace jtsim::agents {

static_assert(std::ranges::all_of(all_of_enum<MarkovState>(),
                                  [](MarkovState s) {
                                    return identifier(s) == identifier(state_of_markov[s]);
                                  }),
              "a state has one name in both lists");

/// Where workers are at the start; sums to 1.
struct MarkovInitialShares {
  double employed_mining = 0.60;
  double employed_new_energy = 0.05;
  double employed_tertiary = 0.27;
  double unemployed = 0.06;
  double retired = 0.02;

  static constexpr auto fields() {
    using S = MarkovInitialShares;
    constexpr Label of_workers = tr("of workers in this state at the start");
    return std::tuple{
        number({"employed_mining", "share", of_workers, "assumption 0-1"}, &S::employed_mining,
               share_interval, share_interval),
        number({"employed_new_energy", "share", of_workers, "assumption 0-1"},
               &S::employed_new_energy, share_interval, share_interval),
        number({"employed_tertiary", "share", of_workers, "assumption 0-1"}, &S::employed_tertiary,
               share_interval, share_interval),
        number({"unemployed", "share", of_workers, "assumption 0-1"}, &S::unemployed,
               share_interval, share_interval),
        number({"retired", "share", of_workers, "assumption 0-1"}, &S::retired, share_interval,
               share_interval),
    };
  }

  EnumArray<MarkovState, double> by_state() const {
    return {{employed_mining, employed_new_energy, employed_tertiary, unemployed, retired}};
  }
};

/// Education of the workers, which never changes; sums to 1.
struct MarkovEducationShares {
  double junior = 0.45;
  double senior = 0.30;
  double college = 0.22;
  double graduate = 0.03;

  static constexpr auto fields() {
    using S = MarkovEducationShares;
    constexpr Label of_workers = tr("of workers with this education");
    return std::tuple{
        number({"junior", "share", of_workers, "assumption 0.35-0.6"}, &S::junior, share_interval,
               {0.35, 0.6}),
        number({"senior", "share", of_workers, "assumption 0.2-0.4"}, &S::senior, share_interval,
               {0.2, 0.4}),
        number({"college", "share", of_workers, "assumption 0.12-0.3"}, &S::college, share_interval,
               {0.12, 0.3}),
        number({"graduate", "share", of_workers, "assumption 0.01-0.05"}, &S::graduate,
               share_interval, {0.01, 0.05}),
    };
  }

  EnumArray<Education, double> by_education() const {
    return {{junior, senior, college, graduate}};
  }
};

/// The workers at the start. Each one's state, education and month of birth are drawn
/// independently; ages are uniform by the month from the first month of `youngest_age_years` to the
/// last of `oldest_age_years`.
struct MarkovSettings {
  int workers = 100'000;
  int youngest_age_years = 16;
  int oldest_age_years = 59;
  MarkovInitialShares initial_shares;
  MarkovEducationShares education_shares;

  static constexpr auto fields() {
    using S = MarkovSettings;
    return std::tuple{
        number({"workers", "persons", tr("workers at the start and at any time"),
                "computed by convention"},
               &S::workers, {1, 1e8}, {1e5, 4e6}),
        number({"youngest_age_years", "years", tr("completed age of the youngest at the start"),
                "assumption 16-25"},
               &S::youngest_age_years, {0, 120}, {16, 25}),
        number({"oldest_age_years", "years", tr("completed age of the oldest at the start"),
                "assumption 50-65"},
               &S::oldest_age_years, {0, 120}, {50, 65}),
        option({"initial_shares", "", tr("where workers are at the start; adds to 1"), ""},
               &S::initial_shares),
        option({"education_shares", "", tr("education of the workers; adds to 1"), ""},
               &S::education_shares),
    };
  }
};

}  // namespace jtsim::agents
