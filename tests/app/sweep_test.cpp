// Small pieces of sweeps: shards, sizes, patterns, parts, jobs, progress.
#include <doctest/doctest.h>

#include "base/error.hpp"
#include "src/sweep/pilot.hpp"
#include "src/sweep/point.hpp"
#include "src/sweep/shard.hpp"
#include "src/sweep/size_text.hpp"
#include "src/sweep/slurm.hpp"
#include "src/sweep/sweep_directory.hpp"
#include "src/sweep/sweep_progress.hpp"

namespace {

using namespace jtsim;
using namespace jtsim::app;

SweepPlan plan_of(std::uint64_t rows, std::uint32_t replicates) {
  SweepPlan plan;
  plan.name = "test";
  plan.policies = {{"base", {}}, {"push", {}}};
  plan.values.resize(rows);
  plan.replicates = replicates;
  return plan;
}

}  // namespace

TEST_CASE("runs go through all points before the next replicate") {
  const SweepPlan plan = plan_of(5, 3);
  CHECK(plan.points() == 10);
  CHECK(plan.runs() == 30);
  for (std::uint64_t run = 0; run < plan.runs(); ++run) {
    CHECK(plan.run_of(plan.point_of(run), plan.replicate_of(run)) == run);
    CHECK(plan.replicate_of(run) == run / 10);
  }
  CHECK(plan.policy_of(7) == 1);
  CHECK(plan.row_of(7) == 2);
}

TEST_CASE("shards overlap exactly when a block belongs to both") {
  for (std::uint32_t n = 1; n <= 6; ++n) {
    for (std::uint32_t m = 1; m <= 6; ++m) {
      for (std::uint32_t i = 1; i <= n; ++i) {
        for (std::uint32_t j = 1; j <= m; ++j) {
          const Shard a{i, n};
          const Shard b{j, m};
          bool share = false;
          for (std::uint32_t block = 0; block < n * m; ++block)
            share = share || (a.has_block(block) && b.has_block(block));
          CHECK(a.overlaps(b) == share);
        }
      }
    }
  }
}

TEST_CASE("a shard is two numbers, the first not above the second") {
  CHECK(shard_from("2/3") == Shard{2, 3});
  for (const char* text : {"", "3", "0/3", "4/3", "1/3x", " 1/3", "01/3", "-1/3", "1/0"})
    CHECK_THROWS_AS(shard_from(text), InputError);
}

TEST_CASE("sizes go by powers of 1024") {
  CHECK(bytes_from("", "--max-disk") == std::nullopt);
  CHECK(bytes_from("1000", "--max-disk") == 1000);
  CHECK(bytes_from("1.5K", "--max-disk") == 1536);
  CHECK(bytes_from("2G", "--max-disk") == 2147483648.0);
  for (const char* text : {"G", "-1G", "2GB", "two", "1e400"})
    CHECK_THROWS_AS(bytes_from(text, "--max-disk"), InputError);
  CHECK(size_text(1536) == "1.5 KiB");
  CHECK(size_text(12) == "12 bytes");
}

TEST_CASE("a star in a pattern stands for any text") {
  CHECK(fits("stock.retired.2030", "*"));
  CHECK(fits("stock.retired.2030", "stock.*"));
  CHECK(fits("stock.retired.2030", "*.2030"));
  CHECK(fits("stock.retired.2030", "s*d.*30"));
  CHECK(fits("stock.retired.2030", "stock.retired.2030"));
  CHECK_FALSE(fits("stock.retired.2030", "stock"));
  CHECK_FALSE(fits("stock.retired.2030", "*.2031"));
  CHECK_FALSE(fits("stock.retired.2030", ""));
}

TEST_CASE("names of parts are read back, and no others") {
  CHECK(part_name({12, 3}) == "000012-3.h5");
  CHECK(part_number("000012-3.h5") == PartNumber{12, 3});
  for (const char* name : {"12-3.h5", "000012-3.h5.part", "000012.h5", "x", ""})
    CHECK_FALSE(part_number(name));
}

TEST_CASE("parts hold 1 to 64 MiB unless that puts over a minute at risk") {
  SweepPlan plan = plan_of(5000, 1);
  constexpr double mebibyte = 1024 * 1024;
  CHECK(runs_per_part(plan, {.seconds = 0.001, .bytes = mebibyte / 100}) == 100);
  CHECK(runs_per_part(plan, {.seconds = 0.001, .bytes = 10}) == 60000);
  CHECK(runs_per_part(plan, {.seconds = 1.5, .bytes = 10}) == 84);
  CHECK(runs_per_part(plan, {.seconds = 1, .bytes = 200 * mebibyte}) == 1);
}

TEST_CASE("a Slurm array stays below the default size of arrays") {
  SweepPlan plan = plan_of(50'000, 10);
  plan.cost.seconds = 100;
  const SlurmOrder order{
      .program = "/opt/my tools/jtsim", .directory = "/data/sweep", .cpus = 8, .minutes = 60};
  CHECK(slurm_tasks(plan, order) == 1000);
  plan.cost.seconds = 0.1;
  CHECK(slurm_tasks(plan, order) == 5);
  plan.runs_per_part = 500'000;
  CHECK(slurm_tasks(plan, order) == 2);
  const SlurmScripts scripts = slurm_scripts(plan, order);
  for (const char* line :
       {"#SBATCH --array=1-2%50\n", "#SBATCH --cpus-per-task=8\n", "#SBATCH --time=60\n",
        "#SBATCH --signal=B:TERM@120\n", "#SBATCH --requeue\n", "'/opt/my tools/jtsim' sweep run",
        "--shard \"$SLURM_ARRAY_TASK_ID/2\""}) {
    CHECK_MESSAGE(scripts.array.find(line) != std::string::npos, line);
  }
  CHECK(scripts.submit.find("--dependency=afterany:") != std::string::npos);
}

TEST_CASE("progress tells count, rate, time left and failures") {
  CHECK(sweep_progress_text({1000, 600, 12, 2, 8}, Language::en) ==
        "612/1000 runs (61 %), 1.5 runs/s, 4 min 19 s left, 2 failed");
  CHECK(sweep_progress_text({1000, 600, 0, 0, 0.1}, Language::en) == "600/1000 runs (60 %)");
}
