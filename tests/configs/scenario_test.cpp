// The shipped scenarios load; what was loaded can be written out, read back and loaded again.
#include "configs/scenario.hpp"

#include <algorithm>
#include <filesystem>
#include <numeric>

#include <doctest/doctest.h>

#include "configs/echo.hpp"
#include "configs/overrides.hpp"
#include "tests/configs/bundle.hpp"

using namespace jtsim;
using namespace jtsim::configs;

namespace {

std::int64_t headcount(const Scenario& scenario) {
  std::int64_t total = 0;
  for (const agents::Mine& mine : scenario.inputs.tables.mines) total += mine.headcount;
  return total;
}

/// The bundle with its first file replaced by the resolved scenario.
Bundle echoed(const Scenario& scenario) {
  Bundle bundle = scenario.inputs_read;
  bundle.front().text = echo_yaml(scenario);
  std::erase_if(bundle, [](const SourceText& file) { return file.path == "command line"; });
  return bundle;
}

}  // namespace

TEST_CASE("the reference scenario has twelve leagues, 162,000 miners and nine policies") {
  const Scenario scenario = load_scenario(shipped("inner_mongolia.yaml"));
  const agents::Tables& tables = scenario.inputs.tables;
  REQUIRE(tables.leagues.size() == 12);
  CHECK(tables.leagues.front().name.id == "hohhot");
  CHECK(tables.leagues.back().name.id == "alxa");
  CHECK(headcount(scenario) == 162'000);
  CHECK(scenario.policies.size() == 9);
  CHECK(scenario.cascade.size() == 3);
  CHECK(scenario.document.replicates == 20);
  CHECK(scenario.inputs.months() == 480);
  CHECK(tables.coal_output.at(Month::of(2020, 12)) == 1.010e9);
  CHECK(tables.coal_output.at(Month::of(2021, 12)) == doctest::Approx(1.090e9));
  CHECK(tables.proximity(0, 0) == 1);
  CHECK(tables.distance_km(0, 1) == 162);
  CHECK(tables.displacement.ethnicity.size() == 4);
  CHECK(tables.mines.front().ownership == agents::Ownership::private_);
  CHECK(scenario.digest.size() == 16);
}

TEST_CASE("the census roster scales every mine and sums to the census exactly") {
  const Scenario census =
      load_scenario(shipped("inner_mongolia.yaml"), {"population.coal_base=census"});
  CHECK(headcount(census) == 215'635);
  const Scenario above = load_scenario(shipped("inner_mongolia.yaml"));
  for (std::size_t i = 0; i < above.inputs.tables.mines.size(); ++i) {
    const double exact = above.inputs.tables.mines[i].headcount * 215'635.0 / 162'000.0;
    CHECK(std::abs(census.inputs.tables.mines[i].headcount - exact) < 1.0);
  }
}

TEST_CASE("the census takes its further miners out of the rest of the secondary sector") {
  const auto sectors = [](const std::vector<std::string>& overrides) {
    return load_scenario(shipped("inner_mongolia.yaml"), overrides).inputs.tables.sectors;
  };
  const auto total = [](const auto& rows, bool urban) {
    double sum = 0;
    for (const agents::SectorRow& row : rows.values)
      sum += row.employment * (urban ? row.urban_share : 1.0);
    return sum;
  };
  using agents::Sector;
  const auto above = sectors({});
  const auto census = sectors({"population.coal_base=census"});
  CHECK(census[Sector::mining].employment == 215'635);
  CHECK(census[Sector::other_secondary].employment == 1'919'289 - (215'635 - 162'000));
  CHECK(total(census, false) == total(above, false));
  CHECK(total(census, true) == doctest::Approx(total(above, true)).epsilon(1e-12));
  for (const Sector other : {Sector::new_energy, Sector::tertiary, Sector::primary})
    CHECK(census[other].employment == above[other].employment);
  const auto fewer = sectors({"population.coal_base=census", "population.census_headcount=161000"});
  CHECK(fewer[Sector::other_secondary].employment == 1'920'289);
}

TEST_CASE("more miners than the secondary sector has are refused") {
  const std::string problems = problems_text(overridden(
      tiny_bundle(), {"population.coal_base=census", "population.census_headcount=10000"}));
  CHECK(problems ==
        "command line: population.census_headcount: the roster has 600 staff; the 9400 more are "
        "not among the 7160 employed in `other_secondary`");
}

TEST_CASE("the shipped scenarios have nothing odd about them") {
  for (const char* name :
       {"tiny.yaml", "inner_mongolia.yaml", "checks/no_shock.yaml", "checks/markov.yaml"})
    CHECK(load_scenario(shipped(name)).warnings.empty());
}

TEST_CASE("the other shipped scenarios load") {
  const Scenario tiny = load_scenario(shipped("tiny.yaml"));
  CHECK(tiny.inputs.tables.leagues.size() == 2);
  CHECK(headcount(tiny) == 600);
  const Scenario no_shock = load_scenario(shipped("checks/no_shock.yaml"));
  CHECK(no_shock.inputs.settings.demand.shock == agents::Shock::none);
  CHECK(no_shock.inputs.months() == 24);
  CHECK(no_shock.cascade.empty());
  for (const policies::NamedPolicy& policy : no_shock.policies) {
    const bool statutory = policies::kind_of(policy.policy).step == policies::Step::entitlement;
    CHECK(policies::programme_of(policy.policy).enabled == statutory);
  }
  const Scenario markov = load_scenario(shipped("checks/markov.yaml"));
  REQUIRE(markov.markov);
  CHECK(markov.markov->rates.bands.size() == 12);
}

TEST_CASE("files and command line are recorded relative to the scenario, wherever it lies") {
  const Scenario scenario = load_scenario(shipped("checks/no_shock.yaml"), {"seed=7"});
  CHECK(scenario.inputs_read[0].path == "no_shock.yaml");
  CHECK(scenario.inputs_read[1].path == "../inner_mongolia.yaml");
  CHECK(scenario.inputs_read[2].path == "../inner_mongolia/leagues.csv");
  CHECK(scenario.inputs_read.back().path == "command line");
  CHECK(scenario.inputs_read.back().text == "seed=7\n");
  CHECK(scenario.document.seed == 7);
  CHECK(scenario.places.at("seed").file == "command line");
  CHECK(scenario.places.at("demand.shock").file == "no_shock.yaml");
  CHECK(scenario.places.at("demand.coal_path").file == "../inner_mongolia.yaml");
}

TEST_CASE("files named on the command line are relative to where the program was started") {
  using Texts = std::vector<std::string>;
  CHECK(rebased_overrides({"tables.mines=x.csv", "seed=1"}, {}) ==
        Texts{"tables.mines=\"x.csv\"", "seed=1"});
  CHECK(rebased_overrides({"tables.mines=x.csv"}, {.from = {}, .to = "a/b"}) ==
        Texts{"tables.mines=\"../../x.csv\""});
  CHECK(rebased_overrides({"tables.mines=a/x.csv"}, {.from = {}, .to = "a/"}) ==
        Texts{"tables.mines=\"x.csv\""});
}

TEST_CASE("a scenario loads again from its recorded files, place by place") {
  const Scenario first =
      load_scenario(shipped("tiny.yaml"),
                    {"search.search_intensity=0.07", "tables.mines=" + shipped("tiny/mines.csv")});
  CHECK(first.document.tables.mines.text == "tiny/mines.csv");
  const Scenario again = load_scenario(first.inputs_read);
  CHECK(again.digest == first.digest);
  CHECK(echo_yaml(again) == echo_yaml(first));
  REQUIRE(again.inputs_read.size() == first.inputs_read.size());
  for (std::size_t i = 0; i < first.inputs_read.size(); ++i) {
    CHECK(again.inputs_read[i].path == first.inputs_read[i].path);
    CHECK(again.inputs_read[i].text == first.inputs_read[i].text);
  }
}

TEST_CASE("the echo names the origin of every value and reads back as an equal scenario") {
  for (const char* name :
       {"tiny.yaml", "inner_mongolia.yaml", "checks/no_shock.yaml", "checks/markov.yaml"}) {
    CAPTURE(name);
    const Scenario scenario = load_scenario(shipped(name), {"search.search_intensity=0.0625"});
    const std::string echo = echo_yaml(scenario);
    CHECK(echo.find("  search_intensity: 0.0625  # command line\n") != std::string::npos);
    CHECK(echo.find("  household_size: 2.6  # default\n") != std::string::npos);
    const Scenario again = load_scenario(echoed(scenario));
    CHECK(canonical_values(again.document) == canonical_values(scenario.document));
    CHECK(again.digest == scenario.digest);
  }
}

TEST_CASE("the echo can stand in another folder") {
  const Scenario scenario = load_scenario(shipped("tiny.yaml"));
  const auto echo_in = [&](const char* folder) {
    return echo_yaml(scenario, EchoFolders{"/a/configs", folder});
  };
  const std::string origin = "\"  # tiny.yaml:";
  for (const auto& [folder, path] :
       {std::pair{"/a/runs/x", "../../configs/tiny/mines.csv"},
        std::pair{"/a/configs", "tiny/mines.csv"}, std::pair{"/a/configs/tiny", "mines.csv"}})
    CHECK(echo_in(folder).find("mines: \"" + std::string(path) + origin) != std::string::npos);
}

TEST_CASE("the digest changes with every value and table text, not with names of files") {
  const Bundle& bundle = tiny_bundle();
  const std::string digest = load_scenario(bundle).digest;
  CHECK(load_scenario(bundle).digest == digest);
  CHECK(load_scenario(overridden(bundle, {"seed=2"})).digest != digest);
  CHECK(load_scenario(overridden(bundle, {"income.household_size=2.61"})).digest != digest);
  CHECK(load_scenario(overridden(bundle, {"income.household_size=2.6"})).digest == digest);
  CHECK(load_scenario(replaced(bundle, "tiny/mines.csv", ",330,", ",331,")).digest != digest);
  Bundle renamed = replaced(bundle, "tiny.yaml", "tiny/mines.csv", "tiny/roster.csv");
  for (SourceText& file : renamed) {
    if (file.path == "tiny/mines.csv") file.path = "tiny/roster.csv";
  }
  CHECK(load_scenario(renamed).digest == digest);
}

TEST_CASE("policies keep their draws when others come and go") {
  const Scenario all = load_scenario(tiny_bundle());
  const Scenario more = load_scenario(
      overridden(tiny_bundle(), {"policies.another={kind: placement_service, enabled: false}"}));
  CHECK(more.policies.size() == all.policies.size() + 1);
  for (std::size_t i = 0; i < all.policies.size(); ++i) {
    CHECK(more.inputs.policies[i].draw_key == all.inputs.policies[i].draw_key);
    CHECK(all.policies[i].id.index() == i);
  }
}

TEST_CASE("a scenario holds 64 policies and not one more") {
  const std::size_t present = load_scenario(tiny_bundle()).policies.size();
  std::vector<std::string> overrides;
  for (std::size_t i = present; i < 64; ++i)
    overrides.push_back("policies.more_" + std::to_string(i) + "={kind: placement_service}");
  CHECK(load_scenario(overridden(tiny_bundle(), overrides)).policies.size() == 64);
  overrides.emplace_back("policies.last={kind: placement_service, enabled: false}");
  const std::string problems = problems_text(overridden(tiny_bundle(), overrides));
  CHECK(problems.find(
            "policies: 65 policies (at most 64; those that are not enabled count as well)") !=
        std::string::npos);
  CHECK(std::count(problems.begin(), problems.end(), '\n') == 0);
}

TEST_CASE("budgets are whole fen and unlimited when -1") {
  const Scenario scenario =
      load_scenario(overridden(tiny_bundle(), {"budgets.spare={yuan_per_year: -1}"}));
  REQUIRE(scenario.inputs.budget_lines.size() == 2);
  CHECK(scenario.inputs.budget_lines[0].per_year == 22'000'000);
  CHECK(scenario.inputs.budget_lines[1].per_year == -1);
  CHECK(scenario.inputs.budget_lines[1].name.label_en == "spare");
}

TEST_CASE("yearly amounts hold from January, yearly stocks are reached in December") {
  const agents::Tables tables = load_scenario(shipped("inner_mongolia.yaml")).inputs.tables;
  CHECK(tables.productivity_growth.months.front() == Month::of(2021, 1));
  CHECK(tables.coal_output.months.front() == Month::of(2020, 12));
  CHECK(tables.new_energy_capacity[agents::Technology::wind].at(Month::of(2020, 12)) == 37'700);
  CHECK(tables.social_assistance.step_at(Month::of(2022, 12)) ==
        doctest::Approx(tables.social_assistance.step_at(Month::of(2022, 1))));
  CHECK(tables.social_assistance.step_at(Month::of(2022, 6)) > 720);
  CHECK(tables.social_assistance.step_at(Month::of(2022, 6)) < 870);
  CHECK(tables.minimum_pay[0].step_at(Month::of(2021, 11)) == 1760);
  CHECK(tables.minimum_pay[0].step_at(Month::of(2021, 12)) == 1980);
}
