// Everything that is wrong with a scenario is told at once, and nothing that only follows from it.
#include <algorithm>
#include <vector>

#include <doctest/doctest.h>

#include "configs/scenario.hpp"
#include "configs/utf8.hpp"
#include "tests/configs/bundle.hpp"

using namespace jtsim;

namespace {

const char* const tiny = "tiny.yaml";
const char* const mines = "tiny/mines.csv";

std::size_t lines_of(const std::string& text) {
  return text.empty() ? 0 : 1 + static_cast<std::size_t>(std::ranges::count(text, '\n'));
}

/// Whether each of `parts` stands in a problem of its own, and there are no others.
void check_problems(const Bundle& bundle, const std::vector<std::string>& parts) {
  const std::string problems = problems_text(bundle);
  CAPTURE(problems);
  CHECK(lines_of(problems) == parts.size());
  for (const std::string& part : parts) {
    CAPTURE(part);
    CHECK(problems.find(part) != std::string::npos);
  }
}

void check_set(const std::vector<std::string>& overrides, const std::vector<std::string>& parts) {
  check_problems(overridden(tiny_bundle(), overrides), parts);
}

}  // namespace

TEST_CASE("policies are checked while a table is faulty") {
  check_set({"tables.cpi=nope.csv", "policies.retraining.start=2030-01",
             "policies.retraining.end=2025-01",
             "policies.retraining.eligibility={age_min_years: 60, age_max_years: 20}",
             "policies.severance.budget=nope", "policies.severance.leagues=[x]",
             "budgets.b={yuan_per_year: 5}"},
            {"tables.cpi: the file `nope.csv`", "policies.retraining.end: lies before the start",
             "policies.retraining.eligibility.age_max_years: is below age_min_years",
             "policies.severance.budget: unknown name 'nope'",
             "policies.severance.leagues: unknown name 'x' (known: hill, plain)",
             "budgets.b.source: a limited budget needs a source"});
}

TEST_CASE("names whose own table is faulty are not looked up") {
  check_set({"tables.leagues=nope.csv", "policies.severance.leagues=[x]",
             "policies.retraining.targets.occupations=[x]"},
            {"tables.leagues: the file", "policies.retraining.targets.occupations: unknown name"});
}

TEST_CASE("names are looked up although other cells of either table are faulty") {
  Bundle bundle =
      replaced(tiny_bundle(), mines, "state_owned,underground", "state_owned,undergrund");
  bundle = replaced(bundle, mines, "group_private,hill,private,open_pit",
                    "group_private,plane,private,openpit");
  check_problems(bundle, {"mines.csv:3:42: mines.method: `undergrund` is not one of the choices",
                          "mines.method: `openpit` is not one of the choices",
                          "mines.league: there is no `plane` (did you mean `plain`?)"});

  bundle = replaced(tiny_bundle(), "tiny/leagues.csv", ",0.6,0.666667,", ",0.5,0.666667,");
  bundle = replaced(bundle, mines, "group_state,hill", "group_state,plane");
  bundle = replaced(bundle, "tiny/distances.csv", "plain,115,0", "plain,114,0");
  check_problems(bundle, {"leagues.coal_output_share: the shares over leagues add to 0.9",
                          "mines.league: there is no `plane`",
                          "distances.hill: 114 km, but 115 km in the other direction"});

  bundle = replaced(tiny_bundle(), "tiny/leagues.csv", "league,30000,", "league,many,");
  bundle = replaced(bundle, "tiny/transition_projects.csv", "wind farm,hill,", "wind farm,hil,");
  check_problems(bundle, {"leagues.population: `many` is not a number",
                          "transition_projects.league: there is no `hil`"});
}

TEST_CASE("a roster is held against the other tables whatever else the scenario gets wrong") {
  const Bundle bundle = replaced(tiny_bundle(), mines, ",2040404,330,", ",204040,330,");
  check_problems(overridden(bundle, {"seed=x"}),
                 {"seed: `x` is not a whole number", "all mines together have a capacity of"});
}

TEST_CASE("every table that is missing is named") {
  const std::string problems = problems_text(single_file("tables: {leagues: no.csv}\n"));
  CHECK(lines_of(problems) == 33);
  for (const char* table : {"distances", "proximity", "leagues", "mines"})
    CHECK(problems.find(": tables." + std::string(table) + ": ") != std::string::npos);
}

TEST_CASE("more registered unemployed than the labour force has are refused") {
  check_problems(
      replaced(tiny_bundle(), tiny, "registered_unemployed: 1112", "registered_unemployed: 60000"),
      {"tiny.yaml:11:26: population.registered_unemployed: 60000 registered unemployed of an urban "
       "labour force of 29270 (fewer than `population.urban_labour_force`)"});
  check_set({"population.urban_labour_force=1"},
            {"1112 registered unemployed of an urban labour force of 1 "});
  check_set({"population.registered_unemployed=29269"}, {});
  check_set({"population.urban_labour_force=x"}, {"urban_labour_force: `x` is not a number"});
}

TEST_CASE("nothing may be set twice on the command line, points of sweeps apart") {
  const std::string path = shipped(tiny);
  CHECK_THROWS_WITH_AS(configs::load_scenario(path, {"seed=3", "replicates=2", "seed=4"}),
                       "command line: seed: the key stands here twice (each key once)", InputError);
  CHECK(configs::load_scenario_with(path, {"seed=3", "seed=4"}).document.seed == 4);
}

TEST_CASE("what only follows from a problem is not told") {
  check_problems(single_file("extends: [x]\nsead: 1\n"),
                 {"extends: expected the name of a file", "sead: unknown key"});
  check_problems(single_file("extends:\n"), {"extends: expected the name of a file"});
  check_problems(single_file("kind: markow\ntables: {markov: x.csv}\n"), {"kind: `markow`"});
  check_problems(single_file("tables: 3\n"), {"tables: expected a section"});
  check_set({"policies=3"}, {"policies: expected a section of names"});
  check_set({"budgets=3"}, {"budgets: expected a section of names"});
  check_set({"demand.new_energy_path=sed"}, {"has no path `sed`"});
  check_problems(replaced(tiny_bundle(), tiny, "  mines: tiny/mines.csv", "  mines:"),
                 {"tables.mines: the key has no value"});
  Bundle empty = tiny_bundle();
  for (configs::SourceText& file : empty) {
    if (file.path == "tiny/leagues.csv") file.text.resize(file.text.find("\nhill,") + 1);
  }
  check_problems(empty, {"leagues: the table has no rows"});
  check_problems(replaced(tiny_bundle(), "tiny/ethnic_shares.csv", "hill,mongol,", "hill,mongols,"),
                 {"did you mean `mongol`?"});
}

TEST_CASE("a text is one line that shows its characters in their order") {
  CHECK(configs::is_one_line("煤炭 (a\tb) ‘c’"));
  for (const char* text : {"a\nb", "a\r", "a\u202Eb", "\u2066a", "a\u200F", "a\u2028b"})
    CHECK_FALSE(configs::is_one_line(text));
  const std::string fault =
      "label_en: a line end, or a mark that turns the direction of writing, in the text (one line "
      "of text)";
  for (const char* label : {"label_en: |\n  A tiny\n  region", "label_en: \"A\\nregion\"",
                            "label_en: A \u202Etiny region"})
    check_problems(replaced(tiny_bundle(), tiny, "label_en: A tiny region", label), {fault});
  check_problems(replaced(tiny_bundle(), "tiny/leagues.csv", "Hill league", "Hill \u202Eleague"),
                 {"leagues.label_en: a line end, or a mark"});
}
