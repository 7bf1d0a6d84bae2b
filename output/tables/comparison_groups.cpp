// What a comparison says of groups of the displaced.
#include <optional>

#include "output/comparison_outcomes.hpp"
#include "output/tables/comparison_rows.hpp"
#include "output/tables/key_names.hpp"

namespace jtsim::output {

namespace {

/// "sex.female": the division's name; that of everybody has no dot.
Name partition_name(const std::string& group) {
  const std::string id = group.substr(0, group.find('.'));
  const std::optional<Partition> partition = enum_from_text<Partition>(id);
  if (!partition) return named(all_id, tr("everybody"));
  return named(id, label(*partition));
}

std::vector<Column> group_columns() {
  return {run_column(),
          {"partition", tr("division"), ColumnKind::name},
          {"group", tr("group"), ColumnKind::name},
          smallness_column()};
}

/// `persons`: what says whether they are few.
Cells group_row(const Side& side, const std::string& id, const Json& group, const Json& persons) {
  return {side.name, partition_name(id), name_in(group, id), smallness(persons)};
}

}  // namespace

Table groups_table(const std::vector<Side>& sides) {
  std::vector<Column> keys = group_columns();
  keys.push_back({"outcome", tr("outcome"), ColumnKind::name});
  Table table{.id = "groups",
              .name = tr("Effects by group"),
              .meaning = tr("per displaced person, by ethnicity, sex, age, education and league"),
              .columns = effect_columns(std::move(keys)),
              .rows{}};
  for (const Side& side : sides) {
    for (const GroupOutcome& outcome : all_group_outcomes()) {
      for (const auto& [id, group] : side.json.at("groups").items()) {
        const Json& figures = group.at(std::string(outcome.name));
        Cells row = group_row(side, id, group, figures);
        row.emplace_back(named(outcome.name, outcome.label));
        add_effect(row, figures, unit_of(outcome.unit));
        table.rows.push_back(std::move(row));
      }
    }
  }
  return table;
}

Table winners_table(const std::vector<Side>& sides) {
  std::vector<Column> keys = group_columns();
  keys.push_back({"who", tr("who"), ColumnKind::name});
  Table table{
      .id = "winners_and_losers",
      .name = tr("Winners and losers"),
      .meaning = tr("of the displaced, those in work 12 months later in the policy run only "
                    "(winners) or in the base run only (losers)"),
      .columns = mean_columns(std::move(keys)),
      .rows{}};
  for (const Side& side : sides) {
    for (const Name& who : {named("winners", tr("winners")), named("losers", tr("losers"))}) {
      for (const auto& [id, group] : side.json.at("groups").items()) {
        Cells row = group_row(side, id, group, group);
        row.emplace_back(who);
        add_mean(row, group.at(who.id), Unit::persons);
        table.rows.push_back(std::move(row));
      }
    }
  }
  return table;
}

}  // namespace jtsim::output
