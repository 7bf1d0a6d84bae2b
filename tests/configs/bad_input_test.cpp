// Every kind of fault, planted one at a time in a sound scenario, is found and named.
#include <algorithm>
#include <vector>

#include <doctest/doctest.h>

#include "configs/scenario.hpp"
#include "tests/configs/planted.hpp"

using namespace jtsim;

namespace {

const char* const leagues = "tiny/leagues.csv";
const char* const occupations = "tiny/occupations.csv";
const char* const mines = "tiny/mines.csv";
const char* const reference = "inner_mongolia.yaml";
const char* const tiny = "tiny.yaml";

const std::vector<Planted> yaml_faults{
    {tiny, "seed: 1", "seeds: 1", "seeds", "unknown key (did you mean `seed`?)"},
    {tiny, "seed: 1", "seed: 1\nseed: 2", "seed", "the key stands here twice", 8},
    {tiny, "seed: 1", "seed: 1.5", "seed", "is not a whole number"},
    {tiny, "seed: 1", "seed: \"1\"", "seed", "write the value without quotes"},
    {tiny, "seed: 1", "seed: 010", "seed", "is not a whole number"},
    {tiny, "seed: 1", "seed: -1", "seed", "is out of reach"},
    {tiny, "seed: 1", "seed:", "seed", "the key has no value"},
    {tiny, "seed: 1", "seed: [1]", "seed", "expected one value, found a list"},
    {tiny, "replicates: 4", "replicates: 0", "replicates", "allowed: 1 to 1000000 runs"},
    {tiny, "replicates: 4", "search: {search_intensity: .nan}", "search.search_intensity",
     "is not a number"},
    {tiny, "replicates: 4", "search: {search_intensity: 1.01}", "search.search_intensity",
     "1.01 is out of range (allowed: 0 to 1 applications/month)"},
    {tiny, "replicates: 4", "search: {search_intensity: 1e-400}", "search.search_intensity",
     "too close to zero"},
    {tiny, "replicates: 4", "search: {distance_scale_km: 0x10}", "search.distance_scale_km",
     "is not a number"},
    {tiny, "replicates: 4", "demography: {flexible_retirement: on}",
     "demography.flexible_retirement", "is neither true nor false"},
    {tiny, "replicates: 4", "demand: {shock: never}", "demand.shock", "paths | none"},
    {tiny, "replicates: 4", "demand: {coal_path: observd}", "demand.coal_path",
     "did you mean `observed`?"},
    {tiny, "replicates: 4", "demand: {new_energy_path: planned}", "demand.new_energy_path",
     "has no path `planned`"},
    {tiny, "replicates: 4", "demand: none", "demand", "expected a section of keys, found `none`"},
    {tiny, "replicates: 4", "start: 2020-1", "start", "is not a month"},
    {tiny, "replicates: 4", "end: 2020-12", "end", "2020-12 is not after the start 2020-12"},
    {tiny, "replicates: 4", "kind: urn", "urn.occupations", "the key is missing", 4},
    {tiny, "replicates: 4", "kind: markow", "kind", "transition | markov | urn"},
    {tiny, "replicates: 4", "replicates: &r 4", "replicates", "an anchor"},
    {tiny, "replicates: 4", "replicates: !!int 4", "replicates", "a tag"},
    {tiny, "  leagues: tiny/leagues.csv", "  leagues: tiny/none.csv", "tables.leagues",
     "the file `tiny/none.csv` is not among the files in memory"},
    {tiny, "  leagues: tiny/leagues.csv", "  leagues: none", "tables.leagues",
     "the key is missing"},
    {tiny, "  leagues: tiny/leagues.csv", "  league: tiny/leagues.csv", "tables.league",
     "did you mean `leagues`?"},
    {reference, "cascade: [internal_transfer,", "cascade: [internal_tranfser,", "cascade",
     "did you mean `internal_transfer`?"},
    {reference, "cascade: [internal_transfer,", "cascade: [severance,", "cascade", "places nobody"},
    {reference, "cascade: [internal_transfer,", "cascade: [retraining,", "cascade", "stands twice"},
    {reference, "  severance:\n    kind: severance", "  severance:\n    kind: severence",
     "policies.severance.kind", "did you mean `severance`?"},
    {reference, "    kind: severance\n", "", "policies.severance.kind", "the key is missing", 109},
    {reference, "    capped_years: 12", "    capped_year: 12", "policies.severance.capped_year",
     "did you mean `capped_years`?"},
    {reference, "    capped_years: 12", "    capped_years: 61", "policies.severance.capped_years",
     "allowed: 0 to 60 years"},
    {reference, "    capped_years: 12", "    payer: enterprize", "policies.severance.payer",
     "central | region | enterprise | insurance_fund | private"},
    {reference, "    capped_years: 12", "    leagues: [hill, plane]", "policies.severance.leagues",
     "unknown name 'plane'"},
    {reference, "    capped_years: 12", "    eligibility: {age_min_year: 20}",
     "policies.severance.eligibility.age_min_year", "did you mean `age_min_years`?"},
    {reference, "    capped_years: 12", "    end: 2019-01\n    start: 2020-01",
     "policies.severance.end", "lies before the start"},
    {reference, "    success_share: 0.85", "    budget: employment_found",
     "policies.retraining.budget", "the key stands here twice", 132},
    {reference, "    carry_over: false\n    source:", "    carry_over: false\n    sauce:",
     "budgets.employment_fund.sauce", "did you mean `source`?", 81},
    {reference, "  employment_fund:\n", "  Employment-Fund:\n", "budgets", "cannot be a name"},
    {reference, "    carry_over: false", "    carry_over: 0", "budgets.employment_fund.carry_over",
     "is neither true nor false"},
};

const std::vector<Planted> table_faults{
    {leagues, ",population,", ",people,", "leagues.people", "unknown column"},
    {leagues, ",population,", ",", "leagues.population", "the column is missing", 2},
    {leagues, ",latitude,longitude,", ",latitude,latitude,", "leagues.latitude",
     "the column stands here twice"},
    {leagues, "league,30000,", "league,30 000,", "leagues.population", "`30 000` is not a number"},
    {leagues, "league,30000,", "league,,", "leagues.population", "the cell is empty"},
    {leagues, "league,30000,", "league,0,", "leagues.population",
     "0 is out of range (allowed: 1 to 1000000000 persons)"},
    {leagues, "league,30000,", "league,30000,30000,", "leagues", "cells under 16 columns"},
    {leagues, "plain,", "hill,", "leagues.id", "`hill` stands here twice", 4},
    {leagues, "plain,", "Plain 2,", "leagues.id", "cannot be an identifier"},
    {leagues, ",0.6,0.666667,", ",0.61,0.666667,", "leagues.coal_output_share",
     "the shares over leagues add to 1.01", 2},
    {"tiny/distances.csv", "plain,115,0", "plain,114,0", "distances.hill",
     "114 km, but 115 km in the other direction"},
    {"tiny/distances.csv", "plain,115,0", "plain,115,1", "distances.plain",
     "at distance 0 from itself"},
    {"tiny/distances.csv", "plain,115,0", "plane,115,0", "distances.league", "there is no `plane`"},
    {"tiny/distances.csv", "plain,115,0", "plain,far,0", "distances.hill", "`far` is not a number"},
    {"tiny/distances.csv", "league,hill,plain,", "league,hill,plane,", "distances.plane",
     "unknown column"},
    {"tiny/ethnic_shares.csv", "hill,han,0.82,0.856", "hill,han,0.82,0.85",
     "ethnic_shares.coal_share", "the shares of `hill` add to 0.994", 2},
    {"tiny/ethnic_shares.csv", "hill,mongol,", "hill,mongols,", "ethnic_shares.ethnicity",
     "did you mean `mongol`?"},
    {"tiny/ethnic_shares.csv", "hill,mongol,", "hill,han,", "ethnic_shares.league",
     "`hill, han` stands here twice", 4},
    {"tiny/sectors.csv", "mining,600", "minning,600", "sectors.id", "is not one of the choices"},
    {"tiny/sectors.csv", "mining,600", "primary,600", "sectors.id", "there is no row for `mining`",
     2},
    {occupations, "miner,采煤工,Miner,mining,,both", "miner,采煤工,Miner,mining,,",
     "occupations.method", "an occupation of mining needs a method"},
    {occupations, "new_energy,operation", "new_energy,none", "occupations.stage",
     "an occupation of new energy needs a stage"},
    {occupations, ",0.85,0.7,0.05", ",0.8,0.7,0.05", "occupations.employment_share",
     "the shares of `mining` add to 0.95", 2},
    {"tiny/proximity.csv", "miner,1,0.45", "miner,0.9,0.45", "proximity.miner", "0.9 with itself"},
    {"tiny/proximity.csv", "miner,1,0.45", "miner,1,1.45", "proximity.mine_technician",
     "1.45 is out of range (allowed: 0 to 1 share)"},
    {mines, "group_state,hill", "group_state,hil", "mines.league", "did you mean `hill`?"},
    {mines, "state_owned,underground", "state,underground", "mines.ownership",
     "state_owned | private"},
    {mines, "state_owned,underground", "state_owned,both", "mines.method",
     "`both` is not one of the choices (underground | open_pit)"},
    {mines, ",330,1,", ",330.5,1,", "mines.headcount", "is not a whole number"},
    {mines, ",330,1,,", ",330,1,2030,", "mines.closure_month", "is not a month"},
    {mines, "mine_hill_2,", "mine_hill_1,", "mines.id", "stands here twice", 4},
    {mines, "plain,private,underground", "hill,private,underground", "mines.league",
     "`plain` has 0 mines, but a share of 0.4", 2},
    {mines, ",2040404,330,", ",0,330,", "mines.capacity_t_per_year", "0 is out of range"},
    {mines, ",2040404,330,", ",-5,330,", "mines.capacity_t_per_year", "-5 is out of range"},
    {mines, ",2040404,330,", ",2040404,0,", "mines.headcount", "0 is out of range"},
    {mines, ",2040404,330,", ",2040404,-330,", "mines.headcount", "-330 is out of range"},
    {mines, ",2040404,330,", ",204040,330,", "mines.capacity_t_per_year",
     "all mines together have a capacity of 3021741 t/year, but 3740741 are dug", 2},
    {"tiny/coal_output.csv", "observed,2024", "observed,2020", "coal_output.year",
     "2020-12 does not come after 2020-12", 4},
    {"tiny/coal_league_shares.csv", "plain,2020,0.4", "plain,2020,0.5", "coal_league_shares.share",
     "the shares of 2020 add to 1.1", 2},
    {"tiny/coal_league_shares.csv", "plain,2020,0.4", "plain,2021,0.4", "coal_league_shares.league",
     "1 leagues in 2021", 2},
    {"tiny/capacity_additions.csv", "2022-06,hill", "2022-06,valley", "capacity_additions.league",
     "known: hill, plain"},
    {"tiny/transition_projects.csv", "new_energy,operation", "new_energy,construction",
     "transition_projects.stage", "manufacturing | operation"},
    {"tiny/transition_projects.csv", "wind farm,hill,", "wind farm,valley,",
     "transition_projects.league", "known: hill, plain"},
    {"tiny/employment_factors.csv", "wind,operation", "wind,none", "employment_factors.stage",
     "a stage is needed"},
    {"tiny/new_energy_capacity.csv", "observed,wind,2020,140", "observed,wind,2020,-1",
     "new_energy_capacity.capacity_mw", "allowed: 0 to 100000000 MW"},
    {"inner_mongolia/coal_workforce.csv", "education,junior", "education,middle",
     "coal_workforce.group", "unknown group `middle`"},
    {"inner_mongolia/coal_workforce.csv", "age_mean,all", "age_average,all",
     "coal_workforce.attribute", "unknown attribute `age_average` (known: education, "},
    {"inner_mongolia/hiring_factors.csv", "spell_months,4,", "spell_months,14,",
     "hiring_factors.group", "unknown group `14`"},
    {"inner_mongolia/displacement_weights.csv", "age_band,60+,1.5", "age_band,60+,0",
     "displacement_weights.weight", "0 is out of range"},
    {"inner_mongolia/cpi.csv", "2020,100,", "2020,101,", "cpi.index",
     "101 in 2020 (100 in `income.price_year`)", 2},
    {"inner_mongolia/cpi.csv", "2020,100,computed base year", "2020,100,", "cpi.source",
     "the row has no source"},
    {"inner_mongolia/experience.csv", "\n19,", "\n20,", "experience.age", "19: ages without gaps",
     4},
    {"inner_mongolia/insurance_duration.csv", "5,18,", "1,18,",
     "insurance_duration.contribution_years_from", "1 does not come after 1"},
    {"inner_mongolia/labour_force.csv", "2020,1,", "2020,1.1,", "labour_force.index",
     "1.1 at the start of the scenario", 2},
    {"inner_mongolia/mortality.csv", "female,", "male,", "mortality.sex", "stands here twice", 5},
    {"inner_mongolia/retirement.csv", "women_cadre,", "cadre,", "retirement.group",
     "men | women_cadre | women_worker"},
    {"inner_mongolia/pay_by_contract.csv", "dispatched,0.86,", "\"dispatched,0.86,",
     "pay_by_contract", "the quote does not close on its line"},
};

void check_all(const std::vector<Planted>& faults) {
  for (const Planted& planted : faults) {
    const Bundle damaged = replaced(tiny_bundle(), planted.file, planted.from, planted.to);
    const int line = planted.line > 0
                         ? planted.line
                         : line_of(damaged, planted.file,
                                   planted.to.starts_with("  severance:\n") ? "    kind: severence"
                                                                            : planted.to);
    const std::string problems = problems_text(damaged);
    CHECK_MESSAGE(finds(problems, planted, line), planted.file << ":" << line << ": " << planted.key
                                                               << ": " << planted.what
                                                               << "\n  but found\n"
                                                               << problems);
  }
}

}  // namespace

TEST_CASE("the undamaged scenario has no problem") { CHECK(problems_text(tiny_bundle()) == ""); }

TEST_CASE("every fault planted in the scenario file is found with place and key") {
  CHECK(yaml_faults.size() >= 40);
  check_all(yaml_faults);
}

TEST_CASE("every fault planted in a table is found with place and key") {
  CHECK(table_faults.size() >= 40);
  check_all(table_faults);
}

TEST_CASE("faults of the command line are named as such") {
  const auto faults = [](const std::string& text) {
    return problems_text(overridden(tiny_bundle(), {text}));
  };
  CHECK(faults("search.search_intensty=0.1") ==
        "command line: search.search_intensty: unknown key (did you mean `search_intensity`?)");
  CHECK(
      faults("search.search_intensity=2").find("command line: search.search_intensity: 2 is out") ==
      0);
  CHECK(faults("policies.retraining.targets.sectors=[coal]")
            .find("command line: policies.retraining.targets.sectors[0]: `coal` is not one") == 0);
  const auto fund = [&](const std::string& text) {
    return faults("policies.fund={kind: transition_fund, " + text + "}");
  };
  CHECK(fund("private_match: 1") == "");
  CHECK(fund("private_match: 0.9") ==
        "command line: policies.fund.private_match: 0.9 is out of range (allowed: 1 to 20 "
        "yuan/yuan)");
  CHECK(fund("regional_share: 0.79") ==
        "command line: policies.fund.regional_share: 0.79 is out of range (allowed: 0.8 to 1 "
        "share)");
  CHECK(faults("seed.x=1").find("command line: seed: expected one value, found a section") == 0);
  CHECK(faults("budgets.b={yuan_per_year: 5}").find("command line: budgets.b.source") == 0);
  CHECK(faults("budgets.b={yuan_per_year: -0.5}").find("a budget cannot be negative") !=
        std::string::npos);
}

TEST_CASE("faults of several files are reported together") {
  Bundle bundle = replaced(tiny_bundle(), tiny, "seed: 1", "seed: x");
  bundle = replaced(bundle, reference, "capped_years: 12", "capped_years: 99");
  bundle = replaced(bundle, mines, ",330,1,", ",none,1,");
  bundle = replaced(bundle, "inner_mongolia/cpi.csv", "2021,100.9,", "2021,?,");
  const std::string problems = problems_text(bundle);
  CHECK(std::count(problems.begin(), problems.end(), '\n') == 3);
  for (const char* key : {": seed: ", "capped_years: ", ": mines.headcount: ", ": cpi.index: "}) {
    CAPTURE(key);
    CHECK(problems.find(key) != std::string::npos);
  }
}

TEST_CASE("a missing scenario, a folder and a wrong table name the path as the user wrote it") {
  const auto problems = [](const std::string& path) -> std::string {
    try {
      configs::load_scenario(path);
    } catch (const InputError& error) {
      return error.what();
    }
    return {};
  };
  CHECK(problems(shipped("absent.yaml")) ==
        shipped("absent.yaml") + ": the file `absent.yaml` does not exist");
  CHECK(problems(shipped("checks")) ==
        shipped("checks") + ": the file `checks` is a folder, not a file");
  CHECK(problems("/dev/null").find("is not a regular file") != std::string::npos);
}

TEST_CASE("a single value is no scenario") {
  CHECK(problems_text(single_file("a:1\n")).find("is a blank missing after the colon?") !=
        std::string::npos);
  CHECK(problems_text(single_file("{}\n")).find("tables: the section is missing") !=
        std::string::npos);
}

TEST_CASE("messages shorten long texts by characters, not in the middle of one") {
  std::string name;
  for (int i = 0; i < 60; ++i) name += "煤";
  const std::string shown = configs::shortened(name);
  CHECK(shown == name.substr(0, 48 * 3) + "...");
  CHECK(configs::shortened(name.substr(0, 48 * 3)) == name.substr(0, 48 * 3));
}

TEST_CASE("a table cannot ask for hiring factors without end") {
  std::string rows;
  for (int month = 9; month <= 1200; ++month)
    rows += "spell_months," + std::to_string(month) + ",0.5,assumption\n";
  Bundle bundle = tiny_bundle();
  for (configs::SourceText& file : bundle) {
    if (file.path == "inner_mongolia/hiring_factors.csv") file.text += rows;
  }
  CHECK(problems_text(bundle).find("1201 rows for `spell_months` (at most 1200)") !=
        std::string::npos);
}
