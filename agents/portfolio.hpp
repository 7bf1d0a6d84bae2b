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
    tr("public money that came in, fen"),
    tr("public money promised to projects, fen"),
    tr("public money returned, fen"),
    tr("public money left at year's end, fen"),
    tr("public money paid, fen"),
    tr("private money paid, fen"),
    tr("credit paid, fen"),
    tr("of it outside the region, fen"),
    tr("projects begun"),
}};
template <>
inline constexpr std::array<Label, 5> labels_of<agents::ProjectQuantity>{{
    tr("construction posts, months of a post"),
    tr("manufacturing posts, months of a post"),
    tr("operation posts, months of a post"),
    tr("filled posts, months of a post"),
    tr("posts filled by agents, months of a post"),
}};
}  // namespace jtsim
