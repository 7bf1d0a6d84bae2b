// Writes a comparison as arrays.
#include "output/comparison_file.hpp"

#include "base/error.hpp"
#include "output/durable_file.hpp"
#include "output/named_arrays.hpp"
#include "output/no_value.hpp"
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
  /// `of(values of a run in a replicate, statistics of that run, row)` by policy run, row,
  /// replicate.
  template <class Of>
  std::vector<double> by_replicate(std::size_t rows, Of&& of) const {
    std::vector<double> values;
    for (std::size_t run = 0; run < all_.size(); ++run) {
      for (std::size_t i = 0; i < rows; ++i) {
        for (const auto& [replicate, sides] : comparison_.values())
          values.push_back(of(sides[run], all_[run], i));
      }
    }
    return values;
  }
  /// Both sides by replicate and the statistics of the difference, under names with `prefix`.
  template <class Of, class Statistics>
  void add_effect(const std::string& prefix, const Axes& axes, std::size_t rows, Of&& of,
                  Statistics&& statistics);
  /// Persons behind each outcome by replicate, and whether they are few.
  template <class Of, class Bases>
  void add_bases(const std::string& prefix, const Axes& axes, std::size_t rows, Of&& persons,
                 Bases&& bases);

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
  file_.add_names("policy_run", tr("policy run"), runs);
  add_rows("outcome", tr("outcome of both runs"), all_effects());
  add_rows("measure", tr("figure of the pair"), all_measures());
  add_rows("cost", tr("cost per result"), all_costs());
  file_.add_names("group", tr("group of the displaced"), plan_.groups);
  add_rows("group_outcome", tr("outcome of a group, per person"), all_group_outcomes());
  file_.add_numbers("year", tr("calendar year"), {plan_.years.begin(), plan_.years.end()});
  std::vector<std::int32_t> replicates;
  for (const auto& [replicate, sides] : comparison_.values())
    replicates.push_back(static_cast<std::int32_t>(replicate));
  file_.add_numbers("replicate", tr("replicate, counted from 0"), replicates);
}

template <class Rows>
void ComparisonArrays::add_rows(const std::string& name, Label meaning, const Rows& rows) {
  std::vector<Name> names;
  std::vector<std::string> units;
  for (const auto& row : rows) {
    names.push_back(name_of(row.name, row.label));
    units.emplace_back(row.unit);
  }
  file_.add_names(name, meaning, names);
  file_.add_texts(name + "_unit", tr("unit"), units);
}

template <class Of, class Statistics>
void ComparisonArrays::add_effect(const std::string& prefix, const Axes& axes, std::size_t rows,
                                  Of&& of, Statistics&& statistics) {
  Axes with_replicate = axes;
  with_replicate.push_back("replicate");
  const auto values = [&](auto part) {
    return by_replicate(rows, [&](const SideValues& v, const SideStatistics& s, std::size_t i) {
      return statistics(s, i).difference.replicates == 0 ? no_value : part(of(v, i));
    });
  };
  const auto summed = [&](auto part) {
    return by_run(rows,
                  [&](const SideStatistics& s, std::size_t i) { return part(statistics(s, i)); });
  };
  using E = EffectStatistics;
  file_.add_array(prefix + "_base", tr("in the base run"), with_replicate,
                  values([](const PairedValue& v) { return v.base; }));
  file_.add_array(prefix + "_policy", tr("in the policy run"), with_replicate,
                  values([](const PairedValue& v) { return v.policy; }));
  file_.add_array(prefix + "_difference_mean", tr("mean paired difference"), axes,
                  summed([](const E& s) { return s.difference.mean; }));
  file_.add_array(prefix + "_difference_standard_error", tr("its standard error"), axes,
                  summed([](const E& s) { return s.difference.standard_error; }));
  file_.add_array(prefix + "_difference_low", tr("lower end of its interval"), axes,
                  summed([](const E& s) { return s.difference.low; }));
  file_.add_array(prefix + "_difference_high", tr("upper end of its interval"), axes,
                  summed([](const E& s) { return s.difference.high; }));
  file_.add_array(prefix + "_independent_replicates",
                  tr("independent replicates for the same precision"), axes,
                  summed([](const E& s) { return s.independent_replicates; }));
}

template <class Of, class Bases>
void ComparisonArrays::add_bases(const std::string& prefix, const Axes& axes, std::size_t rows,
                                 Of&& persons, Bases&& bases) {
  Axes with_replicate = axes;
  with_replicate.push_back("replicate");
  file_.add_array(prefix + "_persons", tr("persons the outcome rests on"), with_replicate,
                  by_replicate(rows, [&](const SideValues& v, const SideStatistics&,
                                         std::size_t i) { return persons(v, i); }));
  file_.add_array(prefix + "_is_small", tr("1: fewer persons than minimum_group"), axes,
                  by_run(rows, [&](const SideStatistics& s, std::size_t i) {
                    return bases(s, i).is_small ? 1.0 : 0.0;
                  }));
}

void ComparisonArrays::write_effects() {
  add_effect(
      "effect", {"policy_run", "outcome"}, all_effects().size(),
      [](const SideValues& v, std::size_t i) { return v.effects[i]; },
      [](const SideStatistics& s, std::size_t i) { return s.effects[i]; });
  add_bases(
      "effect", {"policy_run", "outcome"}, all_effects().size(),
      [](const SideValues& v, std::size_t i) { return v.effect_observed[i]; },
      [](const SideStatistics& s, std::size_t i) { return s.effect_bases[i]; });
}

void ComparisonArrays::write_measures() {
  const std::size_t rows = all_measures().size();
  const Axes axes{"policy_run", "measure"};
  file_.add_array(
      "paired", tr("figures of the pair"), {"policy_run", "measure", "replicate"},
      by_replicate(rows, [](const SideValues& v, const SideStatistics& s, std::size_t i) {
        return s.measures[i].replicates == 0 ? no_value : v.measures[i];
      }));
  const auto add = [&](const std::string& name, Label meaning, double MeanStatistics::*part) {
    file_.add_array(name, meaning, axes,
                    by_run(rows, [part](const SideStatistics& s, std::size_t i) {
                      return s.measures[i].*part;
                    }));
  };
  add("paired_mean", tr("mean"), &MeanStatistics::mean);
  add("paired_standard_error", tr("standard error"), &MeanStatistics::standard_error);
  add("paired_low", tr("lower end of the interval"), &MeanStatistics::low);
  add("paired_high", tr("upper end of the interval"), &MeanStatistics::high);
  add_bases(
      "paired", axes, rows,
      [](const SideValues& v, std::size_t i) { return v.measure_observed[i]; },
      [](const SideStatistics& s, std::size_t i) { return s.measure_bases[i]; });
}

void ComparisonArrays::write_costs() {
  const std::size_t rows = all_costs().size();
  const Axes axes{"policy_run", "cost"};
  const auto add = [&](const std::string& name, Label meaning, auto part) {
    file_.add_array(name, meaning, axes, by_run(rows, [&](const SideStatistics& s, std::size_t i) {
                      return part(s.costs[i]);
                    }));
  };
  add("cost_estimate", tr("estimate"), [](const RatioStatistics& s) { return s.estimate; });
  add("cost_low", tr("lower end of the interval"), [](const RatioStatistics& s) { return s.low; });
  add("cost_high", tr("upper end of the interval"),
      [](const RatioStatistics& s) { return s.high; });
  add("cost_interval_form",
      tr("form of the interval: 0 bounded, 1 two rays, 2 unbounded, 3 unknown"),
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
  add_bases(
      "group_outcome", {"policy_run", "group", "group_outcome"}, groups * outcomes,
      [&](const SideValues& v, std::size_t i) {
        return v.groups[i / outcomes].observed[i % outcomes];
      },
      [&](const SideStatistics& s, std::size_t i) {
        return s.groups[i / outcomes].bases[i % outcomes];
      });
  const auto add = [&](const std::string& name, Label meaning, double GroupValues::*part) {
    file_.add_array(name, meaning, {"policy_run", "group", "replicate"},
                    by_replicate(groups, [part](const SideValues& v, const SideStatistics&,
                                                std::size_t g) { return v.groups[g].*part; }));
  };
  add("group_persons", tr("displaced persons"), &GroupValues::persons);
  add("group_winners", tr("in work 12 months later in the policy run only"), &GroupValues::winners);
  add("group_losers", tr("in work 12 months later in the base run only"), &GroupValues::losers);
  file_.add_array("group_is_small", tr("1: fewer persons than minimum_group"),
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
