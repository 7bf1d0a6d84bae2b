// Values from a table of points, or from a design in the unit cube.
#include "src/sweep/design_rows.hpp"

#include <fmt/format.h>

#include "base/error.hpp"
#include "configs/csv_table.hpp"
#include "configs/factors.hpp"
#include "configs/overrides.hpp"

namespace jtsim::app {

namespace {

using configs::DesignKind;
using configs::Factor;

// Columns that a plan.csv has beside its factors: a plan can serve as a list of points.
bool is_about_the_plan(const std::string& title) {
  return title == "point" || title == "design_row" || title == "policy" || title == "digest";
}

configs::Rebasing rebasing_from(const std::filesystem::path& folder,
                                const configs::SweepFile& file) {
  return {folder, (file.folder / file.document.scenario.text).parent_path()};
}

// A name of a file, given relative to a sweep file or table, as the scenario sees it.
std::string value_in_scenario(const std::string& path, const std::string& text,
                              const configs::Rebasing& rebasing) {
  const std::string override_ = configs::rebased_overrides({path + "=" + text}, rebasing).front();
  return override_.substr(path.size() + 1);
}

void lay_out_list(const configs::SweepFile& file, SweepPlan& plan) {
  if (file.factors) {
    throw InputError(Problem{file.factors->place, "factors",
                             tr("a design of the kind `list` takes its factors from its table"),
                             tr("another kind of design, or no factors")});
  }
  configs::Problems problems;
  configs::FileSource source = configs::FileSource::disk(file.folder);
  const std::string& name = file.document.design.file.text;
  const configs::ReadResult read = source.read(name, configs::CsvLimits::bytes);
  if (!read.text)
    problems.add({{name, 0, 0}, "design.file", Sentence(tr("the file {}"), read.refusal), ""});
  problems.throw_if_any(file.folder);
  const auto table = configs::parse_csv({name, *read.text}, "design.file", problems);
  problems.throw_if_any(file.folder);
  std::vector<std::size_t> columns;
  for (std::size_t i = 0; i < table->header.cells.size(); ++i) {
    const std::string& title = table->header.cells[i].text;
    if (is_about_the_plan(title)) continue;
    columns.push_back(i);
    plan.factors.push_back({.path = title, .unit = "", .distribution = "list"});
  }
  const configs::Rebasing rebasing = rebasing_from((file.folder / name).parent_path(), file);
  for (const configs::CsvRow& row : table->rows) {
    std::vector<std::string>& values = plan.values.emplace_back();
    for (std::size_t i = 0; i < columns.size(); ++i)
      values.push_back(
          value_in_scenario(plan.factors[i].path, row.cells[columns[i]].text, rebasing));
  }
}

// In a grid a list has as many levels as values.
std::vector<std::size_t> levels_of(const std::vector<Factor>& factors, std::uint64_t levels) {
  std::vector<std::size_t> counts;
  for (const Factor& factor : factors) {
    const bool is_list = factor.distribution == configs::Distribution::list;
    counts.push_back(is_list ? factor.values.size() : levels);
  }
  return counts;
}

// Designs grow quickly: counted before they are made.
void require_moderate(double points, const configs::SweepFile& file) {
  constexpr double most_rows = 1'000'000;
  if (points <= most_rows) return;
  throw InputError(Problem{{(file.folder / "design").string(), 0, 0},
                           "design",
                           Sentence(tr("{:.0f} points"), points),
                           Sentence(tr("at most {:.0f}"), most_rows)});
}

double points_of(const configs::DesignSettings& design, const std::vector<Factor>& factors) {
  const auto points = static_cast<double>(design.points);
  const auto dimensions = static_cast<double>(factors.size());
  if (design.kind == DesignKind::saltelli) return points * (dimensions + 2);
  if (design.kind == DesignKind::morris) return points * (dimensions + 1);
  if (design.kind != DesignKind::grid) return points;
  double combinations = 1;
  for (const std::size_t levels : levels_of(factors, design.levels))
    combinations *= static_cast<double>(levels);
  return combinations;
}

Design unit_design(const configs::DesignSettings& design, const std::vector<Factor>& factors) {
  const std::size_t dimensions = factors.size();
  switch (design.kind) {
    case DesignKind::grid:
      return full_grid(levels_of(factors, design.levels));
    case DesignKind::random:
      return random_design(design.points, dimensions, design.seed);
    case DesignKind::lhs:
      return latin_hypercube(design.points, dimensions, design.seed);
    case DesignKind::sobol:
      return sobol_points(design.points, dimensions, design.seed);
    case DesignKind::saltelli:
      return saltelli_design(design.points, dimensions, design.seed);
    case DesignKind::morris:
      return morris_design(design.points, dimensions, design.seed, design.levels);
    case DesignKind::list:
      break;
  }
  throw LogicFault("a list has no design in the unit cube");
}

void require_design(const configs::SweepFile& file, const std::vector<Factor>& factors) {
  const configs::DesignSettings& design = file.document.design;
  const auto refuse = [](const char* key, const Sentence& what, const Sentence& allowed) {
    throw InputError(Problem{{}, key, what, allowed});
  };
  if (factors.empty()) refuse("factors", tr("no factor varies"), tr("at least one parameter"));
  const bool is_sobol = design.kind == DesignKind::sobol || design.kind == DesignKind::saltelli;
  const std::size_t dimensions =
      design.kind == DesignKind::saltelli ? 2 * factors.size() : factors.size();
  if (is_sobol && dimensions > most_sobol_dimensions)
    refuse("factors", tr("too many for Sobol's sequence"), tr("another kind of design"));
  if (design.kind == DesignKind::morris && design.levels % 2 != 0)
    refuse("design.levels", Sentence(tr("{} is odd"), design.levels), tr("an even number"));
  require_moderate(points_of(design, factors), file);
}

std::vector<double> shape_of(const Factor& factor) {
  if (factor.distribution == configs::Distribution::triangular) return {factor.mode};
  if (factor.distribution == configs::Distribution::normal)
    return {factor.mean, factor.standard_deviation};
  return {};
}

PlannedFactor planned(const Factor& factor) {
  return {.path = factor.path,
          .unit = factor.unit,
          .distribution = std::string(identifier(factor.distribution)),
          .low = factor.range.low,
          .high = factor.range.high,
          .values = factor.values,
          .shape = shape_of(factor)};
}

}  // namespace

void lay_out_design(const configs::SweepFile& file, const configs::Document& base,
                    SweepPlan& plan) {
  if (plan.design.kind == DesignKind::list) {
    lay_out_list(file, plan);
    return;
  }
  configs::Problems problems;
  std::vector<Factor> factors;
  if (file.factors) factors = configs::read_factors(*file.factors, base, problems);
  problems.throw_if_any(file.folder);
  require_design(file, factors);
  for (const Factor& factor : factors) plan.factors.push_back(planned(factor));
  plan.unit_design = unit_design(plan.design, factors);
  for (Factor& factor : factors) {
    for (std::string& value : factor.values)
      value = value_in_scenario(factor.path, value, rebasing_from(file.folder, file));
  }
  for (std::size_t row = 0; row < plan.unit_design.points(); ++row) {
    std::vector<std::string>& values = plan.values.emplace_back();
    for (std::size_t i = 0; i < factors.size(); ++i)
      values.push_back(configs::value_at(factors[i], plan.unit_design.point(row)[i]));
  }
}

}  // namespace jtsim::app
