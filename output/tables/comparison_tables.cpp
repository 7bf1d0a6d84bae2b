// Puts the tables of a comparison together.
#include "output/tables/comparison_tables.hpp"

#include <array>

#include "output/comparison_outcomes.hpp"
#include "output/report/comparison_content.hpp"
#include "output/tables/book_facts.hpp"
#include "output/tables/charts.hpp"
#include "output/tables/comparison_rows.hpp"

namespace jtsim::output {

namespace {

constexpr std::array<Label, 6> notes{{
    {"两个情景用同样的运气逐月同步运行,逐人成对比较;差值=政策情景-基准情景。",
     "Both scenarios run in step with the same luck and persons are compared in pairs; a "
     "difference is policy run less base run."},
    {"区间下限和上限是差值的90%区间(成对t区间),不是预测误差。区间跨过0表示不能断定有变化。",
     "The bounds are the 90% interval of the difference (paired, Student's t), no forecast error. "
     "An interval that spans 0 tells of no certain change."},
    {"“独立模拟次数”是不成对比较要达到同样精度时每个情景所需的重复次数。",
     "Independent replicates: how many runs of each scenario with luck of their own would be as "
     "precise."},
    luck_note,
    no_forecast_note,
    text_note,
}};

Table in_work_table(const std::vector<Side>& sides) {
  Table table{
      .id = "in_work_by_year",
      .name = {"全区在岗人数", "In work by year"},
      .meaning = {"每年12月末全区在岗人数(净效果)",
                  "persons in work in the region at the end of December (net effect)"},
      .columns = effect_columns({run_column(), {"year", {"年份", "year"}, ColumnKind::key}}),
      .rows{}};
  for (const Side& side : sides) {
    for (const auto& [year, outcome] : side.json.at("region_in_work_by_year").items()) {
      Cells row{side.name, std::int64_t{std::stoi(year)}};
      add_effect(row, outcome, Unit::persons);
      table.rows.push_back(std::move(row));
    }
  }
  return table;
}

Table effects_table(const std::vector<Side>& sides) {
  Table table{
      .id = "effects",
      .name = {"政策效果", "Effects"},
      .meaning = {"两个情景都有的指标及其差值",
                  "outcomes that both runs have, and their difference"},
      .columns = effect_columns({run_column(), {"effect", {"指标", "effect"}, ColumnKind::name}}),
      .rows{}};
  for (const Side& side : sides) {
    for (const Effect& effect : all_effects()) {
      Cells row{side.name, named(effect.name, effect.label)};
      add_effect(row, side.json.at("effects").at(std::string(effect.name)), unit_of(effect.unit));
      table.rows.push_back(std::move(row));
    }
  }
  return table;
}

Table measures_table(const std::vector<Side>& sides) {
  Table table{
      .id = "measures",
      .name = {"无谓效应与挤出", "Deadweight and crowding-out"},
      .meaning = {"只有成对比较才有的指标", "outcomes that exist for the pair only"},
      .columns = mean_columns({run_column(), {"measure", {"指标", "measure"}, ColumnKind::name}}),
      .rows{}};
  for (const Side& side : sides) {
    for (const Measure& measure : all_measures()) {
      Cells row{side.name, named(measure.name, measure.label)};
      add_mean(row, side.json.at("measures").at(std::string(measure.name)), unit_of(measure.unit));
      table.rows.push_back(std::move(row));
    }
  }
  return table;
}

Name form_name(const std::string& form) {
  if (form == "bounded") return named(form, {"有界", "bounded"});
  if (form == "two_rays")
    return named(form, {"两段(下限以下或上限以上)", "below low or above high"});
  if (form == "unbounded") return named(form, {"无界(成本不可判断)", "unbounded: tells nothing"});
  return named(form, {"无", "none"});
}

Table costs_table(const std::vector<Side>& sides) {
  Table table{.id = "costs",
              .name = {"成本", "Costs"},
              .meaning = {"每多安置一人或每多在岗一人年的支出(比值,Fieller 区间)",
                          "spending per extra person placed or person-year (ratio of means, "
                          "Fieller's interval)"},
              .columns{run_column(),
                       {"cost", {"指标", "cost"}, ColumnKind::name},
                       unit_column(),
                       {"estimate", {"估计值", "estimate"}},
                       {"interval", {"区间形式", "form of the interval"}, ColumnKind::name},
                       {"low", {"区间下限", "interval low"}},
                       {"high", {"区间上限", "interval high"}},
                       {"replicates", {"重复次数", "replicates"}}},
              .rows{}};
  for (const Side& side : sides) {
    for (const Cost& cost : all_costs()) {
      const Json& outcome = side.json.at("costs").at(std::string(cost.name));
      const Unit unit = unit_of(cost.unit);
      Cells row{side.name, named(cost.name, cost.label), unit, figure_in(outcome, "estimate", unit),
                form_name(outcome.at("interval").get<std::string>())};
      add_figures(row, outcome, {"low", "high"}, unit);
      row.push_back(count_in(outcome, "replicates"));
      table.rows.push_back(std::move(row));
    }
  }
  return table;
}

Table differences_table(const std::vector<Side>& sides) {
  Table table{.id = "differences",
              .name = {"情景差异", "What differs"},
              .meaning = {"政策情景与基准情景有何不同;“其他”不为空时,效果不只来自政策",
                          "how the scenarios differ; with others, effects are not those of "
                          "policies alone"},
              .columns{run_column(),
                       {"kind", {"类别", "kind"}, ColumnKind::name},
                       {"what", {"内容", "what"}, ColumnKind::code}},
              .rows{}};
  const auto add = [&](const Side& side, const Name& kind, const Json& list) {
    for (const Json& what : list) table.rows.push_back({side.name, kind, what.get<std::string>()});
  };
  for (const Side& side : sides) {
    const Json& policies = side.json.at("policies");
    add(side, named("added", {"新增政策", "policy added"}), policies.at("added"));
    add(side, named("removed", {"取消政策", "policy removed"}), policies.at("removed"));
    add(side, named("changed", {"改变政策", "policy changed"}), policies.at("changed"));
    add(side, named("means", {"预算与次序", "budgets and cascade"}),
        side.json.at("budgets_and_cascade"));
    add(side, named("others", {"其他", "others"}), side.json.at("other_differences"));
  }
  return table;
}

Json pair_of(const Json& run) { return {run.at("label_zh"), run.at("label_en")}; }

void add_cover(TableBook& book, const Json& stored, const std::string& name) {
  book.title = {"jtsim 政策比较结果表", "Tables of a jtsim comparison"};
  add_fact(book, "name", {"比较名称", "Name of the comparison"}, name);
  const Json& base = stored.at("base");
  add_label(book, "base", {"基准情景", "Base scenario"}, pair_of(base));
  add_fact(book, "base_name", {"基准运行", "Base run"}, base.at("name"));
  add_fact(book, "base_digest", {"基准情景摘要(SHA-256)", "Digest of the base scenario (SHA-256)"},
           base.at("scenario_digest"));
  for (const Json& run : stored.at("policy_runs")) {
    add_label(book, "policy", {"政策情景", "Policy scenario"}, pair_of(run));
    add_fact(book, "policy_name", {"政策运行", "Policy run"}, run.at("name"));
    add_fact(book, "policy_digest",
             {"政策情景摘要(SHA-256)", "Digest of the policy scenario (SHA-256)"},
             run.at("scenario_digest"));
  }
  add_fact(book, "replicates", {"成对重复模拟次数", "Pairs of replicates"},
           stored.at("replicates"));
  add_fact(book, "first_replicate", {"首个重复模拟的序号", "First replicate"},
           stored.at("first_replicate"));
  add_fact(book, "seed", {"随机种子", "Seed"}, stored.at("seed"));
  add_fact(book, "program_version", {"程序版本", "Program version"}, stored.at("program_version"));
  add_fact(book, "git_commit", {"程序提交号", "Program commit"}, stored.at("git_commit"));
  add_fact(book, "price_year", {"金额按此年不变价(元)", "Money in yuan of"},
           stored.at("price_year"));
  add_fact(book, "minimum_group", {"最小人数", "Minimum group"}, stored.at("minimum_group"));
}

TableBook book_of(const Json& stored, const std::string& name) {
  TableBook book;
  book.created = seconds_of(Json());
  add_cover(book, stored, name);
  book.notes.assign(notes.begin(), notes.end());
  std::vector<Side> sides;
  for (const Json& run : stored.at("policy_runs")) {
    Name side = name_in(run, run.at("name").get<std::string>());
    sides.push_back({std::move(side), run});
  }
  for (const auto& table_of : {effects_table, in_work_table, costs_table, measures_table,
                               groups_table, winners_table, differences_table}) {
    Table table = table_of(sides);
    if (!table.rows.empty()) book.tables.push_back(std::move(table));
  }
  add_charts(book);
  return book;
}

}  // namespace

TableBook comparison_tables(const std::filesystem::path& directory) {
  return reading_comparison(directory, [&](const Json& stored) {
    return book_of(stored, directory.lexically_normal().filename().string());
  });
}

}  // namespace jtsim::output
