// What a comparison says of few persons, of horizons that nobody reaches, and of which policies.
#include "output/comparison.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "output/comparison_json.hpp"
#include "output/comparison_sentences.hpp"
#include "output/comparison_table.hpp"
#include "output/report/comparison_content.hpp"
#include "output/tables/comparison_tables.hpp"
#include "tests/output/fake_results.hpp"
#include "tests/support/small_world.hpp"

using namespace jtsim;
using namespace jtsim::output;

namespace {

using agents::PairedMeasure;
using agents::PairedPopulation;
using configs::PolicyChange;

/// What happens in one replicate of a pair.
struct Figures {
  /// Displaced whose 12 and 60 months are over.
  int observed_12m = 30;
  int observed_60m = 30;
  /// Of the former, in work 12 months later in the policy run only.
  int extra_placed = 10;
  /// Of the region, in yuan.
  std::int64_t extra_spending = 0;
  /// Participants whose 12 months are over; of them, not served by then in the base run.
  int participants = 0;
  int newcomers = 0;
  /// Unserved who lose their place.
  int crowded_out = 0;
};

PairedReplicate replicate_of(std::uint32_t number, const agents::Tables& tables,
                             const Figures& figures) {
  const agents::GroupList groups(tables);
  PairedSide side{.totals = {}, .sums = agents::PairedSums(groups.count())};
  agents::Memberships memberships;
  for (const auto kind : all_of_enum<agents::GroupKind>())
    memberships[kind] = static_cast<std::uint16_t>(groups.at(kind, 0));
  using enum PairedMeasure;
  const auto add = [&](PairedPopulation population, PairedMeasure measure, std::int64_t in_base,
                       std::int64_t in_policy) {
    side.sums.add(population, memberships, measure, {in_base, in_policy});
  };
  for (int i = 0; i < figures.observed_12m; ++i) {
    const std::int64_t placed = i < figures.extra_placed ? 1 : 0;
    add(PairedPopulation::displaced, in_work_12m, 0, placed);
    add(PairedPopulation::unserved, in_work_12m, 0, placed);
  }
  for (int i = 0; i < figures.observed_60m; ++i) {
    add(PairedPopulation::displaced, in_work_60m, 0, 1);
    for (const PairedMeasure measure : {months_in_work, months_without_work, income})
      add(PairedPopulation::displaced, measure, 20, 30 + number);
  }
  for (int i = 0; i < figures.participants; ++i)
    add(PairedPopulation::participants, in_work_12m, 1, 1);
  for (int i = 0; i < figures.newcomers; ++i) add(PairedPopulation::newcomers, in_work_12m, 1, 1);
  for (int i = 0; i < figures.crowded_out; ++i) add(PairedPopulation::unserved, in_work_12m, 1, 0);
  side.displaced = figures.observed_12m;
  side.participants = figures.participants;
  side.totals.spending[agents::Payer::region] =
      fen_per_yuan * (figures.extra_spending + std::int64_t{1000} * number);
  PairedReplicate replicate{.replicate = number, .base = {}, .sides = {}};
  replicate.sides.push_back(std::move(side));
  return replicate;
}

/// Two equal replicates of one policy run, but for the spending, with the policies that differ.
struct Compared {
  ComparisonPlan plan;
  SideStatistics statistics;

  explicit Compared(const Figures& figures, std::vector<configs::ChangedPolicy> policies = {
                                                {"push", PolicyChange::added}}) {
    const agents::Inputs inputs = small_inputs();
    plan.replicates = {0, 2};
    plan.groups = group_names(inputs.tables);
    plan.policies.emplace_back().differences.policies = std::move(policies);
    Comparison comparison(plan);
    for (const std::uint32_t number : {0U, 1U})
      comparison.add(replicate_of(number, inputs.tables, figures));
    statistics = comparison.statistics(0);
  }

  std::string sentences(Language language = Language::en) const {
    std::string all;
    for (const std::string& one : sentences_of(plan, plan.policies[0], statistics, language))
      all += one + "\n";
    return all;
  }
  nlohmann::json json() const {
    return nlohmann::json::parse(comparison_json(plan, {statistics}))["policy_runs"][0];
  }
  /// What report and export make of its comparison.json.
  template <class Made>
  Made made_by(Made (*make)(const std::filesystem::path&)) const {
    const TemporaryFolder folder;
    std::ofstream(folder.path() / "comparison.json") << comparison_json(plan, {statistics});
    return make(folder.path());
  }
  Json reported() const { return made_by(comparison_content).json["sides"][0]; }
  Basis basis(std::string_view effect) const {
    return statistics.effect_bases[effect_index(effect)];
  }
};

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("an outcome of few persons is marked though many were displaced") {
  const Compared c({.observed_12m = 30, .observed_60m = 4});
  CHECK(c.basis("displaced.income").persons == 4);
  CHECK(c.basis("displaced.income").is_small);
  CHECK_FALSE(c.basis("displaced.in_work_12m").is_small);
  CHECK_FALSE(c.basis("region.years_in_work").is_small);
  const nlohmann::json json = c.json();
  CHECK(json["effects"]["displaced.income"]["below_minimum_group"] == true);
  CHECK_FALSE(json["effects"]["spending.public"].contains("below_minimum_group"));
  CHECK(json["costs"]["cost.public_per_placed_60m"]["persons"] == 4);
  const nlohmann::json& everyone = json["groups"]["everyone"];
  CHECK(everyone["below_minimum_group"] == false);
  CHECK(everyone["in_work_12m"]["below_minimum_group"] == false);
  CHECK(everyone["income"]["below_minimum_group"] == true);
  CHECK(everyone["income"]["persons"] == 4);
  const std::string table = comparison_table(c.plan, {c.statistics}, Language::en);
  CHECK(has(table, "0.1 *"));
  CHECK(has(table, "displaced: income within 60 months *"));
  CHECK(has(table, "* rests on fewer than 10 persons"));
  CHECK_FALSE(
      has(comparison_table(Compared({}).plan, {Compared({}).statistics}, Language::en), "*"));
}

TEST_CASE("report and tables mark effects, measures and costs of few persons one by one") {
  const Compared c({.observed_60m = 4, .participants = 3});
  const auto marked = [&](std::string_view id) {
    std::vector<std::string> names;
    for (const Table& table : c.made_by(comparison_tables).tables) {
      if (table.id != id) continue;
      for (const Cells& row : table.rows) {
        if (key_text(row[column_of(table, "below_minimum_group")]) == "yes")
          names.push_back(key_text(row[1]));
      }
    }
    return names;
  };
  const std::vector<std::string> costs{"cost.public_per_placed_36m", "cost.public_per_placed_60m",
                                       "cost.public_per_displaced_year"};
  CHECK(marked("costs") == costs);
  const Json side = c.reported();
  CHECK(side["small_costs"] == Json(costs));
  CHECK(side["small_effects"] == Json(marked("effects")));
  CHECK(side["small_measures"] == Json(marked("measures")));
  const std::vector<std::string> effects = marked("effects");
  CHECK(std::ranges::count(effects, "displaced.income") == 1);
  CHECK(std::ranges::count(effects, "displaced.in_work_12m") == 0);
  const std::vector<std::string> measures = marked("measures");
  CHECK(std::ranges::count(measures, "deadweight.share_12m") == 1);
  CHECK(std::ranges::count(measures, "participants.persons") == 0);
}

TEST_CASE("no sentence gives a number for few persons; one says that they are few") {
  const std::string few = Compared({.observed_60m = 4}).sentences();
  CHECK(has(few, "in work changes by 10.0 (10.0~10.0) after 12 months.\n"));
  CHECK_FALSE(has(few, "within 60 months"));
  CHECK(has(few, "Fewer than 10 of the displaced a replicate were observed for 36 months"));
  const std::string none = Compared({.observed_12m = 3, .extra_placed = 3}).sentences();
  CHECK_FALSE(has(none, "12 months later"));
  CHECK(has(none, "observed for 12 months"));
  const std::string many = Compared({}).sentences();
  CHECK(has(many, "Years in work within 60 months change by"));
  const std::string served = Compared({.participants = 3}).sentences();
  CHECK(has(served, "3.0 persons a replicate take part"));
  CHECK_FALSE(has(served, "deadweight"));
}

TEST_CASE("a horizon that nobody reaches has no value instead of 0") {
  const Compared c({.observed_60m = 0});
  for (const char* name : {"displaced.in_work_60m", "displaced.years_in_work"}) {
    CAPTURE(name);
    const EffectStatistics& s = c.statistics.effects[effect_index(name)];
    CHECK(s.difference.replicates == 0);
    CHECK(std::isnan(s.base_mean));
    CHECK(c.json()["effects"][name]["difference"].is_null());
  }
  CHECK(std::isnan(c.statistics.measures[measure_index("crowding_out.lost_60m")].mean));
  CHECK(std::isnan(c.statistics.costs[cost_index("cost.public_per_placed_60m")].estimate));
  CHECK(c.statistics.measures[measure_index("crowding_out.won_12m")].mean == 10);
  CHECK_FALSE(has(c.sentences(), "0.0 (0.0~0.0) among the displaced"));
  CHECK_FALSE(has(c.sentences(), "after 60"));
}

TEST_CASE("who is not served in the base run is told of those who were observed") {
  const Figures many{.participants = 40, .newcomers = 30};
  CHECK(has(Compared(many).sentences(),
            "deadweight: 100.00% (100.00%~100.00%) of those observed for 12 months "
            "are in work then in the base run anyway."));
  CHECK(has(Compared(many).sentences(Language::zh),
            "观察满12个月的参与者中，100.00%（100.00%~100.00%）在基准情景下"));
  CHECK(has(Compared(many).sentences(), "30.0 of those observed for 12 months are not served"));
  const Figures few{.participants = 40, .newcomers = 3};
  CHECK(has(Compared(few).sentences(), "Fewer than 10 of those observed for 12 months are not"));
}

TEST_CASE("crowding-out below 0 is told as places won") {
  const Compared won(Figures{});
  CHECK(has(won.sentences(),
            "Crowding-out: 0.0 (0.0~0.0) unserved displaced lose the place they "
            "have in the base run 12 months later, but more win one: 10.0 "
            "(10.0~10.0) on balance.\n"));
  CHECK(has(won.sentences(Language::zh), "但得到岗位的人更多，净增加 10.0（10.0~10.0）人。"));
  const Compared lost({.crowded_out = 12});
  CHECK(has(lost.sentences(), "12.0 (12.0~12.0) unserved displaced lose"));
  CHECK(has(lost.sentences(), "net of those who win one 2.0 (2.0~2.0).\n"));
}

TEST_CASE("crowding-out is told only of policies that are added or changed") {
  const auto told = [](std::vector<configs::ChangedPolicy> policies) {
    const Compared c({}, std::move(policies));
    const bool is_told = has(c.sentences(), "Crowding-out");
    CHECK(c.reported()["tells_crowding_out"] == is_told);
    return is_told;
  };
  CHECK(told({{"push", PolicyChange::added}}));
  CHECK(told({{"old", PolicyChange::removed}, {"push", PolicyChange::changed}}));
  CHECK_FALSE(told({{"old", PolicyChange::removed}}));
  CHECK_FALSE(told({}));
}

TEST_CASE("a cost per extra placed needs a policy that differs") {
  const Figures figures{.extra_spending = 200'000};
  CHECK(has(Compared(figures).sentences(), "costs the public 20,050 yuan"));
  CHECK_FALSE(has(Compared(figures, {}).sentences(), "displaced person placed"));
  CHECK(Compared(figures).reported()["tells_costs"] == true);
  CHECK(Compared(figures, {}).reported()["tells_costs"] == false);
}

TEST_CASE("a negative cost is told as spending that falls") {
  const Compared c({.extra_spending = -232'890});
  CHECK(has(c.sentences(), "12 months later public spending falls by 23,239 yuan (22,923~23,555)"));
  CHECK(has(c.sentences(Language::zh), "公共支出减少 23,239 元（22,923~23,555）"));
  CHECK_FALSE(has(c.sentences(), "costs the public"));
}
