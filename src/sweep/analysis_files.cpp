// Streams tables, then writes what needs all outcomes at once.
#include "src/sweep/analysis_files.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "base/error.hpp"
#include "output/directory_files.hpp"
#include "output/durable_file.hpp"
#include "output/ema_archive.hpp"
#include "output/part_text.hpp"
#include "output/tables/csv_tables.hpp"
#include "src/sweep/analysis_tables.hpp"
#include "src/sweep/analysis_text.hpp"
#include "src/sweep/drivers.hpp"
#include "src/sweep/salib_files.hpp"

namespace jtsim::app {

namespace {

namespace fs = std::filesystem;

/// Several files of one folder, all or none.
void write_together(const fs::path& folder,
                    const std::vector<std::pair<const char*, std::string>>& texts) {
  output::made_directory(folder);
  std::vector<fs::path> paths;
  try {
    for (const auto& [name, text] : texts) {
      paths.push_back(folder / name);
      output::write_part(paths.back(), text);
    }
    output::publish_parts(paths);
  } catch (...) {
    for (const fs::path& path : paths) output::remove_part(path);
    throw;
  }
}

/// Points at which an outcome has a value.
std::vector<std::size_t> points_with_results(const std::vector<std::vector<double>>& means,
                                             std::size_t points) {
  std::vector<std::size_t> found;
  for (std::size_t point = 0; point < points; ++point) {
    if (std::ranges::any_of(means, [&](const auto& of) { return std::isfinite(of[point]); }))
      found.push_back(point);
  }
  return found;
}

/// Factors, scenario, policy and model of each experiment, as the workbench names them.
std::vector<output::EmaColumn> experiments(const SweepPlan& plan,
                                           const std::vector<std::size_t>& points) {
  std::vector<output::EmaColumn> columns;
  for (std::size_t j = 0; j < plan.factors.size(); ++j) {
    const FactorColumn factor = factor_column(plan, j);
    output::EmaColumn& column = columns.emplace_back();
    column.name = plan.factors[j].path;
    column.type = factor.is_text() ? "category" : "float64";
    for (const std::size_t point : points) {
      const std::uint64_t row = plan.row_of(point);
      if (factor.is_text()) {
        column.texts.push_back(plan.values[row][j]);
      } else {
        column.numbers.push_back(factor.values[row]);
      }
    }
  }
  output::EmaColumn scenario{"scenario", "int64"};
  output::EmaColumn policy{"policy", "category"};
  output::EmaColumn model{"model", "category"};
  for (const std::size_t point : points) {
    scenario.numbers.push_back(static_cast<double>(plan.row_of(point)));
    policy.texts.push_back(plan.policies[plan.policy_of(point)].name);
    model.texts.emplace_back("jtsim");
  }
  for (output::EmaColumn* column : {&scenario, &policy, &model})
    columns.push_back(std::move(*column));
  return columns;
}

}  // namespace

/// The tables that are written outcome by outcome.
class AnalysisFiles::Tables {
 public:
  explicit Tables(const fs::path& folder)
      : points_(folder / "points.csv"),
        drivers_(folder / "drivers.csv"),
        policies_(folder / "policies.csv") {}

  void add(const SweepPlan& plan, const AnalysedOutcome& outcome) {
    add(points_, points_table(plan, outcome.name, outcome.points));
    add(drivers_, drivers_table(plan, outcome.name, outcome.influences));
    add(policies_, policies_table(plan, outcome.name, outcome.contrasts));
    is_first_ = false;
  }

  void publish() {
    std::vector<fs::path> paths;
    for (output::PartText* file : {&points_, &drivers_, &policies_}) {
      file->close();
      paths.push_back(file->path());
    }
    output::publish_parts(paths);
  }

 private:
  void add(output::PartText& file, const output::Table& table) const {
    file.add(is_first_ ? output::csv_text(table, {}) : output::csv_lines(table, {}));
  }

  output::PartText points_;
  output::PartText drivers_;
  output::PartText policies_;
  bool is_first_ = true;
};

AnalysisFiles::AnalysisFiles(fs::path folder, const SweepPlan& plan)
    : folder_(output::made_directory(folder)),
      plan_(plan),
      tables_(std::make_unique<Tables>(folder_)),
      row_means_(plan.policies.size()) {}

AnalysisFiles::~AnalysisFiles() = default;

void AnalysisFiles::add(const AnalysedOutcome& outcome) {
  tables_->add(plan_, outcome);
  outcomes_.push_back(outcome.name);
  for (std::size_t policy = 0; policy < row_means_.size(); ++policy)
    row_means_[policy].push_back(outcome.row_means[policy]);
  std::vector<double>& means = point_means_.emplace_back();
  for (const output::PointFigure& point : outcome.points) means.push_back(point.statistics.mean);
}

std::size_t AnalysisFiles::write_salib() {
  const fs::path folder = folder_ / "salib";
  output::write_durably(output::made_directory(folder) / "problem.json",
                        salib_problem(plan_, outcomes_));
  std::size_t left_out = 0;
  for (std::size_t policy = 0; policy < row_means_.size(); ++policy) {
    SalibMatrices matrices = salib_matrices(plan_, row_means_[policy]);
    left_out += matrices.rows_left_out;
    write_together(folder / plan_.policies[policy].name,
                   {{"X.csv", std::move(matrices.x)}, {"Y.csv", std::move(matrices.y)}});
  }
  return left_out;
}

void AnalysisFiles::write_ema() {
  const std::vector<std::size_t> points = points_with_results(point_means_, plan_.points());
  std::vector<output::EmaOutcome> outcomes;
  for (std::size_t k = 0; k < outcomes_.size(); ++k) {
    output::EmaOutcome& outcome = outcomes.emplace_back();
    outcome.name = outcomes_[k];
    for (const std::size_t point : points) outcome.values.push_back(point_means_[k][point]);
  }
  output::write_ema_archive(folder_ / "ema.tar.gz", experiments(plan_, points), outcomes);
}

std::size_t AnalysisFiles::finish(const output::SweepAnalysis& analysis) {
  // First what may be refused.
  const std::size_t left_out = plan_.factors.empty() ? 0 : write_salib();
  tables_->publish();
  write_ema();
  output::write_durably(folder_ / "pareto.csv",
                        output::csv_text(pareto_table(plan_, analysis), {}));
  output::write_durably(folder_ / "analysis.json", analysis_json(plan_, analysis));
  return left_out;
}

}  // namespace jtsim::app
