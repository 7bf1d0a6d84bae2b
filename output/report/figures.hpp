// Numbers of the report in their compact form, and what its parts share.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "output/axes.hpp"
#include "output/report/stored_arrays.hpp"

namespace jtsim::output {

using Json = nlohmann::ordered_json;

/// Six significant digits; null for what is not finite.
Json rounded(double value);

/// [mean, 5 % quantile, 95 % quantile] over replicates.
Json interval_of(std::vector<double> values);

/// `of(replicate)` of every replicate, as `interval_of`.
Json over_replicates(std::size_t replicates, const std::function<double(std::size_t)>& of);

/// [[identifier, Chinese, English], ...]
Json names_json(const std::vector<Name>& names);

/// The whole of summary.json: {outcome: {mean, standard_error, q05, q50, q95, ...}}. Throws
/// InputError for another file, StorageError.
Json stored_summary(const std::filesystem::path& path);

/// The selected outcomes of summary.json: {outcome: [mean, 5 %, 95 %]}, with a fourth element 1 for
/// those that rest on too few persons; and `worst_off`. Throws InputError for another file,
/// StorageError.
Json summary_figures(const std::filesystem::path& path);

/// Where displaced workers went between horizons, by the register of the displaced.
Json paths_of_displaced(const StoredArrays& arrays);

/// Sums that the file must satisfy: [{id, equations, failures}, ...].
Json identity_checks(const StoredArrays& arrays);

/// Spending by year, payer and policy, and displacements by league.
Json money_figures(const StoredArrays& arrays);
Json league_figures(const StoredArrays& arrays);

}  // namespace jtsim::output
