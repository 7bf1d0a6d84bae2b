// The tables of series, register columns and axes hold together.
#include "output/series.hpp"

#include <algorithm>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "output/register_columns.hpp"
#include "output/replicate_result.hpp"
#include "tests/output/fake_results.hpp"

using namespace jtsim;
using namespace jtsim::output;

namespace {

bool begins_with(const Series& series, Axis axis) {
  return series.axes.size() > 0 && *series.axes.begin() == axis;
}

bool is_due_along_its_first_axis(const Series& series) {
  switch (series.when) {
    case When::month_end:
      return begins_with(series, Axis::time);
    case When::year_end:
      return begins_with(series, Axis::year);
    case When::december_end:
      return begins_with(series, Axis::stock_year);
    case When::run_end:
      return true;
  }
  return false;
}

}  // namespace

TEST_CASE("no two variables of a file share a name") {
  std::set<std::string> names;
  std::size_t expected = 0;
  for (const Axis axis : all_of_enum<Axis>()) {
    for (const char* suffix : {"", "_label_zh", "_label_en"}) {
      names.insert(std::string(identifier(axis)) + suffix);
      ++expected;
    }
  }
  for (const Series& series : all_series()) names.emplace(series.name);
  for (const RegisterColumn& column : register_columns()) names.emplace(column.name);
  names.insert("inputs");
  CHECK(names.size() == expected + all_series().size() + register_columns().size() + 1);
}

TEST_CASE("every series says what it means and is filled along its first axis") {
  for (const Series& series : all_series()) {
    CAPTURE(series.name);
    CHECK(!series.unit.empty());
    CHECK(!in(Language::zh, series.meaning).empty());
    CHECK(!in(Language::en, series.meaning).empty());
    CHECK(is_due_along_its_first_axis(series));
    CHECK(std::set<Axis>(series.axes.begin(), series.axes.end()).size() == series.axes.size());
    CHECK(std::ranges::count(series.axes, Axis::replicate) == 0);
  }
}

TEST_CASE("register columns begin with displaced_ and name the axis of their codes") {
  for (const RegisterColumn& column : register_columns()) {
    CAPTURE(column.name);
    CHECK(column.name.starts_with("displaced_"));
    CHECK(!in(Language::zh, column.meaning).empty());
    const bool coded = column.coding == Coding::position || column.coding == Coding::category ||
                       column.coding == Coding::bits;
    CHECK(coded == (column.axis != Axis::event));
  }
}

TEST_CASE("axes follow the months of a run") {
  agents::Inputs inputs = short_inputs();
  inputs.start = Month::of(2021, 6);
  inputs.end = Month::of(2024, 3);
  const Axes axes(inputs, {4, 2});
  CHECK(axes[Axis::replicate].numbers == std::vector<std::int32_t>{4, 5});
  CHECK(axes[Axis::year].numbers == std::vector<std::int32_t>{2021, 2022, 2023, 2024});
  CHECK(axes[Axis::displaced_year].numbers == axes[Axis::year].numbers);
  CHECK(axes[Axis::stock_year].numbers == std::vector<std::int32_t>{2021, 2022, 2023});
  CHECK(axes.size(Axis::time) == 34);
  CHECK(axes.year_index(Month::of(2021, 7)) == 0);
  CHECK(axes.year_index(Month::of(2024, 3)) == 3);
  CHECK(axes.stock_year_index(Month::of(2022, 12)) == 1);
  CHECK_THROWS_AS(axes.year_index(Month::of(2021, 6)), LogicFault);
  CHECK_THROWS_AS(axes.stock_year_index(Month::of(2022, 11)), LogicFault);
}

TEST_CASE("a month ends on its last day") {
  CHECK(days_to_month_end(Month::of(1970, 1)) == 30);
  CHECK(days_to_month_end(Month::of(2020, 12)) == 18627);
  CHECK(days_to_month_end(Month::of(2024, 2)) - days_to_month_end(Month::of(2024, 1)) == 29);
  CHECK(days_to_month_end(Month::of(2100, 2)) - days_to_month_end(Month::of(2100, 1)) == 28);
  CHECK(days_to_month_end(Month::of(1969, 12)) == -1);
}

TEST_CASE("the reference scenario has every axis and every series but those of the kind urn") {
  const Layout layout = layout_of(reference_inputs(), {0, 1});
  for (const Axis axis : all_of_enum<Axis>()) {
    CAPTURE(identifier(axis));
    // How many events there are is known when the run ends.
    const bool absent =
        axis == Axis::event || axis == Axis::step || axis == Axis::rate || axis == Axis::occupation;
    CHECK((layout.axes().size(axis) > 0) == !absent);
  }
  for (const Series& series : all_series()) {
    CAPTURE(series.name);
    CHECK((layout.find(series.name) < layout.entries().size()) == (series.kinds != Kinds::urn));
  }
}
