// The accounts of a coal transition add up, year by year, in a real run.
#include "output/coal_accounts.hpp"

#include <cmath>
#include <filesystem>

#include <doctest/doctest.h>
#include <unistd.h>

#include "src/model.hpp"
#include "src/watched_run.hpp"

using namespace jtsim;
using namespace jtsim::app;

namespace {

namespace fs = std::filesystem;

/// The accounts of some replicates of the small scenario, with mines that close.
std::vector<output::CoalAccount> accounts_of_tiny() {
  std::string name = (fs::temp_directory_path() / "jtsim_accounts_XXXXXX").string();
  REQUIRE(mkdtemp(name.data()) != nullptr);
  const fs::path folder = name;
  const configs::Scenario scenario = configs::load_scenario(
      std::string(JTSIM_SOURCE_DIR) + "/configs/tiny.yaml", {"replicates=3", "end=2036-12"});
  RunOrder order;
  order.directory = folder / "run";
  order.replicates = replicates_of(scenario, 0);
  run_watched(scenario, order, {.stop = {}, .language = Language::en, .quiet = true});
  const output::Layout layout = Model(scenario).layout(order.replicates);
  const output::StoredArrays arrays(order.directory / "results.h5", layout, 3);
  std::vector<output::CoalAccount> accounts = output::coal_accounts(arrays);
  fs::remove_all(folder);
  return accounts;
}

}  // namespace

TEST_CASE("hires, retirements, deaths, quits and searchers explain every change of mining jobs") {
  const auto accounts = accounts_of_tiny();
  const output::CoalAccount& region = accounts.front();
  REQUIRE(region.years.size() == 16);
  CHECK(region.years.front().year == 2021);
  double searching = 0;
  for (std::size_t y = 1; y < region.years.size(); ++y) {
    const output::CoalYear& now = region.years[y];
    CAPTURE(now.year);
    CHECK(now.employed == doctest::Approx(region.years[y - 1].employed + now.hires -
                                          now.retirements - now.deaths - now.quits - now.searching)
                              .epsilon(1e-12));
    searching += now.searching;
  }
  CHECK(searching > 0);
}

TEST_CASE("leagues add to the region, and nobody is matched twice") {
  const auto accounts = accounts_of_tiny();
  for (std::size_t y = 0; y < accounts.front().years.size(); ++y) {
    const output::CoalYear& region = accounts.front().years[y];
    double employed = 0;
    double searching = 0;
    for (std::size_t r = 1; r < accounts.size(); ++r) {
      employed += accounts[r].years[y].employed;
      searching += accounts[r].years[y].searching;
    }
    CHECK(employed == doctest::Approx(region.employed));
    CHECK(searching == doctest::Approx(region.searching));
    CHECK(region.matched_instantly + region.retired_instantly <= region.searching + 1e-9);
    if (std::isnan(region.matched_later)) continue;
    CHECK(region.matched_instantly + region.matched_later + region.long_unemployed <=
          region.searching + 1e-9);
  }
  // Who is displaced in the last year is not followed for twelve months.
  CHECK((std::isnan(accounts.front().years.back().matched_later) ||
         accounts.front().years.back().searching == 0));
}

TEST_CASE("the same in the format of integrated assessment models") {
  const std::string csv = output::iamc_csv(
      accounts_of_tiny(), {.model = "jtsim", .scenario = "a, \"b\"", .region = "Here"});
  CHECK(csv.starts_with("Model,Scenario,Region,Variable,Unit,2021,2022,"));
  CHECK(csv.find("jtsim,\"a, \"\"b\"\"\",Here,Employment|Coal Mining|Hires,persons/yr,") !=
        std::string::npos);
  CHECK(csv.find("Here|") != std::string::npos);
  CHECK(csv.find("nan") == std::string::npos);
}
