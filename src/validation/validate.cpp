// Calls check after check.
#include "src/validation/validate.hpp"

#include <algorithm>
#include <system_error>

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "configs/problems.hpp"
#include "configs/scenario.hpp"
#include "src/validation/cohort_check.hpp"
#include "src/validation/inequality_check.hpp"
#include "src/validation/markov_check.hpp"
#include "src/validation/retirement_check.hpp"
#include "src/validation/urn_checks.hpp"

namespace jtsim::app {

namespace {

namespace fs = std::filesystem;

constexpr const char* targets_table = "checks/targets.csv";
constexpr const char* backcast_table = "checks/backcast.csv";
constexpr std::uint32_t replicates_quick = 2;
constexpr std::uint32_t replicates_full = 20;

/// "T13.year_1" belongs to "T13".
std::string number_of(const std::string& id) { return id.substr(0, id.find('.')); }

class Validation {
 public:
  explicit Validation(const ValidationOrder& order) : order_(order) {}

  Findings run() {
    check("V1", [&] { check_one_pool(); });
    check("V2", [&] { check_shock(); });
    check("V3", [&] {
      const configs::Scenario chain = load("checks/markov.yaml");
      append(findings_,
             check_chain(*chain.markov, chain.document.seed, agents::closed_form(*chain.markov)));
    });
    check("V4", [&] { append(findings_, check_cohorts(load("tiny.yaml").inputs)); });
    check("V5", [&] { append(findings_, check_inequality()); });
    check("V6", [&] {
      append(findings_, check_retirement(load("inner_mongolia.yaml").inputs.tables.retirement));
    });
    check_targets();
    return std::move(findings_);
  }

 private:
  configs::Scenario load(const char* file) const {
    return configs::load_scenario(order_.configs / file);
  }
  bool is_asked(const std::string& part) const {
    return order_.only.empty() || std::ranges::find(order_.only, part) != order_.only.end();
  }
  void check(const std::string& part, const auto& action) {
    if (!is_asked(part)) return;
    order_.tell(part);
    ThreadLimit(order_.threads).run(action);
  }

  void check_one_pool() {
    const configs::Scenario urn = load("checks/urn_one_pool.yaml");
    append(findings_, check_one_pool_equations(*urn.urn));
    append(findings_, check_one_pool_persons(*urn.urn, urn.document.seed));
  }
  void check_shock() {
    const configs::Scenario urn = load("checks/urn_464.yaml");
    append(findings_, check_shock_equations(*urn.urn));
    append(findings_, check_shock_persons(*urn.urn, urn.document.seed));
  }
  void check_targets() {
    std::vector<Target> targets = read_all_targets(order_.configs);
    std::erase_if(targets, [&](const Target& target) {
      return !is_asked("targets") && !is_asked(number_of(target.row.id));
    });
    if (targets.empty()) return;
    const bool quick = order_.effort == Effort::quick;
    append(findings_, measure_targets(std::move(targets),
                                      {.configs = order_.configs,
                                       .replicates = quick ? replicates_quick : replicates_full,
                                       .threads = order_.threads,
                                       .tell = order_.tell}));
  }

  const ValidationOrder& order_;
  Findings findings_;
};

}  // namespace

std::vector<Target> read_all_targets(const fs::path& configs) {
  std::vector<Target> targets = read_targets(configs, targets_table);
  for (Target& target : read_targets(configs, backcast_table)) targets.push_back(std::move(target));
  return targets;
}

Findings validate(const ValidationOrder& order) { return Validation(order).run(); }

bool is_sound(const Findings& findings, Effort effort) {
  return std::ranges::none_of(findings, [&](const Finding& finding) {
    const bool decides = finding.use == Use::V || (finding.use == Use::C && effort == Effort::full);
    return decides && finding.verdict() == Verdict::fail;
  });
}

fs::path shipped_configs() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error).parent_path();
  const std::vector<fs::path> places{"configs", program / "../../configs",
                                     program / "../share/jtsim/configs"};
  for (const fs::path& place : places) {
    if (fs::exists(place / targets_table, error)) return place.lexically_normal();
  }
  throw InputError(Problem{{.file = std::string(command_line)},
                           "validate",
                           tr("the shipped scenarios are not here"),
                           tr("start it where configs/checks/targets.csv is")});
}

}  // namespace jtsim::app
