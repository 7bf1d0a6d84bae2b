// A roster of mines is held against the other tables when it is read.
#include <vector>

#include <doctest/doctest.h>

#include "tests/configs/planted.hpp"

using namespace jtsim;

namespace {

const char* const mines = "tiny/mines.csv";

std::string warnings_text(const Bundle& bundle) {
  std::string text;
  for (const Problem& warning : configs::load_scenario(bundle).warnings)
    text += to_text(warning) + "\n";
  return text;
}

}  // namespace

TEST_CASE("a roster that only looks odd loads with a warning at its place") {
  const std::vector<Planted> oddities{
      {mines, ",2040404,330,", ",1000000,330,", "mines.capacity_t_per_year",
       "the mines of `hill` have a capacity of 1874459 t/year, but dig 2244445", 2},
      {mines, ",330,1,,", ",430,1,,", "mines.headcount",
       "the staff of all mines is 700, but the employment of `mining` 600", 2},
      {mines, ",330,1,,", ",430,1,,", "mines.headcount",
       "`hill` has a share of 0.714 in the staff, but `coal_jobs_share` is 0.667", 2},
      {mines, ",200,2,", ",200,1,", "mines.closure_order", "1 stands here twice (first in line 3;"},
      {mines, ",330,1,,", ",330,1,2020-12,", "mines.closure_month", "closes in the first month"},
  };
  for (const Planted& odd : oddities) {
    const Bundle changed = replaced(tiny_bundle(), odd.file, odd.from, odd.to);
    const std::string warnings = warnings_text(changed);
    const int line = odd.line > 0 ? odd.line : line_of(changed, odd.file, odd.to);
    CHECK_MESSAGE(finds(warnings, odd, line), odd.what << "\n  but found\n" << warnings);
  }
}

TEST_CASE("a league without mines digs nothing later either, and new capacity is lost on it") {
  Bundle bundle =
      replaced(tiny_bundle(), mines, "plain,private,underground", "hill,private,underground");
  bundle = replaced(bundle, "tiny/coal_league_shares.csv", "hill,2020,0.6", "hill,2020,1");
  bundle = replaced(bundle, "tiny/coal_league_shares.csv", "plain,2020,0.4", "plain,2020,0");
  Bundle added = replaced(bundle, "tiny/capacity_additions.csv", "2022-06,hill", "2020-12,plain");
  const std::string warnings = warnings_text(added);
  CHECK(warnings.find("capacity_additions.league: the league has no mines") != std::string::npos);
  CHECK(warnings.find("capacity_additions.month: not after the start") != std::string::npos);
  for (configs::SourceText& file : bundle) {
    if (file.path == "tiny/coal_league_shares.csv")
      file.text += "hill,2030,0.75,computed\nplain,2030,0.25,computed\n";
  }
  CHECK(problems_text(bundle).find(
            "tiny/mines.csv:2:10: mines.league: `plain` has no mines, but a share of 0.25 in the "
            "coal output of 2030 (a mine, or no share)") == 0);
}
