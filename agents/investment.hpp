// What a fund finances: projects begun as money allows, paid while they are built, and the posts
// they want.
#pragma once

#include "agents/world.hpp"

namespace jtsim::agents {

/// Splits the cost of a project over its payers. Credit is the part of the investment that one yuan
/// of the fund draws along; the fund bears the rest and, on top of it, what it invests outside the
/// region. Public money is `own + central`, given in `own`; rounding falls on private money.
Financing financing_of(const InvestmentTerms& terms, Fen investment);

/// Posts of a project while it is built and while it runs, before the employment multiplier.
/// With capacity, from the employment factors: construction and the making of its equipment spread
/// evenly over the building time, then operation. Else from the investment (fen): construction,
/// then the stage of the project.
void set_posts(const InvestmentTerms& terms, const Tables& tables,
               const TransitionProject& description, Fen investment, Project& project);

/// Part of demand: takes contributions in, begins projects in the order of the table, pays for this
/// month, and adds their posts to those wanted.
void build_projects(World& world);

/// Part of the record: counts the posts of projects and how many of them are filled.
void count_project_jobs(World& world);

}  // namespace jtsim::agents
