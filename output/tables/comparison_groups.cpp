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
  if (!partition) return named(all_id, {"全体", "everybody"});
  return named(id, label(*partition));
}

Cell smallness(const Json& group) {
  if (!group.at("below_minimum_group").get<bool>()) return std::monostate();
  return named("yes", {"是", "yes"});
}

std::vector<Column> group_columns() {
  return {run_column(),
          {"partition", {"分组方式", "division"}, ColumnKind::name},
          {"group", {"组别", "group"}, ColumnKind::name},
          {"below_minimum_group", {"人数过少", "too few persons"}, ColumnKind::name}};
}

Cells group_row(const Side& side, const std::string& id, const Json& group) {
  return {side.name, partition_name(id), name_in(group, id), smallness(group)};
}

}  // namespace

Table groups_table(const std::vector<Side>& sides) {
  std::vector<Column> keys = group_columns();
  keys.push_back({"outcome", {"指标", "outcome"}, ColumnKind::name});
  Table table{.id = "groups",
              .name = {"分组效果", "Effects by group"},
              .meaning = {"被裁减者人均,按民族、性别、年龄、学历、盟市",
                          "per displaced person, by ethnicity, sex, age, education and league"},
              .columns = effect_columns(std::move(keys)),
              .rows{}};
  for (const Side& side : sides) {
    for (const GroupOutcome& outcome : all_group_outcomes()) {
      for (const auto& [id, group] : side.json.at("groups").items()) {
        Cells row = group_row(side, id, group);
        row.emplace_back(named(outcome.name, outcome.label));
        add_effect(row, group.at(std::string(outcome.name)), unit_of(outcome.unit));
        table.rows.push_back(std::move(row));
      }
    }
  }
  return table;
}

Table winners_table(const std::vector<Side>& sides) {
  std::vector<Column> keys = group_columns();
  keys.push_back({"who", {"类别", "who"}, ColumnKind::name});
  Table table{.id = "winners_and_losers",
              .name = {"得益与受损", "Winners and losers"},
              .meaning = {"被裁减者中12个月后仅在政策情景(得益)或仅在基准情景(受损)在岗者",
                          "of the displaced, those in work 12 months later in the policy run only "
                          "(winners) or in the base run only (losers)"},
              .columns = mean_columns(std::move(keys)),
              .rows{}};
  for (const Side& side : sides) {
    for (const Name& who :
         {named("winners", {"得益者", "winners"}), named("losers", {"受损者", "losers"})}) {
      for (const auto& [id, group] : side.json.at("groups").items()) {
        Cells row = group_row(side, id, group);
        row.emplace_back(who);
        add_mean(row, group.at(who.id), Unit::persons);
        table.rows.push_back(std::move(row));
      }
    }
  }
  return table;
}

}  // namespace jtsim::output
