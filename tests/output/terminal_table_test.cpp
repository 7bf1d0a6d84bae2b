// The table on the terminal, letter by letter.
#include "output/terminal_table.hpp"

#include <sstream>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "agents/states.hpp"
#include "base/text_width.hpp"
#include "tests/output/fake_results.hpp"

using namespace jtsim;
using namespace jtsim::output;

namespace {

/// A run of 2020-12 to 2022-12 whose figures at 60 months nobody has reached.
std::vector<NamedStatistics> figures() {
  std::vector<NamedStatistics> all;
  const auto add = [&all](std::string name, double mean, double low, double high) {
    all.push_back({std::move(name), {mean, 0, low, mean, high}, 0});
  };
  double persons = 0;
  for (const agents::Headline group : all_of_enum<agents::Headline>()) {
    persons += 1234;
    for (const int year : {2020, 2021, 2022})
      add(fmt::format("headline.{}.{}", identifier(group), year), persons, persons - 1, persons);
  }
  for (const int year : {2020, 2021, 2022})
    add(fmt::format("rate.registered_unemployment.{}", year), 0.04, 0.039, 0.041);
  add("displaced.total", 1500, 1400, 1600);
  add("destination_share.12.tertiary", 0.75, 0.7, 0.8);
  add("destination_share.12.unemployed_12m_plus", 0.25, 0.2, 0.3);
  add("destination_share.12.dead", 0.0001, 0, 0);
  add("spending.region.2021-2022", 123456789, 0, 3e8);
  add("spending.central.2021-2022", 0, 0, 0);
  return all;
}

Axes two_years() {
  agents::Inputs inputs = short_inputs();
  inputs.end = Month::of(2022, 12);
  return {inputs, {0, 1}};
}

std::string table_in(Language language) {
  return terminal_table(figures(), two_years(), {language, 2025});
}

}  // namespace

TEST_CASE("the English table shows first and last December, gaps as dashes, and its units") {
  CHECK(table_in(Language::en) == R"(Means, below them 90% intervals
Persons, year's end                          2020              2022
mining                                      1,234             1,234
                                      1,233~1,234       1,233~1,234
new energy                                  2,468             2,468
                                      2,467~2,468       2,467~2,468
tertiary                                    3,702             3,702
                                      3,701~3,702       3,701~3,702
primary                                     4,936             4,936
                                      4,935~4,936       4,935~4,936
other secondary                             6,170             6,170
                                      6,169~6,170       6,169~6,170
retirement                                  7,404             7,404
                                      7,403~7,404       7,403~7,404
unemployment                                8,638             8,638
                                      8,637~8,638       8,637~8,638
dead or out of the labour force              9,872             9,872
                                      9,871~9,872       9,871~9,872
Registered unemployment                      4.0%              4.0%
                                        3.9%~4.1%         3.9%~4.1%

Displacements (events) 2021-2022: 1,500 (1,400~1,600)
What became of them               12 months later   60 months later
tertiary                                    75.0%                 -
                                      70.0%~80.0%
unemployed 12 months or more                25.0%                 -
                                      20.0%~30.0%

Spending, 100 million yuan of 2025 2021-2022
region                                       1.23
                                        0.00~3.00
)");
}

TEST_CASE("the Chinese table says the same") {
  CHECK(table_in(Language::zh) == R"(均值，下一行为90%区间
年末人数                            2020              2022
采煤业                             1,234             1,234
                             1,233~1,234       1,233~1,234
新能源                             2,468             2,468
                             2,467~2,468       2,467~2,468
第三产业                           3,702             3,702
                             3,701~3,702       3,701~3,702
第一产业                           4,936             4,936
                             4,935~4,936       4,935~4,936
其他第二产业                       6,170             6,170
                             6,169~6,170       6,169~6,170
退休（含内部退养）                 7,404             7,404
                             7,403~7,404       7,403~7,404
失业（含培训）                     8,638             8,638
                             8,637~8,638       8,637~8,638
死亡或退出劳动力市场等              9,872             9,872
                             9,871~9,872       9,871~9,872
城镇登记失业率                      4.0%              4.0%
                               3.9%~4.1%         3.9%~4.1%

被裁减（人次） 2021-2022：1,500（1,400~1,600）
裁减后去向                     12 个月后         60 个月后
第三产业                           75.0%                 -
                             70.0%~80.0%
失业12个月及以上                   25.0%                 -
                             20.0%~30.0%

政策支出（亿元，2025年价） 2021-2022
自治区财政                          1.23
                               0.00~3.00
)");
}

TEST_CASE("the columns of all parts stand below each other whatever the labels' width") {
  for (const Language language : {Language::zh, Language::en}) {
    std::istringstream lines(table_in(language));
    std::size_t intervals = 0;
    std::size_t begin = 0;
    for (std::string line; std::getline(lines, line);) {
      if (!line.starts_with("  ")) continue;
      // The first interval ends where the first column ends.
      const std::size_t tilde = line.find('~');
      const std::size_t end = std::min(line.find(' ', tilde), line.size());
      if (intervals++ == 0) begin = end;
      CHECK(end == begin);
    }
    CHECK(intervals == 8 + 1 + 2 + 1);
  }
}

TEST_CASE("parts that a run does not have are left out") {
  const std::vector<NamedStatistics> rates{{"rate.registered_unemployment.2022", {}, 0}};
  CHECK(terminal_table(rates, two_years(), {Language::en, 2020}).empty());
  CHECK(terminal_table({}, two_years(), {Language::en, 2020}).empty());
}

TEST_CASE("a single replicate has no intervals") {
  std::vector<NamedStatistics> all = figures();
  for (NamedStatistics& one : all) one.statistics.standard_error = no_value;
  const std::string table = terminal_table(all, two_years(), {Language::en, 2025});
  CHECK(table.find("One replicate, hence no intervals\n") == 0);
  CHECK(table.find("Displacements (events) 2021-2022: 1,500\n") != std::string::npos);
  CHECK(table.find("unemployment                                8,638             8,638\n") !=
        std::string::npos);
  CHECK(table.find('~') == std::string::npos);
}

TEST_CASE("figures of too few persons show as dashes, without a verdict") {
  std::vector<NamedStatistics> all = figures();
  all.push_back({"destination_share.60.tertiary", {0.5, 0, 0.5, 0.5, 0.5}, 0, 1});
  all.push_back({"target.T13.year_1", {-1, 0, -1, -1, -1}, 0, 3});
  all.push_back({"target.T18", {0.9, 0, 0.8, 0.9, 0.95}, 0});
  const std::string table = terminal_table(all, two_years(), {Language::en, 2025});
  CHECK(table.find("tertiary                                    75.0%                 -\n") !=
        std::string::npos);
  CHECK(table.find("50.0%") == std::string::npos);
  const std::string_view label = "T13 earnings, year 1";
  REQUIRE(table.find(label) != std::string::npos);
  std::istringstream cells(table.substr(table.find(label) + label.size()));
  std::string simulated;
  std::string should_be;
  std::string verdict;
  cells >> simulated >> should_be >> verdict;
  CHECK(simulated == "-");
  CHECK(should_be == "-85.0%~-40.0%");
  CHECK(verdict == "-");
  CHECK(table.find("inside") != std::string::npos);
  CHECK(table.find("outside") == std::string::npos);
}

TEST_CASE("where no destination can be told the table says whether few were observed or nobody") {
  std::vector<NamedStatistics> all;
  all.push_back({"displaced.total", {5, 0, 4, 5, 6}, 0});
  all.push_back({"destination_share.12.public_post", {0.5, 0, 0.5, 0.5, 0.5}, 0, 3});
  CHECK(terminal_table(all, two_years(), {Language::en, 2025}) ==
        "Displacements (events) 2021-2022: 5 (4~6)\n"
        "Too few persons to tell what became of them\n");
  all.back().name = "destination_share.12.censored";
  CHECK(terminal_table(all, two_years(), {Language::en, 2025}) ==
        "Displacements (events) 2021-2022: 5 (4~6)\n"
        "Nobody was observed for 12 months after displacement\n");
}
