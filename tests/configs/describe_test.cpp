// Everything users can set is listed with its meaning, and every number with its source.
#include "configs/describe.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "configs/document.hpp"
#include "configs/parameter.hpp"
#include "configs/table_list.hpp"
#include "configs/table_paths.hpp"

using namespace jtsim;
using namespace jtsim::configs;

namespace {

std::size_t column_of(const Listing& listing, const std::string& title) {
  const auto found = std::find(listing.titles.begin(), listing.titles.end(), title);
  return static_cast<std::size_t>(found - listing.titles.begin());
}

const std::vector<std::string>* row_of(const Listing& listing, const std::string& first) {
  for (const auto& row : listing.rows) {
    if (row.front() == first) return &row;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("no parameter lacks unit, range, meaning or source") {
  const Listing listing = list_parameters();
  CHECK(listing.rows.size() > 150);
  for (const auto& row : listing.rows) {
    CAPTURE(row.front());
    CHECK(row.size() == listing.titles.size());
    for (const char* title : {"unit", "range", "meaning", "source"})
      CHECK_FALSE(row[column_of(listing, title)].empty());
  }
}

TEST_CASE("a number's source is found, computed or an assumption, and never left to the user") {
  const Listing listing = list_parameters();
  const std::size_t type = column_of(listing, "type");
  for (const auto& row : listing.rows) {
    if (row[type].find("number") == std::string::npos) continue;
    CAPTURE(row.front());
    const std::string& source = row[column_of(listing, "source")];
    const bool is_known = source.starts_with("seed:") || source.starts_with("ref:") ||
                          source.starts_with("law:") || source.starts_with("computed") ||
                          source.starts_with("assumption");
    CHECK(is_known);
  }
}

namespace {

void check_defaults(const std::vector<Parameter>& rows) {
  for (const Parameter& row : rows) {
    CAPTURE(row.name);
    check_defaults(row.children);
    check_defaults(row.prototype);
    if (!row.is_number()) continue;
    CHECK(row.valid.low < row.valid.high);
    CHECK(row.range.low <= row.range.high);
    CHECK(row.valid.contains(row.range.low));
    CHECK(row.valid.contains(row.range.high));
    if (!row.is_list) CHECK(row.valid.contains(std::stod(row.value)));
  }
}

}  // namespace

TEST_CASE("every default and every plausible range is allowed") {
  check_defaults(parameters_of_document(Document{}));
}

TEST_CASE("parameters of sections, policies and budgets have their full path") {
  const Listing listing = list_parameters();
  for (const char* path :
       {"kind", "population.coal_base", "search.search_intensity", "tables.mines",
        "budgets.<name>.yuan_per_year", "policies.<retraining>.eligibility.age_min_years",
        "policies.<retraining>.targets.sectors", "policies.<severance>.capped_years", "cascade",
        "output.minimum_group", "markov.initial_shares.retired"}) {
    CAPTURE(path);
    CHECK(row_of(listing, path) != nullptr);
  }
  CHECK((*row_of(listing, "search.search_intensity"))[3] == "0.06");
}

TEST_CASE("every table a scenario can name has its columns listed") {
  const Listing listing = list_columns();
  std::size_t tables = 0;
  for_each_field<TablePaths>([&](const auto& field) {
    CAPTURE(field.text.name);
    CHECK(row_of(listing, std::string(field.text.name)) != nullptr);
    ++tables;
  });
  CHECK(tables == std::tuple_size_v<TableRows>);
}

TEST_CASE("policies and states are listed from their registries") {
  const Listing policies_listed = list_policies();
  CHECK(policies_listed.rows.size() == policies::kind_count);
  const Listing states = list_states();
  CHECK(std::count_if(states.rows.begin(), states.rows.end(),
                      [](const auto& row) { return row.front() == "state"; }) == 12);
}

TEST_CASE("listings are shown as aligned text and as JSON objects") {
  const Listing listing{{"a", "name"}, {{"中", "x"}, {"long", "y"}}};
  CHECK(text_of(listing) == "a     name\n中    x\nlong  y\n");
  CHECK(json_of(listing).dump() == R"([{"a":"中","name":"x"},{"a":"long","name":"y"}])");
}
