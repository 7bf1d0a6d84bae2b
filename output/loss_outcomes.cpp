// Outcomes of the displaced: what they lose, and how long they are without work.
#include <optional>

#include <fmt/format.h>

#include "output/census.hpp"
#include "output/distribution_outcomes.hpp"

namespace jtsim::output {

namespace {

/// Sums of one group over all years of displacement, as real numbers.
template <class Quantity>
using Sums = EnumArray<Quantity, double>;

/// Where the rows of a group stand: the first one, how far apart, how many.
struct Rows {
  std::size_t first;
  std::size_t stride;
  std::size_t count;
};

template <class Quantity>
Sums<Quantity> sum_rows(const std::vector<std::int64_t>& values, const Rows& rows) {
  Sums<Quantity> sums{};
  for (std::size_t r = 0; r < rows.count; ++r) {
    for (const auto q : all_of_enum<Quantity>()) {
      sums[q] += static_cast<double>(
          values[(rows.first + r * rows.stride) * enum_size<Quantity> + index_of(q)]);
    }
  }
  return sums;
}

/// Of `blocks` rows per year of displacement and group (years after it, or one), the rows of one
/// group in one block. Pairs are summed over the years of displacement already.
Rows rows_of(const OutcomeList& list, const Grouping& grouping, std::size_t blocks,
             std::size_t block, std::size_t group) {
  const bool pairs = grouping.suffix.starts_with("_pair");
  const std::size_t groups = grouping.prefixes.size();
  return {block * groups + group, blocks * groups, pairs ? 1 : list.size(Axis::displaced_year)};
}

double loss_share(const Sums<LossQuantity>& sums, LossQuantity against) {
  return 1 - quotient(sums[LossQuantity::income_fen], sums[against]);
}

void add_loss(OutcomeList& list, const Sums<LossQuantity>& sums, const std::string& name,
              Search search) {
  const double events = sums[LossQuantity::events];
  list.add({name + ".share_of_shadow", loss_share(sums, LossQuantity::shadow_fen), events, search});
  list.add({name + ".share_of_peers", loss_share(sums, LossQuantity::peer_fen), events});
  const double lost = sums[LossQuantity::shadow_fen] - sums[LossQuantity::income_fen];
  list.add({name + ".yuan", yuan_of(quotient(lost, events)), events});
}

/// Loss shares of groups against that of the reference group.
void add_loss_gaps(OutcomeList& list, const Grouping& grouping, std::size_t reference,
                   std::string_view when, const std::vector<Sums<LossQuantity>>& sums) {
  const double base = loss_share(sums[reference], LossQuantity::shadow_fen);
  for (std::size_t g = 0; g < sums.size(); ++g) {
    if (g == reference) continue;
    const double share = loss_share(sums[g], LossQuantity::shadow_fen);
    const double events =
        std::min(sums[g][LossQuantity::events], sums[reference][LossQuantity::events]);
    const std::string name = fmt::format("gap.{}loss_{}", grouping.prefixes[g], when);
    list.add({name + "_ratio", quotient(share, base), events});
    list.add({name + "_difference", share - base, events});
  }
}

/// One array of losses: its rows by year after displacement (or one row), and their names.
struct LossArray {
  std::string_view series;
  std::vector<std::string> blocks;
  Search search = Search::none;
};

void add_loss_array(OutcomeList& list, const LossArray& array, const Grouping& grouping,
                    std::optional<std::size_t> reference) {
  const auto* values = list.values<std::int64_t>(std::string(array.series) + grouping.suffix);
  if (values == nullptr) return;
  const Search search = grouping.suffix.empty() ? Search::none : array.search;
  for (std::size_t block = 0; block < array.blocks.size(); ++block) {
    std::vector<Sums<LossQuantity>> sums;
    for (std::size_t g = 0; g < grouping.prefixes.size(); ++g) {
      sums.push_back(
          sum_rows<LossQuantity>(*values, rows_of(list, grouping, array.blocks.size(), block, g)));
      add_loss(list, sums.back(),
               fmt::format("loss.{}{}", grouping.prefixes[g], array.blocks[block]), search);
    }
    if (reference) add_loss_gaps(list, grouping, *reference, array.blocks[block], sums);
  }
}

void add_spells(OutcomeList& list, const Grouping& grouping) {
  const auto* values = list.values<std::int64_t>("displacement_spell" + grouping.suffix);
  if (values == nullptr) return;
  using enum SpellQuantity;
  for (std::size_t g = 0; g < grouping.prefixes.size(); ++g) {
    const auto sums = sum_rows<SpellQuantity>(*values, rows_of(list, grouping, 1, 0, g));
    const auto add = [&](std::string_view measure, double value, double persons) {
      list.add({fmt::format("spell.{}{}", grouping.prefixes[g], measure), value, persons});
    };
    add("months_without_work", quotient(sums[months_without_work], sums[events]), sums[events]);
    add("found_work_share", quotient(sums[found_work], sums[events]), sums[events]);
    add("months_to_work", quotient(sums[months_to_work], sums[found_work]), sums[found_work]);
    add("first_pay_ratio", quotient(sums[pay_at_first_work_fen], sums[shadow_at_first_work_fen]),
        sums[found_work]);
  }
}

}  // namespace

void add_losses(OutcomeList& list) {
  if (list.values<std::int64_t>("displacement_loss") == nullptr) return;
  LossArray in_years{"displacement_loss", {}};
  for (const int year : agents::loss_years) in_years.blocks.push_back(std::to_string(year));
  const LossArray present{"displacement_present_value", {"present"}, Search::loss_present};
  const auto add = [&](const Grouping& grouping, std::optional<std::size_t> reference) {
    add_loss_array(list, in_years, grouping, reference);
    add_loss_array(list, present, grouping, reference);
    add_spells(list, grouping);
  };
  add(everybody(), std::nullopt);
  for (const Partition partition : all_of_enum<Partition>())
    add(by_groups(list, partition), reference_group(partition));
  for (const Grouping& grouping : all_pairs(list)) add(grouping, std::nullopt);
}

}  // namespace jtsim::output
