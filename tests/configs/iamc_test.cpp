// Paths of integrated assessment models are read as our own tables, and what is not one is refused.
#include "configs/iamc.hpp"

#include <doctest/doctest.h>

#include "tests/configs/bundle.hpp"

using namespace jtsim;
using namespace jtsim::configs;

namespace {

const char* const head = "Model,Scenario,Region,Variable,Unit,2020,2030,2060\n";

/// The tiny scenario with that text as its coal output, and the path that is chosen.
Bundle with_coal(const std::string& text, const std::string& path = "nz_2060_low") {
  Bundle bundle = tiny_bundle();
  for (SourceText& file : bundle) {
    if (file.path == "tiny/coal_output.csv") file.text = text;
  }
  return overridden(bundle, {"demand.coal_path=" + path});
}

bool refuses(const Bundle& bundle, const std::string& sentence) {
  const std::string problems = problems_text(bundle);
  INFO(problems);
  const bool found = problems.find(sentence) != std::string::npos;
  CHECK(found);
  return found;
}

}  // namespace

TEST_CASE("coal in Mt a year becomes a path of tonnes under the scenario's name") {
  const Scenario scenario = load_scenario(
      with_coal(std::string(head) + "GEM,NZ 2060 (low),IM,Production|Coal,Mt/yr,3,2.05,\n"
                                    "GEM,NZ 2060 (low),IM,Emissions|CO2,Mt CO2/yr,1,2,3\n"
                                    "GEM,Other,IM,Production|Coal,kt/yr,4000,3000,1\n"));
  const agents::Path& path = scenario.inputs.tables.coal_output;
  CHECK(path.at(Month::of(2020, 12)) == doctest::Approx(3e6));
  CHECK(path.at(Month::of(2030, 12)) == doctest::Approx(2.05e6));
  // The empty year is no point: the last value holds.
  CHECK(path.at(Month::of(2060, 12)) == doctest::Approx(2.05e6));
  const Scenario other = load_scenario(
      with_coal(std::string(head) + "GEM,Other,IM,Production|Coal,kt/yr,4000,,1\n", "other"));
  CHECK(other.inputs.tables.coal_output.at(Month::of(2020, 12)) == doctest::Approx(4e6));
}

TEST_CASE("capacity is read by technology and in GW or MW") {
  Problems problems;
  const auto table = parse_csv({"x.csv",
                                "model,scenario,region,variable,unit,2025\n"
                                "M,A,IM,Capacity|Electricity|Wind,GW,97.4\n"
                                "M,A,IM,Capacity|Electricity|Solar|PV,MW,52100\n"},
                               "new_energy_capacity", problems);
  REQUIRE(table);
  REQUIRE(is_iamc(*table));
  const CsvTable ours = from_iamc(*table, problems);
  CHECK(problems.empty());
  REQUIRE(ours.rows.size() == 2);
  CHECK(ours.header.cells.size() == 5);
  CHECK(ours.rows[0].cells[1].text == "wind");
  CHECK(ours.rows[0].cells[3].text == "97400");
  CHECK(ours.rows[1].cells[1].text == "solar");
  CHECK(ours.rows[1].cells[4].text == "M, A");
}

TEST_CASE("what is no path of mass in one region is refused at its cell") {
  const std::string coal = "GEM,NZ 2060 (low),IM,Production|Coal,";
  refuses(with_coal(head + coal + "EJ/yr,1,2,3\n"), "tiny/coal_output.csv:2:");
  refuses(with_coal(head + coal + "EJ/yr,1,2,3\n"), "`EJ/yr` is no unit of this table (Mt/yr | Mt");
  refuses(with_coal(head + coal + "Mt/yr,3,lots,\n"), "is not a number");
  refuses(with_coal(head + coal + "Mt/yr,3,,\nGEM,A,CHN,Production|Coal,Mt/yr,1,2,3\n"),
          "a second region beside `IM`");
  refuses(with_coal(std::string(head) + "GEM,A,IM,Price|Coal,USD/t,1,2,3\n"),
          "no row has a variable of this table (Production|Coal");
  refuses(with_coal(head + coal + "Mt/yr,3,2,\n", "nz_2050"), "has no path `nz_2050`");
}
