// The projects a fund has begun, its money, and the posts they want: what lasts from month to
// month.
#pragma once

#include <cstdint>
#include <vector>

#include "agents/enum_labels.hpp"
#include "agents/terms.hpp"
#include "base/ids.hpp"
#include "base/money.hpp"
#include "base/month.hpp"

namespace jtsim::agents {

/// The items of a fund's account of a year, in fen but for the last. Public money: `uncommitted` =
/// that of the year before + `contributed` - `committed` - `returned`. Paid: `public_paid` +
/// `private_paid` + `credit_paid` is what projects of the region and others outside it receive.
enum class InvestmentItem : std::uint8_t {
  /// Public money that came in, was promised to projects, went back when the fund closed, and is
  /// neither at the year's end.
  contributed,
  committed,
  returned,
  uncommitted,
  public_paid,
  private_paid,
  credit_paid,
  /// Of what was paid, outside the region.
  outside_paid,
  projects_begun,
};

/// The items of the posts of projects by league, in months of a post.
enum class ProjectQuantity : std::uint8_t {
  construction,
  manufacturing,
  operation,
  /// Of all three, those filled; where projects want a part of a cell's posts, that part of them.
  filled,
  filled_by_agents,
};

/// Who pays for one project; `own + central + private_money + credit` = investment + `outside`.
struct Financing {
  Fen own = 0;
  Fen central = 0;
  Fen private_money = 0;
  Fen credit = 0;
  Fen outside = 0;
};

/// Posts of one project by stage: those from capacity are multiplied by the employment multiplier.
struct ProjectPosts {
  EnumArray<Stage, double> from_capacity{};
  EnumArray<Stage, double> from_money{};
};

/// A project from its beginning on.
struct Project {
  LeagueId league;
  Month start;
  /// First month in which it runs, and first month in which it does so no more.
  Month running_from;
  Month end;
  /// What `own` is paid from, month by month, as reserved in the ledger.
  Price price;
  Financing financing;
  ProjectPosts while_building;
  ProjectPosts while_running;
};

/// Empty until a fund is in force for the first time.
struct Portfolio {
  PolicyId policy = PolicyId::none();
  /// Public money in the fund that no project has.
  Fen own = 0;
  Fen central = 0;
  /// One entry per row of the table: 1 once it was begun.
  std::vector<std::uint8_t> begun;
  std::vector<Project> projects;
  /// Posts wanted this month by cell, in all and by league and stage.
  std::vector<std::int32_t> posts;
  /// [year of the ledger]
  std::vector<EnumArray<InvestmentItem, std::int64_t>> account;
  /// [year of the ledger x leagues + league]
  std::vector<EnumArray<ProjectQuantity, std::int64_t>> jobs;

  bool is_empty() const { return policy.is_none(); }
};

}  // namespace jtsim::agents

namespace jtsim {
template <>
inline constexpr std::array<Label, 9> labels_of<agents::InvestmentItem>{{
    {"公共资金到位(分)", "public money that came in, fen"},
    {"公共资金已承诺(分)", "public money promised to projects, fen"},
    {"公共资金退回(分)", "public money returned, fen"},
    {"公共资金结余(分)", "public money left at year's end, fen"},
    {"公共资金支付(分)", "public money paid, fen"},
    {"社会资本支付(分)", "private money paid, fen"},
    {"银行信贷支付(分)", "credit paid, fen"},
    {"其中投向区外(分)", "of it outside the region, fen"},
    {"开工项目数", "projects begun"},
}};
template <>
inline constexpr std::array<Label, 5> labels_of<agents::ProjectQuantity>{{
    {"建设岗位(岗位月)", "construction posts, months of a post"},
    {"制造岗位(岗位月)", "manufacturing posts, months of a post"},
    {"运维岗位(岗位月)", "operation posts, months of a post"},
    {"已吸纳就业(岗位月)", "filled posts, months of a post"},
    {"其中由煤炭从业者填补(岗位月)", "posts filled by agents, months of a post"},
}};
}  // namespace jtsim
