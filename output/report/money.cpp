// Who paid for what, and which leagues the displaced come from.
#include "base/money.hpp"

#include "output/report/figures.hpp"

namespace jtsim::output {

namespace {

/// policy_spending as years x policies x payers.
struct Spending {
  explicit Spending(const StoredArrays& arrays)
      : array(arrays.integers("policy_spending")), replicates(arrays.replicates()) {
    if (array.empty()) return;
    years = array.shape[0];
    policies = array.shape[1];
    payers = array.shape[2];
  }

  std::int64_t at(std::size_t replicate, std::size_t year, std::size_t policy,
                  std::size_t payer) const {
    return array.of(replicate)[(year * policies + policy) * payers + payer];
  }
  Json by_year(std::size_t payer) const {
    Json json = Json::array();
    for (std::size_t y = 0; y < years; ++y) {
      json.push_back(over_replicates(replicates, [&](std::size_t r) {
        std::int64_t sum = 0;
        for (std::size_t p = 0; p < policies; ++p) sum += at(r, y, p, payer);
        return yuan_from_fen(sum);
      }));
    }
    return json;
  }
  Json by_policy(std::size_t policy, std::size_t payer) const {
    return over_replicates(replicates, [&](std::size_t r) {
      std::int64_t sum = 0;
      for (std::size_t y = 0; y < years; ++y) sum += at(r, y, policy, payer);
      return yuan_from_fen(sum);
    });
  }

  StoredArray array;
  std::size_t replicates;
  std::size_t years = 0;
  std::size_t policies = 0;
  std::size_t payers = 0;
};

}  // namespace

Json money_figures(const StoredArrays& arrays) {
  const Spending spending(arrays);
  if (spending.array.empty()) return nullptr;
  Json by_payer = Json::array();
  for (std::size_t payer = 0; payer < spending.payers; ++payer)
    by_payer.push_back(spending.by_year(payer));
  Json by_policy = Json::array();
  for (std::size_t policy = 0; policy < spending.policies; ++policy) {
    Json row = Json::array();
    for (std::size_t payer = 0; payer < spending.payers; ++payer)
      row.push_back(spending.by_policy(policy, payer));
    by_policy.push_back(std::move(row));
  }
  return {{"by_payer_and_year", std::move(by_payer)},
          {"by_policy_and_payer", std::move(by_policy)}};
}

Json league_figures(const StoredArrays& arrays) {
  const StoredArray stock = arrays.integers("stock");
  const StoredArray destination = arrays.integers("destination_by_region");
  if (stock.empty() || destination.empty()) return nullptr;
  const std::size_t regions = stock.shape[1];
  const std::size_t states = stock.shape[2];
  const std::size_t years = destination.shape[0];
  const std::size_t horizons = destination.shape[1];
  const std::size_t kinds = destination.shape[3];
  Json json = Json::array();
  for (std::size_t g = 0; g < regions; ++g) {
    const auto workers = [&](std::size_t r) {
      std::int64_t sum = 0;
      for (std::size_t s = 0; s < states; ++s) sum += stock.of(r)[g * states + s];
      return static_cast<double>(sum);
    };
    const auto displaced = [&](std::size_t r) {
      std::int64_t sum = 0;
      for (std::size_t y = 0; y < years; ++y) {
        for (std::size_t k = 0; k < kinds; ++k)
          sum += destination.of(r)[((y * horizons) * regions + g) * kinds + k];
      }
      return static_cast<double>(sum);
    };
    json.push_back({{"workers", over_replicates(arrays.replicates(), workers)},
                    {"displaced", over_replicates(arrays.replicates(), displaced)}});
  }
  return json;
}

}  // namespace jtsim::output
