// The list of a scenario's tables: one file name each.
#pragma once

#include <tuple>

#include "base/field.hpp"
#include "base/file_path.hpp"

namespace jtsim::configs {

/// A scenario of kind `transition` names all of them but `markov`; their columns stand in
/// rows_*.hpp.
struct TablePaths {
  FilePath leagues;
  FilePath distances;
  FilePath ethnicities;
  FilePath ethnic_shares;
  FilePath sectors;
  FilePath occupations;
  FilePath proximity;
  FilePath hiring_factors;
  FilePath labour_force;
  FilePath mines;
  FilePath coal_output;
  FilePath coal_league_shares;
  FilePath productivity;
  FilePath intelligent_mining;
  FilePath capacity_additions;
  FilePath coal_workforce;
  FilePath displacement_weights;
  FilePath new_energy_capacity;
  FilePath employment_factors;
  FilePath employment_multiplier;
  FilePath new_energy_plants;
  FilePath transition_projects;
  FilePath pay_index;
  FilePath minimum_pay;
  FilePath cpi;
  FilePath social_assistance;
  FilePath insurance_duration;
  FilePath insurance_coverage;
  FilePath pay_by_contract;
  FilePath experience;
  FilePath mortality;
  FilePath retirement;
  FilePath retirement_contributions;
  FilePath markov;

 private:
  using S = TablePaths;

  static constexpr auto place_fields() {
    return std::tuple{
        option({"leagues", "", tr("leagues: people, area, shares in coal, wind and solar"), ""},
               &S::leagues),
        option({"distances", "", tr("kilometres between the seats of leagues"), ""}, &S::distances),
        option({"ethnicities", "", tr("ethnicities and how they fare in hiring and moving"), ""},
               &S::ethnicities),
        option({"ethnic_shares", "", tr("share of each ethnicity in each league"), ""},
               &S::ethnic_shares),
        option({"sectors", "", tr("jobs, separations and ownership by sector"), ""}, &S::sectors),
        option({"occupations", "", tr("occupations: sector, education, pay, share of jobs"), ""},
               &S::occupations),
        option({"proximity", "", tr("how much of one occupation another one can do"), ""},
               &S::proximity),
        option({"hiring_factors", "", tr("factors of the hiring weight by group"), ""},
               &S::hiring_factors),
        option({"labour_force", "", tr("labour force relative to the start, by year"), ""},
               &S::labour_force),
    };
  }

  static constexpr auto coal_fields() {
    return std::tuple{
        option({"mines", "", tr("the roster of mines"), ""}, &S::mines),
        option({"coal_output", "", tr("raw coal of the region by path and year, or in IAMC format"),
                ""},
               &S::coal_output),
        option({"coal_league_shares", "", tr("share of each league in the output, by year"), ""},
               &S::coal_league_shares),
        option({"productivity", "", tr("growth of output per worker, by year"), ""},
               &S::productivity),
        option({"intelligent_mining", "", tr("share of intelligent mining, by year"), ""},
               &S::intelligent_mining),
        option({"capacity_additions", "", tr("coal capacity added to a league"), ""},
               &S::capacity_additions),
        option({"coal_workforce", "", tr("make-up of coal staff and of entrants"), ""},
               &S::coal_workforce),
        option({"displacement_weights", "", tr("who goes first when a mine shrinks"), ""},
               &S::displacement_weights),
    };
  }

  static constexpr auto energy_fields() {
    return std::tuple{
        option({"new_energy_capacity", "",
                tr("capacity by path, technology and year, or in IAMC format"), ""},
               &S::new_energy_capacity),
        option({"employment_factors", "", tr("jobs per MW by technology and stage"), ""},
               &S::employment_factors),
        option({"employment_multiplier", "", tr("factor on those jobs, by year"), ""},
               &S::employment_multiplier),
        option({"new_energy_plants", "", tr("single works that come on top"), ""},
               &S::new_energy_plants),
        option({"transition_projects", "", tr("projects that a transition fund may finance"), ""},
               &S::transition_projects),
    };
  }

  static constexpr auto person_fields() {
    return std::tuple{
        option({"pay_index", "", tr("real growth of pay, by year"), ""}, &S::pay_index),
        option({"minimum_pay", "", tr("minimum pay by month and class"), ""}, &S::minimum_pay),
        option({"cpi", "", tr("consumer prices by year"), ""}, &S::cpi),
        option({"social_assistance", "", tr("assistance a person and month, by year"), ""},
               &S::social_assistance),
        option(
            {"insurance_duration", "", tr("months of unemployment benefit by contributions"), ""},
            &S::insurance_duration),
        option({"insurance_coverage", "", tr("insured share by contract"), ""},
               &S::insurance_coverage),
        option({"pay_by_contract", "", tr("coal pay by contract"), ""}, &S::pay_by_contract),
        option({"experience", "", tr("pay by age"), ""}, &S::experience),
        option({"mortality", "", tr("death rates by sex"), ""}, &S::mortality),
        option({"retirement", "", tr("the groups of the retirement law"), ""}, &S::retirement),
        option(
            {"retirement_contributions", "", tr("contribution years for a pension, by year"), ""},
            &S::retirement_contributions),
        option({"markov", "", tr("monthly moves of the kind `markov`, which needs no other table"),
                ""},
               &S::markov),
    };
  }

 public:
  // After the parts, whose types it needs.
  static constexpr auto fields() {
    return std::tuple_cat(place_fields(), coal_fields(), energy_fields(), person_fields());
  }
};

}  // namespace jtsim::configs
