// Puts the tables of one run together.
#include "output/tables/run_tables.hpp"

#include <iterator>

#include <fmt/format.h>

#include "output/foreign_input.hpp"
#include "output/tables/array_tables.hpp"
#include "output/tables/book_facts.hpp"
#include "output/tables/charts.hpp"
#include "output/tables/outcome_tables.hpp"

namespace jtsim::output {

namespace {

constexpr std::array<Label, 4> notes{{
    {"每行一个数:前几列说明是什么,随后是单位、均值、标准误、区间下限和上限。",
     "One figure a line: the first columns say of what, then come unit, mean, standard error and "
     "the bounds of the interval."},
    {"均值对各次重复模拟取平均;区间下限和上限是其5%和95%分位数,即90%模型区间,不是预测误差。",
     "Means are over replicates; the bounds are their 5% and 95% quantiles: a 90% model interval, "
     "no forecast error."},
    luck_note,
    no_forecast_note,
}};
constexpr std::array<Label, 3> notes_on_cells{{
    {"“人数过少的重复次数”不为空的行,其人数少于最小人数,不宜引用。",
     "Lines with replicates of too few persons rest on groups below the minimum; do not quote "
     "them."},
    {"“指标代码”与 summary.json、批量接口中的名称相同。",
     "The column outcome has the names of summary.json."},
    text_note,
}};

void add_cover(TableBook& book, const Json& identity) {
  book.title = {"jtsim 模拟结果表", "Tables of a jtsim run"};
  add_label(book, "scenario", {"情景", "Scenario"}, identity.at("label"));
  add_fact(book, "name", {"运行名称", "Name of the run"}, identity.at("name"));
  add_fact(book, "months", {"模拟时段", "Months"},
           fmt::format("{} .. {}", identity.at("start").get<std::string>(),
                       identity.at("end").get<std::string>()));
  add_fact(book, "replicates", {"重复模拟次数", "Replicates"}, identity.at("replicates_complete"));
  add_fact(book, "first_replicate", {"首个重复模拟的序号", "First replicate"},
           identity.at("first_replicate"));
  add_fact(book, "seed", {"随机种子", "Seed"}, identity.at("seed"));
  add_fact(book, "scenario_digest", {"情景摘要(SHA-256)", "Scenario digest (SHA-256)"},
           identity.at("scenario_digest"));
  add_fact(book, "program_version", {"程序版本", "Program version"},
           identity.at("program_version"));
  add_fact(book, "git_commit", {"程序提交号", "Program commit"}, identity.at("git_commit"));
  add_fact(book, "price_year", {"金额按此年不变价(元)", "Money in yuan of"},
           identity.at("price_year"));
  add_fact(book, "minimum_group", {"最小人数", "Minimum group"}, identity.at("minimum_group"));
  const Json& record = identity.at("record");
  if (!record.is_object()) return;
  add_fact(book, "started", {"运行时间(UTC)", "Run at (UTC)"}, record.value("started", Json()));
  add_fact(book, "command_line", {"运行命令", "Command"}, record.value("command_line", Json()));
  book.created = seconds_of(record.value("started", Json()));
}

const Label& check_label(std::string_view id) {
  struct Known {
    std::string_view id;
    Label label;
  };
  static constexpr std::array<Known, 6> rows{{
      {"stocks_and_flows",
       {"各状态年末人数=上年末人数+流入-流出",
        "persons in a state = those a year before + inflow - outflow"}},
      {"sector_accounts",
       {"各部门在岗人数=上月+进入-退休、离职、裁减等",
        "filled posts of a sector = month before + entries - all exits"}},
      {"destinations",
       {"各时点去向合计=被裁减人次", "destinations at every horizon add up to the displaced"}},
      {"queues",
       {"提供=放弃+申请;申请=享受+无名额+无资金",
        "offered = declined + requested; requested = served + turned away"}},
      {"budgets", {"各预算科目支出不超过预算", "no budget line spends more than its budget"}},
      {"", {"", ""}},
  }};
  for (const Known& row : rows) {
    if (row.id == id) return row.label;
  }
  return rows.back().label;
}

Table checks_table(const Json& checks) {
  Table table{.id = "checks",
              .name = {"恒等式", "Identities"},
              .meaning = {"从结果文件重新加总的等式数,以及不成立的个数(应为0)",
                          "equations added up again from the results file, and how many of them "
                          "fail (should be 0)"},
              .columns{{"check", {"恒等式", "identity"}, ColumnKind::name},
                       {"equations", {"等式数", "equations"}},
                       {"failures", {"不成立", "failures"}}},
              .rows{}};
  for (const Json& check : checks) {
    const auto id = check.at("id").get<std::string>();
    const Label& label = check_label(id);
    table.rows.push_back({named(id, label), check.at("equations").get<std::int64_t>(),
                          check.at("failures").get<std::int64_t>()});
  }
  return table;
}

template <class From>
void append(std::vector<Table>& tables, From&& more) {
  for (Table& table : more) {
    if (!table.rows.empty()) tables.push_back(std::move(table));
  }
}

}  // namespace

TableBook run_tables(const ReportedRun& run) {
  TableBook book;
  book.created = seconds_of(Json());
  add_cover(book, run_identity(run));
  book.notes.assign(notes.begin(), notes.end());
  book.notes.insert(book.notes.end(), notes_on_cells.begin(), notes_on_cells.end());
  const Json summary = stored_summary(run.directory / "summary.json");
  append(book.tables, outcome_tables(summary, run.layout.axes()));
  append(book.tables,
         std::vector{worst_off_table(summary, run.layout.axes()), targets_table(summary)});
  const std::filesystem::path results = run.directory / "results.h5";
  reading(results, [&] {
    const StoredArrays arrays(results, run.layout, run.stored.replicates_complete);
    append(book.tables, array_tables(arrays));
    append(book.tables, std::vector{checks_table(identity_checks(arrays))});
    return 0;
  });
  append(book.tables, std::vector{all_outcomes_table(summary)});
  add_charts(book);
  return book;
}

}  // namespace jtsim::output
