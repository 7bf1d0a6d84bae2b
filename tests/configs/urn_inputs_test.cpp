// What scenarios of kind `urn` read, and what is refused and where the message points.
#include "configs/urn_inputs.hpp"

#include <doctest/doctest.h>

#include "tests/configs/bundle.hpp"

using namespace jtsim;

namespace {

const std::string two_occupations = "id,employment\na,100\nb,300\n";

/// A scenario with this section and these further files; the occupations stand in `o.csv`.
Bundle urn(const std::string& section, const std::string& occupations = two_occupations,
           const Bundle& more = {}) {
  Bundle bundle{{"x.yaml", "kind: urn\nurn:\n  occupations: o.csv\n" + section},
                {"o.csv", occupations}};
  bundle.insert(bundle.end(), more.begin(), more.end());
  return bundle;
}

struct Planted {
  std::string section;
  std::string occupations;
  Bundle more;
  /// Place, key and fault as the message begins.
  std::string message;
};

const std::vector<Planted> faults{
    {"  du: 1.5\n", two_occupations, {}, "x.yaml:4:7: urn.du: 1.5 is out of range"},
    {"  du: x\n", two_occupations, {}, "x.yaml:4:7: urn.du: `x` is not a number"},
    {"  dw: 0.1\n", two_occupations, {}, "x.yaml:4:3: urn.dw: unknown key"},
    {"  mode: agent\n", two_occupations, {}, "x.yaml:4:9: urn.mode: `agent` is not one of"},
    {"  steps: 0\n", two_occupations, {}, "x.yaml:4:10: urn.steps: 0 is out of range"},
    {"  steps: 60000\n  proximity: nowhere.csv\n",
     two_occupations,
     {},
     "x.yaml:5:14: urn.proximity: the file `nowhere.csv`"},
    {"  workers_scale: 0.0001\n",
     two_occupations,
     {},
     "x.yaml:3:16: urn.occupations: nobody is employed at the start"},
    {"  workers_scale: 1e8\n", two_occupations, {}, "x.yaml:4:18: urn.workers_scale: gives"},
    {"  long_term_weeks: 5000\n  step_weeks: 0.5\n",
     two_occupations,
     {},
     "x.yaml:4:20: urn.long_term_weeks: 5000 weeks"},
    {"", "id,employed\na,100\n", {}, "o.csv:1:1: urn.occupations.employment: the column is"},
    {"", "id,employment\na,-1\n", {}, "o.csv:2:3: urn.occupations.employment: -1 is out of range"},
    {"", "id,employment\na,1\na,2\n", {}, "o.csv:3:1: urn.occupations.id: `a` stands here twice"},
    {"", "id,employment\na,\n", {}, "o.csv:2:3: urn.occupations.employment: the cell is empty"},
    {"", "id,employment\n", {}, "o.csv:1:1: urn.occupations: the table has no rows"},
    {"  demand: {kind: sigmoid}\n",
     two_occupations,
     {},
     "urn.demand.loss_column: `o.csv` has no column `auto_prob_average`"},
    {"  demand: {kind: sigmoid, loss_column: p}\n",
     "id,employment,p\na,100,0.5\nb,100,1.5\n",
     {},
     "o.csv:3:7: urn.occupations.p: 1.5 is out of range"},
    {"  demand: {kind: sinus}\n", two_occupations, {}, "x.yaml:4:18: urn.demand.kind: `sinus`"},
    {"  demand: {kind: sine, amplitude: 1}\n",
     two_occupations,
     {},
     "x.yaml:4:24: urn.demand.amplitude: unknown key"},
    {"  demand: {kind: table}\n", two_occupations, {}, "urn.demand.table: the key is missing"},
    {"  demand: {kind: table, table: d.csv}\n",
     two_occupations,
     {{"d.csv", "step,id,demand\n3,c,10\n"}},
     "d.csv:2:3: urn.demand.table.id: there is no `c`"},
    {"  demand: {kind: table, table: d.csv}\n",
     two_occupations,
     {{"d.csv", "step,id,demand\n3,a,10\n3,a,11\n"}},
     "d.csv:3:1: urn.demand.table.step:"},
    {"  proximity: p.csv\n",
     two_occupations,
     {{"p.csv", "from,a,b\na,1,0\n"}},
     "p.csv:1:1: urn.proximity.from: there is no row for `b`"},
    {"  proximity: p.csv\n",
     two_occupations,
     {{"p.csv", "from,a,c\na,1,0\nb,0,1\n"}},
     "p.csv:1:8: urn.proximity.c: unknown column"},
    {"  proximity: p.csv\n",
     two_occupations,
     {{"p.csv", "from,a,b\na,1,-0.5\nb,0,1\n"}},
     "p.csv:2:5: urn.proximity.b: -0.5 is out of range"},
    {"  proximity: p.csv\n",
     two_occupations,
     {{"p.csv", "from,to,proximity\na,d,1\n"}},
     "p.csv:2:3: urn.proximity.to: there is no `d`"},
};

TEST_CASE("each fault of the kind urn is named with its place") {
  for (const Planted& planted : faults) {
    CAPTURE(planted.message);
    const std::string text = problems_text(urn(planted.section, planted.occupations, planted.more));
    CHECK_MESSAGE(text.find(planted.message) != std::string::npos, text);
  }
}

TEST_CASE("occupations may have any names and further columns") {
  const auto scenario = configs::load_scenario(
      urn("", "note,employment,id,source\nx,5,\"11-1 (a, b)\",me\ny,6,12,me\n"));
  const agents::UrnInputs& inputs = scenario.urn.value();
  CHECK(inputs.occupations[0].name.id == "11-1 (a, b)");
  CHECK(inputs.occupations[1].employment == 6);
  CHECK(inputs.is_complete());
}

TEST_CASE("a network is read from a square and from pairs alike") {
  const auto square = configs::load_scenario(
      urn("  proximity: p.csv\n", two_occupations, {{"p.csv", "from,b,a\nb,1,0.25\na,0.5,2\n"}}));
  const auto pairs = configs::load_scenario(
      urn("  proximity: p.csv\n", two_occupations,
          {{"p.csv", "from,to,proximity\nb,b,1\na,b,0.5\na,a,2\nb,a,0.25\n"}}));
  const agents::Matrix expected{2, {2, 0.5, 0.25, 1}};
  CHECK(square.urn->proximity == expected);
  CHECK(pairs.urn->proximity == expected);
}

TEST_CASE("an occupation without any link is told as a warning") {
  const auto scenario = configs::load_scenario(
      urn("  proximity: p.csv\n", two_occupations, {{"p.csv", "from,to,proximity\na,b,1\n"}}));
  REQUIRE(scenario.warnings.size() == 1);
  CHECK(in(Language::en, scenario.warnings[0].what) == "the unemployed of `b` can apply nowhere");
}

TEST_CASE("a demand table is scaled and put in order") {
  const auto scenario = configs::load_scenario(
      urn("  workers_scale: 10\n  demand: {kind: table, table: d.csv}\n", two_occupations,
          {{"d.csv", "step,id,demand\n9,a,90\n4,b,310\n"}}));
  const auto& points = scenario.urn->points;
  REQUIRE(points.size() == 2);
  CHECK(points[0].step == 4);
  CHECK(points[0].occupation == 1);
  CHECK(points[0].demand == 3100);
}

TEST_CASE("the digest tells networks and demand tables apart") {
  const auto digest = [](const std::string& section, const Bundle& more) {
    return configs::load_scenario(urn(section, two_occupations, more)).digest;
  };
  const std::string table = "  demand: {kind: table, table: d.csv}\n";
  const std::string a = digest(table, {{"d.csv", "step,id,demand\n9,a,90\n"}});
  const std::string b = digest(table, {{"d.csv", "step,id,demand\n9,a,91\n"}});
  CHECK(a != b);
  CHECK(digest("", {}) != a);
  CHECK(digest("  proximity: complete\n", {}) == digest("", {}));
}

}  // namespace
