// Makes up names and numbers.
#include "tests/output/fake_results.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <unistd.h>

#include "output/durable_file.hpp"

using namespace jtsim;
using namespace jtsim::output;

namespace {

/// A well mixed number of its argument (the finaliser of SplitMix64).
std::uint64_t mixed(std::uint64_t x) {
  x += 0x9E3779B97F4A7C15;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
  return x ^ (x >> 31);
}

agents::Inputs named_inputs(std::size_t leagues, std::size_t mines) {
  const std::vector<std::string> league_names{"hohhot",   "baotou",  "wuhai",     "chifeng",
                                              "tongliao", "ordos",   "hulunbuir", "bayannur",
                                              "ulanqab",  "hinggan", "xilingol",  "alxa"};
  agents::Inputs inputs;
  for (std::size_t i = 0; i < leagues; ++i) {
    inputs.tables.leagues.push_back(
        {.name = {league_names[i], "盟市" + std::to_string(i), "League"}});
  }
  for (const char* name : {"han", "mongol", "hui", "other"}) {
    inputs.tables.ethnicities.push_back({.name = {name, "民族", name}});
  }
  for (std::size_t i = 0; i < mines; ++i) {
    agents::Mine& mine = inputs.tables.mines.emplace_back();
    mine.name = {"mine_" + std::to_string(i), "煤矿", "mine"};
  }
  for (const char* name :
       {"internal_transfer", "internal_retirement", "early_retirement", "severance", "retraining",
        "hiring_subsidy", "placement_service", "unemployment_insurance", "social_assistance"}) {
    inputs.policies.push_back({.name = {name, "政策", name}});
  }
  for (const char* name : {"employment_fund", "insurance_fund", "enterprises"}) {
    inputs.budget_lines.push_back({.name = {name, "科目", name}});
  }
  return inputs;
}

agents::Displacement fake_event(const Axes& axes, std::uint64_t luck) {
  agents::Displacement event;
  const auto pick = [&](std::size_t below) {
    luck = mixed(luck);
    return static_cast<std::size_t>(luck % below);
  };
  event.worker = static_cast<WorkerId>(pick(200'000));
  event.month = axes.start() + static_cast<int>(1 + pick(axes.size(Axis::time) - 1));
  event.mine = MineId{pick(axes.size(Axis::mine))};
  event.league = LeagueId{pick(axes.size(Axis::region))};
  event.ethnicity = EthnicityId{pick(axes.size(Axis::ethnicity))};
  event.sex = static_cast<agents::Sex>(pick(2));
  event.age_band = static_cast<agents::AgeBand>(pick(7));
  event.education = static_cast<agents::Education>(pick(4));
  event.by_closure = pick(2) == 1;
  event.pay_before = static_cast<Fen>(400'000 + pick(800'000));
  event.legal_retirement = event.month + static_cast<int>(pick(300));
  event.served = pick(512);
  for (auto& destination : event.destination) {
    destination = static_cast<agents::Destination>(pick(18));
  }
  for (std::size_t k = 0; k < agents::loss_year_count; ++k) {
    event.income[k] = static_cast<Fen>(pick(10'000'000));
    event.shadow[k] = static_cast<Fen>(pick(12'000'000));
  }
  event.present_income = static_cast<double>(pick(1'000'000'000)) / 8;
  event.present_shadow = static_cast<double>(pick(1'000'000'000)) / 8;
  return event;
}

}  // namespace

agents::Inputs reference_inputs() { return named_inputs(12, 60); }

agents::Inputs short_inputs() {
  agents::Inputs inputs = named_inputs(2, 3);
  inputs.end = Month::of(2023, 12);
  return inputs;
}

Layout layout_of(const agents::Inputs& inputs, ReplicateRange replicates) {
  return Layout(Axes(inputs, replicates));
}

ReplicateResult fake_result(const Layout& layout, std::uint32_t replicate, std::size_t events) {
  ReplicateResult result = empty_result(layout, replicate);
  std::uint64_t luck = mixed(replicate);
  for (Values& values : result.values) {
    std::visit(
        [&]<class T>(std::vector<T>& elements) {
          for (T& element : elements) {
            luck = mixed(luck);
            // Most cells of real tables are empty or small.
            element = luck % 8 < 5 ? T{0} : static_cast<T>((luck >> 8) % 600);
          }
        },
        values);
  }
  for (std::size_t i = 0; i < events; ++i) {
    result.events.push_back(fake_event(layout.axes(), mixed(luck + i)));
  }
  return result;
}

Provenance fake_provenance() {
  Provenance provenance;
  provenance.program_version = "0.0.0";
  provenance.git_commit = "none";
  provenance.seed = 18'446'744'073'709'551'615U;
  provenance.scenario_digest = "0123456789abcdef";
  provenance.scenario = "# 情景\nkind: transition\n";
  provenance.files = {{"inner_mongolia.yaml", "kind: transition\n"},
                      {"tables/盟市.csv", "id,label_zh\nordos,鄂尔多斯市\n"},
                      {"empty.csv", ""}};
  return provenance;
}

TemporaryFolder::TemporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "jtsim-test-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) std::abort();
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::uint32_t finish(ResultsFile& file, const std::filesystem::path& path) {
  const std::uint32_t complete = file.close();
  if (complete > 0) publish_parts({&path, 1});
  return complete;
}

std::vector<std::string> names_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    names.push_back(entry.path().filename().string());
  }
  std::ranges::sort(names);
  return names;
}

std::string text_of_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}
