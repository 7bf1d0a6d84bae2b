// Persons of the kind `urn`, moved by the engine's own phases: separations and openings are drawn
// as the background's, vacancies hire as in `matching.hpp`.
//
// The employed of an occupation are alike, and so are its unemployed of one spell: who of the
// employed loses his job is never asked, so they are counts, and numbers of separations and
// openings are Binomial. The unemployed stand in a list, one by one, with last occupation and
// spell; each sends his application, and each vacancy draws its winner among those it got.
#pragma once

#include "agents/matching.hpp"
#include "agents/urn.hpp"
#include "agents/urn_network.hpp"

namespace jtsim::agents {

class UrnPopulation {
 public:
  /// `inputs` outlives it; its mode is `agents`.
  UrnPopulation(const UrnInputs& inputs, Luck luck);

  void advance();
  const UrnStocks& stocks() const { return stocks_; }
  double long_term_unemployed() const { return long_term_unemployed_; }

 private:
  struct Seeker {
    std::uint32_t occupation = 0;
    /// The step in which he lost his job.
    std::int32_t since = 0;
  };

  // The phases of a step. All but the last read the step's beginning and propose.
  void separate_and_open();
  void search();
  void match();
  void settle();

  void lay_out_vacancies();
  void draw_words();
  void apply_anywhere();
  void apply_along_network();
  void apply(std::size_t seeker, std::uint32_t occupation, std::uint32_t slot);
  void replace_seekers();

  const UrnInputs& inputs_;
  Luck luck_;
  UrnStocks stocks_;
  TargetDemand demand_;
  UrnNetwork network_;
  int step_ = 0;
  double long_term_unemployed_ = 0;
  /// By occupation.
  std::vector<Seeker> seekers_;
  std::vector<Seeker> remaining_;
  std::vector<bool8> hired_;
  /// [occupation] of the step.
  std::vector<std::uint32_t> separated_;
  std::vector<std::uint32_t> opened_;
  std::vector<std::uint32_t> hires_;
  /// [occupation] position of the first vacancy; one more at the end. [vacancy] its occupation and
  /// the best application.
  std::vector<std::uint32_t> first_vacancy_;
  std::vector<std::uint32_t> occupation_of_;
  std::vector<std::uint32_t> best_;
  std::vector<Application> applications_;
  /// [seeker] words and keys of the step.
  std::vector<std::uint32_t> market_words_;
  std::vector<std::uint32_t> slot_words_;
  std::vector<std::uint32_t> key_words_;
  std::vector<double> weights_;
  std::vector<double> keys_;
};

}  // namespace jtsim::agents
