// Writes a comparison as arrays.
#include "output/comparison_file.hpp"

#include "base/error.hpp"
#include "output/durable_file.hpp"
#include "output/named_arrays.hpp"
#include "output/provenance.hpp"

namespace jtsim::output {

namespace {

/// The dimensions and arrays of one file.
class ComparisonArrays {
 public:
  ComparisonArrays(const std::filesystem::path& path, const Comparison& comparison,
                   const std::vector<SideStatistics>& all)
      : file_(path), comparison_(comparison), plan_(comparison.plan()), all_(all) {}

  void write() {
    write_provenance();
    write_axes();
    write_effects();
    write_measures();
    write_costs();
    write_groups();
    write_years();
    file_.close();
  }

 private:
  using Axes = NamedArrays::Axes;

  void write_provenance();
  void write_axes();
  void write_effects();
  void write_measures();
  void write_costs();
  void write_groups();
  void write_years();

  template <class Rows>
  void add_rows(const std::string& name, Label meaning, const Rows& rows);
  /// `of(statistics of a run)` of every policy run, one after the other.
  template <class Of>
  std::vector<double> by_run(std::size_t rows, Of&& of) const {
    std::vector<double> values;
    for (const SideStatistics& run : all_) {
      for (std::size_t i = 0; i < rows; ++i) values.push_back(of(run, i));
    }
    return values;
  }
  /// `of(values of a run in a replicate, row)` by policy run, row, replicate.
  template <class Of>
  std::vector<double> by_replicate(std::size_t rows, Of&& of) const {
    std::vector<double> values;
    for (std::size_t run = 0; run < all_.size(); ++run) {
      for (std::size_t i = 0; i < rows; ++i) {
        for (const auto& [replicate, sides] : comparison_.values())
          values.push_back(of(sides[run], i));
      }
    }
    return values;
  }
  /// Both sides by replicate and the statistics of the difference, under names with `prefix`.
  template <class Of, class Statistics>
  void add_effect(const std::string& prefix, const Axes& axes, std::size_t rows, Of&& of,
                  Statistics&& statistics);

  NamedArrays file_;
  const Comparison& comparison_;
  const ComparisonPlan& plan_;
  const std::vector<SideStatistics>& all_;
};

void ComparisonArrays::write_provenance() {
  const hid_t root = file_.root();
  const Provenance program = this_program();
  write_attribute(root, "Conventions", std::string_view("CF-1.10"));
  write_attribute(root, "title", std::string_view("Effects of policies on where coal workers go"));
  write_attribute(root, "source", "jtsim " + program.program_version);
  write_attribute(root, "format_version", comparison_format_version);
  write_attribute(root, "program_version", std::string_view(program.program_version));
  write_attribute(root, "git_commit", std::string_view(program.git_commit));
  write_attribute(root, "seed", plan_.seed);
  write_attribute(root, "confidence", confidence);
  write_attribute(root, "minimum_group", std::int32_t{plan_.minimum_group});
  write_attribute(root, "price_year", std::int32_t{plan_.price_year});
  write_attribute(root, "base_run", std::string_view(plan_.base.name));
  write_attribute(root, "base_scenario_digest", std::string_view(plan_.base.scenario_digest));
}

void ComparisonArrays::write_axes() {
  std::vector<Name> runs;
  for (const ComparedRun& run : plan_.policies)
    runs.push_back({run.name, run.label_zh, run.label_en});
  file_.add_names("policy_run", {"政策情景", "policy run"}, runs);
  add_rows("outcome", {"结果", "outcome of both runs"}, all_effects());
  add_rows("measure", {"成对指标", "figure of the pair"}, all_measures());
  add_rows("cost", {"单位成本", "cost per result"}, all_costs());
  file_.add_names("group", {"群体", "group of the displaced"}, plan_.groups);
  add_rows("group_outcome", {"群体结果", "outcome of a group, per person"}, all_group_outcomes());
  file_.add_numbers("year", {"年份", "calendar year"}, {plan_.years.begin(), plan_.years.end()});
  std::vector<std::int32_t> replicates;
  for (const auto& [replicate, sides] : comparison_.values())
    replicates.push_back(static_cast<std::int32_t>(replicate));
  file_.add_numbers("replicate", {"重复模拟序号", "replicate, counted from 0"}, replicates);
}

template <class Rows>
void ComparisonArrays::add_rows(const std::string& name, Label meaning, const Rows& rows) {
  std::vector<Name> names;
  std::vector<std::string> units;
  for (const auto& row : rows) {
    names.push_back({std::string(row.name), std::string(row.label.zh), std::string(row.label.en)});
    units.emplace_back(row.unit);
  }
  file_.add_names(name, meaning, names);
  file_.add_texts(name + "_unit", {"单位", "unit"}, units);
}

template <class Of, class Statistics>
void ComparisonArrays::add_effect(const std::string& prefix, const Axes& axes, std::size_t rows,
                                  Of&& of, Statistics&& statistics) {
  Axes with_replicate = axes;
  with_replicate.push_back("replicate");
  const auto values = [&](auto part) {
    return by_replicate(rows, [&](const SideValues& v, std::size_t i) { return part(of(v, i)); });
  };
  const auto summed = [&](auto part) {
    return by_run(rows,
                  [&](const SideStatistics& s, std::size_t i) { return part(statistics(s, i)); });
  };
  using E = EffectStatistics;
  file_.add_array(prefix + "_base", {"基准情景", "in the base run"}, with_replicate,
                  values([](const PairedValue& v) { return v.base; }));
  file_.add_array(prefix + "_policy", {"政策情景", "in the policy run"}, with_replicate,
                  values([](const PairedValue& v) { return v.policy; }));
  file_.add_array(prefix + "_difference_mean", {"配对差均值", "mean paired difference"}, axes,
                  summed([](const E& s) { return s.difference.mean; }));
  file_.add_array(prefix + "_difference_standard_error", {"配对差标准误", "its standard error"},
                  axes, summed([](const E& s) { return s.difference.standard_error; }));
  file_.add_array(prefix + "_difference_low", {"区间下限", "lower end of its interval"}, axes,
                  summed([](const E& s) { return s.difference.low; }));
  file_.add_array(prefix + "_difference_high", {"区间上限", "upper end of its interval"}, axes,
                  summed([](const E& s) { return s.difference.high; }));
  file_.add_array(prefix + "_independent_replicates",
                  {"同等精度所需独立重复次数", "independent replicates for the same precision"},
                  axes, summed([](const E& s) { return s.independent_replicates; }));
}

void ComparisonArrays::write_effects() {
  add_effect(
      "effect", {"policy_run", "outcome"}, all_effects().size(),
      [](const SideValues& v, std::size_t i) { return v.effects[i]; },
      [](const SideStatistics& s, std::size_t i) { return s.effects[i]; });
}

void ComparisonArrays::write_measures() {
  const std::size_t rows = all_measures().size();
  const Axes axes{"policy_run", "measure"};
  file_.add_array(
      "paired", {"成对指标", "figures of the pair"}, {"policy_run", "measure", "replicate"},
      by_replicate(rows, [](const SideValues& v, std::size_t i) { return v.measures[i]; }));
  const auto add = [&](const std::string& name, Label meaning, double MeanStatistics::*part) {
    file_.add_array(name, meaning, axes,
                    by_run(rows, [part](const SideStatistics& s, std::size_t i) {
                      return s.measures[i].*part;
                    }));
  };
  add("paired_mean", {"均值", "mean"}, &MeanStatistics::mean);
  add("paired_standard_error", {"标准误", "standard error"}, &MeanStatistics::standard_error);
  add("paired_low", {"区间下限", "lower end of the interval"}, &MeanStatistics::low);
  add("paired_high", {"区间上限", "upper end of the interval"}, &MeanStatistics::high);
}

void ComparisonArrays::write_costs() {
  const std::size_t rows = all_costs().size();
  const Axes axes{"policy_run", "cost"};
  const auto add = [&](const std::string& name, Label meaning, auto part) {
    file_.add_array(name, meaning, axes, by_run(rows, [&](const SideStatistics& s, std::size_t i) {
                      return part(s.costs[i]);
                    }));
  };
  add("cost_estimate", {"估计值", "estimate"}, [](const RatioStatistics& s) { return s.estimate; });
  add("cost_low", {"区间下限", "lower end of the interval"},
      [](const RatioStatistics& s) { return s.low; });
  add("cost_high", {"区间上限", "upper end of the interval"},
      [](const RatioStatistics& s) { return s.high; });
  add("cost_interval_form",
      {"区间形式:0 有界,1 两侧无界,2 无界,3 未知",
       "form of the interval: 0 bounded, 1 two rays, 2 unbounded, 3 unknown"},
      [](const RatioStatistics& s) { return static_cast<double>(index_of(s.form)); });
}

void ComparisonArrays::write_groups() {
  const std::size_t groups = plan_.groups.size();
  const std::size_t outcomes = all_group_outcomes().size();
  add_effect(
      "group", {"policy_run", "group", "group_outcome"}, groups * outcomes,
      [&](const SideValues& v, std::size_t i) {
        return v.groups[i / outcomes].outcomes[i % outcomes];
      },
      [&](const SideStatistics& s, std::size_t i) {
        return s.groups[i / outcomes].outcomes[i % outcomes];
      });
  const auto add = [&](const std::string& name, Label meaning, double GroupValues::*part) {
    file_.add_array(name, meaning, {"policy_run", "group", "replicate"},
                    by_replicate(groups, [part](const SideValues& v, std::size_t g) {
                      return v.groups[g].*part;
                    }));
  };
  add("group_persons", {"被裁减者", "displaced persons"}, &GroupValues::persons);
  add("group_winners", {"得到岗位者(12个月)", "in work 12 months later in the policy run only"},
      &GroupValues::winners);
  add("group_losers", {"失去岗位者(12个月)", "in work 12 months later in the base run only"},
      &GroupValues::losers);
  file_.add_array("group_is_small", {"低于最小群体", "1: fewer persons than minimum_group"},
                  {"policy_run", "group"},
                  by_run(groups, [](const SideStatistics& s, std::size_t g) {
                    return s.groups[g].is_small ? 1.0 : 0.0;
                  }));
}

void ComparisonArrays::write_years() {
  if (plan_.years.empty()) return;
  add_effect(
      "region_in_work", {"policy_run", "year"}, plan_.years.size(),
      [](const SideValues& v, std::size_t i) { return v.in_work[i]; },
      [](const SideStatistics& s, std::size_t i) { return s.in_work[i]; });
}

}  // namespace

void write_comparison(const std::filesystem::path& path, const Comparison& comparison,
                      const std::vector<SideStatistics>& all) {
  const QuietHdf5 quiet;
  try {
    ComparisonArrays(part_of(path), comparison, all).write();
  } catch (const Hdf5Failure& failure) {
    const StorageError error = storage_error(failure, part_of(path));
    remove_part(path);
    throw error;
  }
}

}  // namespace jtsim::output
