// What the tables of a comparison share: its sides, columns and cells.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "output/report/figures.hpp"
#include "output/tables/table.hpp"

namespace jtsim::output {

/// One policy run of a comparison.
struct Side {
  Name name;
  const Json& json;
};

/// Labels that stand in comparison.json.
Name name_in(const Json& labelled, const std::string& id);

/// The unit that comparisons call so.
Unit unit_of(std::string_view text);

Figure figure_in(const Json& outcome, const char* key, Unit unit);
/// The figures of an outcome under the given keys, in their order.
void add_figures(Cells& row, const Json& outcome, std::initializer_list<const char*> keys,
                 Unit unit);
/// A whole number; empty for null.
Cell count_in(const Json& outcome, const char* key);

Column run_column();
Column unit_column();

/// Whether an outcome, or a group, rests on too few persons; empty where it does not, and for
/// outcomes of the whole region.
Column smallness_column();
Cell smallness(const Json& outcome);

/// Keys, then unit and the figures of an outcome that both runs have.
std::vector<Column> effect_columns(std::vector<Column> keys);
void add_effect(Cells& row, const Json& outcome, Unit unit);

/// Keys, then unit and the figures of an outcome of the pair.
std::vector<Column> mean_columns(std::vector<Column> keys);
void add_mean(Cells& row, const Json& outcome, Unit unit);

/// Tables of the displaced by group; lines go by outcome, so that groups stand together.
Table groups_table(const std::vector<Side>& sides);
Table winners_table(const std::vector<Side>& sides);

}  // namespace jtsim::output
