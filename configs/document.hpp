// Everything a scenario file may say, as one declared struct: the rooms' own settings and what
// stands around them.
#pragma once

#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

#include "agents/markov_settings.hpp"
#include "agents/settings.hpp"
#include "base/field.hpp"
#include "base/month.hpp"
#include "configs/named_map.hpp"
#include "configs/table_paths.hpp"
#include "configs/urn_settings.hpp"
#include "policies/registry.hpp"

namespace jtsim::configs {

/// What is simulated: the region's labour market, a Markov chain without coupling, or the urn model
/// of the literature.
enum class ScenarioKind : std::uint8_t { transition, markov, urn };

}  // namespace jtsim::configs

namespace jtsim {
template <>
inline constexpr std::array<Label, 3> labels_of<configs::ScenarioKind>{{
    tr("labour market in transition"),
    tr("Markov chain without coupling"),
    tr("urn model of the literature"),
}};
}  // namespace jtsim

namespace jtsim::configs {

/// What is run, over which months, how often.
struct RunSettings {
  ScenarioKind kind = ScenarioKind::transition;
  std::string label_zh;
  std::string label_en;
  Month start = Month::of(2020, 12);
  Month end = Month::of(2060, 12);
  std::uint64_t seed = 1;
  int replicates = 20;

  static constexpr auto fields() {
    using S = RunSettings;
    return std::tuple{
        option({"kind", "", tr("what is simulated"), ""}, &S::kind),
        option({"label_zh", "", tr("Chinese name of the scenario"), ""}, &S::label_zh),
        option({"label_en", "", tr("English name of the scenario"), ""}, &S::label_en),
        option({"start", "", tr("month at whose end the scenario begins"), ""}, &S::start),
        option({"end", "", tr("last month"), ""}, &S::end),
        number({"seed", "", tr("seed of all random draws"), "computed by convention"}, &S::seed,
               {0, 18'446'744'073'709'551'615.0}, {1, 1}),
        number(
            {"replicates", "runs", tr("repetitions with different luck"), "computed by convention"},
            &S::replicates, {1, 1'000'000}, {20, 100}),
    };
  }
};

/// An amount of money that policies share.
struct BudgetSettings {
  std::string label_zh;
  std::string label_en;
  double yuan_per_year = -1;
  bool carry_over = false;
  std::string source;

  static constexpr auto fields() {
    using S = BudgetSettings;
    return std::tuple{
        option({"label_zh", "", tr("Chinese name"), ""}, &S::label_zh),
        option({"label_en", "", tr("English name"), ""}, &S::label_en),
        number({"yuan_per_year", "yuan of the price year/year", tr("the amount; -1: without limit"),
                "assumption -1-10000000000000"},
               &S::yuan_per_year, {-1, 1e13}, {-1, 1e10}),
        option(
            {"carry_over", "", tr("is what is left at the year's end added to the next year?"), ""},
            &S::carry_over),
        option({"source", "", tr("where the amount comes from; a limited budget needs it"), ""},
               &S::source),
    };
  }
};

/// What is recorded beyond the series that are always there.
struct OutputSettings {
  int register_replicates = 4;
  int minimum_group = 10;

  static constexpr auto fields() {
    using S = OutputSettings;
    return std::tuple{
        number({"register_replicates", "runs",
                tr("replicates whose displacements are listed singly"), "computed by convention"},
               &S::register_replicates, {0, 1'000'000}, {4, 4}),
        number({"minimum_group", "persons",
                tr("smaller groups are not shown to people; used by reports"),
                "computed by convention"},
               &S::minimum_group, {1, 1'000'000}, {10, 10}),
    };
  }
};

/// The whole of a scenario file, `extends` apart. Members of the bases are top-level keys.
struct Document : RunSettings, agents::Settings {
  TablePaths tables;
  NamedMap<BudgetSettings> budgets;
  NamedMap<policies::Policy> policies;
  std::vector<std::string> cascade;
  OutputSettings output;
  agents::MarkovSettings markov;
  UrnDocument urn;

  static constexpr auto fields() {
    using S = Document;
    return join_fields(
        join_fields(RunSettings::fields(), agents::Settings::fields()),
        std::tuple{
            option({"tables", "", tr("CSV files, relative to the file that names them"), ""},
                   &S::tables),
            option({"budgets", "", tr("budget lines by name"), ""}, &S::budgets),
            option({"policies", "", tr("policies by name"), ""}, &S::policies),
            option(
                {"cascade", "", tr("names of the policies that the displaced pass, in order"), ""},
                &S::cascade),
            option({"output", "", tr("what is recorded"), ""}, &S::output),
            option({"markov", "", tr("the workers of the kind `markov`"), ""}, &S::markov),
            option({"urn", "", tr("the model of the kind `urn`"), ""}, &S::urn),
        });
  }
};

}  // namespace jtsim::configs
