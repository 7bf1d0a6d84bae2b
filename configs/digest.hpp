// A short fingerprint of a scenario: equal exactly when all values and all table texts are equal.
#pragma once

#include <string>

namespace jtsim::configs {

struct Scenario;

/// 16 hexadecimal digits (the first 64 bits of a SHA-256) over the resolved values and the texts of
/// the tables. Where values come from and how files are called does not matter.
std::string digest_of(const Scenario& scenario);

}  // namespace jtsim::configs
