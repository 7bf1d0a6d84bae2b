// Pieces of an analysis on numbers that are known beforehand.
#include <cmath>
#include <limits>

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "output/ema_archive.hpp"
#include "src/sweep/drivers.hpp"
#include "src/sweep/objectives.hpp"
#include "src/sweep/policy_comparison.hpp"

namespace {

using namespace jtsim;
using namespace jtsim::app;
using doctest::Approx;
using output::Objective;

constexpr double none = std::numeric_limits<double>::quiet_NaN();

}  // namespace

TEST_CASE("means of rows leave out what is missing, those of groups what a row of theirs misses") {
  const std::vector<double> values{1, 2, 3, 4, none, 6, none, none, none, 7, 8, 9};
  const RunTable table{3, values};
  const std::vector<double> alone = row_means(table);
  CHECK(alone[0] == 2);
  CHECK(alone[1] == 5);
  CHECK(std::isnan(alone[2]));
  CHECK(alone[3] == 8);
  const std::vector<double> pairs = group_means(table, 2);
  CHECK(pairs[0] == 2);
  CHECK(pairs[1] == 5);
  CHECK(std::isnan(pairs[2]));
  CHECK(std::isnan(pairs[3]));
  const std::vector<double> other{1, 2, none, 4, 6, 8};
  CHECK(group_means({3, other}, 2) == std::vector<double>{1.5, 5});
}

TEST_CASE("the standard error over rows is that of the replicates' means where none is missing") {
  // Means of replicates over the two rows: 3, 5, 10; their variance is 13.
  const std::vector<double> values{1, 4, 8, 5, 6, 12};
  const MeanOverRows mean = mean_over_rows({3, values});
  CHECK(mean.rows == 2);
  CHECK(mean.values == 6);
  CHECK(mean.replicates == 3);
  CHECK(mean.mean == Approx(6));
  CHECK(mean.standard_error == Approx(std::sqrt(13.0 / 3)));
  CHECK(mean.share_above == 1);
}

TEST_CASE("rows with one replicate count for the mean and lessen how many its error rests on") {
  const std::vector<double> values{1, 4, 8, 5, 6, 12, -3, none, none, none, none, none};
  const MeanOverRows mean = mean_over_rows({3, values});
  CHECK(mean.rows == 3);
  CHECK(mean.values == 7);
  CHECK(mean.mean == Approx((13.0 / 3 + 23.0 / 3 - 3) / 3));
  // Weights 5/9, 2/9, 2/9; parts -6/9, -2/9, 8/9.
  CHECK(mean.replicates == 2);
  CHECK(mean.standard_error == Approx(std::sqrt(104.0 / 48)));
  CHECK(mean.share_above == Approx(2.0 / 3));
  const std::vector<double> single{1, 2};
  CHECK(std::isnan(mean_over_rows({1, single}).standard_error));
  const std::vector<double> empty{none, none};
  CHECK(std::isnan(mean_over_rows({1, empty}).mean));
}

TEST_CASE("a replicate that a few rows have counts for little in the error") {
  // Weights 5/12, 5/12, 2/12; parts -59/72, 7/72, 52/72.
  const std::vector<double> values{1, 4, none, 5, 6, 12};
  const MeanOverRows mean = mean_over_rows({3, values});
  CHECK(mean.replicates == 2);
  CHECK(mean.standard_error == Approx(std::sqrt(6234.0 / 5184 * 8 / 5)));
}

TEST_CASE("one run more or less of a sweep hardly moves its error") {
  constexpr std::size_t rows = 40;
  std::vector<double> values;
  for (std::size_t i = 0; i < rows; ++i) values.insert(values.end(), {1, 3, none});
  const double whole = mean_over_rows({3, values}).standard_error;
  CHECK(whole == Approx(1));
  values[2] = 2;
  const MeanOverRows begun = mean_over_rows({3, values});
  CHECK(begun.replicates == 2);
  CHECK(begun.standard_error == Approx(whole).epsilon(0.02));
  values[1] = values[2] = none;
  const MeanOverRows failed = mean_over_rows({3, values});
  CHECK(failed.replicates == 2);
  CHECK(failed.standard_error == Approx(whole).epsilon(0.05));
}

TEST_CASE("a second replicate of one row says nothing of a mean over all rows") {
  std::vector<double> values;
  for (int i = 0; i < 40; ++i) values.insert(values.end(), {1.0 * i, none});
  values[1] = 5;
  const MeanOverRows mean = mean_over_rows({2, values});
  CHECK(mean.replicates == 1);
  CHECK(std::isnan(mean.standard_error));
}

TEST_CASE("a bar of the tornado spans the means of the lowest and the highest fifth") {
  FactorColumn factor;
  std::vector<double> outcomes;
  for (int i = 10; i >= 1; --i) {
    factor.values.push_back(i);
    outcomes.push_back(100 - i);
  }
  Bar bar = tornado_bar(factor, outcomes);
  CHECK(bar.at_low == 98.5);
  CHECK(bar.at_high == 90.5);
  outcomes.front() = none;
  bar = tornado_bar(factor, outcomes);
  CHECK(bar.at_high == 91.5);
  // Rows of equal value stand together, as in a grid.
  const FactorColumn grid{{0, 0, 0, 1, 1, 1}, {}};
  bar = tornado_bar(grid, std::vector<double>{1, 2, 3, 10, 20, 30});
  CHECK(bar.at_low == 2);
  CHECK(bar.at_high == 20);
}

TEST_CASE("a bar of texts spans the lowest and the highest mean of a text") {
  const FactorColumn factor{{0, 1, 2, 0, 1, 2}, {"a", "b", "c"}};
  const Bar bar = tornado_bar(factor, std::vector<double>{5, 1, none, 7, 3, none});
  CHECK(bar.at_low == 2);
  CHECK(bar.at_high == 6);
}

TEST_CASE("policies are compared in pairs") {
  const std::vector<double> base{10, 20, 30, 40};
  const std::vector<double> policy{11, 22, none, 39};
  const output::PolicyContrast against = contrast({2, base}, {2, policy});
  // Differences 1, 2 in row 0, and -1 in row 1.
  CHECK(against.rows == 2);
  CHECK(against.pairs == 3);
  CHECK(against.difference == Approx(0.25));
  CHECK(against.share_above == 0.5);
  CHECK(against.replicates == 1);
  CHECK(std::isnan(against.standard_error));
}

TEST_CASE("no other choice beats an efficient one") {
  const std::vector<Objective> objectives{{"cost", 0, true}, {"jobs", 1, false}};
  // Cheap; dominated by the first; dear with many jobs; equal to the first; without a figure.
  const std::vector<std::vector<double>> values{{1, 5}, {2, 5}, {9, 9}, {1, 5}, {0, none}};
  CHECK(efficient(values, objectives) == std::vector<bool>{true, false, true, true, false});
  CHECK(efficient({}, objectives).empty());
  CHECK(efficient({{none, none}}, objectives) == std::vector<bool>{false});
}

TEST_CASE("a policy without any result keeps no row from counting") {
  const std::vector<Objective> objectives{{"cost", 0, true}};
  const std::vector<double> dear{4, 4, 6, 6};
  const std::vector<double> cheap{3, 3, none, 9};
  const std::vector<double> broken{none, none, none, none};
  const std::vector<std::vector<RunTable>> tables{{{2, dear}, {2, cheap}, {2, broken}}};
  const ParetoComparison comparison = compare_policies(tables, objectives);
  CHECK(comparison.rows == 2);
  // In row 1 only replicate 1 counts for both.
  CHECK(comparison.policies[0].means[0] == 5);
  CHECK(comparison.policies[1].means[0] == 6);
  CHECK(comparison.policies[0].is_efficient);
  CHECK_FALSE(comparison.policies[1].is_efficient);
  CHECK(comparison.policies[0].share_efficient == 0.5);
  CHECK(comparison.policies[1].share_efficient == 0.5);
  CHECK(std::isnan(comparison.policies[2].means[0]));
  CHECK_FALSE(comparison.policies[2].is_efficient);
}

TEST_CASE("policies rest on the replicates that are done, however many are planned") {
  const std::vector<Objective> objectives{{"cost", 0, true}};
  const std::vector<double> one{1, 3, none, none, 1, 3, none, none};
  const ParetoComparison comparison = compare_policies({{{4, one}, {4, one}}}, objectives);
  CHECK(comparison.policies[1].replicates == 2);
  CHECK(comparison.policies[1].standard_errors[0] == Approx(1));
}

TEST_CASE("an objective of the user's is called what he calls it, also by a usual name") {
  const std::vector<std::string> names{"loss", "inequality.gini.2022"};
  const auto label = [&](const std::vector<std::string>& wishes) {
    return output::name_of(subject_of(names, {}, wishes).objectives.front()).label_en;
  };
  CHECK(label({"gap=loss"}) == "gap");
  CHECK(label({}) == "Gini of incomes");
}

TEST_CASE("the usual objectives are found among the outcomes") {
  const std::vector<std::string> names{"spending.central.2021-2030",
                                       "spending.region.2021-2030",
                                       "spending.insurance_fund.2021-2030",
                                       "spending.central.2021-2060",
                                       "spending.region.2021-2060",
                                       "spending.insurance_fund.2021-2060",
                                       "rate.registered_unemployment.2021",
                                       "rate.registered_unemployment.2022",
                                       "inequality.gini.2022",
                                       "inequality.sex.male.gini.2022"};
  const AnalysisSubject subject = subject_of(names, {"inequality.sex.*"}, {});
  REQUIRE(subject.objectives.size() == 3);
  REQUIRE(subject.columns.size() == 4);
  const OutcomeColumn& cost = subject.columns[subject.objectives[0].outcome];
  CHECK(cost.name == "spending.public.2021-2060");
  CHECK(cost.value_in(std::vector<double>{1, 2, 3, 10, 20, 30, 0.1, 0.3, 0.4, 0}) == 60);
  const OutcomeColumn& unemployment = subject.columns[subject.objectives[1].outcome];
  CHECK(unemployment.name == "rate.registered_unemployment.2021-2022");
  CHECK(unemployment.value_in(std::vector<double>{1, 2, 3, 10, 20, 30, 0.1, 0.3, 0.4, 0}) ==
        Approx(0.2));
  CHECK(subject.columns[subject.objectives[2].outcome].name == "inequality.gini.2022");
  const AnalysisSubject few = subject_of({"stock.unemployed.2030"}, {}, {});
  CHECK(few.absent_objectives == std::vector<std::string>{"cost", "unemployment", "gap"});
}

TEST_CASE("objectives are outcomes or sums of them, with a direction") {
  const std::vector<std::string> names{"a", "b", "in_work.60+"};
  const AnalysisSubject subject =
      subject_of(names, {"a"}, {"both=a,b", "in_work.60+:more", "c=b:less"});
  REQUIRE(subject.objectives.size() == 3);
  CHECK(subject.objectives[0].name == "both");
  CHECK(subject.columns[subject.objectives[0].outcome].value_in(std::vector<double>{1, 2, 9}) == 3);
  CHECK_FALSE(subject.objectives[1].less_is_better);
  CHECK(subject.columns[subject.objectives[2].outcome].name == "b");
  for (const char* wrong : {"x", "c=x", "c=a,x", "a:up", "b=a,b", ""})
    CHECK_THROWS_AS(subject_of(names, {}, {wrong}), InputError);
  CHECK_THROWS_AS(subject_of(names, {}, {"c=a", "c=b"}), InputError);
  CHECK_THROWS_AS(subject_of(names, {"c*"}, {}), InputError);
}

TEST_CASE("names for the EMA Workbench are identifiers") {
  CHECK(output::ema_name("stock.retired.2030") == "stock_retired_2030");
  CHECK(output::ema_name("60+") == "_60_");
  CHECK(output::ema_name("") == "_");
}
