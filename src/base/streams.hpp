// What a random number is used for; every use has its own stream, so that no use disturbs another.
#pragma once

#include <cstdint>

namespace jtsim {

/// The random uses of the program. Append only: a stream's position keys its numbers, so inserting
/// or removing one would change the results of all behind it.
enum class Stream : std::uint16_t {
  death,              ///< dies this month
  retirement_choice,  ///< takes the pension earlier or later than at the legal age

  initial_birth,      ///< birth month of a worker of the first month
  initial_sex,        ///< sex of a worker of the first month
  initial_ethnicity,  ///< ethnicity of a worker of the first month
  initial_education,  ///< education of a worker of the first month
  initial_tenure,     ///< start month of the present occupation, contributions and underground work
  initial_contract,   ///< contract of a worker of the first month
  initial_hukou,      ///< household registration of a worker of the first month
  initial_occupation,  ///< occupation of a worker of the first month
  initial_category,    ///< cadre or worker post in the first month
  initial_pay,         ///< relative pay of a worker of the first month
  initial_mine,        ///< mine of a worker of the first month

  entrant_birth,       ///< birth month of an entrant
  entrant_sex,         ///< sex of an entrant
  entrant_ethnicity,   ///< ethnicity of an entrant
  entrant_education,   ///< education of an entrant
  entrant_tenure,      ///< contribution months an entrant brings along
  entrant_contract,    ///< contract of an entrant
  entrant_hukou,       ///< household registration of an entrant
  entrant_occupation,  ///< occupation of an entrant
  entrant_category,    ///< cadre or worker post of an entrant
  entrant_pay,         ///< relative pay of an entrant
  entrant_mine,        ///< mine of an entrant

  quit,                 ///< leaves for a job found directly
  separation,           ///< loses a job outside coal
  displacement,         ///< race keys: who goes when a mine shrinks
  internal_retirement,  ///< accepts internal retirement
  labour_force_exit,    ///< gives up after a long spell without work

  take_up,            ///< asks for a policy that is offered (number: the policy's name key)
  queue,              ///< race keys: the order in a policy's queue (number: the policy's name key)
  training_drop_out,  ///< leaves a course before its end
  training_success,   ///< earns the certificate of a course (month: in which it began)
  benefit_coverage,   ///< is covered by an insurance or assistance

  search,             ///< applies for a post this month
  market_occupation,  ///< race keys: the occupation applied for (number: the occupation)
  market_league,      ///< race keys: the league applied in (number: the league)
  market_slot,        ///< whether the vacancy is a better applicant's (number 0), and which it is
  hiring_key,         ///< race keys: whom a vacancy hires

  background_separation,   ///< separations among the employed of a (occupation, league) cell
  background_vacancy,      ///< background applicants of a vacancy without agents
  background_hire_origin,  ///< the cell a hired background applicant comes from

  markov,  ///< transitions of the kind `markov`

  transfer_post,  ///< race keys: the post of an internal transfer (number: mine and occupation)

  employer,             ///< whether a vacancy outside mining is a state-owned employer's
  background_inflow,    ///< where the systematic sample of newcomers to the labour force starts
  special_recognition,  ///< underground post recognised as a special job
  mine_posts,           ///< where the systematic sample of a mine's open posts starts
  entrant_post,         ///< race keys: the occupation an entrant takes up (number: the occupation)

  programme_post,    ///< race keys: the occupation of a post that a policy provides
  programme_end,     ///< a post that a policy provides ends (number: the policy's name key)
  programme_return,  ///< comes back from work outside the region (number: the policy's name key)
  founder_jobs,      ///< rounds the jobs a founder creates to a whole number
  unit_market,       ///< race keys: where a whole unit is taken over (number: the market)
  transfer_share,    ///< rounds a mine's posts open to internal transfer to a whole number
  retained_share,    ///< rounds the posts a mine keeps to a whole number (number: the policy's name
                     ///< key)

  opening,  ///< vacancies that open in an occupation of the kind `urn`

  background_rival,  ///< background applicants whom the best agent of a vacancy meets
  design,  ///< points of an experiment (month: which part of a design; number: the dimension)
};

}  // namespace jtsim
