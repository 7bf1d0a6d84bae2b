// Identities that the numbers of a results file must satisfy, added up again from the file.
#include <functional>
#include <string_view>

#include "agents/states.hpp"
#include "output/report/figures.hpp"

namespace jtsim::output {

namespace {

using agents::AccountItem;
using agents::Counter;

/// How often one identity was looked at, and how often it did not hold.
struct Tally {
  std::string_view id;
  std::int64_t equations = 0;
  std::int64_t failures = 0;

  void add(bool holds) {
    ++equations;
    failures += holds ? 0 : 1;
  }
  Json json() const { return {{"id", id}, {"equations", equations}, {"failures", failures}}; }
};

bool is_known(std::int64_t value) { return value != fill_value<std::int64_t>; }

/// Workers by state, all leagues, at one month's end.
std::int64_t workers(const StoredArray& stock, std::size_t replicate, std::size_t month,
                     std::size_t state) {
  const std::size_t regions = stock.shape[1];
  const std::size_t states = stock.shape[2];
  std::int64_t sum = 0;
  for (std::size_t g = 0; g < regions; ++g)
    sum += stock.of(replicate)[(month * regions + g) * states + state];
  return sum;
}

/// Every year, every state: stock after = stock before + flows in - flows out.
Tally stocks_and_flows(const StoredArrays& arrays) {
  Tally tally{.id = "stocks_and_flows"};
  const StoredArray stock = arrays.integers("stock");
  const StoredArray flow = arrays.integers("flow");
  if (stock.empty() || flow.empty()) return tally;
  const std::size_t from = flow.shape[1];
  const std::size_t to = flow.shape[2];
  for (std::size_t r = 0; r < arrays.replicates(); ++r) {
    std::size_t before = 0;
    for (std::size_t y = 0; y < flow.shape[0]; ++y) {
      const int year = arrays.axes()[Axis::year].numbers[y];
      const Month december = std::min(Month::of(year, Month::per_year), arrays.axes().end());
      const std::size_t after = arrays.axes().time_index(december);
      const auto row = flow.of(r).subspan(y * from * to, from * to);
      for (std::size_t s = 0; s < to; ++s) {
        std::int64_t change = 0;
        for (std::size_t k = 0; k < from; ++k) change += row[k * to + s];
        for (std::size_t k = 0; k < to; ++k) change -= row[s * to + k];
        tally.add(workers(stock, r, after, s) == workers(stock, r, before, s) + change);
      }
      before = after;
    }
  }
  return tally;
}

/// Every month, every sector: filled = filled before + entries - all exits.
Tally sector_accounts(const StoredArrays& arrays) {
  Tally tally{.id = "sector_accounts"};
  const StoredArray account = arrays.integers("sector_account");
  if (account.empty()) return tally;
  const std::size_t sectors = account.shape[1];
  const std::size_t items = account.shape[2];
  for (std::size_t r = 0; r < arrays.replicates(); ++r) {
    const auto numbers = account.of(r);
    for (std::size_t t = 1; t < account.shape[0]; ++t) {
      for (std::size_t s = 0; s < sectors; ++s) {
        const auto row = numbers.subspan((t * sectors + s) * items, items);
        std::int64_t filled =
            numbers[((t - 1) * sectors + s) * items] + row[index_of(AccountItem::entries)];
        for (std::size_t i = index_of(AccountItem::retired); i < items; ++i) filled -= row[i];
        tally.add(filled == row[index_of(AccountItem::filled)]);
      }
    }
  }
  return tally;
}

/// Every year, every horizon: the destinations add up to the displaced of the mines' accounts.
Tally destinations(const StoredArrays& arrays) {
  Tally tally{.id = "destinations"};
  const StoredArray destination = arrays.integers("destination");
  const StoredArray account = arrays.integers("sector_account");
  if (destination.empty() || account.empty()) return tally;
  const std::size_t horizons = destination.shape[1];
  const std::size_t kinds = destination.shape[2];
  const std::size_t row = account.shape[1] * account.shape[2];
  for (std::size_t r = 0; r < arrays.replicates(); ++r) {
    std::vector<std::int64_t> displaced(destination.shape[0], 0);
    for (std::size_t t = 1; t < account.shape[0]; ++t) {
      const std::size_t year =
          arrays.axes().year_index(arrays.axes().start() + static_cast<int>(t));
      displaced[year] += account.of(r)[t * row + index_of(AccountItem::displaced)];
    }
    for (std::size_t i = 0; i < displaced.size() * horizons; ++i) {
      std::int64_t sum = 0;
      for (std::size_t k = 0; k < kinds; ++k) sum += destination.of(r)[i * kinds + k];
      tally.add(sum == displaced[i / horizons]);
    }
  }
  return tally;
}

/// Every year, every policy: offered = declined + requested = declined + served + turned away.
Tally queues(const StoredArrays& arrays) {
  Tally tally{.id = "queues"};
  const StoredArray counts = arrays.integers("policy_count");
  if (counts.empty()) return tally;
  const std::size_t counters = counts.shape[2];
  for (std::size_t i = 0; i + counters <= counts.numbers.size(); i += counters) {
    const auto of = [&](Counter c) { return counts.numbers[i + index_of(c)]; };
    tally.add(of(Counter::offered) == of(Counter::declined) + of(Counter::requested));
    tally.add(of(Counter::requested) ==
              of(Counter::served) + of(Counter::no_seat) + of(Counter::no_money));
  }
  return tally;
}

/// Every year, every limited budget line: spent and reserved stay within the budget.
Tally budgets(const StoredArrays& arrays) {
  Tally tally{.id = "budgets"};
  const StoredArray lines = arrays.integers("budget_line");
  if (lines.empty()) return tally;
  const std::size_t quantities = lines.shape[2];
  for (std::size_t i = 0; i + quantities <= lines.numbers.size(); i += quantities) {
    const std::int64_t budget = lines.numbers[i + index_of(agents::BudgetItem::budget)];
    if (!is_known(budget)) continue;
    tally.add(lines.numbers[i + index_of(agents::BudgetItem::spent)] <= budget);
  }
  return tally;
}

}  // namespace

Json identity_checks(const StoredArrays& arrays) {
  Json checks = Json::array();
  for (const auto& check : {stocks_and_flows, sector_accounts, destinations, queues, budgets}) {
    const Tally tally = check(arrays);
    if (tally.equations > 0) checks.push_back(tally.json());
  }
  return checks;
}

}  // namespace jtsim::output
